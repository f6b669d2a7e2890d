"""The growth timeline: months, days, and under each entry what belongs to it."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import groupby

from mentorlog.dates import Period
from mentorlog.model.entries import Checkin, Entry, Event, EventType, Goal
from mentorlog.model.records import dataclass

MAX_DEPTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """An entry, the entries about it, and the goals that it stands behind."""

    entry: Entry
    under: tuple["Thread", ...] = ()
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEvent:
    """An event in a goal's life; `before` is the percent that stood before a check-in."""

    goal: Goal
    event: Event
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day with what was written and what happened to goals."""

    on: date
    threads: tuple[Thread, ...]
    happenings: tuple[GoalEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month with its days; `first` is the first day of the month."""

    first: date
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Entries in order of day, time and number, and the same as a story by month.

    `total` counts all entries that match, of which `entries` may be the newest; `period` is None
    where none was asked for; `goals` are those to which something happened in this time.
    """

    period: Period | None
    today: date
    total: int
    entries: tuple[Entry, ...]
    months: tuple[Month, ...]
    goals: tuple[Goal, ...] = ()
    is_newest_first: bool = False

    @property
    def covered(self) -> Period | None:
        """The days that it is about: those asked for, or from its first entry to its last."""
        return covered_period(self.entries[::-1] if self.is_newest_first else self.entries, self.period)


def timeline(
    entries: tuple[Entry, ...],
    linked: tuple[Goal, ...],
    moving: tuple[Goal, ...],
    *,
    total: int,
    period: Period | None,
    today: date,
) -> Timeline:
    """The story of `entries` (oldest first). `linked` are the goals that they stand behind; the events
    of the goals in `moving` stand between their days.
    """
    threads: dict[date, list[Thread]] = defaultdict(list)
    for thread in _threads(entries, {goal.number: goal for goal in linked}):
        threads[thread.entry.on].append(thread)
    happenings: dict[date, list[GoalEvent]] = defaultdict(list)
    for happening in _goal_events(moving, covered_period(entries, period)):
        happenings[happening.event.on].append(happening)
    days = [
        Day(on=on, threads=tuple(threads.get(on, ())), happenings=tuple(happenings.get(on, ())))
        for on in sorted(threads.keys() | happenings.keys())
    ]
    grouped = groupby(days, key=lambda day: day.on.replace(day=1))
    return Timeline(
        period=period,
        today=today,
        total=total,
        entries=entries,
        months=tuple(Month(first=first, days=tuple(within)) for first, within in grouped),
        goals=moving,
    )


def newest_first(figure: Timeline) -> Timeline:
    """The same timeline told backwards."""
    return replace(
        figure,
        entries=figure.entries[::-1],
        months=tuple(replace(month, days=month.days[::-1]) for month in figure.months[::-1]),
        is_newest_first=True,
    )


def _threads(entries: tuple[Entry, ...], goals: dict[int, Goal]) -> list[Thread]:
    parents = _parents(entries)
    below: dict[int | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        below[parents[entry.number]].append(entry)

    def thread(entry: Entry) -> Thread:
        return Thread(
            entry=entry,
            under=tuple(thread(under) for under in below.get(entry.number, ())),
            goals=tuple(goals[number] for number in entry.goals if number in goals),
        )

    return [thread(entry) for entry in below[None]]


def _parents(entries: tuple[Entry, ...]) -> dict[int, int | None]:
    """The entry under which each one stands: what it is about, where that is shown. A check-in has its own day: it
    looks back at another, which may be months away.

    Nothing stands deeper than MAX_DEPTH, and a circle of entries about each other is opened somewhere.
    """
    about = {entry.number: None if isinstance(entry, Checkin) else entry.about for entry in entries}
    parents: dict[int, int | None] = {}
    depths: dict[int, int] = {}
    for number in about:
        path: dict[int, None] = {}
        above: int | None = number
        while above in about and above not in parents and above not in path:
            path[above] = None
            above = about[above]
        for below in reversed(path):
            parent = about[below] if about[below] in parents else None
            if parent and depths[parent] == MAX_DEPTH:
                parent = parents[parent]
            parents[below] = parent
            depths[below] = depths[parent] + 1 if parent else 0
    return parents


def covered_period(entries: tuple[Entry, ...], period: Period | None) -> Period | None:
    """The days that a timeline is about: those asked for, or from its first entry to its last."""
    if period or not entries:
        return period
    return Period.of(entries[0].on, entries[-1].on)


def _goal_events(goals: tuple[Goal, ...], covered: Period | None) -> list[GoalEvent]:
    if covered is None:
        return []
    return [
        GoalEvent(goal=goal, event=event, before=_percent(goal.events[:place]))
        for goal in goals
        for place, event in enumerate(goal.events)
        if event.what is not EventType.CREATED and event.on in covered
    ]


def _percent(events: tuple[Event, ...]) -> int | None:
    return next((event.percent for event in reversed(events) if event.percent is not None), None)
