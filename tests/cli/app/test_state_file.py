"""What one call leaves for the next to know: that undo can't take back the last command."""

from pathlib import Path

import pytest

from tests.conftest import Program

OUTSIDE = [
    ("purge", "1", "-y"),
    ("purge", "3", "--earlier", "-y"),
    ("backup", "add"),
    ("config", "set", "name", "Linh"),
]


def remembered(home: Path) -> Path:
    return home / "state" / "mentorlog" / "remembered.json"


@pytest.mark.parametrize("words", OUTSIDE, ids=" ".join)
def test_undo_stops_once_at_what_it_cannot_take_back(words: tuple[str, ...], mentorlog: Program, home: Path) -> None:
    for text in ("one", "two", "three"):
        mentorlog("reflect", text)
    assert mentorlog(*words).exit == 0
    assert remembered(home).stat().st_mode & 0o777 == 0o600
    name = " ".join(words[:2]) if words[0] != "purge" else "purge"
    stopped = mentorlog("undo")
    assert (stopped.exit, stopped.out) == (2, "")
    assert stopped.err.splitlines() == [
        f"The last command, {name}, can't be undone.",
        "Nothing was changed.",
        "To take back the one before it, type undo again.",
    ]
    assert mentorlog("undo").out.startswith("Undone: reflect 3")


def test_after_another_write_undo_goes_on(mentorlog: Program) -> None:
    mentorlog("reflect", "one")
    mentorlog("backup", "add")
    mentorlog("reflect", "two")
    assert mentorlog("undo").out.startswith("Undone: reflect 2")
    assert mentorlog("undo").out.startswith("Undone: reflect 1")


def test_a_backup_gone_back_to_names_the_way_forward(mentorlog: Program) -> None:
    mentorlog("reflect", "one")
    made = mentorlog("backup", "add", "--json").json()["file"]
    mentorlog("reflect", "two")
    mentorlog("backup", "restore", made)
    assert "To go back to where you were: mentorlog backup restore." in mentorlog("undo").err
    assert mentorlog("undo").out.startswith("Undone: reflect 1")


def test_another_journal_has_a_line_of_its_own(mentorlog: Program, home: Path) -> None:
    other = ("--journal", str(home / "other.db"))
    mentorlog(*other, "init")
    mentorlog(*other, "reflect", "there")
    mentorlog("reflect", "here")
    mentorlog("backup", "add")
    assert mentorlog(*other, "undo").exit == 0
    assert mentorlog("undo").exit == 2


def test_settings_before_there_is_a_journal(mentorlog: Program) -> None:
    mentorlog("config", "set", "name", "Linh")
    assert "config set" in mentorlog("undo").err
    assert mentorlog("undo").exit == 3
    assert mentorlog("config", "set", "name", "Linh", "--journal", "").exit == 0


@pytest.mark.parametrize("noise", [b"", b"[1]", b"\xff", b"{", b'{"aside": 1, "told": 2}', b'{"aside": ["x", 1]}'])
def test_what_can_not_be_read_is_not_remembered(noise: bytes, mentorlog: Program, home: Path) -> None:
    mentorlog("reflect", "one")
    remembered(home).parent.mkdir(parents=True, exist_ok=True)
    remembered(home).write_bytes(noise)
    assert mentorlog("undo").exit == 0
    (home / "Dropbox").mkdir()
    words = ("--journal", str(home / "Dropbox" / "mine.db"))
    mentorlog(*words, "init")
    assert "Dropbox" in mentorlog(*words, "reflect", "x").err
    assert "copies" not in mentorlog(*words, "reflect", "x").err
