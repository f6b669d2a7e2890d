"""A period as it is typed → a Period: "2026", "2026-Q1", "2025-07..2026-06", "last quarter", or any single day; a
rhythm as it is typed ("5 weeks") → days.
"""

import re
from datetime import date
from functools import partial

from mentorlog.dates.days import LONGEST, YEARS, find_day, name_index, normalized, shift_by_unit, year_out_of_range
from mentorlog.dates.period import DAY, Period, plus_months
from mentorlog.dates.wording import MONTHS
from mentorlog.errors import InvalidInput

_CALENDAR = r"(\d{4})(?:(-|[- ]?[qhw])(\d{1,2}))?"
_MONTH = r"([a-z]+)\.? (\d{4})"
_RECENT = r"(this|last) (year|quarter|month|week)"
_LAST = r"(?:last|past) (\d{1,4}) ((?:day|week|month|year)s?)"
_KINDS = {"": "year", "h": "half", "q": "quarter", "-": "month", "w": "week"}
_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_COUNTS = {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_RHYTHM = r"(?:(?:about )?every )?(?:(\d{1,3}|a|one|two|three|four|five|six) )?(day|week|month|quarter|year)s?"


def parse_period(words: str, *, today: date, year_starts: int = 1, order: str = "") -> Period:
    """The period that was typed; of "2025-07..2026-06" either side may be any period, or missing (today, always).

    `year_starts` is the month (1 to 12) in which a year begins: it is named for the calendar year of its first day, and
    quarters and halves count from there. "last 30 days" end today. Raises InvalidInput.
    """
    sides = [side.strip() for side in words.split("..")]
    if len(sides) == 2 and any(sides):
        return _between(sides[0] or None, sides[1] or None, today=today, year_starts=year_starts, order=order)
    period = _single(words, today, year_starts, order)
    if period is None:
        raise InvalidInput("not-a-period", words=words[:LONGEST])
    return period


def period_from(  # noqa: PLR0913 - one argument for each thing that a command may be given
    words: str | None,
    since: str | None,
    until: str | None,
    *,
    today: date,
    year_starts: int = 1,
    order: str = "",
    default: Period | None = None,
) -> Period | None:
    """The period that a command was given, in words or from `--since` to `--until`, both inclusive; else the default.

    Without `--until` it ends today, without `--since` it begins at date.min. Raises InvalidInput.
    """
    if words is not None and (since, until) != (None, None):
        raise InvalidInput("period-and-since")
    if words is not None:
        return parse_period(words, today=today, year_starts=year_starts, order=order)
    if since is None and until is None:
        return default
    return _between(since, until, today=today, year_starts=year_starts, order=order)


def _between(first: str | None, last: str | None, *, today: date, year_starts: int, order: str) -> Period:
    read = partial(parse_period, today=today, year_starts=year_starts, order=order)
    start = date.min if first is None else read(first).start
    end = today + DAY if last is None else read(last).end
    if start >= end:
        raise InvalidInput("period-ends-first")
    return Period(start, end)


def _single(words: str, today: date, year_starts: int, order: str) -> Period | None:
    typed = normalized(words)
    period = _calendar(typed, year_starts) or _month(typed) or _recent(typed, today, year_starts) or _last(typed, today)
    if period is None:
        day = find_day(words, today=today, order=order)
        return Period.of(day, day) if day else None
    if period.start.year not in YEARS:
        raise year_out_of_range()
    return period


def _calendar(typed: str, year_starts: int) -> Period | None:
    found = re.fullmatch(_CALENDAR, typed)
    if not found:
        return None
    kind = _KINDS[(found[2] or "")[-1:]]
    try:
        return _numbered(int(found[1]), kind, int(found[3] or 1), year_starts)
    except ValueError:
        return None


def _numbered(year: int, kind: str, number: int, year_starts: int) -> Period | None:
    if kind == "week":
        monday = date.fromisocalendar(year, number, 1)
        return Period(monday, monday + 7 * DAY)
    months = _MONTHS[kind]
    if not 1 <= number <= 12 // months:
        return None
    first = date(year, 1 if kind == "month" else year_starts, 1)
    return _months_from(plus_months(first, months * (number - 1)), months)


def _month(typed: str) -> Period | None:
    """Such as "March 2026", as mentorlog writes it."""
    found = re.fullmatch(_MONTH, typed)
    month = name_index(MONTHS, found[1]) if found else None
    return _calendar(f"{found[2]}-{month + 1}", 1) if found and month is not None else None


def _recent(typed: str, today: date, year_starts: int) -> Period | None:
    found = re.fullmatch(_RECENT, typed)
    if not found:
        return None
    if found[2] == "week":
        start = today - today.weekday() * DAY
        return Period(start - 7 * DAY, start) if found[1] == "last" else Period(start, start + 7 * DAY)
    months = _MONTHS[found[2]]
    start = plus_months(today.replace(day=1), -((today.month - year_starts) % months))
    return _months_from(plus_months(start, -months) if found[1] == "last" else start, months)


def _last(typed: str, today: date) -> Period | None:
    """Such as "last 30 days", today among them."""
    found = re.fullmatch(_LAST, typed)
    if not found or int(found[1]) == 0:
        return None
    return Period.of(shift_by_unit(today, -int(found[1]), found[2]) + DAY, today)


def _months_from(first: date, months: int) -> Period:
    return Period(first, plus_months(first, months))


def days_between(rhythm: str) -> int | None:
    """About how many days lie between two meetings; None where the words name no length of time ("when I need it")."""
    found = re.fullmatch(_RHYTHM, " ".join(rhythm.lower().split()))
    if not found:
        return None
    count, unit = found[1] or "", found[2]
    return (_COUNTS[count] if count in _COUNTS else int(count)) * _DAYS[unit] or None
