"""The same day and week in earlier years, and this point in a relationship as it was with others."""

from collections.abc import Iterable
from datetime import date, timedelta

from mentorlog.dates import Period
from mentorlog.dates.period import DAY, plus_months
from mentorlog.model.entries import Entry
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass

AROUND = 3 * DAY  # before and after a point in a relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """The same time `ago` years ago: the `day` of that date, and the `week` from Monday to Sunday that is like this."""

    years_ago: int
    day: date
    week: Period

    @property
    def within(self) -> Period:
        """Both; at the edge of a week the day is not in it."""
        return Period(min(self.day, self.week.start), max(self.day + DAY, self.week.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLookback:
    """What was written at that time, oldest first."""

    moment: Anniversary
    entries: tuple[Entry, ...]

    @property
    def on_the_day(self) -> tuple[Entry, ...]:
        """The entries of the very day."""
        return tuple(entry for entry in self.entries if entry.on == self.moment.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """The days around `on`, when one was as far along with `person`, and what was written with them then."""

    person: Person
    on: date
    entries: tuple[Entry, ...]

    @property
    def within(self) -> Period:
        """A week, with that day in its middle."""
        return Period.of(self.on - AROUND, self.on + AROUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """How far along one is with `person`: `days` after the first session. `others` are as far along, earlier."""

    person: Person
    first: date
    days: int
    others: tuple[Parallel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookback:
    """Years in which something was written, the latest first; `relationship` where one person was named and met."""

    today: date
    years: tuple[YearLookback, ...]
    relationship: Relationship | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry once, oldest first."""
        others = self.relationship.others if self.relationship else ()
        groups = [*(year.entries for year in self.years), *(point.entries for point in others)]
        found = {entry.number: entry for group in groups for entry in group}
        return tuple(sorted(found.values(), key=lambda entry: (entry.on, entry.time, entry.number)))


def anniversaries(today: date, first: date | None) -> tuple[Anniversary, ...]:
    """The same time of the earlier years since `first`, the latest first. The week is the one that holds the
    anniversary of this week's Thursday, as ISO weeks belong to the year of theirs.
    """
    if first is None:
        return ()
    found = (_moment(today, ago) for ago in range(1, today.year - first.year + 2))
    return tuple(moment for moment in found if moment.within.end > first)


def parallel_points(person: Person, first_days: Iterable[tuple[Person, date]], today: date) -> tuple[Parallel, ...]:
    """The days on which one was as far along with others as today with `person`; those still to come are left out."""
    first = dict(first_days)
    along = today - first[person]
    days = {other: day + along for other, day in first.items() if other != person and day + along < today}
    return tuple(Parallel(person=other, on=on, entries=()) for other, on in days.items())


def _moment(today: date, ago: int) -> Anniversary:
    thursday = plus_months(today - timedelta(days=today.weekday() - 3), -12 * ago)
    monday = thursday - timedelta(days=thursday.weekday())
    return Anniversary(years_ago=ago, day=plus_months(today, -12 * ago), week=Period(monday, monday + 7 * DAY))
