"""The backups, the newest last."""

from rich.text import Text

from mentorlog.model.reports import Backup
from mentorlog.phrases.grammar import plural
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


def picture(figure: tuple[Backup, ...], screen: Screen) -> Text:
    """One backup a line: when, how many entries, who made it; then its file."""
    if not figure:
        notes = ["There is no backup yet.", "To make one: mentorlog backup add"]
        return page([bold("Backups"), Text(), *(line(note, indent=MARGIN) for note in notes)])
    rows = [_row(backup) for backup in figure]
    return page(
        [
            bold("Backups"),
            Text(),
            *table(rows, edge(screen), screen, indent=MARGIN),
            Text(),
            *wrapped(f"They stand in {one_line(str(figure[-1].path.parent))}", edge(screen) - MARGIN, indent=MARGIN),
            line("To go back: mentorlog backup restore", indent=MARGIN),
        ]
    )


def _row(backup: Backup) -> Row:
    held = plural("entry", backup.entries) if backup.entries is not None else "can't be read"
    made = "automatic" if backup.is_automatic else "by hand"
    return Row(
        lead=dim(f"{backup.at[:16].replace('T', ' ')} UTC"),
        words=one_line(backup.path.name),
        asides=(dim(f"{held}, {made}"),),
    )
