"""The people in the journal."""

from rich.text import Text

from mentorlog.model.tallies import PersonTally
from mentorlog.phrases.days import day_in_column, rhythm
from mentorlog.phrases.grammar import name, plural
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    page,
    wrapped,
)

NOBODY = "Nobody is in this journal. To add somebody: mentorlog person add NAME"


def picture(figure: tuple[PersonTally, ...], screen: Screen) -> Text:
    """Everybody, with their role, how often you met, when last, and the rhythm you set, or how they rest."""
    rows = [_row(tally) for tally in figure]
    lines = (
        table(rows, edge(screen), screen, indent=MARGIN)
        if rows
        else wrapped(NOBODY, edge(screen) - MARGIN, indent=MARGIN)
    )
    return page([bold("People"), Text(), *lines])


def _row(tally: PersonTally) -> Row:
    met = plural("session", tally.sessions) if tally.sessions else ""
    last = f"last {day_in_column(tally.last)}" if tally.last else ""
    return Row(
        words=name(tally.person),
        asides=(Text(met), Text(last), dim(tally.person.state or rhythm(tally.person))),
        note=one_line(tally.person.role),
    )
