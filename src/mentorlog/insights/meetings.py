"""Who was there, and what stands in the journal of it."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Entry, Session
from mentorlog.model.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """What there was with one person, oldest first: the sessions and their `minutes`, all entries, and
    the actions that the person promised; `areas` are those of the entries, the most frequent first.
    """

    person: Person
    sessions: tuple[Session, ...]
    minutes: int
    entries: tuple[Entry, ...] = ()
    promised: tuple[Action, ...] = ()
    areas: tuple[Area, ...] = ()


def meetings(entries: tuple[Entry, ...]) -> tuple[Meetings, ...]:
    """Everybody who is named in `entries` (oldest first); those met most come first."""
    named: dict[Person, list[Entry]] = defaultdict(list)
    for entry in entries:
        for person in dict.fromkeys((*entry.people, *_owner(entry))):
            named[person].append(entry)
    told = [_with(person, tuple(found)) for person, found in named.items()]
    return tuple(sorted(told, key=lambda each: (-len(each.sessions), -len(each.entries))))


def _with(person: Person, entries: tuple[Entry, ...]) -> Meetings:
    sessions = tuple(entry for entry in entries if isinstance(entry, Session))
    counts = Counter(area for entry in entries for area in entry.areas)
    return Meetings(
        person=person,
        sessions=sessions,
        minutes=sum(session.minutes or 0 for session in sessions),
        entries=entries,
        promised=tuple(entry for entry in entries if isinstance(entry, Action) and entry.owner == person),
        areas=tuple(sorted(counts, key=lambda area: (-counts[area], area.position, area.slug))),
    )


def _owner(entry: Entry) -> tuple[Person, ...]:
    return (entry.owner,) if isinstance(entry, Action) and entry.owner else ()
