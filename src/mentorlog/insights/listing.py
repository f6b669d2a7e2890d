"""Entries one below the other, and one entry in full."""

from datetime import date

from mentorlog.dates import Period
from mentorlog.model.entries import Entry, Goal
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Entries in the order in which they are shown. `heading` names them ("Open actions"); `total`
    counts all that match, of which these may be a part.
    """

    heading: str
    entries: tuple[Entry, ...]
    total: int
    today: date
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShare:
    """Somebody was given an entry: in which `packet`, on which day, and whether it says something else by now."""

    person: Person
    packet: str
    on: date
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One entry with what it hangs together with: what it is `about`, the entries `under` it, the goals that it stands
    behind, for a goal the `evidence` behind it, and who was given it. `is_outdated` says of an answer from a packet
    that the entry it is about was changed since.
    """

    entry: Entry
    today: date
    about: Entry | None = None
    under: tuple[Entry, ...] = ()
    goals: tuple[Goal, ...] = ()
    evidence: tuple[Entry, ...] = ()
    shares: tuple[EntryShare, ...] = ()
    is_outdated: bool = False
