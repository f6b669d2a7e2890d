"""What is told about the place of a journal: once after a write, always by info."""

import os
from pathlib import Path

import pytest

from tests.conftest import Program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise")
COPIED = "in a folder that Dropbox copies"
ONCE = "You are told this once; mentorlog info always shows it."


def notices(mentorlog: Program, *words: str) -> list[str]:
    return list(mentorlog(*words, "info", "--json").json()["notices"])


def test_nothing_to_tell(mentorlog: Program) -> None:
    assert mentorlog("reflect", "x").err == "  private\nTake it back: mentorlog undo\n"
    assert notices(mentorlog) == []
    assert "Note" not in mentorlog("info").out


def test_a_copied_folder_is_told_once(mentorlog: Program, home: Path) -> None:
    (home / "Dropbox").mkdir()
    words = ("--journal", str(home / "Dropbox" / "mine.db"))
    mentorlog(*words, "init")
    mentorlog(*words, "timeline")
    told = mentorlog(*words, "reflect", "one").err.splitlines()
    assert told[-2].startswith("~/Dropbox/mine.db stands in a folder that Dropbox copies: ")
    assert told[-1] == ONCE
    assert COPIED not in mentorlog(*words, "reflect", "two").err
    assert any(COPIED in line for line in mentorlog(*words, "info").out.splitlines())
    assert any(COPIED in notice for notice in notices(mentorlog, *words))
    assert notices(mentorlog) == []


def test_a_remote_disk_is_told_once(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorlog.cli.app.location_notices.remote_disk", lambda _: "nfs4")
    assert "stands on a disk of another machine (nfs4)" in mentorlog("reflect", "one").err
    assert "nfs4" not in mentorlog("reflect", "two").err
    assert "(nfs4)" in notices(mentorlog)[0]


def test_the_usual_places_are_closed_again(mentorlog: Program, home: Path) -> None:
    mentorlog("reflect", "one")
    folder = home / "data" / "mentorlog"
    folder.chmod(0o755)
    (folder / "backups").chmod(0o750)
    (folder / "journal.db").chmod(0o644)
    assert len(notices(mentorlog)) == 3
    told = mentorlog("reflect", "two").err
    assert "~/data/mentorlog was open to others on this machine, and is closed to them now." in told
    assert [path.stat().st_mode & 0o077 for path in (folder, folder / "backups", folder / "journal.db")] == [0] * 3
    assert notices(mentorlog) == []
    assert "open to others" not in mentorlog("reflect", "three").err


def test_what_can_not_be_closed_is_told(mentorlog: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mentorlog("reflect", "one")
    (home / "data" / "mentorlog" / "journal.db").chmod(0o644)
    monkeypatch.setattr("mentorlog.cli.app.location_notices.restrict_to_owner", lambda _: False)
    assert "journal.db was open to others on this machine, and can't be closed" in mentorlog("reflect", "two").err


def test_what_is_a_link_or_another_s_is_left_alone(mentorlog: Program, home: Path) -> None:
    settings = home / "settings.toml"
    settings.write_text("plain = true\n")
    settings.chmod(0o644)
    (home / "config" / "mentorlog").mkdir(parents=True)
    (home / "config" / "mentorlog" / "config.toml").symlink_to(settings)
    assert "open to others" not in mentorlog("reflect", "one").err
    assert settings.stat().st_mode & 0o777 == 0o644


def test_a_journal_of_one_s_own_choice_is_told_once_and_left(mentorlog: Program, home: Path) -> None:
    words = ("--journal", str(home / "mine.db"))
    mentorlog(*words, "init")
    (home / "mine.db").chmod(0o640)
    assert (
        "~/mine.db is open to others on this machine. To close it: chmod go= FILE" in mentorlog(*words, "ask", "?").err
    )
    assert "open to others" not in mentorlog(*words, "ask", "?").err
    assert (home / "mine.db").stat().st_mode & 0o777 == 0o640
    assert len(notices(mentorlog, *words)) == 1


def test_what_was_told_is_told_again_where_it_can_not_be_remembered(mentorlog: Program, home: Path) -> None:
    (home / "OneDrive").mkdir()
    (home / "state").write_text("a file where the folder would be")
    words = ("--journal", str(home / "OneDrive" / "mine.db"))
    mentorlog(*words, "init")
    for _ in range(2):
        answer = mentorlog(*words, "reflect", "x")
        assert answer.exit == 0
        assert "OneDrive copies" in answer.err


def test_a_write_is_done_where_nothing_can_be_looked_at(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("mentorlog.cli.app.location_notices.is_group_or_world_readable", refused)
    answer = mentorlog("reflect", "x")
    assert (answer.exit, answer.out) == (0, "Reflection 1 saved for Thu 12 Mar 2026, today.\n")
