"""Goals as threads through a stretch of time: a line each, with what happened on it."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from mentorlog.dates import Period, day_month
from mentorlog.model.entries import Event, Goal, What
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    NARROW,
    bold,
    digits,
    dim,
    edge,
    line,
    number,
)
from mentorlog.views.words import headline

INDENT = 4
TRACK = 28
LEAST_DAYS = 14
SIGNS = {"active": "─", "paused": "┄", "": " ", "turn": "●", "end": "○"}
ASCII = {"active": "-", "paused": ".", "": " ", "turn": "o", "end": "x"}
AFTER = {What.PAUSED: "paused", What.RESUMED: "active", What.REACHED: "", What.DROPPED: ""}


def threads(goals: Sequence[Goal], covered: Period | None, today: date, screen: Screen) -> list[Text]:
    """The goals that moved in this time; nothing where it is short, or the screen too narrow for lines."""
    if not goals or covered is None or screen.width < NARROW or (covered.end - covered.start).days < LEAST_DAYS:
        return []
    width = digits(goals)
    rows = [
        Row(lead=line(number(goal.number, width), "  ", _track(goal, covered, screen)), words=headline(goal), limit=1)
        for goal in goals
    ]
    ends = [day_month(day, today) for day in (covered.start, covered.until)]
    between = " " * max(TRACK - sum(map(len, ends)), 1)
    return [
        Text(),
        line(bold("Goals through this time"), indent=MARGIN),
        *table(rows, edge(screen), screen, indent=INDENT),
        line(dim(between.join(ends)), indent=INDENT + width + 2),
    ]


def _track(goal: Goal, covered: Period, screen: Screen) -> Text:
    signs = SIGNS if screen.has_symbols else ASCII
    cells = [signs[_state(goal, _day(place, covered))] for place in range(TRACK)]
    for event in goal.events:
        if event.on in covered:
            cells[_place(event.on, covered)] = signs[_mark(event)]
    return Text("".join(cells))


def _mark(event: Event) -> str:
    return "end" if event.what in (What.DROPPED, What.PAUSED) else "turn"


def _state(goal: Goal, day: date) -> str:
    """Whether the goal was there on a day: active, paused, or not."""
    states = [AFTER.get(event.what, "") for event in goal.events if event.on <= day and event.what in AFTER]
    return (states or ["active"])[-1] if goal.on <= day else ""


def _day(place: int, covered: Period) -> date:
    days = (covered.end - covered.start).days
    return date.fromordinal(covered.start.toordinal() + days * place // TRACK)


def _place(day: date, covered: Period) -> int:
    days = (covered.end - covered.start).days
    return (day - covered.start).days * TRACK // days
