"""Deliberately broken variants of the program: each must make a harness fail."""

import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mentorlog.storage import journal
from mentorlog.storage.database import connection, create
from mentorlog.storage.journal import Journal


def replace_all(name: str, value: object, *places: object) -> None:
    """Let `name`, which is there, be `value` in these modules or classes."""
    for place in places:
        getattr(place, name)
        setattr(place, name, value)


def sound() -> None:
    """Nothing is broken."""


def without_a_transaction() -> None:
    """Every statement is kept by itself."""

    @contextmanager
    def no_transaction(self: Journal) -> Iterator[list[str]]:  # noqa: ARG001
        yield []

    replace_all("raw_transaction", no_transaction, Journal)


def says_it_first() -> None:
    """ "Saved" is said before COMMIT."""
    from mentorlog.cli.app import output

    def commit(self: Journal, mark: list[str]) -> None:  # noqa: ARG001
        sys.stdout.write("It was saved.\n")
        sys.stdout.flush()
        self._connection.execute("COMMIT")

    replace_all("_commit", commit, Journal)
    replace_all("print_line", lambda _: None, output)


def _synchronous(how: str) -> None:
    connection.SETTINGS = connection.SETTINGS.replace("synchronous = EXTRA", f"synchronous = {how}")


def synchronous_off() -> None:
    """SQLite leaves it to the system when something reaches the disk."""
    _synchronous("OFF")


def synchronous_full() -> None:
    """SQLite's default: the folder isn't synced after the rollback journal is deleted."""
    _synchronous("FULL")


def swallows_errors() -> None:
    """A failing COMMIT is taken for a good one."""

    def commit(self: Journal, mark: list[str]) -> None:  # noqa: ARG001
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            return

    replace_all("_commit", commit, Journal)


def never_looks() -> None:
    """After an error on COMMIT nobody looks whether it was kept all the same."""

    def commit(self: Journal, mark: list[str]) -> None:  # noqa: ARG001
        self._connection.execute("COMMIT")

    replace_all("_commit", commit, Journal)


def begins_late() -> None:
    """A transaction that begins by reading, as `BEGIN` alone does."""

    @contextmanager
    def deferred(self: Journal) -> Iterator[list[str]]:
        mark: list[str] = []
        self._connection.execute("BEGIN")
        try:
            self._connection.execute("SELECT COUNT(*) FROM entries").fetchone()
            yield mark
            self._commit(mark)
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    replace_all("raw_transaction", deferred, Journal)


def makes_it_in_place() -> None:
    """A new journal is built where it will stand."""

    def make(path: Path, *, at: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        time.sleep(0.1)
        made = connection.connect(path)
        create.create_schema(made, at)
        made.close()

    replace_all("create_journal", make, create)


def writes_in_place() -> None:
    """A file is written over where it stands."""
    from mentorlog import config, drafts, files
    from mentorlog.cli.transfer import export, journal_export
    from mentorlog.errors import StorageError

    def write(path: Path, content: bytes, *, may_replace: bool = False) -> None:  # noqa: ARG001
        try:
            path.write_bytes(content)
        except OSError as error:
            raise StorageError("It could not be written.") from error

    def write_chunks(path: Path, content: Iterable[bytes], *, may_replace: bool = False) -> None:
        write(path, b"".join(content), may_replace=may_replace)

    replace_all("write_file", write, files, config, drafts, export, journal_export)
    replace_all("write_chunks", write_chunks, files, journal_export)


def writes_when_it_opens() -> None:
    """Opening the journal writes to it."""
    connection.SETTINGS += f"PRAGMA user_version = {connection.SCHEMA_VERSION};\n"


def trusts_any_file() -> None:
    """No look at whose file it is, and a missing one is made."""

    def connect(path: Path) -> sqlite3.Connection:
        return connection._set_up(sqlite3.connect(path, isolation_level=None))

    def schema_version(made: sqlite3.Connection, path: Path) -> int:  # noqa: ARG001
        made.execute("CREATE TABLE IF NOT EXISTS entries (number INTEGER)")
        return 1

    replace_all("connect", connect, journal)
    replace_all("schema_version", schema_version, journal)
    replace_all("check_exists", lambda _: None, journal)


def keeps_what_was_interrupted() -> None:
    """An interruption ends the transaction as if it had been whole, and is shown raw."""

    @contextmanager
    def committing(self: Journal) -> Iterator[list[str]]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield []
        finally:
            self._connection.execute("COMMIT")

    replace_all("raw_transaction", committing, Journal)


def orders_by_the_clock() -> None:
    """Entries stand in the order of the wall clock, and `undo` finds the last command by it."""
    from mentorlog.storage import history
    from mentorlog.storage.entries import queries, read_rows

    for module in (read_rows, queries):
        replace_all("OLDEST_FIRST", "ORDER BY e.written_at, e.number", module)
    replace_all("NEWEST_FIRST", "ORDER BY e.written_at DESC, e.number DESC", queries)
    by_clock = {state: query.replace("id DESC", "at DESC") for state, query in history.NEXT.items()}
    replace_all("NEXT", by_clock, history)


def edits_in_passing() -> None:
    """The editor's file is temporary, and gone whatever happens: what click.edit does."""
    from mentorlog import drafts

    edit = drafts.edit_in_editor

    def edited(draft: drafts.Draft) -> drafts.Draft:
        try:
            return edit(draft)
        finally:
            drafts.delete_draft(draft)

    replace_all("edit_in_editor", edited, drafts)


def numbers_it_first() -> None:
    """An upgrade that says that it is done, and then does it."""
    from mentorlog.storage.maintenance import upgrade

    def migrate(made: sqlite3.Connection, path: Path) -> None:  # noqa: ARG001
        from mentorlog.storage.database import schema

        made.execute(f"PRAGMA user_version = {connection.SCHEMA_VERSION}")
        time.sleep(0.2)
        schema.migrate(made)

    replace_all("migrate_in_transaction", migrate, upgrade)


VARIANTS: dict[str, Callable[[], None]] = {
    made.__name__.replace("_", "-"): made
    for made in (
        sound,
        without_a_transaction,
        says_it_first,
        synchronous_off,
        synchronous_full,
        swallows_errors,
        never_looks,
        begins_late,
        makes_it_in_place,
        writes_in_place,
        writes_when_it_opens,
        trusts_any_file,
        keeps_what_was_interrupted,
        orders_by_the_clock,
        edits_in_passing,
        numbers_it_first,
    )
}
