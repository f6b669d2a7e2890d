"""What was done, the newest first."""

from rich.text import Text

from mentorlog.model.history import CommandRecord
from mentorlog.phrases.days import moment
from mentorlog.phrases.events import COMMAND_STATES, affected_items
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    line,
    page,
    wrapped,
)


def picture(figure: tuple[CommandRecord, ...], screen: Screen) -> Text:
    """One command a line: when, what, which entries, and whether it was taken back."""
    if not figure:
        return page([bold("History"), Text(), line("Nothing was done yet.", indent=MARGIN)])
    rows = [_row(deed) for deed in figure]
    number = next((number for deed in figure for number in deed.numbers), None)
    notes = ["Take back the last: mentorlog undo"]
    if number:
        notes.append(f"What an entry used to be: mentorlog history {number}")
    return page(
        [
            bold("History"),
            Text(),
            *table(rows, edge(screen), screen, indent=MARGIN),
            Text(),
            *(each for note in notes for each in wrapped(note, edge(screen) - MARGIN, "dim", indent=MARGIN)),
        ]
    )


def _row(deed: CommandRecord) -> Row:
    words = " ".join(filter(None, (one_line(deed.command), affected_items(deed))))
    return Row(lead=dim(moment(deed.at)), words=words, asides=(dim(COMMAND_STATES[deed.state]),), limit=2)
