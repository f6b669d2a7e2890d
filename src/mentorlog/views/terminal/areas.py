"""The benefit areas, with what they are about and how many entries touch them."""

from rich.text import Text

from mentorlog.model.tallies import AreaTally
from mentorlog.phrases.days import day_in_column
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    heading_lines,
    page,
)


def picture(figure: tuple[AreaTally, ...], screen: Screen) -> Text:
    """Every area: the word to type, its name, its description."""
    digits = max((len(str(tally.entries)) for tally in figure), default=0)
    rows = [_row(tally, digits) for tally in figure]
    return page(
        [
            *heading_lines(bold("Areas"), "an entry may touch several", screen),
            Text(),
            *table(rows, edge(screen), screen, indent=MARGIN),
        ]
    )


def _row(tally: AreaTally, digits: int) -> Row:
    area = tally.area
    last = "paused by you" if area.is_paused else day_in_column(tally.last) if tally.last else ""
    return Row(
        lead=Text(one_line(area.slug)),
        words=one_line(area.name),
        asides=(_count(tally.entries, digits), dim(last)),
        note=one_line(area.about),
    )


def _count(entries: int, digits: int) -> Text:
    return Text(" " * (digits - len(str(entries))) + plural("entry", entries) if entries else "")
