"""A rhythm in words is about so many days."""

import pytest

from mentorlog.dates import days_between

RHYTHMS = [
    ("5 weeks", 35),
    ("4 Weeks", 28),
    ("a week", 7),
    ("month", 30),
    ("six  months", 180),
    ("every quarter", 91),
    ("about every 10 days", 10),
    ("1 year", 365),
    ("0 weeks", None),
    ("when I need it", None),
    ("5 weeks, or less", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "days"), RHYTHMS)
def test_a_rhythm_in_days(words: str, days: int | None) -> None:
    assert days_between(words) == days
