"""Moments of a relationship, for a word of thanks: what the user wrote, and nothing else."""

from datetime import date

from mentorlog.model.entries import Action, Entry, Kind
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass

MIN_REFLECTIONS, MAX_MOMENTS = 3, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """`sessions` counts the meetings, from `first` to `last`. `moments` are entries with words, oldest first, spread
    over the time; `successful_actions` are one's own that worked.
    """

    person: Person
    sessions: int
    first: date | None
    last: date | None
    moments: tuple[Entry, ...]
    successful_actions: tuple[Action, ...]


def thanks(person: Person, entries: tuple[Entry, ...]) -> Thanks:
    """What there is to thank `person` for in `entries` (oldest first), those with them."""
    held = [entry for entry in entries if entry.kind is Kind.SESSION]
    meant = [entry for entry in entries if entry.kind is Kind.REFLECTION and entry.text]
    told = [entry for entry in entries if entry in meant or (entry in held and entry.text)]
    return Thanks(
        person=person,
        sessions=len(held),
        first=held[0].on if held else None,
        last=held[-1].on if held else None,
        moments=_spread(meant if len(meant) >= MIN_REFLECTIONS else told),
        successful_actions=tuple(
            e for e in entries if isinstance(e, Action) and e.outcome == "worked" and e.owner is None
        ),
    )


def _spread(entries: list[Entry]) -> tuple[Entry, ...]:
    """At most MAX_MOMENTS of them, the first and the last among these, the others evenly between."""
    if len(entries) <= MAX_MOMENTS:
        return tuple(entries)
    last = len(entries) - 1
    return tuple(entries[round(place * last / (MAX_MOMENTS - 1))] for place in range(MAX_MOMENTS))
