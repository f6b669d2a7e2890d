"""A goal as a story: told in a paragraph, then day by day, then what stands behind it."""

from collections.abc import Iterator, Sequence
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
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal import draw
from mentorlog.views.terminal.columns import Row, table

INDENT = 4
BAR = 20
DAY_WIDTH = 11  # cells of "16 Sep 2025"
PERCENT_STEP = 10  # percent that the next check-in is suggested beyond the last


def picture(figure: GoalStory, screen: Screen) -> Text:
    """The story of one goal."""
    told = draw.paragraph(" ".join(story_sentences(figure)), screen)
    return draw.page(
        [
            *_heading(figure, screen),
            *([Text(), *told] if figure.steps else []),
            *([Text(), *_event_lines(figure.steps, figure.goal, screen)] if len(figure.steps) > 1 else []),
            *evidence_block("What stands behind it", figure.evidence, figure.today, screen),
            *_next_command_lines(figure.goal, screen),
        ]
    )


def _heading(figure: GoalStory, screen: Screen) -> list[Text]:
    lead = draw.bold(f"Goal {figure.goal.number}{'' if screen.is_narrow else '   '}")
    start = MARGIN if screen.is_narrow else len(lead)
    title = draw.wrapped(headline(figure.goal), screen.edge - start, "bold")
    facts = draw.fact_lines(goal_facts(figure.goal, figure.today), screen, indent=start)
    if screen.is_narrow:
        return [lead, *(draw.line(each, indent=start) for each in title), *facts]
    return [*draw.hanging(lead, title, start), *facts]


def goal_facts(goal: Goal, today: date) -> Sequence[str]:
    """How a goal stands, when it is due, its areas and who may read it."""
    day = due(goal.due, today) if goal.due else ""
    return goal.status, how_far(goal, today), day, labels(goal), VISIBILITY[goal.visibility]


def _event_lines(steps: Sequence[Step], goal: Goal, screen: Screen) -> Iterator[Text]:
    """What happened on which day; a year is said where it changes."""
    numbers = [reached(step.event, goal) if step.event.what is EventType.CHECKIN else "" for step in steps]
    widest = max(map(display_width, numbers))
    before = (None, *(step.event.on for step in steps))
    for step, number, last in zip(steps, numbers, before, strict=False):
        phrase = event_word(step.event, goal) + (f", {span(step.days)}" if step.days else "")
        drawn = Text(f"{number:>{widest}}" if number else phrase)
        done = percent_along(step.event.percent, step.event.count, goal.target)
        if number and done is not None and not screen.is_narrow:
            drawn = draw.line(drawn, "  ", draw.percent_bar(done, BAR, screen))
        yield draw.line(draw.padded(day_in_column(step.event.on, last), DAY_WIDTH), "   ", drawn, indent=INDENT)


def evidence_block(title: str, entries: Sequence[Entry], today: date, screen: Screen) -> list[Text]:
    """Entries with their kind and day, one line each."""
    if not entries:
        return []
    kinds = max(len(entry.kind) for entry in entries)
    width = draw.digits(entries)
    rows = [
        Row(
            lead=draw.line(
                draw.number(entry.number, width), f"  {entry.kind:<{kinds}}   ", day_in_column(entry.on, today)
            ),
            words=headline(entry),
            limit=1,
        )
        for entry in entries
    ]
    return [Text(), draw.title(title), *table(rows, screen, indent=INDENT)]


def _next_command_lines(goal: Goal, screen: Screen) -> list[Text]:
    command = _command(goal, screen.ellipsis)
    return [Text(), *draw.paragraph(f"Next: {command}", screen, "dim")] if command else []


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
