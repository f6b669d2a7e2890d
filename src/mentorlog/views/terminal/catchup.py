"""What is missing: unfinished writing, and a few questions, each with what answers it."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import long, short
from mentorlog.insights.catchup import Catchup, Missing
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    DIM,
    MARGIN,
    bold,
    edge,
    headed,
    line,
    page,
    wrapped,
)
from mentorlog.views.words import one


def picture(figure: Catchup, screen: Screen) -> Text:
    """Nothing that says how much was not done: what is asked, and where it is answered."""
    heading = headed(bold("Catching up"), long(figure.today), screen)
    if not figure.unfinished and not figure.questions:
        return page([*heading, Text(), line("Nothing is missing.", indent=MARGIN)])
    blocks = [_unfinished(figure, screen)] if figure.unfinished else []
    blocks += [list(_question(question, screen)) for question in figure.questions]
    return page([*heading, *(each for block in blocks for each in (Text(), *block))])


def _unfinished(figure: Catchup, screen: Screen) -> list[Text]:
    rows = [
        Row(words=f"{one(one_line(kind))} begun on {short(on, figure.today)}", asides=(Text("mentorlog edit draft"),))
        for kind, on in figure.unfinished
    ]
    return [line(bold("Unfinished"), indent=MARGIN), *table(rows, edge(screen), screen, indent=2 * MARGIN)]


def _question(question: Missing, screen: Screen) -> Iterator[Text]:
    yield from wrapped(question.words, edge(screen) - MARGIN, indent=MARGIN)
    yield from wrapped(question.command, edge(screen) - 2 * MARGIN, DIM, indent=2 * MARGIN)
