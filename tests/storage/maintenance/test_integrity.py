"""Is every entry whole? Rot is named wherever it sits, and what can be read of it is saved."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.errors import Damaged, MentorlogError
from mentorlog.model.entries import Answer, Event, EventType, Goal, Question, Reflection
from mentorlog.model.serialization import canonical
from mentorlog.storage.database.connection import connect
from mentorlog.storage.entries.read_rows import stored_document
from mentorlog.storage.journal import open_journal
from mentorlog.storage.maintenance.integrity import check
from mentorlog.storage.maintenance.salvage import Salvage
from tests.entries import IDENTITY, MEI, NOW, TODAY
from tests.storage.stored_rows import add

DRAFTS = (
    Reflection(
        on=TODAY,
        title="A title",
        text="I led the meeting " * 9,
        people=(MEI,),
        areas=(IDENTITY,),
        framework="driscoll",
        answers=(Answer(key="what", question="What happened?", text="I spoke first.", spine="happened"),),
        feelings=("calm", "vui"),
    ),
    Goal(on=TODAY, text="Lead", events=(Event(on=TODAY, what=EventType.CREATED, text="Lead"),)),
    Question(on=TODAY, text="Why?", answered_in=1),
    *(Reflection(on=TODAY, text=f"Nguyễn {number} " * 40, goals=(2,)) for number in range(20)),
)
NAMED = {
    "entries": ("number", ("text", "title", "folded", "digest", "uid", "day", "written_at", "changed_at")),
    "areas": ("slug", ("name", "about", "digest")),
    "people": ("id", ("name", "folded", "digest", "uid")),
    "revisions": ("id", ("document", "key", "digest")),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("checking") / "journal.db"
    with open_journal(path, create_at=NOW) as journal:
        for draft in DRAFTS:
            (saved,) = add(journal, draft)
            with journal.write("edit", at=NOW) as writing:
                writing.change(saved)
        assert journal.check().is_intact
    return path.read_bytes()


def flipped(text: str, chance: random.Random) -> str:
    """`text` with one bit of one byte changed, where that is still a text."""
    while True:
        raw = bytearray(text.encode())
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        try:
            return raw.decode()
        except UnicodeDecodeError:
            continue


@pytest.mark.parametrize(("table", "column"), [(table, name) for table, (_, names) in NAMED.items() for name in names])
def test_every_flipped_bit_of_a_text_is_named(table: str, column: str, content: bytes, path: Path) -> None:
    chance = random.Random(f"{table} {column}")
    key = NAMED[table][0]
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as other, open_journal(path) as journal:
        other.execute("PRAGMA ignore_check_constraints = ON")
        rows = other.execute(f"SELECT {key}, {column} FROM {table} WHERE {column} <> ''").fetchall()
        for number, value in chance.choices(rows, k=40):
            other.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (flipped(value, chance), number))
            other.commit()
            found = journal.check()
            assert not found.is_intact
            assert table != "entries" or number in found.damaged or column == "uid"
            other.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (value, number))
            other.commit()
        assert journal.check().is_intact


def documents(path: Path) -> dict[int, str]:
    with closing(connect(path)) as connection:
        numbers = [number for (number,) in connection.execute("SELECT number FROM entries")]
        return {number: canonical(stored_document(connection, number)) for number in numbers}


def test_no_byte_changes_an_entry_unnoticed(content: bytes, path: Path) -> None:
    chance = random.Random(7)
    path.write_bytes(content)
    whole = documents(path)
    exits: set[int] = set()
    for _ in range(300):
        raw = bytearray(content)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        path.write_bytes(raw)
        try:
            with open_journal(path) as journal:
                found = journal.check()
                list(journal.salvage().items())
        except MentorlogError as error:
            exits.add(error.exit)
            continue
        if found.is_intact:
            assert documents(path) == whole
    assert exits <= {4, 8}


@pytest.mark.parametrize(
    ("statement", "note"),
    [
        ("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'entries'", "A number could be used again."),
        ("UPDATE entries SET answered_in = 999 WHERE number = 3", "A link leads to something that is not there."),
        ("UPDATE entries SET status = 'paused' WHERE number = 2", "Goal 2 does not stand as its own events say."),
        ("DROP TABLE revisions", "Areas, people or the past can't be read."),
    ],
)
def test_rules_that_are_broken(statement: str, note: str, content: bytes, path: Path) -> None:
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
        other.commit()
    with open_journal(path) as journal:
        assert note in journal.check().notes


@pytest.mark.parametrize(
    ("statement", "count"),
    [
        ("DROP TABLE answers", 23),
        ("DROP TABLE areas", 23),
        ("DELETE FROM people", 23),
        ("UPDATE people SET name = ''", 23),
        ("UPDATE entries SET day = 'some day' WHERE number = 4", 22),
        ("UPDATE entries SET kind = 'other' WHERE number IN (4, 5)", 21),
        ("ALTER TABLE entries RENAME COLUMN feelings TO feeling", 0),
    ],
)
def test_what_can_be_read_is_given(statement: str, count: int, content: bytes, path: Path) -> None:
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("DROP VIEW timeline")
        other.execute(statement)
        other.commit()
    with closing(connect(path)) as connection:
        assert len([item for item in Salvage(connection).items() if hasattr(item, "entry")]) == count


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry_people SET position = 4 WHERE entry = 1",
        "UPDATE events SET position = 1 WHERE entry = 2",
        "UPDATE entry_people SET person = 9 WHERE entry = 1",
        """UPDATE entries SET feelings = '["calm","vui"]' WHERE number = 1""",
        "UPDATE entries SET signs = '[ ]' WHERE number = 1",
        "UPDATE answers SET position = 1 WHERE entry = 1",
        "UPDATE answers SET spine = x'' WHERE entry = 1",
        "UPDATE entries SET signs = '[' WHERE number = 1",
        "UPDATE entries SET due = '' WHERE number = 1",
        "UPDATE entries SET owner = 9 WHERE number = 1",
        "UPDATE entries SET told = 1 WHERE number = 1",
        "UPDATE entries SET told = 2 WHERE number = 1",
        "UPDATE entries SET title = x'' WHERE number = 1",
        "UPDATE entry_people SET position = 0.0 WHERE entry = 1",
        "UPDATE entry_people SET entry = 1.0 WHERE entry = 1",
    ],
)
def test_what_no_document_tells_is_named(statement: str, content: bytes, path: Path) -> None:
    """The document that is shown is the same, or nearly, and not what stands in the file."""
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("PRAGMA writable_schema = ON")  # rot minds no types
        other.execute("UPDATE sqlite_schema SET sql = replace(replace(sql, ' STRICT', ' '), ' INTEGER NOT', ' NOT')")
        other.commit()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute(statement)
        other.commit()
    with open_journal(path) as journal:
        assert journal.check().damaged == ((2,) if "events" in statement else (1,))


def test_what_one_alone_does_not_find_is_named(content: bytes, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Together with others it is found all the same, on the way from one to the next."""

    def damaged(_: sqlite3.Connection, numbers: list[int]) -> list[int]:
        return numbers if numbers == [2] else []

    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE entries SET kind = 'other' WHERE number = 4")
        other.commit()
    monkeypatch.setattr("mentorlog.storage.maintenance.integrity._find_damaged", damaged)
    with closing(connect(path)) as connection:
        assert check(connection).damaged == (2,)


@pytest.mark.parametrize(
    ("statement", "lost", "partial", "notes"),
    [
        ("SELECT 1", [], [], []),
        ("DROP TABLE answers", [], list(range(1, 24)), []),
        ("DROP TABLE areas", [], [1], ["The areas could not be read."]),
        ("UPDATE people SET name = ''", [], [1], ["Person 1 could not be read."]),
        ("UPDATE areas SET name = '' WHERE slug = 'identity'", [], [1], ["Area identity could not be read."]),
        ("UPDATE entries SET day = 'some day' WHERE number = 4", [4], [], []),
    ],
)
def test_what_is_missing_is_told(
    statement: str, lost: list[int], partial: list[int], notes: list[str], content: bytes, path: Path
) -> None:
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("DROP VIEW timeline")
        other.execute(statement)
        other.commit()
    with closing(connect(path)) as connection:
        salvage = Salvage(connection)
        assert list(salvage.items())
        assert (salvage.lost, salvage.partial, salvage.notes) == (lost, partial, notes)


def test_what_can_t_be_read_at_all_is_named(content: bytes, tmp_path: Path) -> None:
    """An entry that the table has and its own columns deny, a table that is gone, a goal without events."""
    path = tmp_path / "journal.db"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM events WHERE entry = 2")
        raw.execute("UPDATE entries SET day = '2026-13-45' WHERE number = 3")
        raw.commit()
    with open_journal(path) as journal:
        assert journal.check().damaged == (2, 3)
        with pytest.raises(Damaged):
            journal.entries()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE answers")
        raw.commit()
        raw.row_factory = sqlite3.Row
        assert len(check(raw).damaged) == len(DRAFTS)


class Silent:
    """A connection to a file of which nothing but the numbers can be read."""

    def __init__(self, real: sqlite3.Connection) -> None:
        self._real = real

    def execute(self, query: str, *more: object) -> sqlite3.Cursor:
        if query.startswith("PRAGMA"):
            raise sqlite3.DatabaseError
        if "FROM entries e" in query:
            query = query.replace("ORDER BY", "AND 0 ORDER BY")
        return self._real.execute(query, *more)  # type: ignore[arg-type]


def test_rows_that_hide_are_damaged(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(content)
    with closing(connect(path)) as real:
        found = check(Silent(real))  # type: ignore[arg-type]
    assert len(found.damaged) == len(DRAFTS)
    assert "The structure of the file can't be read." in found.notes
