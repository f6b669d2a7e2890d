"""Who was there, and what stands in the journal of it."""

from collections import Counter, defaultdict

from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Entry, Feedback, Session, named_people
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """What there was with one person, oldest first: the sessions and their `total_minutes`, all entries, the actions
    that the person promised, the feedback that the person gave. `areas` are those of the entries, the most frequent
    first.
    """

    person: Person
    sessions: tuple[Session, ...]
    total_minutes: int
    entries: tuple[Entry, ...] = ()
    promised: tuple[Action, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    areas: tuple[Area, ...] = ()


def meetings(entries: tuple[Entry, ...]) -> tuple[Meetings, ...]:
    """Everybody who is named in `entries` (oldest first); those met most come first."""
    found: dict[Person, list[Entry]] = defaultdict(list)
    for entry in entries:
        for person in dict.fromkeys(named_people(entry)):
            found[person].append(entry)
    told = [_with(person, tuple(theirs)) for person, theirs in found.items()]
    return tuple(sorted(told, key=lambda each: (-len(each.sessions), -len(each.entries))))


def _with(person: Person, entries: tuple[Entry, ...]) -> Meetings:
    sessions = tuple(entry for entry in entries if isinstance(entry, Session))
    counts = Counter(area for entry in entries for area in entry.areas)
    return Meetings(
        person=person,
        sessions=sessions,
        total_minutes=sum(session.minutes or 0 for session in sessions),
        entries=entries,
        promised=tuple(entry for entry in entries if isinstance(entry, Action) and entry.owner == person),
        feedback=tuple(entry for entry in entries if isinstance(entry, Feedback) and entry.owner == person),
        areas=tuple(sorted(counts, key=lambda area: (-counts[area], area.position, area.slug))),
    )
