"""import: a journal from its own lines."""

from pathlib import Path

import pytest

from tests.cli.progress_bars import record_bars
from tests.conftest import Program


@pytest.fixture
def lines(lived_in: Program, home: Path) -> Path:
    """A journal that was handed on, and an empty one in its place."""
    file = home / "journal.jsonl"
    assert lived_in("export", "journal", "-o", str(file)).exit == 0
    (home / "data" / "mentorlog" / "journal.db").unlink()
    return file


def test_all_of_it_and_twice_is_as_once(lines: Path, mentorlog: Program) -> None:
    answer = mentorlog("import", str(lines))
    assert answer.out == "6 entries came in; 0 were here already.\n"
    assert answer.err == "Take it back: mentorlog undo      What came: mentorlog timeline --all\n"
    assert mentorlog("import", str(lines), "--json").json() == {
        "schema_version": 1,
        "added": 0,
        "known": 6,
        "renumbered": 0,
        "differing": [],
        "dry_run": False,
        "form": "jsonl",
        "first": "2026-01-14",
        "last": "2026-03-01",
        "tags": [],
        "left_out": [],
        "left_behind": 0,
    }
    assert mentorlog("export", "journal").out == lines.read_text()


def test_a_dry_run_changes_nothing(lines: Path, mentorlog: Program) -> None:
    mentorlog("reflect", "Here first.")
    answer = mentorlog("import", str(lines), "--dry-run")
    said, renumbered, whence, *entries = answer.out.splitlines()
    assert said == "6 entries would come in; 0 were here already."
    assert renumbered == "6 entries would get a new number here."
    assert whence == "From mentorlog's own lines, Wednesday 14 January 2026 to Sunday 1 March 2026."
    assert entries[0] == "2026-01-14, session, with Ánh, identity validation: Spoke of names."
    assert len(entries) == 6
    assert mentorlog("timeline", "--json").json()["total"] == 1


def test_what_differs_stays_as_it_is_here(lines: Path, mentorlog: Program) -> None:
    mentorlog("import", str(lines))
    mentorlog("edit", "3", "Other words.")
    assert "say something else there: 3" in mentorlog("import", str(lines)).err
    assert mentorlog("show", "3", "--json").json()["text"] == "Other words."


def test_from_standard_input(lines: Path, mentorlog: Program) -> None:
    assert mentorlog("import", "-", "--json", input=lines.read_bytes()).json()["added"] == 6


def test_what_can_t_be_taken_in(lines: Path, mentorlog: Program, home: Path) -> None:
    broken = home / "broken"
    broken.write_text(lines.read_text().replace('breathe."', "SENTINEL"))
    for file, code in (
        ("missing", 3),
        (".", 4),
        ("x" * 300, 5),
        ("broken", 4),
    ):
        answer = mentorlog("import", str(home / file))
        assert (answer.exit, answer.out) == (code, "")
        assert "SENTINEL" not in answer.err
    assert mentorlog("import", str(lines), "--from", "jrnl").exit == 4
    assert mentorlog("import", str(lines), "--from", "doc").exit == 2
    assert mentorlog("import", str(lines), "--map", "work=growth").exit == 2
    assert mentorlog("import", str(lines), "--as", "goal").exit == 2
    assert mentorlog("timeline", "--json").json()["total"] == 0


def test_a_bar_moves_where_there_is_much_to_read(
    lines: Path, mentorlog: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = lines.stat().st_size
    told = record_bars(monkeypatch, "mentorlog.cli.transfer.import_")
    mentorlog("import", str(lines))
    monkeypatch.setattr("mentorlog.cli.transfer.import_source.MANY", size)
    mentorlog("import", str(lines))
    mentorlog("import", "-", input=lines.read_bytes())
    assert told == [("Importing", 0, [size]), ("Importing", size, [size]), ("Importing", 0, [size])]
