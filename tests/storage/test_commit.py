"""When COMMIT fails it is looked up whether the command was kept, so that nobody is told a lie."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mentorlog.errors import StorageError
from mentorlog.model.entries import Reflection
from mentorlog.model.history import CommandRecord
from mentorlog.storage import journal as journal_module
from mentorlog.storage.journal import Journal, open_journal
from tests.entries import NOW, TODAY
from tests.storage.stored_rows import add, dump

DRAFT = Reflection(on=TODAY, text="I led the meeting")
Ends = Callable[[sqlite3.Connection], object]


class Failing:
    """A connection on which COMMIT fails, having `ended` the transaction in one way or another."""

    def __init__(self, connection: sqlite3.Connection, ended: Ends) -> None:
        self.connection, self.ended = connection, ended

    def __getattr__(self, name: str) -> object:
        return getattr(self.connection, name)

    def execute(self, statement: str, *parameters: object) -> sqlite3.Cursor:
        if statement != "COMMIT":
            return self.connection.execute(statement, *parameters)  # type: ignore[arg-type]
        self.ended(self.connection)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
        raise error


def kept(connection: sqlite3.Connection) -> None:
    connection.execute("COMMIT")


def lost(connection: sqlite3.Connection) -> None:
    connection.execute("ROLLBACK")


def open_still(_: sqlite3.Connection) -> None:
    pass


def fail(journal: Journal, ended: Ends) -> None:
    journal._connection = Failing(journal._connection, ended)  # type: ignore[assignment]


@contextmanager
def failing_journal(path: Path, ended: Ends) -> Iterator[Journal]:
    with open_journal(path, create_at=NOW) as journal:
        fail(journal, ended)
        yield journal


def test_what_was_kept_all_the_same_counts_as_saved(path: Path) -> None:
    with failing_journal(path, kept) as journal:
        (saved,) = add(journal, DRAFT)
        assert journal.entries() == (saved,)
        add(journal, DRAFT)
        assert journal.count() == 2


@pytest.mark.parametrize("ended", [lost, open_still])
def test_what_was_not_kept_is_said_not_to_be(path: Path, ended: Ends) -> None:
    with pytest.raises(StorageError, match="disk-failed"), failing_journal(path, ended) as journal:
        add(journal, DRAFT)
    with open_journal(path) as journal:
        assert journal.count() == 0


@pytest.mark.parametrize("turn", [Journal.undo, Journal.redo])
def test_taking_back_and_doing_again_are_looked_up_too(path: Path, turn: Callable[[Journal], CommandRecord]) -> None:
    with open_journal(path, create_at=NOW) as journal:
        add(journal, DRAFT, DRAFT)
        journal.undo()
        before = dump(journal)
        fail(journal, kept)
        assert turn(journal).command == "add"
        assert dump(journal) != before


@pytest.mark.parametrize("turn", [Journal.undo, Journal.redo])
def test_taking_back_and_doing_again_are_not_said_to_be_done_when_they_are_not(
    path: Path, turn: Callable[[Journal], CommandRecord]
) -> None:
    with open_journal(path, create_at=NOW) as journal:
        add(journal, DRAFT, DRAFT)
        journal.undo()
        before = dump(journal)
        fail(journal, lost)
        with pytest.raises(sqlite3.OperationalError):
            turn(journal)
        assert dump(journal) == before


@pytest.mark.parametrize("ended", [lost, open_still])
def test_what_goes_into_a_salvage_last_is_looked_up_too(path: Path, journal: Journal, ended: Ends) -> None:
    salvaged = path.with_name("salvaged.db")
    with pytest.raises(StorageError, match="disk-failed"), failing_journal(salvaged, ended) as target:
        target.copy_sharing(journal)


def test_where_it_can_not_be_looked_up_neither_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    with failing_journal(path, kept) as journal:
        monkeypatch.setattr(journal_module, "connect", refuse)
        with pytest.raises(StorageError, match="commit-unknown"):
            add(journal, DRAFT)


def unseen(connection: sqlite3.Connection) -> None:
    (path,) = [row[2] for row in connection.execute("PRAGMA database_list")]
    connection.execute("ROLLBACK")
    Path(path).rename(f"{path}.gone")


def test_a_purge_that_was_kept_all_the_same_is_one(path: Path) -> None:
    with open_journal(path, create_at=NOW) as journal:
        add(journal, DRAFT)
        fail(journal, kept)
        assert journal.purge([1]).unreached == (path,), "it could not be written anew"
    with open_journal(path) as journal:
        assert journal.count() == 0


@pytest.mark.parametrize(
    ("ended", "reason"), [(lost, "disk-failed"), (open_still, "disk-failed"), (unseen, "commit-unknown")]
)
def test_a_purge_that_was_not_is_none(path: Path, ended: Ends, reason: str) -> None:
    with open_journal(path, create_at=NOW) as journal:
        add(journal, DRAFT)
    with pytest.raises(StorageError, match=reason), failing_journal(path, ended) as journal:
        journal.purge([1])


def test_an_error_that_ended_the_transaction_by_itself_is_told_as_it_is(journal: Journal) -> None:
    def fill_the_disk() -> None:
        with journal.raw_transaction():
            journal._connection.execute("ROLLBACK")
            raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(sqlite3.OperationalError, match="full"):
        fill_the_disk()
    assert add(journal, DRAFT)
