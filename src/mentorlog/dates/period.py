"""A stretch of days, and moving through the calendar by months."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, and without, `end`."""

    start: date
    end: date

    @classmethod
    def of(cls, first: date, last: date) -> Self:
        """The period from its first day to its last, both in it."""
        return cls(first, last + DAY)

    @property
    def until(self) -> date:
        """The last day in it."""
        return self.end - DAY

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def months(self) -> list["Period"]:
        """Its calendar months in order, the first and the last clipped to it."""
        return self._parts(1)

    def quarters(self, year_starts: int = 1) -> list["Period"]:
        """Its quarters in order, counted from the month in which a year begins; the outermost clipped to it."""
        return self._parts(3, year_starts)

    def _parts(self, months: int, year_starts: int = 1) -> list["Period"]:
        parts, start = [], self.start
        while start < self.end:
            this = plus_months(start.replace(day=1), -((start.month - year_starts) % months))
            end = min(plus_months(this, months), self.end)
            parts.append(Period(start, end))
            start = end
        return parts


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or its last day where it is shorter; ValueError beyond the years 1 to 9999."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return min(first + (day.day - 1) * DAY, _month_end(first))


def months_between(first: date, last: date) -> int:
    """How many whole months lie between two days, the earlier one first."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (plus_months(first, months) > last)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY
