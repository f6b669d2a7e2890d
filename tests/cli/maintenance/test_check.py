"""check: whether every entry is whole."""

import sqlite3
from pathlib import Path

import pytest

from mentorlog.model.people import Person
from tests import mentees
from tests.cli import sharing_samples
from tests.conftest import Program


def damage(home: Path, number: int, change: str = "text = 'Changed behind its back.'") -> None:
    connection = sqlite3.connect(home / "data" / "mentorlog" / "journal.db")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(f"UPDATE entries SET {change} WHERE number = ?", (number,))
    connection.execute("UPDATE people SET role = 'somebody else'")
    connection.commit()
    connection.close()


def test_all_whole(lived_in: Program) -> None:
    answer = lived_in("check")
    assert (answer.exit, answer.out) == (0, "All 6 entries are whole.\n")
    assert lived_in("check", "--json").json() == {
        "schema_version": 1,
        "ok": True,
        "entries": 6,
        "damaged": [],
        "notes": [],
    }


def test_one_and_none(mentorlog: Program) -> None:
    assert mentorlog("check").out == "There is no entry yet; all is whole.\n"
    mentorlog("reflect", "One.")
    assert mentorlog("check").out == "The one entry is whole.\n"


def test_damaged(lived_in: Program, home: Path) -> None:
    damage(home, 4)
    answer = lived_in("check")
    assert answer.exit == 4
    assert answer.out.splitlines() == [
        "1 of 6 entries is damaged.",
        "Entry 4 is damaged.",
        "Person 1 says something else than what was written.",
        "Person 2 says something else than what was written.",
    ]
    assert "mentorlog check --salvage FILE" in answer.err
    found = lived_in("check", "--json")
    assert (found.exit, found.json()["ok"], found.json()["damaged"]) == (4, False, [4])


def test_salvaged(lived_in: Program, home: Path) -> None:
    damage(home, 4)
    path = str(home / "salvaged.db")
    answer = lived_in("check", "--salvage", path)
    assert answer.exit == 4
    assert "6 entries written to ~/salvaged.db" in answer.err
    assert "not as they were: 4." in answer.err
    assert answer.err.splitlines()[-1] == "Written as they read now, which is not as they were: 4."
    assert lived_in("check", "--journal", path).exit == 0
    again = lived_in("check", "--salvage", path)
    assert (again.exit, "exists already" in again.err) == (2, True)


def test_what_is_salvaged_is_there_whole_or_not_at_all(
    lived_in: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mentorlog.storage.journal.Journal.copy_sharing", interrupted)
    assert lived_in("check", "--salvage", str(home / "salvaged.db")).exit == 130
    assert not (home / "salvaged.db").exists()


def test_what_can_t_be_read_is_lost(lived_in: Program, home: Path) -> None:
    damage(home, 3, "day = 'some day'")
    answer = lived_in("check", "--salvage", str(home / "salvaged.db"))
    assert answer.err.splitlines()[-2:] == [
        "5 entries written to ~/salvaged.db, without what they used to be.",
        "Lost: 3.",
    ]


def test_what_is_in_it_in_part_is_told(lived_in: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The check found everything whole; then the disk no longer gives all of it."""

    def refused(_: sqlite3.Connection) -> dict[int, Person]:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("mentorlog.storage.maintenance.salvage.read_people", refused)
    answer = lived_in("check", "--salvage", str(tmp_path / "salvaged.db"))
    assert answer.out == "All 6 entries are whole.\n"
    assert (answer.exit, answer.err.splitlines()[1:]) == (
        4,
        [
            "Written in part, for not all of it could be read: 1, 2, 3, 4, 6.",
            "The people could not be read.",
        ],
    )


def test_what_no_journal_takes_is_counted(lived_in: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("mentorlog.storage.maintenance.salvage.Salvage.items", lambda _: iter(()))
    answer = lived_in("check", "--salvage", str(tmp_path / "salvaged.db"))
    assert (answer.exit, answer.err.splitlines()[-1]) == (4, "6 entries more could not be written.")


def test_packets_and_mentees_are_salvaged_too(mentorlog: Program, tmp_path: Path) -> None:
    sharing_samples.write_entries(mentorlog)
    given = sharing_samples.make_packet(mentorlog, tmp_path)
    mentorlog("review", "import", *mentees.written(tmp_path, mentees.FIRST))
    mentorlog("review", "comment", "Lan", "2", "Say I once.")
    path = str(tmp_path / "salvaged.db")
    answer = mentorlog("check", "--salvage", path)
    assert answer.exit == 0
    assert "With them: 1 packet that left and what came from 1 mentee." in answer.err
    assert mentorlog("check", "--journal", path).exit == 0
    for words in (
        ("share", "list"),
        ("review", "list"),
        ("review", "timeline", "Lan"),
        ("share", "list", given["packet"]),
    ):
        assert mentorlog(*words, "--journal", path, "--json").json() == mentorlog(*words, "--json").json()
    later = sharing_samples.feedback(given, sharing_samples.item(given, 1, "Good.", "a"))
    file = sharing_samples.save_feedback(tmp_path, later)
    assert mentorlog("feedback", "import", file, "--journal", path, "--json").json()["added"] == 1


def test_of_packets_and_mentees_what_is_lost_is_told(mentorlog: Program, home: Path, tmp_path: Path) -> None:
    sharing_samples.write_entries(mentorlog)
    sharing_samples.make_packet(mentorlog, tmp_path)
    with sqlite3.connect(home / "data" / "mentorlog" / "journal.db") as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE readers SET name = ''")
        connection.execute("DROP TABLE comments")
    answer = mentorlog("check", "--salvage", str(tmp_path / "salvaged.db"))
    assert answer.exit == 4
    assert "Of readers, 1 could not be written." in answer.err
    assert "Of packets that left, 1 could not be written." in answer.err
    assert "Not all comments and notes could be read." in answer.err
