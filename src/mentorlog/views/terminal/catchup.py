"""What is missing: unfinished writing, and a few questions, each with what answers it."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import long_date, short_date
from mentorlog.insights.catchup import Catchup, CatchupQuestion
from mentorlog.phrases.grammar import with_article
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    DIM,
    MARGIN,
    bold,
    edge,
    heading_lines,
    line,
    page,
    wrapped,
)


def picture(figure: Catchup, screen: Screen) -> Text:
    """Nothing that says how much was not done: what is asked, and where it is answered."""
    heading = heading_lines(bold("Catching up"), long_date(figure.today), screen)
    if not figure.unfinished and not figure.questions:
        return page([*heading, Text(), line("Nothing is missing.", indent=MARGIN)])
    blocks = [_unfinished(figure, screen)] if figure.unfinished else []
    blocks += [list(_question(question, screen)) for question in figure.questions]
    return page([*heading, *(each for block in blocks for each in (Text(), *block))])


def _unfinished(figure: Catchup, screen: Screen) -> list[Text]:
    rows = [
        Row(
            words=f"{with_article(one_line(kind))} begun on {short_date(on, figure.today)}",
            asides=(Text("mentorlog edit draft"),),
        )
        for kind, on in figure.unfinished
    ]
    return [line(bold("Unfinished"), indent=MARGIN), *table(rows, edge(screen), screen, indent=2 * MARGIN)]


def _question(question: CatchupQuestion, screen: Screen) -> Iterator[Text]:
    yield from wrapped(question.question, edge(screen) - MARGIN, indent=MARGIN)
    yield from wrapped(question.command, edge(screen) - 2 * MARGIN, DIM, indent=2 * MARGIN)
