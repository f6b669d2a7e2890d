"""A period as it is typed, and what it is made of: Period, parse_period, period_from."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.dates import Period, days_between, parse_period, period_from
from mentorlog.errors import InvalidInput

THURSDAY = date(2026, 3, 12)
PERIODS = st.builds(
    lambda first, days: Period(first, first + timedelta(days)),
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.integers(1, 2000),
)


def days(period: Period | None) -> str:
    return f"{period.start} {period.until}" if period else ""


def read(words: str, year_starts: int = 1, order: str = "") -> str:
    return days(parse_period(words, today=THURSDAY, year_starts=year_starts, order=order))


# ── A period ─────────────────────────────────────────────────────────────────────────────────────


def test_a_period_holds_its_first_day_and_not_its_end() -> None:
    march = Period.of(date(2026, 3, 1), date(2026, 3, 31))
    assert march == Period(date(2026, 3, 1), date(2026, 4, 1))
    assert march.until == date(2026, 3, 31)
    assert date(2026, 3, 1) in march
    assert date(2026, 3, 31) in march
    assert date(2026, 2, 28) not in march
    assert date(2026, 4, 1) not in march


def test_months_and_quarters_are_clipped() -> None:
    period = Period.of(date(2025, 11, 20), date(2026, 4, 2))
    months = ["2025-11-20 2025-11-30", "2025-12-01 2025-12-31", "2026-01-01 2026-01-31"]
    assert [days(month) for month in period.months()][:3] == months
    assert days(period.months()[-1]) == "2026-04-01 2026-04-02"
    assert [days(quarter) for quarter in period.quarters()] == [
        "2025-11-20 2025-12-31",
        "2026-01-01 2026-03-31",
        "2026-04-01 2026-04-02",
    ]


@given(PERIODS)
def test_months_and_quarters_tile_the_period(period: Period) -> None:
    for parts, length in ((period.months(), 1), (period.quarters(), 3)):
        assert (parts[0].start, parts[-1].end) == (period.start, period.end)
        assert all(one.end == next_one.start for one, next_one in pairwise(parts))
        assert all(part.start.year == part.until.year for part in parts)
        assert all((part.start.month - 1) // length == (part.until.month - 1) // length for part in parts)


# ── As typed ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026", "2026-01-01 2026-12-31"),
        ("2026-Q1", "2026-01-01 2026-03-31"),
        ("2026q4", "2026-10-01 2026-12-31"),
        ("2026-H1", "2026-01-01 2026-06-30"),
        ("2026 h2", "2026-07-01 2026-12-31"),
        ("2024-02", "2024-02-01 2024-02-29"),
        ("March 2026", "2026-03-01 2026-03-31"),
        ("2026-W12", "2026-03-16 2026-03-22"),
        ("2026-W53", "2026-12-28 2027-01-03"),
        ("2026-03-05", "2026-03-05 2026-03-05"),
        ("yesterday", "2026-03-11 2026-03-11"),
        ("last fri", "2026-03-06 2026-03-06"),
        ("2025-07..2026-06", "2025-07-01 2026-06-30"),
        ("3 days ago .. yesterday", "2026-03-09 2026-03-11"),
        ("2026-02..", "2026-02-01 2026-03-12"),
        ("..2025", "0001-01-01 2025-12-31"),
        ("This year", "2026-01-01 2026-12-31"),
        ("last year", "2025-01-01 2025-12-31"),
        ("this quarter", "2026-01-01 2026-03-31"),
        ("last quarter", "2025-10-01 2025-12-31"),
        ("this month", "2026-03-01 2026-03-31"),
        ("last month", "2026-02-01 2026-02-28"),
        ("this week", "2026-03-09 2026-03-15"),
        ("last week", "2026-03-02 2026-03-08"),
        ("last 30 days", "2026-02-11 2026-03-12"),
        ("past 2 weeks", "2026-02-27 2026-03-12"),
        ("last 3 months", "2025-12-13 2026-03-12"),
        ("last 1 day", "2026-03-12 2026-03-12"),
    ],
)
def test_a_period(words: str, meant: str) -> None:
    assert read(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026", "2026-04-01 2027-03-31"),
        ("2026-Q1", "2026-04-01 2026-06-30"),
        ("2026-Q4", "2027-01-01 2027-03-31"),
        ("2026-H2", "2026-10-01 2027-03-31"),
        ("this year", "2025-04-01 2026-03-31"),
        ("last year", "2024-04-01 2025-03-31"),
        ("this quarter", "2026-01-01 2026-03-31"),
        ("2026-03", "2026-03-01 2026-03-31"),
    ],
)
def test_a_year_may_begin_in_april(words: str, meant: str) -> None:
    assert read(words, year_starts=4) == meant


@pytest.mark.parametrize(
    "words",
    [
        *("", "..", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-H3", "2025-W53", "0000", "9999", "202", "20263"),
        *("xyz 2026", "ma 2026", "last 0 days", "last days", "this", "2025..2026..2027", "2025...2026", "soon-ish.."),
        *("2026" + " " * 60 + "x", "\x1b[31m", "\udcff"),
    ],
)
def test_what_is_no_period_is_refused(words: str) -> None:
    with pytest.raises(InvalidInput, match="not-a-period"):
        read(words)


@pytest.mark.parametrize("words", ["1899", "2201-Q1", "last 9999 years", "last 2000 months", "1899-12-31"])
def test_years_have_an_end(words: str) -> None:
    with pytest.raises(InvalidInput, match="year-out-of-range"):
        read(words)


@pytest.mark.parametrize("words", ["2026..2025", "2026-03-12..2026-03-11", "2027.."])
def test_a_period_ends_after_it_begins(words: str) -> None:
    with pytest.raises(InvalidInput, match="period-ends-first"):
        read(words)


def test_a_day_within_a_period_keeps_its_own_rules() -> None:
    assert read("11/12/2025", order="DMY") == "2025-12-11 2025-12-11"
    with pytest.raises(InvalidInput, match="two-days"):
        read("11/12/2025")
    with pytest.raises(InvalidInput, match="no-such-day"):
        read("2026-02-30..")


@settings(max_examples=50, deadline=None)
@given(st.text("0123456789 -..qhwthislayermontkd", max_size=14) | st.text(st.characters(codec=None), max_size=8))
def test_no_words_do_worse_than_be_refused(words: str) -> None:
    with suppress(InvalidInput):
        period = parse_period(words, today=THURSDAY)
        assert period.start < period.end


# ── As options ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "since", "until", "meant"),
    [
        ("2025", None, None, "2025-01-01 2025-12-31"),
        (None, "2026-03-05", "yesterday", "2026-03-05 2026-03-11"),
        (None, "2025", "2026-02", "2025-01-01 2026-02-28"),
        (None, "2026-03-05", None, "2026-03-05 2026-03-12"),
        (None, None, "2026-03-05", "0001-01-01 2026-03-05"),
        (None, None, None, ""),
    ],
)
def test_since_and_until_are_both_inclusive(
    words: str | None, since: str | None, until: str | None, meant: str
) -> None:
    assert days(period_from(words, since, until, today=THURSDAY)) == meant


def test_nothing_typed_is_the_default() -> None:
    week = Period.of(date(2026, 3, 9), date(2026, 3, 15))
    assert period_from(None, None, None, today=THURSDAY, default=week) == week
    assert period_from("2025", None, None, today=THURSDAY, default=week) != week


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [("2025", "2025", None), ("2025", None, "2025"), (None, "2026", "2025"), (None, "", None)],
)
def test_options_that_contradict_each_other_are_refused(
    words: str | None, since: str | None, until: str | None
) -> None:
    with pytest.raises(InvalidInput):
        period_from(words, since, until, today=THURSDAY)


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
