"""backup: copies of the journal, made, listed and gone back to."""

from pathlib import Path

import pytest

from tests.cli.contract import numbers
from tests.conftest import Program


def test_made_and_listed(lived_in: Program) -> None:
    answer = lived_in("backup", "add")
    assert answer.out.startswith("Backup of 6 entries written: ~/data/mentorlog/backups/")
    assert answer.err == "To go back to it: mentorlog backup restore\n"
    made = lived_in("backup", "add", "--json").json()
    assert Path(made["file"]).stat().st_mode & 0o777 == 0o600
    listed = lived_in("backup", "list", "--json").json()["backups"]
    assert made["file"] in [backup["file"] for backup in listed]
    assert len(lived_in("backup", "list").out.splitlines()) == len(listed)


def test_gone_back_to_and_that_can_be_taken_back_too(lived_in: Program) -> None:
    made = lived_in("backup", "add", "--json").json()["file"]
    lived_in("remove", "1..6")
    back = lived_in("backup", "restore", made)
    assert back.out.endswith(": 6 entries.\n")
    assert numbers(lived_in("timeline", "--json").json()) == [1, 2, 3, 4, 5, 6]
    assert back.err.startswith("What it was until now: ")
    before = lived_in("backup", "restore", "--json").json()["before"]
    assert Path(before).is_file()


def test_a_damaged_journal_is_moved_aside(lived_in: Program, home: Path) -> None:
    made = lived_in("backup", "add", "--json").json()["file"]
    place = home / "data" / "mentorlog" / "journal.db"
    place.write_bytes(b"noise")
    answer = lived_in("backup", "restore", made, "--json").json()
    assert Path(answer["before"]).read_bytes() == b"noise"
    assert lived_in("timeline", "--json").json()["total"] == 6


def test_a_journal_that_is_gone(lived_in: Program, home: Path) -> None:
    made = lived_in("backup", "add", "--json").json()["file"]
    (home / "data" / "mentorlog" / "journal.db").unlink()
    answer = lived_in("backup", "restore", made)
    assert (answer.exit, answer.err) == (0, "")
    assert lived_in("timeline", "--json").json()["total"] == 6


def test_what_is_not_there(mentorlog: Program, home: Path) -> None:
    answer = mentorlog("backup", "restore")
    assert (answer.exit, answer.err.splitlines()[0]) == (3, "There is no backup yet.")
    assert mentorlog("backup", "restore", str(home / "nowhere.db")).exit == 3
    (home / "letter").write_text("Dear Rosa")
    assert mentorlog("backup", "restore", str(home / "letter")).exit == 4


def test_the_weekly_backup_says_so_where_it_can_t_be_made(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mentorlog.storage.backing.back_up_weekly", full)
    answer = mentorlog("reflect", "x")
    assert (answer.exit, answer.out) == (0, "Reflection 1 saved for Thu 12 Mar 2026, today.\n")
    assert answer.err.splitlines()[-1].startswith("The weekly backup could not be made; the journal itself is saved.")
