"""Days, periods and stretches of time as people call them; `dates` has the plain forms of a single day."""

import re
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.dates import MONTHS, Period, day_month, days_between, month_name, period_text
from mentorlog.model.people import Person
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line

if TYPE_CHECKING:
    from mentorlog.insights.year import Quarter
    from mentorlog.model.history import Version

_PARTS_OF_YEAR = {12: "", 6: "H", 3: "Q"}


def near_day(day: date, period: Period) -> str:
    """A day as a document writes it: with its year only where the year isn't plain from the period."""
    return day_month(day, period.start if period.start.year == period.until.year else None)


def day_in_column(day: date, today: date | None = None) -> str:
    """The day with its year where that isn't today's, single digits below the last of two: " 5 Mar"."""
    return f"{' ' if day.day < 10 else ''}{day_month(day, today)}"


def moment(at: str) -> str:
    """As "2026-03-12 17:04 UTC" from UTC seconds in ISO form."""
    return f"{one_line(at).replace('T', ' ')[:16]} UTC"


def version_heading(version: "Version") -> str:
    """Which change made or ended a version."""
    verb = "Until" if version.entry else "Written"
    return f"{verb} {moment(version.command.at)}, {one_line(version.command.command)}"


def years_ago(count: int) -> str:
    """As "A year ago", "2 years ago"."""
    return "A year ago" if count == 1 else f"{count} years ago"


def span(days: int) -> str:
    """How long something took: "3 days", "5 weeks"."""
    return plural("week", (days + 3) // 7) if days >= 14 else plural("day", days)


def rhythm(person: Person) -> str:
    """As "about every 5 weeks" from "5 weeks"; words that are no length of time stay as they were written."""
    words = one_line(person.rhythm)
    if not days_between(words):
        return words
    return "about every " + re.sub(r"^(?:(?:about )?every )?(?:(?:1|a|one) )?", "", words)


def period_name(period: Period, year_starts: int = 1) -> str:
    """Such as "2025", "2025/26", "Q1 2025", "March 2025", "July 2024 to June 2026", or the days from and until."""
    start, months = period.start, len(period.months())
    if start.day != 1 or period.end.day != 1:
        return period_text(period)
    if months == 1:
        return month_name(start)
    place, rest = divmod((start.month - year_starts) % 12, months)
    if months in _PARTS_OF_YEAR and not rest:
        part = f"{_PARTS_OF_YEAR[months]}{place + 1} " if _PARTS_OF_YEAR[months] else ""
        return f"{part}{_year_name(start.year - (start.month < year_starts), year_starts)}"
    return f"{month_name(start)} to {month_name(period.until)}"


def _year_name(year: int, year_starts: int) -> str:
    """Such as "2025", or "2025/26" of a year that doesn't begin in January."""
    return str(year) if year_starts == 1 else f"{year}/{(year + 1) % 100:02}"


def short_quarter(quarter: "Quarter", year_starts: int) -> str:
    """Such as "Q1 2025"."""
    return f"Q{quarter.number} {_year_name(quarter.year, year_starts)}"


def quarter_name(quarter: "Quarter", year_starts: int) -> str:
    """Such as "Q1 2025, January to March"; where the period begins or ends within a quarter, only its months."""
    first, last = MONTHS[quarter.period.start.month - 1], MONTHS[quarter.period.until.month - 1]
    return f"{short_quarter(quarter, year_starts)}, {first if first == last else f'{first} to {last}'}"
