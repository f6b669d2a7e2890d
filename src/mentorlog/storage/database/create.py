"""Making a journal."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from mentorlog.errors import StorageError
from mentorlog.files import CREATE_FLAGS, make_private, move_no_replace, sync_folder
from mentorlog.storage.database.connection import APPLICATION, SCHEMA_VERSION, connect

PAGE = 8192
"""Bytes of a page. In SQLite's usual 4,096, which hold two or three entries, a sixth of the file stays empty."""


def create_journal(path: Path, *, at: str) -> None:
    """Build a new journal beside `path` and put it there whole; one that another process put there first stays."""
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        make_private(path.parent)
        try:
            os.close(os.open(beside, CREATE_FLAGS, 0o600))
            with closing(connect(beside)) as connection:
                create_schema(connection, at)
            with suppress(FileExistsError):
                move_no_replace(beside, path)
                sync_folder(path.parent)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError("cannot-create", path=path, why=error.strerror) from error


def create_schema(connection: sqlite3.Connection, at: str) -> None:
    """Make the tables of a new journal, the nine areas in them."""
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute("BEGIN IMMEDIATE")
    from mentorlog.storage.database.schema import migrate

    migrate(connection)
    connection.execute("INSERT INTO journal (id, uid, created_at) VALUES (1, ?, ?)", (os.urandom(16).hex(), at))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")
