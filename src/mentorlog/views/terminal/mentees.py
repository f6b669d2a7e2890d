"""All mentees at a glance: who waits, and what is new."""

from rich.text import Text

from mentorlog.dates import nearness, short
from mentorlog.insights.review import Mentees, Standing
from mentorlog.text import one_line
from mentorlog.views.comment_text import (
    news,
    review,
    unsent,
    waiting,
)
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    headed,
    line,
    page,
    wrapped,
)
from mentorlog.views.words import plural


def picture(figure: Mentees, screen: Screen) -> Text:
    """One line for each, whose packet came last first."""
    right = plural("mentee", len(figure.standings)) if figure.standings else ""
    heading = headed(bold("Mentees"), right, screen)
    if not figure.standings:
        words = "Nobody waits for an answer." if figure.is_waiting else "No packet came yet."
        foot = "" if figure.is_waiting else "To read one: mentorlog review import FILE"
        notes = wrapped(foot, edge(screen) - MARGIN, "dim", indent=MARGIN) if foot else []
        return page([*heading, Text(), line(words, indent=MARGIN), *notes])
    rows = table([_row(standing, figure) for standing in figure.standings], edge(screen), screen, indent=MARGIN)
    first = next((each for each in figure.standings if each.waits), figure.standings[0])
    command = review("timeline", first.mentee.name, "--since last" if first.since else "")
    return page([*heading, Text(), *rows, Text(), *wrapped(command, edge(screen) - MARGIN, "dim", indent=MARGIN)])


def _row(standing: Standing, figure: Mentees) -> Row:
    came = f"{short(standing.last, figure.today)}, {nearness(standing.last, figure.today)}"
    return Row(
        words=one_line(standing.mentee.name),
        asides=(Text(came), Text(news(standing, figure.today)), dim(waiting(standing))),
        note=unsent(standing),
    )
