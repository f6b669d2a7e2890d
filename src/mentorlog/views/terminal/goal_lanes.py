"""Goals as threads through a stretch of time: a line each, with what happened on it."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from mentorlog.dates import Period, day_month
from mentorlog.model.entries import Event, EventType, Goal
from mentorlog.model.events import GOAL_STATUS_AFTER
from mentorlog.phrases.entries import headline
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.draw import digits, dim, line, number, title

INDENT = 4
LANE_WIDTH = 28
LEAST_DAYS = 14
SIGNS = {"active": "─", "paused": "┄", "turn": "●", "end": "○"}
ASCII = {"active": "-", "paused": ".", "turn": "o", "end": "x"}


def goal_lanes(goals: Sequence[Goal], covered: Period | None, today: date, screen: Screen) -> list[Text]:
    """The goals that moved in this time; nothing where it is short, or the screen too narrow for lines."""
    if not goals or covered is None or screen.is_narrow or (covered.end - covered.start).days < LEAST_DAYS:
        return []
    width = digits(goals)
    rows = [
        Row(lead=line(number(goal.number, width), "  ", _lane(goal, covered, screen)), words=headline(goal), limit=1)
        for goal in goals
    ]
    ends = [day_month(day, today) for day in (covered.start, covered.until)]
    between = " " * max(LANE_WIDTH - sum(map(len, ends)), 1)
    return [
        Text(),
        title("Goals through this time"),
        *table(rows, screen, indent=INDENT),
        line(dim(between.join(ends)), indent=INDENT + width + 2),
    ]


def _lane(goal: Goal, covered: Period, screen: Screen) -> Text:
    symbols = SIGNS if screen.has_symbols else ASCII
    cells = [symbols.get(_state(goal, _day(place, covered)), " ") for place in range(LANE_WIDTH)]
    for event in goal.events:
        if event.on in covered:
            cells[_place(event.on, covered)] = symbols[_mark(event)]
    return Text("".join(cells))


def _mark(event: Event) -> str:
    return "end" if event.what in (EventType.DROPPED, EventType.PAUSED) else "turn"


def _state(goal: Goal, day: date) -> str:
    """The status of a goal on a day; empty before it was set."""
    before = [event.what for event in goal.events if event.on <= day and event.what in GOAL_STATUS_AFTER]
    status = GOAL_STATUS_AFTER[before[-1]] if before else "active"
    return status if goal.on <= day else ""


def _day(place: int, covered: Period) -> date:
    days = (covered.end - covered.start).days
    return date.fromordinal(covered.start.toordinal() + days * place // LANE_WIDTH)


def _place(day: date, covered: Period) -> int:
    days = (covered.end - covered.start).days
    return (day - covered.start).days * LANE_WIDTH // days
