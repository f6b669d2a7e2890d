"""How backups are named, and what their names alone tell: after each write, whether the week's is due."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

WEEK = timedelta(days=7)
STAMP = "%Y%m%dT%H%M%SZ"
NAME = r"(?P<stem>.+)-(?P<at>\d{8}T\d{6}Z)(?P<hand>-by-hand)?(?:-\d+)?\.db"


def folder_of(journal: Path) -> Path:
    """Where the backups of a journal stand: beside it."""
    return journal.absolute().parent / "backups"


def stem_of(journal: Path) -> str:
    """What the names of its backups begin with."""
    return journal.name.removesuffix(".db")


def stamp(moment: datetime) -> str:
    """A moment as names hold it; stamps are in the order of their moments."""
    return moment.astimezone(UTC).strftime(STAMP)


def named(journal: Path) -> list[tuple[Path, re.Match[str]]]:
    """The files that are named as backups of this journal, and of no other with a longer name."""
    folder = folder_of(journal)
    paths = folder.iterdir() if folder.is_dir() else []
    found = [(path, re.fullmatch(NAME, path.name)) for path in paths]
    return [(path, match) for path, match in found if match and match["stem"] == stem_of(journal)]


def is_due(journal: Path, at: str) -> bool:
    """Whether no automatic backup was made within a week of `at`, before it or, by a wrong clock, after."""
    now = datetime.fromisoformat(at)
    first, last = stamp(now - WEEK), stamp(now + WEEK)
    return not any(first < match["at"] < last for _, match in named(journal) if not match["hand"])
