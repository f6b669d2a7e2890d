"""Copies of a journal: made through SQLite's backup, verified on the copy, put in place whole."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from glob import escape
from itertools import zip_longest
from pathlib import Path

from mentorlog.errors import Busy, Damaged, MentorlogError, StorageError
from mentorlog.files import CREATE_FLAGS, make_private, move_no_replace, sync, sync_folder
from mentorlog.model.reports import Backup
from mentorlog.storage.database.connection import connect, schema_version, translate_errors
from mentorlog.storage.maintenance.backup_names import (
    backup_files,
    backup_folder,
    format_stamp,
    name_prefix,
    parse_stamp,
)

MAX_AUTOMATIC = 10


def backups(journal: Path) -> list[Backup]:
    """The backups of a journal, oldest first, also where several were made in a second."""
    found = [_backup_record(path, match) for path, match in backup_files(journal)]
    return sorted(found, key=lambda backup: (backup.at, backup.path.stat().st_mtime_ns))


def partial_backups(journal: Path) -> list[Path]:
    """What was left in the folder of backups by one that was killed while it was made."""
    return sorted(backup_folder(journal).glob(f".{escape(name_prefix(journal))}-*.part*"))


def create_backup(journal: Path, *, at: str, by_hand: bool = False, spare: Path | None = None) -> Backup:
    """Make a backup; `at` is now, UTC in ISO form. Older automatic ones are dropped, but not `spare`.

    Raises Damaged where the journal or the copy is not whole, Busy where another process holds it.
    """
    folder = backup_folder(journal)
    make_private(folder)
    stamp = format_stamp(datetime.fromisoformat(at))
    first = folder / f"{name_prefix(journal)}-{stamp}{'-by-hand' if by_hand else ''}.db"
    beside = folder / f".{first.name}.{os.urandom(4).hex()}.part"
    try:
        os.close(os.open(beside, CREATE_FLAGS, 0o600))
        with translate_errors(journal), closing(connect(journal)) as source, closing(sqlite3.connect(beside)) as copy:
            schema_version(source, journal)
            source.backup(copy, progress=_raise_if_locked)
            verify(copy, journal)
        with os.fdopen(os.open(beside, os.O_RDWR), "rb") as file:
            sync(file.fileno())
        path = _put_at_first_free(beside, first)
        sync_folder(folder)
    finally:
        beside.unlink(missing_ok=True)
    if not by_hand:
        rotate(journal, spare=spare)
    return next(backup for backup in backups(journal) if backup.path == path)


def rotate(journal: Path, *, spare: Path | None = None) -> None:
    """Keep the newest automatic backups, and the fullest where it holds more entries than the journal has now."""
    automatic = [backup for backup in backups(journal) if backup.is_automatic]
    with translate_errors(journal), closing(connect(journal)) as connection:
        (present,) = connection.execute("SELECT COUNT(*) FROM entries").fetchone()
    fullest = max(automatic, key=lambda backup: (backup.entries or 0, backup.at))
    is_fuller = (fullest.entries or 0) > present
    for backup in automatic[:-MAX_AUTOMATIC]:
        if not (spare and spare.exists() and backup.path.samefile(spare)) and not (backup is fullest and is_fuller):
            backup.path.unlink(missing_ok=True)


def restore_backup(journal: Path, backup: Path) -> None:
    """Let the journal be what the backup is, in one transaction. Where the disk fails at the very end, look whether
    it is so all the same.
    """
    try:
        with (
            translate_errors(backup),
            closing(connect(backup)) as source,
            translate_errors(journal),
            closing(connect(journal)) as target,
        ):
            source.backup(target, progress=_raise_if_locked)
    except StorageError as error:
        try:
            with closing(connect(backup)) as source, closing(connect(journal)) as target:
                is_same = all(one == other for one, other in zip_longest(source.iterdump(), target.iterdump()))
        except sqlite3.Error:
            raise StorageError("commit-unknown") from error
        if not is_same:
            raise


def count_entries(backup: Path) -> int:
    """How many entries a backup holds; raises Damaged where it is not whole, TooNew where it is newer."""
    with translate_errors(backup), closing(connect(backup)) as source:
        schema_version(source, backup)
        verify(source, backup)
        return int(source.execute("SELECT COUNT(*) FROM entries WHERE removed_at IS NULL").fetchone()[0])


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged where the file behind `connection` is not whole."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if found != ["ok"] or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged("copy-damaged", path=path)


def _raise_if_locked(status: int, _remaining: int, _total: int) -> None:
    """Python would try a held file for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise Busy("locked")


def _backup_record(path: Path, match: re.Match[str]) -> Backup:
    try:
        with closing(connect(path)) as connection:
            schema_version(connection, path)
            entries = connection.execute("SELECT COUNT(*) FROM entries").fetchone()[0]
    except (sqlite3.Error, MentorlogError):
        entries = None
    return Backup(
        path=path,
        at=parse_stamp(match["at"]).isoformat(timespec="seconds"),
        is_automatic=not match["hand"],
        entries=entries,
        size=path.stat().st_size,
    )


def _put_at_first_free(beside: Path, first: Path) -> Path:
    """Another process may take the same name in the same second."""
    path, number = first, 1
    while True:
        with suppress(FileExistsError):
            move_no_replace(beside, path)
            return path
        number += 1
        path = first.with_stem(f"{first.stem}-{number}")
