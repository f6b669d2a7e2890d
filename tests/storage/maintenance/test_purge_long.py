"""The one real erasure: gone from every copy, while everything else stays whole and can be taken back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorlog.errors import NotFound
from mentorlog.model.entries import Question, Reflection
from mentorlog.storage.journal import Journal, open_journal
from mentorlog.storage.maintenance.backup import create_backup
from mentorlog.storage.maintenance.backup_names import backup_folder
from tests.entries import NOW, TODAY
from tests.storage.stored_rows import add, check_digests, dump, rows
from tests.storage.test_history import NAMES, type_any

SECRET = Reflection(on=TODAY, text="Ich heiße Nguyễn und sage es niemandem")
FORMS = [form.encode() for form in ("Nguyễn und", "heisse nguyen", "heiße nguyen")]


def holds(path: Path) -> bool:
    return any(form in file.read_bytes() for file in path.parent.rglob("*") if file.is_file() for form in FORMS)


def test_no_byte_of_it_is_left_folded_or_not(journal: Journal, path: Path) -> None:
    (saved,) = add(journal, SECRET)
    create_backup(path, at=NOW)
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(saved, text="Else"))
    assert holds(path)
    purged = journal.purge([1])
    assert len(purged.copies) == 1
    assert not holds(path)
    with pytest.raises(NotFound):
        journal.purge([1])
    assert "Ich" not in repr(purged)


def test_nothing_of_it_is_left_in_a_backup_that_was_cut_short(journal: Journal, path: Path) -> None:
    add(journal, SECRET)
    made = create_backup(path, at=NOW).path
    made.rename(made.with_name(f".{made.name}.00.part"))
    assert holds(path)
    journal.purge([1])
    assert list(backup_folder(path).iterdir()) == []
    assert not holds(path)


def test_links_to_it_go_from_what_others_were_too(journal: Journal) -> None:
    add(journal, SECRET)
    about, question = add(journal, Reflection(on=TODAY, about=1, text="b")), add(journal, Question(on=TODAY, text="q"))
    with journal.write("answer", at=NOW) as writing:
        writing.answer(question[0].number, 1)
        writing.change(replace(about[0], text="c"))
    journal.purge([1])
    assert journal.check().is_intact
    assert [version.entry.about for version in journal.versions(2) if version.entry] == [None]
    assert journal.undo().numbers == (3, 2)
    check_digests(journal)


@given(data=st.data(), names=st.lists(st.sampled_from([*NAMES, "undo", "undo"]), min_size=3, max_size=12))
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_works_all_the_way_for_everything_else(
    data: st.DataObject, names: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with open_journal(tmp_path_factory.mktemp("purge") / "journal.db", create_at=NOW) as journal:
        done = sum(_turn(journal, data.draw, name) for name in names)
        keys = {int(str(key)) for (key,) in rows(journal, "SELECT key FROM revisions WHERE kind = 'entry'")}
        chosen = sorted(data.draw(st.sets(st.sampled_from(sorted(keys))))) if keys else []
        earlier = [
            n for n in chosen if data.draw(st.booleans()) and (n,) in rows(journal, "SELECT number FROM entries")
        ]
        entire = [number for number in chosen if number not in earlier]
        if earlier:
            journal.purge(earlier, earlier=True)
        if entire:
            journal.purge(entire)
        check(journal)
        for turn in (journal.undo, journal.redo):
            for _ in range(done + 1):
                try:
                    turn()
                except NotFound:
                    break
            check(journal)
        assert not set(entire) & set(journal.numbers(1, 99))


def _turn(journal: Journal, draw: Callable[[Any], Any], name: str) -> bool:
    if name != "undo":
        return type_any(journal, draw, name)
    try:
        journal.undo()
    except NotFound:
        return False
    return True


def check(journal: Journal) -> None:
    """All is whole. (Goals made up at random need not stand as their events say.)"""
    found = journal.check()
    assert (found.damaged, [note for note in found.notes if not note.startswith("Goal ")]) == ((), [])
    check_digests(journal)


def test_what_can_t_be_reached_is_named(journal: Journal, path: Path) -> None:
    add(journal, SECRET)
    rotten, by_hand = create_backup(path, at=NOW).path, create_backup(path, at=NOW, by_hand=True).path
    rotten.write_bytes(rotten.read_bytes()[:5000])
    assert set(journal.purge([1]).unreached) == {rotten, by_hand}


def test_it_is_all_or_nothing(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    add(journal, SECRET)
    before = dump(journal)
    monkeypatch.setattr("mentorlog.storage.maintenance.purge.delete", fail)
    with pytest.raises(KeyboardInterrupt):
        journal.purge([1])
    assert dump(journal) == before
    journal._connection.set_authorizer(_no_delete)
    with pytest.raises(sqlite3.DatabaseError):
        journal.purge([1])
    journal._connection.set_authorizer(None)
    assert dump(journal) == before


def _no_delete(action: int, *_: object) -> int:
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_DELETE else sqlite3.SQLITE_OK


def test_a_file_that_can_t_be_written_anew_is_named(journal: Journal, path: Path) -> None:
    add(journal, SECRET)
    with closing(sqlite3.connect(path)):
        journal._connection = Unfit(journal._connection)  # type: ignore[assignment]
        assert journal.purge([1]).unreached == (path,)
    assert journal.count() == 0
    assert not backup_folder(path).exists()


class Unfit:
    """A connection that has no room to write the file anew."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def execute(self, statement: str, *parameters: Any) -> sqlite3.Cursor:
        if statement == "VACUUM":
            raise sqlite3.OperationalError("database or disk is full")
        return self.connection.execute(statement, *parameters)


def test_former_wording_that_undo_could_never_reach_goes_altogether(journal: Journal, path: Path) -> None:
    (saved,) = add(journal, SECRET)
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(saved, text="Else"))
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(saved, text="heiße nguyen"))
    journal.undo()
    add(journal, Reflection(on=TODAY, text="A new write ends redo"))
    journal.purge([1], earlier=True)
    assert not holds(path)
    assert journal.check().is_intact
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(saved, text="Again"))
    journal.undo()
    assert journal.entry(1).text == "Else"


def test_what_was_taken_back_has_no_present_to_keep(journal: Journal, path: Path) -> None:
    add(journal, SECRET)
    journal.undo()
    assert holds(path)
    journal.purge([1], earlier=True)
    assert not holds(path)


def test_a_purge_that_fails_early_leaves_no_transaction(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        journal._connection.execute("ROLLBACK")
        raise sqlite3.OperationalError

    add(journal, SECRET)
    monkeypatch.setattr("mentorlog.storage.maintenance.purge._erase", breaks)
    with pytest.raises(sqlite3.OperationalError):
        journal.purge([1])
    assert journal.entry(1).text == SECRET.text
