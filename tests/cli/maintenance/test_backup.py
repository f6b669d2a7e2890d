"""backup: copies of the journal, made, listed and gone back to."""

from pathlib import Path

import pytest

from mentorlog.errors import Damaged
from tests.cli.json_contract import numbers
from tests.conftest import Program


def test_made_and_listed(lived_in: Program) -> None:
    answer = lived_in("backup", "add")
    assert answer.out.startswith("Backup of 6 entries written: ~/data/mentorlog/backups/")
    assert answer.err == "To go back to it: mentorlog backup restore\n"
    made = lived_in("backup", "add", "--json").json()
    assert Path(made["file"]).stat().st_mode & 0o777 == 0o600
    listed = lived_in("backup", "list", "--json").json()["backups"]
    assert made["file"] in [backup["file"] for backup in listed]
    said = lived_in("backup", "list").out.splitlines()
    assert [line.split(", ")[-1] for line in said] == [Path(backup["file"]).name for backup in listed]


def test_gone_back_to_and_that_can_be_taken_back_too(lived_in: Program) -> None:
    made = lived_in("backup", "add", "--json").json()["file"]
    lived_in("remove", "1..6")
    back = lived_in("backup", "restore", made)
    assert back.out.endswith(": 6 entries.\n")
    assert numbers(lived_in("timeline", "--json").json()) == [1, 2, 3, 4, 5, 6]
    assert back.err.startswith("The journal until now: ")
    before = lived_in("backup", "restore", "--json").json()["before"]
    assert Path(before).is_file()


def test_gone_back_to_by_the_name_that_the_list_says(lived_in: Program) -> None:
    made = Path(lived_in("backup", "add", "--json").json()["file"])
    lived_in("remove", "1..6")
    assert lived_in("backup", "restore", made.name, "--json").json()["restored"] == str(made)
    assert lived_in("backup", "restore", f"no-{made.name}").exit == 3


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
    mentorlog("reflect", "x")
    itself = mentorlog("backup", "restore", str(home / "data" / "mentorlog" / "journal.db"))
    assert (itself.exit, itself.err.splitlines()[0]) == (2, "That is the journal itself.")


@pytest.mark.parametrize("step", ["backup_names.is_due", "backup.create_backup"])
def test_the_weekly_backup_says_so_where_it_can_t_be_made(
    step: str, mentorlog: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"mentorlog.storage.maintenance.{step}", full)
    answer = mentorlog("reflect", "x")
    assert (answer.exit, answer.out) == (0, "Reflection 1 saved for Thu 12 Mar 2026, today.\n")
    assert answer.err.splitlines()[-1].startswith("The weekly backup could not be made; the journal itself is saved.")


def test_an_unfinished_write_goes_aside_with_its_journal(
    lived_in: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise Damaged("It is damaged.")

    made = lived_in("backup", "add", "--json").json()["file"]
    (home / "data" / "mentorlog" / "journal.db-journal").write_bytes(b"unfinished")
    monkeypatch.setattr("mentorlog.storage.maintenance.backup.create_backup", damaged)
    answer = lived_in("backup", "restore", made, "--json").json()
    assert Path(f"{answer['before']}-journal").read_bytes() == b"unfinished"
    assert lived_in("check").exit == 0


def test_a_damaged_backup_changes_nothing(lived_in: Program, home: Path) -> None:
    made = Path(lived_in("backup", "add", "--json").json()["file"])
    made.write_bytes(made.read_bytes()[:8192])
    place = home / "data" / "mentorlog" / "journal.db"
    before = place.read_bytes()
    for words in ((str(made),), (str(place.parent),), ()):
        answer = lived_in("backup", "restore", *words)
        assert (answer.exit, place.read_bytes()) == (4, before)
        assert answer.err.splitlines()[1] == "Nothing was changed."
    assert answer.err.endswith("The others: mentorlog backup list\n")


def test_the_oldest_automatic_backup_outlives_going_back_to_it(
    lived_in: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    for month in range(1, 13):
        monkeypatch.setattr("mentorlog.config.now", lambda month=month: f"2027-{month:02}-01T10:00:00+00:00")
        lived_in("reflect", "One more.")
    made = [one for one in lived_in("backup", "list", "--json").json()["backups"] if one["automatic"]]
    assert len(made) == 10
    assert lived_in("backup", "restore", made[0]["file"]).exit == 0
    assert Path(made[0]["file"]).exists()


def test_automatic_once_a_week_and_before_an_import(
    mentorlog: Program, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    def count() -> int:
        return len(mentorlog("backup", "list", "--json").json()["backups"])

    for day, expected in (("01", 1), ("03", 1), ("08", 2), ("09", 2)):
        monkeypatch.setattr("mentorlog.config.now", lambda day=day: f"2027-01-{day}T10:00:00+00:00")
        assert mentorlog("reflect", "x").exit == 0
        assert count() == expected
    assert mentorlog("import", str(home / "missing")).exit == 3
    assert count() == 2
    mentorlog("export", "journal", "-o", str(home / "lines"))
    assert mentorlog("import", str(home / "lines")).exit == 0
    assert count() == 3
    assert {path.stat().st_mode & 0o777 for path in (home / "data" / "mentorlog").rglob("*.db")} == {0o600}
    assert (home / "data" / "mentorlog" / "backups").stat().st_mode & 0o777 == 0o700
