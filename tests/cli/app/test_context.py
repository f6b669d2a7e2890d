"""What holds for every call: the global options, and which journal it is about."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Program

RELEASED = Path(__file__).parents[2] / "storage" / "released" / "schema-1.db"


@pytest.fixture
def other(mentorlog: Program, home: Path) -> str:
    path = str(home / "notes.db")
    assert mentorlog("--journal", path, "init").exit == 0
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "session", "add", "Met."),
        ("session", "--json", "add", "Met."),
        ("session", "add", "--json", "Met."),
        ("session", "add", "Met.", "--json"),
    ],
)
def test_global_options_stand_anywhere(words: tuple[str, ...], mentorlog: Program) -> None:
    assert mentorlog(*words).json()["text"] == "Met."


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_the_journal_too(place: int, other: str, mentorlog: Program) -> None:
    words = ["session", "add", "Met."]
    words[place:place] = ["--journal", other]
    assert mentorlog(*words).exit == 0
    assert mentorlog(f"--journal={other}", "timeline", "--json").json()["total"] == 1
    assert mentorlog("timeline", "--json").json()["total"] == 0


def test_never_as_another_option_s_value(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "Met.", "--title", "--json")
    assert answer.out == "Reflection 1 saved for Thu 12 Mar 2026, today.\n"
    assert mentorlog("show", "1", "--json").json()["title"] == "--json"
    refused = mentorlog("reflect", "--title", "--json")
    assert refused.err.splitlines()[0] == "There are no words yet."


def test_up_to_two_dashes(mentorlog: Program) -> None:
    assert mentorlog("reflect", "--", "--json").out.startswith("Reflection 1 saved")
    assert mentorlog("reflect", "--json", "--", "--plain").json()["text"] == "--plain"
    refused = mentorlog("reflect", "--", "one", "--json")
    assert refused.err.splitlines()[0] == "Too many arguments."


def test_flag_over_environment_over_default(other: str, mentorlog: Program, home: Path) -> None:
    third = str(home / "third.db")
    mentorlog("init", "--journal", third)
    environment = {"MENTORLOG_JOURNAL": other}
    mentorlog("reflect", "default")
    mentorlog("reflect", "environment", env=environment)
    mentorlog("reflect", "flag", "--journal", third, env=environment)
    for words, env, text in (
        ((), {}, "default"),
        ((), environment, "environment"),
        (("--journal", third), environment, "flag"),
        ((), {"MENTORLOG_JOURNAL": ""}, "default"),
    ):
        [entry] = mentorlog("timeline", *words, "--json", env=env).json()["entries"]
        assert entry["text"] == text


def test_only_the_usual_journal_is_made_by_a_first_write(mentorlog: Program, home: Path) -> None:
    assert mentorlog("reflect", "x").exit == 0
    assert (home / "data" / "mentorlog" / "journal.db").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ("reflect", "x"),
        ("timeline",),
        ("undo",),
        ("info",),
        (),
        ("area", "add", "x"),
        ("export", "journal"),
        ("import", "-"),
    ],
)
def test_a_journal_that_is_not_there(words: tuple[str, ...], mentorlog: Program, home: Path) -> None:
    (home / "journal.db").write_bytes(b"")
    missing = str(home / "jornal.db")
    for answer in (mentorlog("--journal", missing, *words), mentorlog(*words, env={"MENTORLOG_JOURNAL": missing})):
        assert (answer.exit, answer.out) == (3, "")
        assert answer.err.splitlines()[0] == f"There is no journal at {missing}."
        assert f"mentorlog --journal {missing} init" in answer.err
        assert f"Near it is {home / 'journal.db'}." in answer.err
    assert sorted(path.name for path in home.iterdir()) == ["journal.db"]


def test_another_journal_is_named_in_every_answer(other: str, mentorlog: Program) -> None:
    env = {"MENTORLOG_JOURNAL": other}
    for words in (
        ("session", "add", "Met.", "--with", "Ánh", "--action", "Write"),
        ("goal", "add", "Lead"),
        ("goal", "checkin", "3", "--percent", "5"),
        ("goal", "pause", "3"),
        ("action", "done", "2"),
        ("edit", "1", "Met again."),
        ("edit", "1", "--on", "yesterday"),
        ("remove", "1"),
        ("restore", "1"),
        ("undo",),
        ("redo",),
        ("area", "pause", "ident"),
        ("person", "edit", "anh", "--role", "mentor"),
    ):
        answer = mentorlog(*words, env=env)
        assert (answer.exit, "in ~/notes.db" in answer.out) == (0, True), words
    for words in (
        ("timeline",),
        ("progress",),
        ("show", "1"),
        ("goal", "list", "--all"),
        ("history",),
        ("area", "list"),
    ):
        answer = mentorlog(*words, env=env)
        assert (answer.exit, answer.err) == (0, "In ~/notes.db:\n"), words
        assert mentorlog(*words, "--json", env=env).err == ""
    assert mentorlog("config", "list", env=env).err == ""


def test_a_write_says_where_the_journal_of_an_older_version_is_kept(mentorlog: Program, home: Path) -> None:
    journal = home / "data" / "mentorlog" / "journal.db"
    journal.parent.mkdir(parents=True)
    shutil.copy(RELEASED, journal)
    assert mentorlog("timeline").err == ""
    told = "The journal was upgraded to this version's format. A copy of the former one: ~/data/mentorlog/"
    (notice,) = [line for line in mentorlog("reflect", "x").err.splitlines() if line.startswith(told)]
    former = str(journal.parent / notice.removeprefix(told))
    assert mentorlog("--journal", former, "timeline", "--json").json()["total"] == 8
    assert mentorlog("timeline", "--json").json()["total"] == 9
    assert told not in mentorlog("reflect", "x").err


def test_an_empty_name_is_no_journal(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "x", "--journal", "")
    assert (answer.exit, answer.err.splitlines()[0]) == (2, "--journal names no file.")


def test_the_day_can_be_set(mentorlog: Program) -> None:
    assert "Thu 1 Jan 2026" in mentorlog("reflect", "x", env={"MENTORLOG_TODAY": "2026-01-01"}).out
    assert mentorlog("reflect", "x", env={"MENTORLOG_TODAY": "soon"}).exit == 2
