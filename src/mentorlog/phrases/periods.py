"""What a document and its quarters are called by their days."""

from datetime import date
from typing import Protocol

from mentorlog.dates import MONTHS, Period, month_name, period_text
from mentorlog.insights.year import Quarter, SummaryOptions

WHOLE = {12: "", 6: "H", 3: "Q"}


class Document(Protocol):
    """What words about entries depend on: for whom the document is, of which days, and when it was made."""

    @property
    def frame(self) -> SummaryOptions:
        """For whom, and of whom."""

    @property
    def period(self) -> Period:
        """Of which days."""

    @property
    def made_on(self) -> date:
        """On which day it was made."""


def period_name(period: Period, year_starts: int = 1) -> str:
    """Such as "2025", "2025/26", "Q1 2025", "March 2025", "July 2024 to June 2026", or the days from and until."""
    start, months = period.start, len(period.months())
    if start.day != 1 or period.end.day != 1:
        return period_text(period)
    if months == 1:
        return month_name(start)
    place, rest = divmod((start.month - year_starts) % 12, months)
    if months in WHOLE and not rest:
        sign = f"{WHOLE[months]}{place + 1} " if WHOLE[months] else ""
        return f"{sign}{year_name(start.year - (start.month < year_starts), year_starts)}"
    return f"{month_name(start)} to {month_name(period.until)}"


def year_name(year: int, year_starts: int) -> str:
    """Such as "2025", or "2025/26" of a year that doesn't begin in January."""
    return str(year) if year_starts == 1 else f"{year}/{(year + 1) % 100:02}"


def document_name(summary: Document) -> str:
    """The name of the period as the summary counts years."""
    return period_name(summary.period, summary.frame.year_starts)


def short_quarter(quarter: Quarter, summary: Document) -> str:
    """Such as "Q1 2025"."""
    return f"Q{quarter.number} {year_name(quarter.year, summary.frame.year_starts)}"


def quarter_name(quarter: Quarter, summary: Document) -> str:
    """Such as "Q1 2025, January to March"; where the period begins or ends within a quarter, only its months."""
    first, last = MONTHS[quarter.period.start.month - 1], MONTHS[quarter.period.until.month - 1]
    months = first if first == last else f"{first} to {last}"
    return f"{short_quarter(quarter, summary)}, {months}"
