"""A file of an older shape → the present one: backed up, then migrated in one transaction, or not at all."""

from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, IntegrityError

from mentorlog.errors import Damaged
from mentorlog.storage.database.connection import SCHEMA_VERSION, connect, connect_to_memory, schema_version
from mentorlog.storage.maintenance.backup import create_backup


def upgrade(path: Path, *, at: str) -> Path:
    """Bring the file to the present shape; returns the verified backup made before. Raises Damaged, or Busy."""
    former = create_backup(path, at=at).path
    with closing(connect(path)) as connection:
        migrate_in_transaction(connection, path)
    return former


def check_version(older: Connection, path: Path) -> None:
    """Raises Damaged where the file has other migrations behind it than its version says."""
    # In one query: another process may bring the file up meanwhile.
    asked = "SELECT user_version, (SELECT count(*) FROM _sqlite_migrations) FROM pragma_user_version"
    version, applied = older.execute(asked).fetchone()
    if version != applied:
        raise _damaged(path)


def upgraded_copy(older: Connection, path: Path) -> Connection:
    """A copy of an older file in memory, in the present shape; for reading, where nothing may be written."""
    copy = connect_to_memory()
    try:
        older.backup(copy)
        migrate_in_transaction(copy, path)
    except BaseException:
        copy.close()
        raise
    return copy


def migrate_in_transaction(connection: Connection, path: Path) -> None:
    """Migrate in one transaction, unless another process has meanwhile. Raises Damaged where the rows can't be kept."""
    from mentorlog.storage.database.schema import migrate

    connection.execute("PRAGMA foreign_keys = OFF")  # it has no effect within a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        if schema_version(connection, path) < SCHEMA_VERSION:
            migrate(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise _damaged(path)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, IntegrityError):
            raise _damaged(path) from error
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def _damaged(path: Path) -> Damaged:
    return Damaged("upgrade-damaged", path=path)
