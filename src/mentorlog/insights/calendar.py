"""Days as a calendar draws them: weeks beside each other, from Monday to Sunday."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from mentorlog.dates import Period
from mentorlog.dates.period import plus_months
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import DayTally

LEVELS = 4
DAY = timedelta(days=1)
Week = tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """At most twelve months. `monday` begins the first week; a week has seven counts, None for a day outside
    of the period; `months` says in which week each month begins, by its first day.
    """

    period: Period
    monday: date
    weeks: tuple[Week, ...]
    months: tuple[tuple[int, date], ...]

    def day(self, week: int, weekday: int) -> date:
        """The day at a place of the calendar."""
        return self.monday + (7 * week + weekday) * DAY


def strips(days: Iterable[DayTally], period: Period) -> tuple[Strip, ...]:
    """The calendar of `period`, in strips of twelve months from its first one on."""
    counts = {tally.on: tally.entries for tally in days}
    return tuple(_strip(counts, part) for part in _years(period))


def level(count: int | None, most: int) -> int:
    """How strongly a day is drawn, from 0 for nothing to LEVELS for the fullest."""
    return -(-LEVELS * count // most) if count else 0


def _years(period: Period) -> Sequence[Period]:
    parts, start = [], period.start
    while start < period.end:
        end = min(plus_months(start.replace(day=1), 12), period.end)
        parts.append(Period(start, end))
        start = end
    return parts


def _strip(counts: dict[date, int], period: Period) -> Strip:
    monday = period.start - period.start.weekday() * DAY
    weeks = -(-(period.end - monday).days // 7)
    return Strip(
        period=period,
        monday=monday,
        weeks=tuple(_week(counts, period, monday + 7 * week * DAY) for week in range(weeks)),
        months=tuple(((part.start - monday).days // 7, part.start) for part in period.months()),
    )


def _week(counts: dict[date, int], period: Period, monday: date) -> Week:
    days = [monday + place * DAY for place in range(7)]
    return tuple(counts.get(day, 0) if day in period else None for day in days)
