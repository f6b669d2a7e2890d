"""Copies of a journal: made through SQLite's backup, verified on the copy, put in place whole."""

import os
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mentorlog.errors import Damaged
from mentorlog.files import make_private, sync_folder
from mentorlog.model.findings import Backup
from mentorlog.storage.connection import connect, meaning, version_of

KEPT = 10
WEEK = timedelta(days=7)
STAMP = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"(?P<stem>.+)-(?P<at>\d{8}T\d{6}Z)(?P<hand>-by-hand)?(?:-\d+)?\.db")


def folder_of(journal: Path) -> Path:
    """Where the backups of a journal stand: beside it."""
    return journal.absolute().parent / "backups"


def backups(journal: Path) -> list[Backup]:
    """The backups of a journal, oldest first."""
    found = [_described(path) for path in folder_of(journal).glob(f"{journal.stem}-*.db")]
    return sorted((backup for backup in found if backup), key=lambda backup: (backup.at, backup.path))


def back_up(journal: Path, *, at: str, by_hand: bool = False) -> Backup:
    """Make a backup; `at` is now, UTC in ISO form. Raises Damaged where the copy is not whole."""
    folder = folder_of(journal)
    make_private(folder)
    path = _free_name(folder, journal.stem, at, by_hand)
    beside = folder / f".{path.name}.{os.urandom(4).hex()}.part"
    try:
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with meaning(journal), closing(connect(journal)) as source, closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
            verify(copy, journal)
        _sync(beside)
        os.link(beside, path)
        sync_folder(folder)
    finally:
        beside.unlink(missing_ok=True)
    if not by_hand:
        rotate(journal)
    return _known(path)


def back_up_weekly(journal: Path, *, at: str) -> Backup | None:
    """Make an automatic backup where the newest is a week old or there is none."""
    automatic = [backup for backup in backups(journal) if backup.is_automatic]
    if automatic and datetime.fromisoformat(automatic[-1].at) > datetime.fromisoformat(at) - WEEK:
        return None
    return back_up(journal, at=at)


def rotate(journal: Path) -> None:
    """Keep the newest automatic backups; one that alone holds more entries than the journal has now
    is never dropped.
    """
    automatic = [backup for backup in backups(journal) if backup.is_automatic]
    with closing(connect(journal)) as connection:
        (present,) = connection.execute("SELECT COUNT(*) FROM entries").fetchone()
    fullest = max(automatic, key=lambda backup: (backup.entries or 0, backup.at))
    for backup in automatic[:-KEPT]:
        if backup is not fullest or (backup.entries or 0) <= present:
            backup.path.unlink()


def put_back(journal: Path, backup: Path) -> None:
    """Let the journal be what the backup is, in one transaction. The backup is verified first."""
    with meaning(backup), closing(connect(backup)) as source:
        version_of(source, backup)
        verify(source, backup)
        with meaning(journal), closing(connect(journal)) as target:
            source.backup(target)


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged where the file behind `connection` is not whole."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if found != ["ok"] or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged(f"{path} is damaged.", hint="What can be read of it: mentorlog check --salvage FILE")


def _described(path: Path) -> Backup | None:
    named = NAME.fullmatch(path.name)
    if not named:
        return None
    moment = datetime.strptime(named["at"], STAMP).replace(tzinfo=UTC)
    try:
        with closing(connect(path)) as connection:
            version_of(connection, path)
            entries = connection.execute("SELECT COUNT(*) FROM entries").fetchone()[0]
    except (sqlite3.Error, Damaged):
        entries = None
    return Backup(
        path=path,
        at=moment.isoformat(timespec="seconds"),
        is_automatic=not named["hand"],
        entries=entries,
        size=path.stat().st_size,
    )


def _known(path: Path) -> Backup:
    described = _described(path)
    if described is None or described.entries is None:
        raise Damaged(f"{path} could not be read again after it was written.")
    return described


def _free_name(folder: Path, stem: str, at: str, by_hand: bool) -> Path:
    base = f"{stem}-{datetime.fromisoformat(at).astimezone(UTC).strftime(STAMP)}{'-by-hand' if by_hand else ''}"
    names = (folder / f"{base}{f'-{number}' if number > 1 else ''}.db" for number in range(1, 1000))
    return next(path for path in names if not path.exists())


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
