"""Days in weeks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.dates import Period
from mentorlog.insights.calendar import level, strips
from mentorlog.model.tallies import DayTally
from tests.entries import examples

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def test_a_year_is_one_strip_of_weeks_from_monday_on() -> None:
    (strip,) = strips((DayTally(on=date(2026, 1, 1), entries=3), DayTally(on=date(2026, 12, 31), entries=1)), YEAR)
    assert (strip.monday, len(strip.weeks)) == (date(2025, 12, 29), 53)
    assert strip.weeks[0] == (None, None, None, 3, 0, 0, 0)
    assert strip.weeks[-1] == (0, 0, 0, 1, None, None, None)
    assert strip.day(0, 3) == date(2026, 1, 1)
    assert strip.months[:2] == ((0, date(2026, 1, 1)), (4, date(2026, 2, 1)))


@examples(100)
@given(st.tuples(st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.integers(1, 2000)))
def test_every_day_stands_once(asked: tuple[date, int]) -> None:
    first, length = asked
    period = Period.of(first, date.fromordinal(first.toordinal() + length - 1))
    days = [DayTally(on=date.fromordinal(first.toordinal() + place), entries=1) for place in range(length)]
    found = strips(days, period)
    assert sum(count or 0 for strip in found for week in strip.weeks for count in week) == length
    assert [part.period.end for part in found[:-1]] == [part.period.start for part in found[1:]]


@pytest.mark.parametrize(
    ("count", "most", "expected"), [(0, 4, 0), (None, 4, 0), (1, 4, 1), (4, 4, 4), (1, 1, 4), (1, 100, 1), (2, 3, 3)]
)
def test_levels(count: int | None, most: int, expected: int) -> None:
    assert level(count, most) == expected
