"""Opening the file, the one way to write to it, and what its errors mean."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import Busy, Damaged, InvalidInput, MentorlogError, NotFound, StorageError, TooNew
from mentorlog.files import path_exists

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentorlog.model.reports import IntegrityReport

APPLICATION = 0x4D4C4F47
SCHEMA_VERSION = 5
WAIT = 10.0
CHUNK = 1 << 20
SETTINGS = """
    PRAGMA synchronous = EXTRA;
    PRAGMA fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA recursive_triggers = ON;
"""
LOCKED, READ_ONLY, CORRUPT = (Busy, "locked"), (StorageError, "read-only"), (Damaged, "corrupt")
READ_ERRORS = (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError)
"""What reading a damaged row may raise."""
# How SQLite's general error begins there.
CORRUPT_MESSAGES = ("no such table", "no such column", "Could not decode", "unsupported file")
ERRORS_BY_CODE: dict[int, tuple[type[MentorlogError], str]] = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
    sqlite3.SQLITE_FULL: (StorageError, "disk-full"),
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: (StorageError, "cannot-open"),
    sqlite3.SQLITE_IOERR: (StorageError, "disk-failed"),
    sqlite3.SQLITE_NOLFS: (StorageError, "too-large-for-disk"),
    sqlite3.SQLITE_TOOBIG: (InvalidInput, "too-large-for-journal"),
    sqlite3.SQLITE_CORRUPT: CORRUPT,
    sqlite3.SQLITE_NOTADB: CORRUPT,
}


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an existing file, with the pragmas of docs/data.md; it never makes a file."""
    return _set_up(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=WAIT))


def connect_to_memory() -> sqlite3.Connection:
    """A connection to a new database in memory."""
    return _set_up(sqlite3.connect(":memory:", isolation_level=None))


def _set_up(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    try:
        for setting in SETTINGS.strip().splitlines():
            connection.execute(setting)
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


def schema_version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema number of the file; raises Damaged where it is not a journal, TooNew where it is newer."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION or version < 1:
        raise Damaged("not-a-journal", path=path)
    if version > SCHEMA_VERSION:
        raise TooNew("newer-journal", path=path)
    return int(version)


def check_length(connection: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged where the file, to which nobody else may write now, ends in a page: SQLite reads zeros there."""
    (length,) = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
    if path.stat().st_size < length:
        raise Damaged("journal-cut-short", path=path)


def check_exists(path: Path) -> None:
    """Raise NotFound where there is no journal at `path`, Damaged where a directory stands there."""
    if not path_exists(path):
        near = sorted(path.parent.glob("*.db")) if path.parent.is_dir() else []
        if near:
            raise NotFound("no-journal-but-near", path=path, near=near[0])
        raise NotFound("no-journal", path=path)
    if path.is_dir():
        raise Damaged("journal-is-folder", path=path)


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into an error of ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error, path) from error
    except UnicodeDecodeError as error:  # SQLite's own message may quote what is damaged
        raise Damaged("corrupt", path=path) from error


@contextmanager
def report_damage(check: "Callable[[], IntegrityReport]", path: Path) -> Iterator[None]:
    """What no sound journal gives rise to is damage where `check` finds some; else it is a bug of ours."""
    try:
        yield
    except (sqlite3.OperationalError, ValueError, LookupError, TypeError, AttributeError) as error:
        if (isinstance(error, sqlite3.Error) and _code(error) in ERRORS_BY_CODE) or check().is_intact:
            raise
        raise Damaged("journal-damaged", path=path) from error


def _meaning(error: sqlite3.Error, path: Path) -> MentorlogError:
    code = _code(error)
    if code == sqlite3.SQLITE_CORRUPT and not _can_be_read(path):
        code = sqlite3.SQLITE_IOERR
    unknown = CORRUPT if str(error).startswith(CORRUPT_MESSAGES) else (MentorlogError, "sqlite")
    kind, reason = ERRORS_BY_CODE.get(code, unknown)
    return kind(reason, path=path, number=code)


def _code(error: sqlite3.Error) -> int:
    """What SQLite says, without the details."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _can_be_read(path: Path) -> bool:
    """Whether the disk gives the whole file. SQLite takes what can't be read for damage."""
    read = getattr(os, "pread", _read_at)
    try:
        with path.open("rb", buffering=0) as file:
            return all(read(file.fileno(), CHUNK, place) for place in range(0, path.stat().st_size, CHUNK))
    except OSError:
        return False


def library_version() -> str:
    """The version of SQLite."""
    return sqlite3.sqlite_version


def _read_at(handle: int, count: int, place: int) -> bytes:
    """As os.pread, which Windows hasn't."""
    os.lseek(handle, place, os.SEEK_SET)
    return os.read(handle, count)
