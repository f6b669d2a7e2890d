"""How backups are named, and what their names alone tell: after each write, whether the week's is due."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

WEEK = timedelta(days=7)
STAMP = "%Y%m%dT%H%M%SZ"
NAME = r"(?P<stem>.+)-(?P<at>\d{8}T\d{6}Z)(?P<hand>-by-hand)?(?:-\d+)?\.db"


def backup_folder(journal: Path) -> Path:
    """Where the backups of a journal stand: beside it."""
    return journal.absolute().parent / "backups"


def name_prefix(journal: Path) -> str:
    """What the names of its backups begin with."""
    return journal.name.removesuffix(".db")


def format_stamp(moment: datetime) -> str:
    """A moment as names hold it; stamps are in the order of their moments."""
    return moment.astimezone(UTC).strftime(STAMP)


def parse_stamp(stamp: str) -> datetime:
    """The moment of a stamp."""
    return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)


def backup_files(journal: Path) -> list[tuple[Path, re.Match[str]]]:
    """The files that are named as backups of this journal, and of no other with a longer name."""
    folder = backup_folder(journal)
    paths = folder.iterdir() if folder.is_dir() else []
    found = [(path, re.fullmatch(NAME, path.name)) for path in paths]
    return [(path, match) for path, match in found if match and match["stem"] == name_prefix(journal)]


def is_due(journal: Path, at: str) -> bool:
    """Whether no automatic backup was made within a week of `at`, before it or, by a wrong clock, after."""
    now = datetime.fromisoformat(at)
    first, last = format_stamp(now - WEEK), format_stamp(now + WEEK)
    return not any(first < match["at"] < last for _, match in backup_files(journal) if not match["hand"])
