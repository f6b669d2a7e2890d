"""What a summary says of an area, and of two areas that came together."""

from collections import defaultdict
from collections.abc import Mapping

from mentorlog.dates import Period
from mentorlog.model.entries import Entry, Goal, Kind
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import AreaTally, MonthTally, OverlapTally

SPOKEN = (Kind.SESSION, Kind.REFLECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChapter:
    """An area that lived in the period: its tally, the words it is told by, its entries, the people who
    were there, the goals that touch it, and the entries month by month.

    `words` are the entries that the user picked for it; otherwise the first and the latest session or
    reflection, or the same once where there is only one. All stand in order of day.
    """

    tally: AreaTally
    words: tuple[Entry, ...]
    entries: tuple[Entry, ...]
    people: tuple[Person, ...]
    goals: tuple[Goal, ...] = ()
    months: tuple[MonthTally, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaOverlap:
    """Two areas that came together: how often, in which entries, the latest of them, and with whom."""

    tally: OverlapTally
    latest: Entry
    people: tuple[Person, ...]
    entries: tuple[Entry, ...] = ()


def by_area(entries: tuple[Entry, ...]) -> Mapping[str, tuple[Entry, ...]]:
    """The entries that touch each area, by its slug."""
    touching = defaultdict[str, list[Entry]](list)
    for entry in entries:
        for area in entry.areas:
            touching[area.slug].append(entry)
    return {slug: tuple(ones) for slug, ones in touching.items()}


def chapter(
    tally: AreaTally, touching: tuple[Entry, ...], goals: tuple[Goal, ...], *, within: Period, picked: frozenset[int]
) -> AreaChapter:
    """The chapter of an area, from the entries that touch it and the goals of the whole period."""
    return AreaChapter(
        tally=tally,
        words=_words(touching, picked),
        entries=touching,
        people=people_in(touching),
        goals=tuple(goal for goal in goals if tally.area in goal.areas),
        months=_months(tally, within),
    )


def area_overlap(tally: OverlapTally, touching: Mapping[str, tuple[Entry, ...]]) -> AreaOverlap:
    """The areas of `tally` with their common entries, from those that touch each area."""
    one, other = (touching[area.slug] for area in tally.areas)
    numbers = {entry.number for entry in other}
    common = tuple(entry for entry in one if entry.number in numbers)
    return AreaOverlap(tally=tally, latest=common[-1], people=people_in(common), entries=common)


def people_in(entries: tuple[Entry, ...]) -> tuple[Person, ...]:
    """The people of these entries, each once, in the order in which they come."""
    return tuple(dict.fromkeys(person for entry in entries for person in entry.people))


def _words(touching: tuple[Entry, ...], picked: frozenset[int]) -> tuple[Entry, ...]:
    chosen = tuple(entry for entry in touching if entry.number in picked)
    spoken = chosen or tuple(entry for entry in touching if entry.kind in SPOKEN) or touching
    return chosen or spoken[:1] + spoken[1:][-1:]


def _months(tally: AreaTally, within: Period) -> tuple[MonthTally, ...]:
    counted = {month.month: month.entries for month in tally.months}
    firsts = [part.start.replace(day=1) for part in within.months()]
    return tuple(MonthTally(month=first, entries=counted.get(first, 0)) for first in firsts)
