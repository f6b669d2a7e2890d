"""A journal of every released schema comes to the present shape: whole, backed up, or not at all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.errors import Busy, Damaged, MentorlogError
from mentorlog.model.entries import Reflection
from mentorlog.storage.database.connection import SCHEMA_VERSION
from mentorlog.storage.journal import empty_journal, open_journal
from mentorlog.storage.maintenance import upgrade
from mentorlog.storage.maintenance.backup import backups, create_backup
from tests.entries import NOW, TODAY
from tests.storage.stored_rows import add, check_digests, whole

RELEASED = sorted((Path(__file__).parents[1] / "released").glob("schema-*.db"))


@pytest.fixture(params=RELEASED, ids=[path.stem for path in RELEASED])
def older(request: pytest.FixtureRequest, path: Path) -> Path:
    shutil.copy(request.param, path)
    path.chmod(0o600)
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def shape(path: Path) -> list[tuple[str, str]]:
    """Every table, column, index and view, whatever way it came to be."""
    query = """SELECT m.type || ' ' || m.name, COALESCE(group_concat(c.name || ' ' || c.type || ' ' || c."notnull"), '')
        FROM sqlite_schema m LEFT JOIN pragma_table_info(m.name) c GROUP BY m.name ORDER BY m.name"""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_there_is_a_file_of_every_schema_before_this_one() -> None:
    assert [path.stem for path in RELEASED] == [f"schema-{number}" for number in range(1, SCHEMA_VERSION)]


def test_reading_changes_no_byte(older: Path) -> None:
    before = older.read_bytes()
    with open_journal(older) as journal:
        assert {entry.number for entry in journal.entries()} == {1, 2, 3, 4, 5, 6, 7, 8}
        assert journal.check().is_intact
        assert journal.upgrade_backup is None
    assert older.read_bytes() == before
    assert backups(older) == []


def test_the_first_write_brings_everything_along(older: Path, tmp_path: Path) -> None:
    was = version(older)
    with open_journal(older) as journal:
        before = whole(journal)
        deeds = journal.commands()
    with open_journal(older, upgrade_at=NOW) as journal:
        assert whole(journal) == before
        assert journal.commands() == deeds
        assert journal.check().is_intact
        check_digests(journal)
        [backup] = backups(older)
        assert (journal.upgrade_backup, version(backup.path)) == (backup.path, was)
        assert add(journal, Reflection(on=TODAY, text="next"))[0].number == 11, "10 was taken back, and is used"
        journal.undo()
        journal.undo()
    with open_journal(tmp_path / "new.db", create_at=NOW):
        pass
    assert (version(older), shape(older)) == (SCHEMA_VERSION, shape(tmp_path / "new.db"))


def test_it_is_done_once(older: Path) -> None:
    for _ in range(2):
        with open_journal(older, upgrade_at=NOW):
            pass
    upgrade.upgrade(older, at=NOW)  # as by a second process that saw the old version
    assert version(older) == SCHEMA_VERSION
    assert len(backups(older)) == 2


def test_what_fails_on_the_way_leaves_the_old_file(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_of_it(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE answers")
        raise sqlite3.OperationalError("disk I/O error")

    before = older.read_bytes()
    monkeypatch.setattr("mentorlog.storage.database.schema.migrate", half_of_it)
    for at in (NOW, ""):
        with pytest.raises(MentorlogError), open_journal(older, upgrade_at=at):
            pass
    assert older.read_bytes() == before


def test_a_transaction_that_ended_by_itself_is_not_ended_again(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(connection: sqlite3.Connection) -> None:
        connection.execute("ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("mentorlog.storage.database.schema.migrate", broken_off)
    with pytest.raises(MentorlogError), open_journal(older, upgrade_at=NOW):
        pass


def test_a_broken_link_is_not_carried_along(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("UPDATE entries SET about = 99 WHERE number = 4")
        connection.commit()
    for at in (NOW, ""):
        with pytest.raises(Damaged), open_journal(older, upgrade_at=at):
            pass
    assert version(older) < SCHEMA_VERSION


def test_rows_that_the_present_shape_refuses_are_damage(path: Path) -> None:
    shutil.copy(RELEASED[0], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE entries SET kind = 'letter' WHERE number = 4")
        connection.commit()
    for at in (NOW, ""):
        with pytest.raises(Damaged), open_journal(path, upgrade_at=at):
            pass
    assert version(path) == 1


@pytest.mark.parametrize(
    "statements", [["PRAGMA user_version = 1"], ["DROP TABLE _sqlite_migrations"]], ids=["says less", "says nothing"]
)
def test_what_does_not_hold_what_its_version_says_is_damage(statements: list[str], path: Path) -> None:
    shutil.copy(RELEASED[-1], path)
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    before = version(path)
    for at in (NOW, ""):
        with pytest.raises(Damaged), open_journal(path, upgrade_at=at):
            pass
    assert version(path) == before


def test_another_process_holds_it(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorlog.storage.database.connection.WAIT", 0.01)
    with closing(sqlite3.connect(older)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy), open_journal(older, upgrade_at=NOW):
            pass
    assert version(older) < SCHEMA_VERSION


def test_a_purge_reaches_the_backup_made_before(older: Path) -> None:
    with open_journal(older, upgrade_at=NOW) as journal:
        assert len(journal.purge([4]).copies) == 1
    assert not any(b"I could breathe" in file.read_bytes() for file in older.parent.rglob("*.db"))


def test_an_older_backup_can_be_gone_back_to(older: Path) -> None:
    made = create_backup(older, at=NOW)
    assert made.entries == 9
    with open_journal(made.path) as journal:
        assert journal.check().is_intact


def test_a_new_journal_needs_no_upgrade() -> None:
    with empty_journal(NOW) as journal:
        assert journal.upgrade_backup is None
