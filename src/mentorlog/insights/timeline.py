"""The growth timeline: months, days, and under each entry what belongs to it."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from mentorlog.dates import Period
from mentorlog.model.entries import Entry, Event, Goal, What


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """An entry, the entries about it, and the goals that it stands behind."""

    entry: Entry
    under: tuple["Thread", ...] = ()
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event in a goal's life; `before` is the percent that stood before a check-in."""

    goal: Goal
    event: Event
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day with what was written and what happened to goals."""

    on: date
    threads: tuple[Thread, ...]
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month with its days; `first` is the first day of the month."""

    first: date
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Entries in order of day, time and number, and the same as a story by month.

    `total` counts all entries that match, of which `entries` may be the newest; `period` is None
    where none was asked for.
    """

    period: Period | None
    today: date
    total: int
    entries: tuple[Entry, ...]
    months: tuple[Month, ...]
    is_newest_first: bool = False


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
    threads = _threads(entries, {goal.number: goal for goal in linked})
    happenings = _happenings(moving, covered(entries, period))
    days = [
        Day(
            on=on,
            threads=tuple(thread for thread in threads if thread.entry.on == on),
            happenings=tuple(happening for happening in happenings if happening.event.on == on),
        )
        for on in sorted({thread.entry.on for thread in threads} | {h.event.on for h in happenings})
    ]
    grouped = groupby(days, key=lambda day: day.on.replace(day=1))
    return Timeline(
        period=period,
        today=today,
        total=total,
        entries=entries,
        months=tuple(Month(first=first, days=tuple(within)) for first, within in grouped),
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
    shown = {entry.number for entry in entries}
    about: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.about in shown:
            about.setdefault(entry.about or 0, []).append(entry)

    def thread(entry: Entry) -> Thread:
        return Thread(
            entry=entry,
            under=tuple(thread(below) for below in about.get(entry.number, ())),
            goals=tuple(goals[number] for number in entry.goals if number in goals),
        )

    return [thread(entry) for entry in entries if entry.about not in shown]


def covered(entries: tuple[Entry, ...], period: Period | None) -> Period | None:
    """The days that a timeline is about: those asked for, or from its first entry to its last."""
    if period or not entries:
        return period
    return Period.of(entries[0].on, entries[-1].on)


def _happenings(goals: tuple[Goal, ...], covered: Period | None) -> list[Happening]:
    if covered is None:
        return []
    return [
        Happening(goal=goal, event=event, before=_percent_before(goal, event))
        for goal in goals
        for event in goal.events
        if event.what is not What.CREATED and event.on in covered
    ]


def _percent_before(goal: Goal, event: Event) -> int | None:
    earlier = goal.events[: goal.events.index(event)]
    return next((before.percent for before in reversed(earlier) if before.percent is not None), None)
