"""A goal as a story: told in a paragraph, then day by day, then what stands behind it."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from mentorlog.insights.goal_story import GoalStory, Step
from mentorlog.model.entries import Entry, EventType, Goal
from mentorlog.phrases.days import day_in_column, span
from mentorlog.phrases.entries import VISIBILITY, headline
from mentorlog.phrases.events import event_word, reached
from mentorlog.phrases.goal_story import story_sentences
from mentorlog.phrases.goals import due, goal_percent, how_far, percent_along
from mentorlog.phrases.grammar import labels
from mentorlog.text import display_width
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    NARROW,
    bold,
    digits,
    edge,
    ellipsis,
    flow_items,
    line,
    number,
    padded,
    page,
    percent_bar,
    wrapped,
)

INDENT = 4
BAR = 20
DAY_WIDTH = 11  # cells of "16 Sep 2025"
PERCENT_STEP = 10  # percent that the next check-in is suggested beyond the last


def picture(figure: GoalStory, screen: Screen) -> Text:
    """The story of one goal."""
    paragraph = wrapped(" ".join(story_sentences(figure)), edge(screen) - MARGIN, indent=MARGIN)
    return page(
        [
            *_heading(figure, screen),
            *([Text(), *paragraph] if figure.steps else []),
            *([Text(), *event_lines(figure.steps, figure.goal, screen)] if len(figure.steps) > 1 else []),
            *evidence_block("What stands behind it", figure.evidence, figure.today, screen),
            *_next_command_lines(figure.goal, screen),
        ]
    )


def _heading(figure: GoalStory, screen: Screen) -> list[Text]:
    goal = figure.goal
    lead = f"Goal {goal.number}   "
    start = len(lead) if screen.width >= NARROW else MARGIN
    room = edge(screen) - start
    title, facts = wrapped(headline(goal), room, "bold"), flow_items(goal_facts(goal, figure.today), room, screen)
    if screen.width < NARROW:
        return [bold(lead.rstrip()), *(line(each, indent=start) for each in (*title, *facts))]
    return [line(bold(lead), title[0]), *(line(each, indent=start) for each in (*title[1:], *facts))]


def goal_facts(goal: Goal, today: date) -> list[Text | str]:
    """How a goal stands, when it is due, its areas and who may read it."""
    day = due(goal.due, today) if goal.due else ""
    words = (goal.status, how_far(goal, today), day, labels(goal), VISIBILITY[goal.visibility])
    return [word for word in words if word]


def event_lines(steps: Sequence[Step], goal: Goal, screen: Screen) -> list[Text]:
    """What happened on which day; a year is said where it changes."""
    before = (None, *(step.event.on for step in steps[:-1]))
    numbers = [_number(step, goal) for step in steps]
    widest = max(map(display_width, numbers))
    return [
        line(
            padded(day_in_column(step.event.on, day), DAY_WIDTH),
            "   ",
            _event(step, goal, widest, screen),
            indent=INDENT,
        )
        for step, day in zip(steps, before, strict=True)
    ]


def _number(step: Step, goal: Goal) -> str:
    return reached(step.event, goal) if step.event.what is EventType.CHECKIN else ""


def _event(step: Step, goal: Goal, widest: int, screen: Screen) -> Text:
    words = _number(step, goal)
    if not words:
        return Text(_event_phrase(step, goal))
    done = percent_along(step.event.percent, step.event.count, goal.target)
    width = BAR if screen.width >= NARROW else 0
    said = f"{words:>{widest}}"
    return line(said, "  ", percent_bar(done, width, screen)) if done is not None and width else Text(said)


def _event_phrase(step: Step, goal: Goal) -> str:
    return event_word(step.event, goal) + (f", {span(step.days)}" if step.days else "")


def evidence_block(title: str, entries: Sequence[Entry], today: date, screen: Screen) -> list[Text]:
    """Entries with their kind and day, one line each."""
    if not entries:
        return []
    kinds = max(len(entry.kind) for entry in entries)
    rows = [
        Row(
            lead=line(number(entry.number, digits(entries)), "  ", _kind_and_day(entry, kinds, today)),
            words=headline(entry),
            limit=1,
        )
        for entry in entries
    ]
    return [Text(), line(bold(title), indent=MARGIN), *table(rows, edge(screen), screen, indent=INDENT)]


def _kind_and_day(entry: Entry, kinds: int, today: date) -> str:
    return f"{entry.kind:<{kinds}}   {day_in_column(entry.on, today)}"


def _next_command_lines(goal: Goal, screen: Screen) -> list[Text]:
    command = _command(goal, ellipsis(screen))
    return [Text(), *wrapped(f"Next: {command}", edge(screen) - MARGIN, "dim", indent=MARGIN)] if command else []


def _command(goal: Goal, words: str) -> str:
    if goal.status == "paused":
        return f"mentorlog goal resume {goal.number}"
    if goal.status != "active":
        return ""
    if goal_percent(goal) == 100:
        return f"mentorlog goal reach {goal.number}"
    checkin = f'mentorlog goal checkin {goal.number} "{words}"'
    if goal.target is not None or goal.count is not None:
        return f"{checkin} --count {(goal.count or 0) + 1}"
    return checkin if goal.is_direction else f"{checkin} --percent {min((goal.percent or 0) + PERCENT_STEP, 100)}"
