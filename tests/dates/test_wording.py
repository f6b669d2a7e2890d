"""Days, spans and minutes in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.dates import (
    Period,
    date_with_year,
    day_month,
    long_date,
    long_day_month,
    long_duration,
    month_name,
    parse_day,
    period_text,
    relative_day,
    short_date,
    short_duration,
)

THURSDAY = date(2026, 3, 12)
MARCH = date(2026, 3, 5)
NOVEMBER = date(2025, 11, 20)


def test_a_day_has_its_year_where_it_is_not_this_one() -> None:
    assert short_date(MARCH, THURSDAY) == "Thu 5 Mar"
    assert short_date(NOVEMBER, THURSDAY) == "Thu 20 Nov 2025"
    assert day_month(MARCH, THURSDAY) == "5 Mar"
    assert day_month(NOVEMBER, THURSDAY) == "20 Nov 2025"
    assert long_day_month(MARCH, THURSDAY) == "5 March"
    assert long_day_month(NOVEMBER, THURSDAY) == "20 November 2025"
    assert long_date(MARCH, THURSDAY) == "Thursday 5 March"


def test_a_day_in_full() -> None:
    assert date_with_year(THURSDAY) == "Thu 12 Mar 2026"
    assert long_date(THURSDAY) == "Thursday 12 March 2026"
    assert month_name(THURSDAY) == "March 2026"


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_what_is_written_can_be_typed(day: date) -> None:
    assert parse_day(date_with_year(day), today=THURSDAY) == day
    assert parse_day(long_date(day), today=THURSDAY) == day
    assert parse_day(long_day_month(day), today=THURSDAY) == day


@pytest.mark.parametrize(
    ("day", "near"),
    [
        ("2026-03-12", "today"),
        ("2026-03-11", "yesterday"),
        ("2026-03-13", "tomorrow"),
        ("2026-03-09", "3 days ago"),
        ("2026-03-17", "in 5 days"),
        ("2026-03-05", "a week ago"),
        ("2026-03-19", "in a week"),
        ("2026-03-02", "10 days ago"),
        ("2026-02-26", "2 weeks ago"),
        ("2026-02-20", "3 weeks ago"),
        ("2026-01-14", "8 weeks ago"),
        ("2025-12-13", "13 weeks ago"),
        ("2025-12-12", "3 months ago"),
        ("2025-10-12", "5 months ago"),
        ("2026-08-12", "in 5 months"),
        ("2025-03-12", "a year ago"),
        ("2025-02-12", "13 months ago"),
        ("2024-03-13", "23 months ago"),
        ("2024-03-12", "2 years ago"),
        ("2030-03-12", "in 4 years"),
    ],
)
def test_nearness(day: str, near: str) -> None:
    assert relative_day(date.fromisoformat(day), THURSDAY) == near


@pytest.mark.parametrize(("day", "today"), [("2025-08-31", "2025-11-30"), ("2025-11-29", "2026-02-28")])
def test_the_last_day_of_a_shorter_month_completes_a_month(day: str, today: str) -> None:
    assert relative_day(date.fromisoformat(day), date.fromisoformat(today)) == "3 months ago"


def test_a_span_names_its_first_and_last_day() -> None:
    assert period_text(Period.of(date(2025, 4, 1), THURSDAY)) == "1 April 2025 to 12 March 2026"
    assert period_text(Period.of(date(2025, 1, 1), date(2025, 12, 31))) == "1 January 2025 to 31 December 2025"
    assert period_text(Period.of(THURSDAY, THURSDAY)) == "12 March 2026"
    assert period_text(Period.of(date.min, THURSDAY)) == "the beginning to 12 March 2026"


@pytest.mark.parametrize(
    ("minutes", "words", "in_full"),
    [
        (0, "0 min", "0 minutes"),
        (1, "1 min", "1 minute"),
        (45, "45 min", "45 minutes"),
        (60, "1 h", "1 hour"),
        (61, "1 h 1 min", "1 hour 1 minute"),
        (120, "2 h", "2 hours"),
        (800, "13 h 20 min", "13 hours 20 minutes"),
    ],
)
def test_minutes(minutes: int, words: str, in_full: str) -> None:
    assert short_duration(minutes) == words
    assert long_duration(minutes) == in_full
