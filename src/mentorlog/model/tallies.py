"""Counts made by SQL, before anything is made of them."""

from datetime import date, timedelta

from mentorlog.dates import days_between
from mentorlog.model.areas import Area
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTally:
    """How many entries a month has; `month` is its first day."""

    month: date
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTally:
    """How many entries a day has."""

    on: date
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaTally:
    """How many entries touch an area; `last` is the day of the latest, `months` are those with entries."""

    area: Area
    entries: int = 0
    sessions: int = 0
    reflections: int = 0
    goals: int = 0
    last: date | None = None
    months: tuple[MonthTally, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapTally:
    """How many entries touch both areas."""

    areas: tuple[Area, Area]
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMeeting:
    """A person, and the day of the latest session with them; None where there was none."""

    person: Person
    last: date | None = None

    @property
    def due(self) -> date:
        """When the rhythm says to meet again; date.max where it says nothing."""
        days = days_between(self.person.rhythm)
        return self.last + timedelta(days=days) if days and self.last else date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTally(LastMeeting):
    """How many sessions there were with a person, too."""

    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPersonTally:
    """How many entries touch an area and are with a person; `last` is the day of the latest."""

    area: Area
    person: Person
    entries: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """All counts over one selection. `kinds` and `goals` map a kind or status to a count; `total_minutes` is the sum
    over sessions; `first` and `last` are the days of the outermost entries, `days` all that have entries.
    """

    entries: int
    total_minutes: int
    kinds: dict[str, int]
    areas: tuple[AreaTally, ...]
    overlaps: tuple[OverlapTally, ...]
    months: tuple[MonthTally, ...]
    goals: dict[str, int]
    people: tuple[PersonTally, ...]
    first: date | None = None
    last: date | None = None
    days: tuple[DayTally, ...] = ()
