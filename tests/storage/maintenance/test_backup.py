"""Copies of a journal: whole, private, kept as long as they are worth it, and put back row by row."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.errors import Busy, Damaged, StorageError, TooNew
from mentorlog.model.entries import Reflection
from mentorlog.storage.database import connection
from mentorlog.storage.journal import Journal, open_journal
from mentorlog.storage.maintenance.backup import (
    backups,
    count_entries,
    create_backup,
    partial_backups,
    restore_backup,
)
from mentorlog.storage.maintenance.backup_names import backup_folder, is_due
from tests.entries import NOW, TODAY
from tests.storage.stored_rows import CONTENT, PAST, add, dump
from tests.storage.test_history import NAMES, type_any

DRAFT = Reflection(on=TODAY, text="I led the meeting")


def after(days: int) -> str:
    return (datetime.fromisoformat(NOW) + timedelta(days=days)).isoformat(timespec="seconds")


def test_private_whole_and_described(journal: Journal, path: Path) -> None:
    add(journal, DRAFT, DRAFT)
    before = os.umask(0o022)
    try:
        made = create_backup(path, at=NOW)
    finally:
        os.umask(before)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    assert (made.entries, made.at, made.is_automatic, made.size) == (2, NOW, True, made.path.stat().st_size)
    assert [one.name for one in made.path.parent.iterdir()] == [made.path.name]
    with open_journal(made.path) as copy:
        assert dump(copy, (*CONTENT, *PAST)) == dump(journal, (*CONTENT, *PAST))


@pytest.mark.usefixtures("journal")
def test_ten_automatic_ones_are_kept_and_all_by_hand(path: Path) -> None:
    by_hand = [create_backup(path, at=after(day), by_hand=True).path for day in (0, 0)]
    automatic = [create_backup(path, at=after(day)).path for day in range(12)]
    assert [one.path for one in backups(path) if one.is_automatic] == automatic[2:]
    assert all(one.exists() for one in by_hand)


def test_the_only_one_with_more_entries_than_now_is_never_dropped(journal: Journal, path: Path) -> None:
    add(journal, DRAFT)
    full = create_backup(path, at=NOW)
    journal.undo()
    for day in range(1, 13):
        create_backup(path, at=after(day))
    assert full.path.exists()
    journal.redo()
    create_backup(path, at=after(13))
    assert not full.path.exists()


@pytest.mark.usefixtures("journal")
def test_one_is_spared(path: Path) -> None:
    oldest = create_backup(path, at=NOW).path
    for day in range(1, 12):
        create_backup(path, at=after(day), spare=oldest)
    assert oldest.exists()


@pytest.mark.usefixtures("journal")
def test_once_a_week_whatever_a_wrong_clock_made(path: Path) -> None:
    create_backup(path, at=after(3000))
    assert is_due(path, NOW)
    create_backup(path, at=NOW)
    assert not is_due(path, after(6))
    assert is_due(path, after(7))


@pytest.mark.usefixtures("journal")
def test_backups_of_a_neighbour_are_not_its_own(path: Path) -> None:
    neighbour = path.with_name("journal-old.db")
    with open_journal(neighbour, create_at=NOW):
        made = create_backup(neighbour, at=NOW)
    assert backups(path) == []
    assert backups(neighbour) == [made]
    assert is_due(path, NOW)


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("statement", ["PRAGMA application_id = 7", "PRAGMA user_version = 9"])
def test_one_that_can_t_be_read_is_listed_all_the_same(statement: str, path: Path) -> None:
    made = create_backup(path, at=NOW).path
    with closing(sqlite3.connect(made)) as other:
        other.execute(statement)
    assert [one.entries for one in backups(path)] == [None]
    with pytest.raises((Damaged, TooNew)):
        count_entries(made)


def test_what_is_not_whole_is_not_backed_up(journal: Journal, path: Path) -> None:
    add(journal, DRAFT)
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE entries SET about = 99")
        other.commit()
    with pytest.raises(Damaged):
        create_backup(path, at=NOW)
    assert backups(path) == []
    assert partial_backups(path) == []


def test_a_held_journal_is_not_waited_for_for_ever(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = create_backup(path, at=NOW).path
    monkeypatch.setattr(connection, "WAIT", 0.01)
    journal._connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Busy):
        restore_backup(path, made)
    journal._connection.execute("ROLLBACK")


@pytest.mark.usefixtures("journal")
def test_what_a_crash_left_is_known(path: Path) -> None:
    create_backup(path, at=NOW)
    left = backup_folder(path) / ".journal-20260312T100000Z.db.00.part"
    left.touch()
    assert partial_backups(path) == [left]


@given(data=st.data(), names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=12), at=st.integers(0, 12))
@settings(max_examples=30, deadline=None)
def test_any_history_comes_back_row_by_row(
    data: st.DataObject, names: list[str], at: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("backing") / "journal.db"
    with open_journal(path, create_at=NOW) as journal:
        for name in names[:at]:
            type_any(journal, data.draw, name)
        before = dump(journal, (*CONTENT, *PAST))
        made = create_backup(path, at=NOW)
        for name in names[at:]:
            type_any(journal, data.draw, name)
    restore_backup(path, made.path)
    with open_journal(path) as journal:
        assert dump(journal, (*CONTENT, *PAST)) == before


def test_a_file_that_is_held_while_it_is_copied_is_not_tried_for_ever(path: Path, tmp_path: Path) -> None:
    """Python's own backup waits without end for a lock that comes in between."""
    from mentorlog.storage.maintenance.backup import _raise_if_locked

    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        source.execute("CREATE TABLE t (x)")
        copy.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy), closing(sqlite3.connect(tmp_path / "copy.db", timeout=0)) as other:
            source.backup(other, progress=_raise_if_locked, sleep=0)


class Refusing:
    """A connection that takes a backup, or doesn't, and then says that the disk failed."""

    def __init__(self, real: sqlite3.Connection, *, takes_it: bool) -> None:
        self.real, self.takes_it = real, takes_it

    def backup(self, target: sqlite3.Connection, **more: object) -> None:
        if self.takes_it:
            self.real.backup(target, **more)  # type: ignore[arg-type]
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
        raise error

    def close(self) -> None:
        self.real.close()


@pytest.mark.parametrize("takes_it", [True, False])
def test_where_the_disk_fails_at_the_very_end_it_is_looked_up(
    takes_it: bool, journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(journal, DRAFT)
    made = create_backup(path, at=NOW).path
    add(journal, DRAFT)
    real, opened = connection.connect, list[Path]()

    def connect(which: Path) -> sqlite3.Connection:
        opened.append(which)
        if len(opened) == 1:
            return Refusing(real(which), takes_it=takes_it)  # type: ignore[return-value]
        return real(which)

    monkeypatch.setattr("mentorlog.storage.maintenance.backup.connect", connect)
    if takes_it:
        restore_backup(path, made)
    else:
        with pytest.raises(StorageError, match="disk-failed"):
            restore_backup(path, made)
    with open_journal(path) as after:
        assert after.count() == (1 if takes_it else 2)


def test_where_that_can_t_be_seen_it_is_told(journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(journal, DRAFT)
    made = create_backup(path, at=NOW).path
    real, opened = connection.connect, list[Path]()

    def connect(which: Path) -> sqlite3.Connection:
        opened.append(which)
        if len(opened) > 2:
            raise sqlite3.OperationalError("disk I/O error")
        return Refusing(real(which), takes_it=False) if len(opened) == 1 else real(which)  # type: ignore[return-value]

    monkeypatch.setattr("mentorlog.storage.maintenance.backup.connect", connect)
    with pytest.raises(StorageError, match="commit-unknown"):
        restore_backup(path, made)
