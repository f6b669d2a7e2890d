"""Making a journal."""

import os
import sqlite3
from pathlib import Path

from mentorlog.files import make_private, sync_folder
from mentorlog.storage.connection import APPLICATION, SCHEMA, connect

PAGE = 8192
"""Bytes of a page. In SQLite's usual 4,096, which hold two or three entries, a sixth of the file stays empty."""


def make_journal(path: Path, *, at: str) -> None:
    """Build a new journal beside `path` and put it there whole; never over a file.

    Where another process puts one there first, that one stays and this one is dropped.
    """
    make_private(path.parent)
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        connection = connect(beside)
        try:
            build(connection, at)
        finally:
            connection.close()
        os.link(beside, path)
        sync_folder(path.parent)
    except FileExistsError:
        pass
    finally:
        beside.unlink(missing_ok=True)


def build(connection: sqlite3.Connection, at: str) -> None:
    """Make the tables of a new journal, the nine areas in them."""
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute("BEGIN IMMEDIATE")
    from mentorlog.storage.schema import migrate

    migrate(connection)
    connection.execute("INSERT INTO journal (id, uid, created_at) VALUES (1, ?, ?)", (os.urandom(16).hex(), at))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")
