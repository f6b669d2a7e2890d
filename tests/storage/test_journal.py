"""Opening a file that is a journal, and refusing whatever is none without touching it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.errors import Busy, Damaged, MentorlogError, NotFound, StorageError, TooNew
from mentorlog.model.entries import Reflection
from mentorlog.storage.database import connection
from mentorlog.storage.database.connection import APPLICATION, SCHEMA_VERSION, translate_errors
from mentorlog.storage.journal import Journal, open_journal
from tests.entries import NOW, TODAY
from tests.storage.stored_rows import add, dump

Craft = Callable[[Path, bytes], object]


def database(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()


def changed(path: Path, journal: bytes, statement: str) -> None:
    path.write_bytes(journal)
    database(path, statement)


DRAFT = Reflection(on=TODAY, text="I led the meeting")
OURS = f"PRAGMA application_id = {APPLICATION}"
CRAFTED: dict[str, tuple[Craft, type[MentorlogError]]] = {
    "an empty file": (lambda path, _: path.write_bytes(b""), Damaged),
    "one byte": (lambda path, _: path.write_bytes(b"S"), Damaged),
    "a text": (lambda path, _: path.write_text("# My journal\n" * 99), Damaged),
    "a header alone": (lambda path, journal: path.write_bytes(journal[:100]), Damaged),
    "a header and zeros": (lambda path, journal: path.write_bytes(journal[:100] + bytes(9000)), Damaged),
    "zeros": (lambda path, _: path.write_bytes(bytes(8192)), Damaged),
    "noise": (lambda path, _: path.write_bytes(bytes(range(256)) * 64), Damaged),
    "a picture": (lambda path, _: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000)), Damaged),
    "half a page": (lambda path, journal: path.write_bytes(journal[:2048]), Damaged),
    "the first page": (lambda path, journal: path.write_bytes(journal[:4096]), Damaged),
    "half a journal": (lambda path, journal: path.write_bytes(journal[: len(journal) // 2]), Damaged),
    "all but the last page": (lambda path, journal: path.write_bytes(journal[:-4096]), Damaged),
    "a word that is no UTF-8": (
        lambda path, journal: changed(path, journal, "UPDATE entries SET text = CAST(x'ff' AS TEXT)"),
        Damaged,
    ),
    "a journal without its beginning": (lambda path, journal: path.write_bytes(journal[4096:]), Damaged),
    "a wrong magic word": (lambda path, journal: path.write_bytes(b"SQLite format 4\0" + journal[16:]), Damaged),
    "a wrong page size": (lambda path, journal: path.write_bytes(journal[:16] + b"\x03\x07" + journal[18:]), Damaged),
    "a broken schema": (lambda path, journal: path.write_bytes(journal[:100] + bytes(3996) + journal[4096:]), Damaged),
    "an empty database": (lambda path, _: database(path, "CREATE TABLE a (b)", "DROP TABLE a"), Damaged),
    "another program's": (lambda path, _: database(path, "PRAGMA application_id = 7", "CREATE TABLE a (b)"), Damaged),
    "nobody's": (lambda path, _: database(path, "CREATE TABLE entries (number)"), Damaged),
    "ours by name": (lambda path, _: database(path, OURS, "CREATE TABLE entries (number)"), Damaged),
    "a version below all": (lambda path, journal: changed(path, journal, "PRAGMA user_version = -1"), Damaged),
    "another name": (lambda path, journal: changed(path, journal, "PRAGMA application_id = 1"), Damaged),
    "a newer one": (
        lambda path, journal: changed(path, journal, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"),
        TooNew,
    ),
    "a much newer one": (lambda path, journal: changed(path, journal, "PRAGMA user_version = 2147483647"), TooNew),
    "ours without tables": (
        lambda path, _: database(
            path, OURS, f"PRAGMA user_version = {SCHEMA_VERSION}", "CREATE TABLE entries (number)"
        ),
        Damaged,
    ),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("opening") / "journal.db"
    with open_journal(path, create_at=NOW) as journal:
        add(journal, *[Reflection(on=TODAY, text="a long text " * 50) for _ in range(20)])
    return path.read_bytes()


@pytest.mark.parametrize("name", CRAFTED)
@pytest.mark.parametrize("create_at", ["", NOW], ids=["to read", "to write"])
def test_what_is_no_journal_is_refused_and_left_as_it_is(name: str, create_at: str, path: Path, content: bytes) -> None:
    craft, expected = CRAFTED[name]
    craft(path, content)
    before = path.read_bytes()
    with pytest.raises(expected) as caught, open_journal(path, create_at=create_at) as journal:
        journal.entries()
    assert type(caught.value) is expected
    assert caught.value.values["path"] == path
    assert path.read_bytes() == before
    assert sorted(place.name for place in path.parent.iterdir()) == ["home", "journal.db"]


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="journal-is-folder"), open_journal(tmp_path):
        pass


@pytest.mark.parametrize("place", ["journal.db", "away/journal.db"])
def test_a_missing_journal_is_said_to_be_missing(tmp_path: Path, place: str) -> None:
    with pytest.raises(NotFound, match=r"no-journal$"), open_journal(tmp_path / place):
        pass


def test_a_missing_journal_is_told_of_its_neighbour(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught, open_journal(tmp_path / "jornal.db"):
        pass
    assert caught.value.values == {"path": tmp_path / "jornal.db", "near": journal.path}


def test_a_file_that_ends_within_a_page_is_not_written_to(journal: Journal, path: Path) -> None:
    add(journal, DRAFT)
    os.truncate(path, path.stat().st_size - 10)
    before = path.read_bytes()
    with pytest.raises(Damaged, match="journal-cut-short"):
        add(journal, DRAFT)
    assert path.read_bytes() == before


def test_every_pragma_is_set(journal: Journal) -> None:
    names = [
        *("synchronous", "foreign_keys", "secure_delete", "trusted_schema", "cell_size_check", "temp_store"),
        *("recursive_triggers", "journal_mode", "application_id", "user_version"),
    ]
    found = {name: journal._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert found == {
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "recursive_triggers": 1,
        "journal_mode": "delete",
        "application_id": 0x4D4C4F47,
        "user_version": SCHEMA_VERSION,
    }


def test_every_table_is_strict(journal: Journal) -> None:
    tables = journal._connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    )
    assert {name for (name,) in tables} <= {"sqlite_schema", "sqlite_sequence", "_sqlite_migrations"}


def test_a_journal_whose_name_has_odd_characters(tmp_path: Path) -> None:
    path = tmp_path / "100% mine? #1 身份.db"
    with open_journal(path, create_at=NOW) as journal:
        add(journal, DRAFT)
    with open_journal(path) as journal:
        assert journal.count() == 1


def test_while_another_process_writes_one_waits_and_then_says_so(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.05)
    journal._connection.execute("BEGIN IMMEDIATE")
    with open_journal(path) as other:
        assert other.entries() == ()  # reading goes on
    with pytest.raises(Busy, match="locked"), open_journal(path) as other:
        add(other, DRAFT)
    journal._connection.execute("ROLLBACK")
    with open_journal(path) as other:
        assert add(other, DRAFT)[0].number == 1


def test_a_commit_that_a_reader_holds_up_writes_nothing(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.05)
    before = dump(journal)
    reading = journal._connection.execute("SELECT * FROM areas")
    reading.fetchone()
    with pytest.raises(Busy), open_journal(path) as other:
        add(other, DRAFT)
    reading.close()
    assert dump(journal) == before


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_LOCKED, Busy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Busy),
        (sqlite3.SQLITE_FULL, StorageError),
        (sqlite3.SQLITE_READONLY_DBMOVED, StorageError),
        (sqlite3.SQLITE_PERM, StorageError),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, StorageError),
        (sqlite3.SQLITE_IOERR_FSYNC, StorageError),
        (sqlite3.SQLITE_CORRUPT_INDEX, Damaged),
        (sqlite3.SQLITE_MISUSE, MentorlogError),
        (None, MentorlogError),
    ],
)
def test_what_sqlite_raises_is_translated(code: int | None, expected: type[MentorlogError], path: Path) -> None:
    path.write_bytes(bytes(100))
    error = sqlite3.OperationalError("its own words")
    if code is not None:
        error.sqlite_errorcode = code
    with pytest.raises(MentorlogError) as caught, translate_errors(path):
        raise error
    assert type(caught.value) is expected


def test_what_the_disk_does_not_give_is_no_damage(path: Path) -> None:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    with pytest.raises(StorageError, match="disk-failed"), translate_errors(path):  # there is no such file
        raise error
