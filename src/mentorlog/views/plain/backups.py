"""Backups in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.model.reports import Backup
from mentorlog.phrases.days import moment
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line


def lines(figure: tuple[Backup, ...]) -> Iterator[str]:
    """As "2026-03-12 18:04 UTC, automatic, 57 entries, journal-20260312T180400Z.db"."""
    for backup in figure:
        held = plural("entry", backup.entries) if backup.entries is not None else "can't be read"
        made = "automatic" if backup.is_automatic else "by hand"
        yield f"{moment(backup.at)}, {made}, {held}, {one_line(backup.path.name)}"
