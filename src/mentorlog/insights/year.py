"""A year, or any period, as a document: every sentence in it comes from what was written."""

from dataclasses import dataclass
from datetime import date

from mentorlog.dates import Period
from mentorlog.insights.progress import Progress
from mentorlog.insights.story import GoalStory, story
from mentorlog.model.entries import Action, Entry, Goal, Kind, Question, Session
from mentorlog.model.goals import replayed
from mentorlog.model.people import Person
from mentorlog.model.tallies import AreaTally, MonthTally, OverlapTally


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """An area that lived in the period: its tally, the first and the latest words (the same entry
    once where there is only one), the people who were there, and the entries month by month.
    """

    tally: AreaTally
    first: Entry
    latest: Entry | None
    people: tuple[Person, ...]
    months: tuple[MonthTally, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Two areas that came together: how often, the latest entry that touches both, and with whom."""

    tally: OverlapTally
    latest: Entry
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A quarter of the period with its entries; empty where nothing was written."""

    period: Period
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """The sessions with one person, oldest first; `minutes` is their sum."""

    person: Person
    sessions: tuple[Session, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """All that a summary says. `entries` are those of the period, oldest first; `goals` are the
    goals that something happened to in it, with the events up to its end.
    """

    period: Period
    reader: str
    made_on: date
    name: str
    progress: Progress
    chapters: tuple[Chapter, ...]
    quarters: tuple[Quarter, ...]
    meetings: tuple[Meetings, ...]
    goals: tuple[GoalStory, ...]
    actions: tuple[Action, ...]
    questions: tuple[Question, ...]
    entries: tuple[Entry, ...]
    together: tuple[Together, ...] = ()


def year_summary(
    figures: Progress, entries: tuple[Entry, ...], goals: tuple[Goal, ...], *, name: str, reader: str = "self"
) -> YearSummary:
    """The summary of `figures.period` from its `entries` (oldest first) and the journal's `goals`."""
    period = figures.period
    entries = tuple(_until(entry, period) if isinstance(entry, Goal) else entry for entry in entries)
    return YearSummary(
        period=period,
        reader=reader,
        made_on=figures.today,
        name=name,
        progress=figures,
        chapters=tuple(_chapter(tally, entries, period) for tally in figures.areas if tally.entries),
        quarters=tuple(
            Quarter(period=part, entries=tuple(entry for entry in entries if entry.on in part))
            for part in period.quarters()
        ),
        meetings=_meetings(entries),
        goals=tuple(
            story(goal, tuple(entry for entry in entries if goal.number in entry.goals), today=figures.today)
            for goal in (_until(goal, period) for goal in goals)
            if any(event.on in period for event in goal.events)
        ),
        actions=tuple(entry for entry in entries if isinstance(entry, Action)),
        questions=tuple(entry for entry in entries if isinstance(entry, Question) and entry.status == "open"),
        entries=entries,
        together=tuple(_together(tally, entries) for tally in figures.overlaps if tally.entries),
    )


def _chapter(tally: AreaTally, entries: tuple[Entry, ...], period: Period) -> Chapter:
    touching = [entry for entry in entries if tally.area in entry.areas]
    spoken = [entry for entry in touching if entry.kind in (Kind.SESSION, Kind.REFLECTION)] or touching
    return Chapter(
        tally=tally,
        first=spoken[0],
        latest=spoken[-1] if len(spoken) > 1 else None,
        people=_people(touching),
        months=tuple(
            MonthTally(month=part.start.replace(day=1), entries=sum(entry.on in part for entry in touching))
            for part in period.months()
        ),
    )


def _together(tally: OverlapTally, entries: tuple[Entry, ...]) -> Together:
    touching = [entry for entry in entries if set(tally.areas) <= set(entry.areas)]
    return Together(tally=tally, latest=touching[-1], people=_people(touching))


def _people(entries: list[Entry]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(person for entry in entries for person in entry.people))


def _meetings(entries: tuple[Entry, ...]) -> tuple[Meetings, ...]:
    held: dict[Person, list[Session]] = {}
    for entry in entries:
        if isinstance(entry, Session):
            for person in entry.people:
                held.setdefault(person, []).append(entry)
    return tuple(
        Meetings(
            person=person,
            sessions=tuple(sessions),
            minutes=sum(session.minutes or 0 for session in sessions),
        )
        for person, sessions in sorted(held.items(), key=lambda pair: -len(pair[1]))
    )


def _until(goal: Goal, period: Period) -> Goal:
    """The goal as it stood at the end of the period: later events are not told."""
    return replayed(goal, tuple(event for event in goal.events if event.on < period.end))
