"""undo, redo, history: every write can be taken back and done again."""

import json

import pytest

from tests.conftest import Program

WRITES = [
    ("session", "add", "Met.", "--with", "Rosa", "-a", "cop", "--action", "Do", "--promised", "Too", "--answers", "6"),
    ("reflect", "Words.", "--about", "1", "--with", "Linh", "--goal", "5", "--answers", "6"),
    ("goal", "add", "More", "--sign", "I ask"),
    ("goal", "checkin", "5", "Half.", "--percent", "50"),
    ("goal", "reach", "5"),
    ("goal", "pause", "5", "a while"),
    ("goal", "resume", "7"),
    ("goal", "drop", "5"),
    ("goal", "reword", "5", "Better", "--due", "2026-04-01"),
    ("action", "add", "Do", "--owner", "Linh"),
    ("action", "done", "2", "--worked", "--told"),
    ("action", "drop", "2"),
    ("action", "reopen", "8"),
    ("ask", "Why?", "--with", "Minh"),
    ("edit", "1", "Other words.", "-a", "cop", "--with", "Rosa", "--on", "2026-01-20"),
    ("edit", "1..3", "--visibility", "public"),
    ("edit", "5", "Lead two"),
    ("remove", "1..3"),
    ("restore", "9"),
    ("area", "add", "Public speaking", "--about", "Being heard."),
    ("area", "edit", "ident", "--name", "Where I belong"),
    ("area", "pause", "ident"),
    ("area", "resume", "community"),
    ("area", "merge", "ident", "cop"),
    ("person", "add", "Minh", "--role", "peer"),
    ("person", "edit", "anh", "--name", "Nguyễn Ánh", "--rhythm", "5 weeks"),
    ("person", "merge", "mie", "anh"),
]


@pytest.fixture
def journal(lived_in: Program) -> Program:
    """Besides what `lived_in` has: a goal that rests (7), an action that is done (8), an entry put away (9)."""
    for words in (
        ("goal", "add", "Rest"),
        ("action", "add", "Done"),
        ("reflect", "Away."),
        ("goal", "pause", "7"),
        ("action", "done", "8"),
        ("remove", "9"),
        ("area", "pause", "community"),
    ):
        assert lived_in(*words).exit == 0
    return lived_in


def kept(mentorlog: Program) -> object:
    """All that is in a journal, but for the history of commands."""
    lines = [json.loads(line) for line in mentorlog("export", "journal").out.splitlines()]
    entries = [{key: value for key, value in line.items() if key not in ("past", "digest")} for line in lines]
    return entries, [mentorlog(*words, "--json").out for words in (("area", "list"), ("person", "list"), ("progress",))]


@pytest.mark.parametrize("words", WRITES, ids=[" ".join(words[:2]) for words in WRITES])
def test_undo_takes_back_each_write_and_redo_does_it_again(words: tuple[str, ...], journal: Program) -> None:
    before = kept(journal)
    assert journal(*words).exit == 0
    after = kept(journal)
    assert after != before
    taken = journal("undo")
    assert (taken.exit, taken.err) == (0, "")
    assert taken.out.startswith(f"Undone: {' '.join(words[:2]) if words[0] in GROUPS else words[0]}")
    assert taken.out.endswith(". Again: mentorlog redo\n")
    assert kept(journal) == before
    done = journal("redo")
    assert done.out.startswith("Done again: ")
    assert done.out.endswith(". Take it back: mentorlog undo\n")
    assert kept(journal) == after


GROUPS = ("session", "goal", "action", "area", "person")


def test_an_import_is_one_command(journal: Program, home: object) -> None:
    lines = journal("export", "journal").out
    other = {"MENTORLOG_JOURNAL": f"{home}/other.db"}
    journal("init", env=other)
    empty = journal("export", "journal", env=other).out
    journal("import", "-", input=lines, env=other)
    assert journal("undo", env=other).out.startswith("Undone: import 9 entries")
    assert journal("export", "journal", env=other).out == empty


def test_several_in_a_row_and_all_of_them_again(mentorlog: Program) -> None:
    states = [kept(mentorlog)]
    for words in ("one", "two", "three"):
        mentorlog("reflect", words)
        states.append(kept(mentorlog))
    for state in states[2::-1]:
        assert mentorlog("undo").exit == 0
        assert kept(mentorlog) == state
    assert mentorlog("undo").exit == 3
    for state in states[1:]:
        assert mentorlog("redo").exit == 0
        assert kept(mentorlog) == state
    assert mentorlog("redo").exit == 3


def test_what_is_written_anew_ends_redo(mentorlog: Program) -> None:
    mentorlog("reflect", "one")
    mentorlog("undo")
    mentorlog("reflect", "two")
    answer = mentorlog("redo")
    assert (answer.exit, answer.err.splitlines()[0]) == (3, "There is nothing to redo.")


def test_nothing_to_take_back(mentorlog: Program) -> None:
    answer = mentorlog("undo")
    assert (answer.exit, answer.err.splitlines()[0]) == (3, "There is nothing to undo.")
    assert json.loads(mentorlog("undo", "--json").err)["error"]["exit"] == 3


def test_what_was_done_the_newest_first(mentorlog: Program) -> None:
    mentorlog("reflect", "one", "--with", "Ánh")
    mentorlog("goal", "add", "two")
    mentorlog("undo")
    deeds = mentorlog("history", "--json").json()["commands"]
    assert [(deed["command"], deed["state"], deed["numbers"]) for deed in deeds] == [
        ("goal add", "undone", [2]),
        ("reflect", "done", [1]),
    ]
    assert deeds[1]["names"] == ["Ánh"]
    assert len(mentorlog("history", "-n", "1", "--json").json()["commands"]) == 1
    lines = mentorlog("history").out.splitlines()
    assert lines[0].endswith("UTC, goal add, 2, undone")
    assert mentorlog("history", "-n", "0").exit == 2


def test_what_one_entry_used_to_be(mentorlog: Program) -> None:
    mentorlog("reflect", "one")
    mentorlog("edit", "1", "two")
    mentorlog("remove", "1")
    versions = mentorlog("history", "1", "--json").json()["versions"]
    assert [version["command"]["command"] for version in versions] == ["reflect", "edit", "remove"]
    assert [version["entry"] and version["entry"]["text"] for version in versions] == [None, "one", "two"]
    assert "one" in mentorlog("history", "1").out
    assert mentorlog("history", "9").exit == 3


def test_when_it_was_written(mentorlog: Program) -> None:
    mentorlog("reflect", "one")
    assert "written on " in mentorlog("undo").out
    mentorlog("redo")
    assert mentorlog("undo", "--json").json()["command"] == "reflect"
