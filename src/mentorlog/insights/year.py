"""A year, or any period, as a document: every sentence in it comes from what was written."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from mentorlog.dates import Period
from mentorlog.insights.goal_story import GoalStory, goal_story
from mentorlog.insights.meetings import Meetings, meetings
from mentorlog.insights.progress import Progress, every_month
from mentorlog.model.entries import Action, Entry, Feedback, Goal, Kind, Question
from mentorlog.model.events import replay_events
from mentorlog.model.people import Person
from mentorlog.model.readers import OWN_RULE, ReaderRule
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import AreaTally, MonthTally, OverlapTally

SPOKEN = (Kind.SESSION, Kind.REFLECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChapter:
    """An area that lived in the period. `words` are the entries that the user picked for it; otherwise the first and
    the latest session or reflection, or the same once where there is only one; `people` are who was there, `goals`
    those that touch it. All stand in order of day.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A quarter of the period with its entries; empty where nothing was written. `number` is its place
    in its year, 1 to 4, and `year` the calendar year in which that year begins.
    """

    period: Period
    number: int
    year: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryOptions:
    """What a summary is asked to be: of whom, for whom, by whom, counted how, with which words.

    `people` are those with whom all of it was; nobody means everybody. `year_starts` is a month, 1 to 12.
    `picked` are the numbers of the entries by which chapters are told.
    """

    name: str = ""
    rule: ReaderRule = OWN_RULE
    people: tuple[Person, ...] = ()
    year_starts: int = 1
    picked: frozenset[int] = frozenset()


DEFAULT_OPTIONS = SummaryOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """All that a summary says. `entries` are those of the period, oldest first; `goals` are the
    goals that something happened to in it, with the events up to its end.
    """

    period: Period
    frame: SummaryOptions
    made_on: date
    progress: Progress
    chapters: tuple[AreaChapter, ...]
    quarters: tuple[Quarter, ...]
    meetings: tuple[Meetings, ...]
    goals: tuple[GoalStory, ...]
    actions: tuple[Action, ...]
    feedback: tuple[Feedback, ...]
    questions: tuple[Question, ...]
    entries: tuple[Entry, ...]
    together: tuple[AreaOverlap, ...] = ()


def year_summary(
    figures: Progress, entries: tuple[Entry, ...], goals: tuple[Goal, ...], frame: SummaryOptions = DEFAULT_OPTIONS
) -> YearSummary:
    """The summary of `figures.period` from its `entries` (oldest first) and the journal's `goals`."""
    period = figures.period
    entries = tuple(_until(entry, period) if isinstance(entry, Goal) else entry for entry in entries)
    moved = tuple(_until(goal, period) for goal in goals if any(event.on in period for event in goal.events))
    behind, touching = _evidence(entries), by_area(entries)
    return YearSummary(
        period=period,
        frame=frame,
        made_on=figures.today,
        progress=figures,
        chapters=tuple(
            chapter(tally, touching[tally.area.slug], moved, within=period, picked=frame.picked)
            for tally in figures.areas
            if tally.entries
        ),
        quarters=_quarters(entries, period, frame.year_starts),
        meetings=meetings(entries),
        goals=tuple(goal_story(goal, tuple(behind[goal.number]), today=figures.today) for goal in moved),
        actions=tuple(entry for entry in entries if isinstance(entry, Action)),
        feedback=tuple(entry for entry in entries if isinstance(entry, Feedback)),
        questions=tuple(entry for entry in entries if isinstance(entry, Question) and entry.status == "open"),
        entries=entries,
        together=tuple(area_overlap(tally, touching) for tally in figures.overlaps if tally.entries),
    )


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
        months=every_month(tally.months, within),
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


def _quarters(entries: tuple[Entry, ...], period: Period, year_starts: int) -> tuple[Quarter, ...]:
    return tuple(
        Quarter(
            period=part,
            number=(part.start.month - year_starts) % 12 // 3 + 1,
            year=part.start.year - (part.start.month < year_starts),
            entries=tuple(entry for entry in entries if entry.on in part),
        )
        for part in period.quarters(year_starts)
    )


def _evidence(entries: tuple[Entry, ...]) -> dict[int, list[Entry]]:
    behind: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        for number in entry.goals:
            behind[number].append(entry)
    return behind


def _until(goal: Goal, period: Period) -> Goal:
    """The goal as it stood at the end of the period: later events are not told."""
    return replay_events(goal, tuple(event for event in goal.events if event.on < period.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """An entry with its `number` in the document, or with the `reason` why it is not in it."""

    entry: Entry
    number: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The entries of a period that go into a document, and those that don't. The frame is as the reader gets it."""

    frame: SummaryOptions
    period: Period
    today: date
    within: tuple[PreviewRow, ...]
    without: tuple[PreviewRow, ...]


def exclusion_reason(entry: Entry, frame: SummaryOptions) -> str:
    """Why an entry of the period is not in the document."""
    if entry.number in frame.rule.excluded:
        return "left out by you"
    if entry.visibility not in frame.rule.reader.visibilities:
        return str(entry.visibility)
    return "with somebody else"
