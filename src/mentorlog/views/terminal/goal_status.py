"""Goals and actions in rows, as several pictures show them."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from mentorlog.model.entries import Goal
from mentorlog.phrases.entries import headline
from mentorlog.phrases.goals import goal_percent, how_far, progress_phrase
from mentorlog.text import display_width
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table_with_bars
from mentorlog.views.terminal.draw import digits, dim, line, number, percent_bar

BARS = (20, 12)
LINES = 2  # that a wording may take


def goal_table(goals: Sequence[Goal], today: date, screen: Screen, *, indent: int) -> list[Text]:
    """Number, wording, and how far: a number with its bar, or a direction."""
    widest = max((display_width(progress_phrase(goal)) for goal in goals), default=0)

    def rows(width: int) -> list[Row]:
        return [
            Row(
                lead=number(goal.number, digits(goals)),
                words=headline(goal),
                asides=(progress_with_bar(goal, today, width, screen, widest),),
                limit=LINES,
            )
            for goal in goals
        ]

    return table_with_bars(rows, BARS, screen, indent=indent)


def progress_with_bar(goal: Goal, today: date, width: int, screen: Screen, widest: int = 0) -> Text:
    """As "60 %  ━━━━────", the number right-aligned in `widest` cells; or "a direction, seen 10 Mar"."""
    words, done = progress_phrase(goal), goal_percent(goal)
    if not words:
        return dim(how_far(goal, today))
    said = f"{words:>{widest}}"
    return line(said, "  ", percent_bar(done, width, screen)) if done is not None and width else Text(said)
