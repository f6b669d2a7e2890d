"""Looking back: the same day and week of earlier years, the same point in a relationship."""

from datetime import date, timedelta

import pytest

from mentorlog.dates import Period
from mentorlog.insights.lookback import Lookback, Parallel, Relationship, YearLookback, anniversaries, parallel_points
from mentorlog.model.entries import Reflection
from mentorlog.model.people import Person
from tests.entries import ANH, MEI, TODAY

EVERY_DAY = [date(2024, 1, 1) + timedelta(days=days) for days in range(0, 1500, 7)]


def test_this_time_of_every_year_since_the_first_entry() -> None:
    found = anniversaries(TODAY, date(2024, 3, 17))
    assert [(moment.years_ago, moment.day) for moment in found] == [(1, date(2025, 3, 12)), (2, date(2024, 3, 12))]
    assert found[0].week == Period(date(2025, 3, 10), date(2025, 3, 17))
    assert found[1].week == Period(date(2024, 3, 11), date(2024, 3, 18))
    assert len(anniversaries(TODAY, date(2024, 3, 18))) == 1
    assert anniversaries(TODAY, TODAY) == ()
    assert anniversaries(TODAY, None) == ()


@pytest.mark.parametrize("today", EVERY_DAY, ids=str)
def test_the_week_is_monday_to_sunday_and_near_the_day(today: date) -> None:
    for moment in anniversaries(today, today.replace(year=today.year - 4, day=1)):
        assert (moment.week.start.weekday(), (moment.week.end - moment.week.start).days) == (0, 7)
        assert abs((moment.week.start - moment.day).days) <= 7
        assert moment.day in moment.within


def test_at_the_edge_of_a_week_the_day_comes_too() -> None:
    monday = date(2026, 3, 9)
    (moment,) = anniversaries(monday, date(2025, 1, 1))
    assert moment.day == date(2025, 3, 9)  # a Sunday
    assert moment.week == Period(date(2025, 3, 10), date(2025, 3, 17))
    assert moment.within == Period(date(2025, 3, 9), date(2025, 3, 17))


def test_the_last_day_of_february_has_one_in_every_year() -> None:
    assert anniversaries(date(2024, 2, 29), date(2023, 1, 1))[0].day == date(2023, 2, 28)


def test_as_far_along_with_others() -> None:
    late = Person(name="Late")
    first = {MEI: TODAY - timedelta(days=56), ANH: date(2025, 1, 1), late: TODAY - timedelta(days=56)}
    (point,) = parallel_points(MEI, first.items(), TODAY)
    assert (point.person, point.on) == (ANH, date(2025, 1, 1) + timedelta(days=56))
    assert point.within == Period.of(point.on - timedelta(days=3), point.on + timedelta(days=3))


def test_every_entry_is_told_once() -> None:
    one, other = (Reflection(number=number, on=TODAY - timedelta(days=number)) for number in (1, 2))
    (moment,) = anniversaries(TODAY, date(2025, 3, 1))
    point = Parallel(person=ANH, on=TODAY, entries=(other, one))
    relationship = Relationship(person=MEI, first=TODAY, days=0, others=(point,))
    figure = Lookback(today=TODAY, years=(YearLookback(moment=moment, entries=(one,)),), relationship=relationship)
    assert figure.entries == (other, one)
    assert figure.years[0].on_the_day == ()
