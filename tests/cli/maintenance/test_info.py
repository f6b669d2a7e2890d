"""info: every file that mentorlog made."""

from pathlib import Path

from tests.conftest import Program

KEYS = {"schema_version", "journal", "config", "drafts", "backups", "files", "size", "entries", "versions"}


def test_before_anything_is_written(mentorlog: Program, home: Path) -> None:
    found = mentorlog("info", "--json").json()
    assert set(found) >= KEYS
    assert (found["files"], found["size"], found["entries"]) == ([], 0, 0)
    assert found["journal"] == str(home / "data" / "mentorlog" / "journal.db")
    assert "Journal: ~/data/mentorlog/journal.db (not there yet)" in mentorlog("info").out.splitlines()
    assert not (home / "data").exists()


def test_every_file(mentorlog: Program, home: Path) -> None:
    mentorlog("reflect", "x")
    mentorlog("config", "set", "name", "Linh")
    mentorlog("reflect", "-", "-a", "nowhere", input="kept")
    found = mentorlog("info", "--json").json()
    made = {str(path) for path in home.rglob("*") if path.is_file()}
    assert set(found["files"]) == made
    assert len(made) == 6  # the journal, its weekly backup, the settings, a draft with the line it is for,
    # and that the last command was config set
    assert found["size"] == sum(Path(path).stat().st_size for path in made)
    assert {"mentorlog", "python", "sqlite", "typer"} <= set(found["versions"])
    assert "Entries: 1" in mentorlog("info").out.splitlines()


def test_a_large_journal(mentorlog: Program) -> None:
    mentorlog("reflect", "-", input="word " * 200_000)
    assert " MB together" in mentorlog("info").out
