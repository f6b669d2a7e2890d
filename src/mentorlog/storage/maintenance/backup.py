"""Copies of a journal: made through SQLite's backup, verified on the copy, put in place whole."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from glob import escape
from itertools import zip_longest
from pathlib import Path

from mentorlog.errors import Busy, Damaged, DiskRefused, MentorlogError
from mentorlog.files import NEW, UNSEEN, make_private, put_new, sync, sync_folder
from mentorlog.model.reports import Backup
from mentorlog.storage.database.connection import (
    HELD,
    connect,
    meaning,
    version_of,
)
from mentorlog.storage.maintenance.backup_names import (
    STAMP,
    folder_of,
    named,
    stamp,
    stem_of,
)

KEPT = 10


def backups(journal: Path) -> list[Backup]:
    """The backups of a journal, oldest first, also where several were made in a second."""
    found = [_described(path, match) for path, match in named(journal)]
    return sorted(found, key=lambda backup: (backup.at, backup.path.stat().st_mtime_ns))


def leftovers(journal: Path) -> list[Path]:
    """What was left in the folder of backups by one that was killed while it was made."""
    return sorted(folder_of(journal).glob(f".{escape(stem_of(journal))}-*.part*"))


def back_up(journal: Path, *, at: str, by_hand: bool = False, spare: Path | None = None) -> Backup:
    """Make a backup; `at` is now, UTC in ISO form. Older automatic ones are dropped, but not `spare`.

    Raises Damaged where the journal or the copy is not whole, Busy where another process holds it.
    """
    folder = folder_of(journal)
    make_private(folder)
    first = folder / f"{stem_of(journal)}-{stamp(datetime.fromisoformat(at))}{'-by-hand' if by_hand else ''}.db"
    beside = folder / f".{first.name}.{os.urandom(4).hex()}.part"
    try:
        os.close(os.open(beside, NEW, 0o600))
        with meaning(journal), closing(connect(journal)) as source, closing(sqlite3.connect(beside)) as copy:
            version_of(source, journal)
            source.backup(copy, progress=_raise_if_held)
            verify(copy, journal)
        _sync(beside)
        path = _put_at_first_free(beside, first)
        sync_folder(folder)
    finally:
        beside.unlink(missing_ok=True)
    if not by_hand:
        rotate(journal, spare=spare)
    return next(backup for backup in backups(journal) if backup.path == path)


def rotate(journal: Path, *, spare: Path | None = None) -> None:
    """Keep the newest automatic backups; one that alone holds more entries than the journal has now
    is never dropped.
    """
    automatic = [backup for backup in backups(journal) if backup.is_automatic]
    with meaning(journal), closing(connect(journal)) as connection:
        (present,) = connection.execute("SELECT COUNT(*) FROM entries").fetchone()
    fullest = max(automatic, key=lambda backup: (backup.entries or 0, backup.at))
    is_fuller = (fullest.entries or 0) > present
    for backup in automatic[:-KEPT]:
        if not (spare and spare.exists() and backup.path.samefile(spare)) and not (backup is fullest and is_fuller):
            backup.path.unlink(missing_ok=True)


def put_back(journal: Path, backup: Path) -> None:
    """Let the journal be what the backup is, in one transaction. Where the disk fails at the very end, look whether
    it is so all the same.
    """
    try:
        with meaning(backup), closing(connect(backup)) as source, meaning(journal), closing(connect(journal)) as target:
            source.backup(target, progress=_raise_if_held)
    except DiskRefused as error:
        try:
            with closing(connect(backup)) as source, closing(connect(journal)) as target:
                is_same = all(one == other for one, other in zip_longest(source.iterdump(), target.iterdump()))
        except sqlite3.Error:
            raise DiskRefused("The disk failed while the journal was written.", safe=UNSEEN) from error
        if not is_same:
            raise


def entries_of(backup: Path) -> int:
    """How many entries a backup holds; raises Damaged where it is not whole, TooNew where it is newer."""
    with meaning(backup), closing(connect(backup)) as source:
        version_of(source, backup)
        verify(source, backup)
        return int(source.execute("SELECT COUNT(*) FROM entries WHERE removed_at IS NULL").fetchone()[0])


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged where the file behind `connection` is not whole."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if found != ["ok"] or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged(f"{path} is damaged.", hint="What can be read of it: mentorlog check --salvage FILE")


def _raise_if_held(status: int, _remaining: int, _total: int) -> None:
    """Python would try a held file for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise Busy(HELD[1], hint=HELD[2])


def _moment(match: re.Match[str]) -> datetime:
    return datetime.strptime(match["at"], STAMP).replace(tzinfo=UTC)


def _described(path: Path, match: re.Match[str]) -> Backup:
    try:
        with closing(connect(path)) as connection:
            version_of(connection, path)
            entries = connection.execute("SELECT COUNT(*) FROM entries").fetchone()[0]
    except (sqlite3.Error, MentorlogError):
        entries = None
    return Backup(
        path=path,
        at=_moment(match).isoformat(timespec="seconds"),
        is_automatic=not match["hand"],
        entries=entries,
        size=path.stat().st_size,
    )


def _put_at_first_free(beside: Path, first: Path) -> Path:
    """Another process may take the same name in the same second."""
    path, number = first, 1
    while True:
        with suppress(FileExistsError):
            put_new(beside, path)
            return path
        number += 1
        path = first.with_stem(f"{first.stem}-{number}")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        sync(handle)
    finally:
        os.close(handle)
