"""session: one command, one undo."""

import pytest

from tests.cli.json_contract import KINDS, LISTING, numbers
from tests.conftest import Program


def test_the_first_line_is_the_answer_and_the_others_are_messages(mentorlog: Program) -> None:
    mentorlog("ask", "How did you answer?")
    answer = mentorlog(
        *("session", "add", "Compared our grandmothers.", "--with", "Mie 美恵", "--minutes", "45", "-a", "ident,valid"),
        *("--action", "Try it on Tuesday", "--promised", "Send the name of the group", "--answers", "1"),
    )
    assert answer.out == "Session 2 saved for Thu 12 Mar 2026, today, with Mie 美恵, 45 min.\n"
    assert answer.err.splitlines() == [
        'Person "Mie 美恵" is new in this journal.',
        "  identity, validation · private",
        "  3  action, yours     Try it on Tuesday",
        "  4  action, Mie 美恵  Send the name of the group",
        "  1  question          answered",
        "Take it back: mentorlog undo      What it meant: mentorlog reflect --about last",
    ]
    assert answer.exit == 0


def test_a_write_gives_the_entry_as_saved_and_what_came_with_it(mentorlog: Program) -> None:
    saved = mentorlog(
        *("session", "add", "We planned.", "--with", "Ánh", "--title", "Plan", "--at", "18:30", "--minutes", "50"),
        *("--action", "Write", "--action", "Call", "--promised", "A list", "-a", "growth", "--visibility", "mentor"),
        *("--on", "yesterday", "--json"),
    ).json()
    assert set(saved) >= KINDS["session"] | {"schema_version", "also"}
    assert (saved["kind"], saved["number"], saved["text"], saved["title"]) == ("session", 1, "We planned.", "Plan")
    assert (saved["on"], saved["time"], saved["minutes"]) == ("2026-03-11", "18:30+00:00", 50)
    assert (saved["areas"], saved["with"], saved["visibility"]) == (["growth"], ["Ánh"], "mentor")
    assert [(a["number"], a["owner"], a["text"], a["about"]) for a in saved["also"]] == [
        (2, "me", "Write", 1),
        (3, "me", "Call", 1),
        (4, "Ánh", "A list", 1),
    ]
    for action in saved["also"]:
        assert set(action) >= KINDS["action"]
        assert (action["areas"], action["with"], action["visibility"]) == (["growth"], ["Ánh"], "mentor")
        assert (action["status"], action["on"]) == ("open", "2026-03-11")
    mentorlog("undo")
    assert mentorlog("timeline", "--json").json()["entries"] == []


def test_the_only_person_is_who_was_there(mentorlog: Program) -> None:
    assert mentorlog("session", "add", "Alone.", "--json").json()["with"] == []
    mentorlog("session", "add", "Together.", "--with", "Ánh")
    assert mentorlog("session", "add", "Again.", "--json").json()["with"] == ["Ánh"]
    mentorlog("session", "add", "All three.", "--with", "Ánh", "--with", "Mie")
    assert mentorlog("session", "add", "With whom?", "--json").json()["with"] == []


def test_it_answers_questions_and_stands_behind_goals(lived_in: Program) -> None:
    saved = lived_in("session", "add", "She told me.", "--answers", "6", "--goal", "5", "--json").json()
    assert (saved["goals"], saved["also"][0]["number"], saved["also"][0]["status"]) == ([5], 6, "answered")
    assert lived_in("show", "6", "--json").json()["answered_in"] == saved["number"]


def test_several_questions_by_last_and_by_comma(mentorlog: Program) -> None:
    for words in ("one", "two", "three"):
        mentorlog("ask", words)
    saved = mentorlog("session", "add", "All.", "--answers", "1,2", "--answers", "last", "--json").json()
    assert [question["number"] for question in saved["also"]] == [1, 2, 3]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--promised", "A list"), 2),  # whose promise?
        (("--minutes", "0"), 2),
        (("--minutes", "half an hour"), 2),
        (("--at", "25:00"), 2),
        (("--visibility", "everybody"), 2),
        (("--visibility", "p"), 2),  # private or public?
        (("--goal", "9"), 3),
        (("--answers", "9"), 3),
        (("--title", " "), 2),
        (("--action", ""), 2),
        (("-a", ""), 3),
        (("--with", ""), 2),
    ],
)
def test_what_can_t_be_right_writes_nothing(words: tuple[str, ...], code: int, mentorlog: Program) -> None:
    answer = mentorlog("session", "add", "Talked.", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert "Nothing was" in answer.err
    assert mentorlog("timeline", "--json").json()["total"] == 0


def test_listing(lived_in: Program) -> None:
    found = lived_in("session", "list", "--json").json()
    assert (list(found), numbers(found), found["total"]) == (LISTING, [1, 4], 2)
    assert lived_in("session", "list").out.splitlines() == [
        "2026-01-14, session 1, with Ánh, 45 minutes, identity validation, private: Spoke of names.",
        "2026-02-10, session 4, with Mie 美恵, growth, private: Read the packet.",
    ]
    assert numbers(lived_in("session", "list", "--with", "anh", "--all", "--json").json()) == [1]
    assert numbers(lived_in("session", "list", "-n", "1", "--json").json()) == [4]
    assert numbers(lived_in("session", "list", "--in", "2026-01", "--json").json()) == [1]


def test_nobody_and_no_area_by_name(mentorlog: Program) -> None:
    mentorlog("person", "add", "Ánh")
    kept = mentorlog("session", "add", "Alone.", "--with", "none", "-a", "none", "--json").json()
    assert (kept["with"], kept["areas"]) == ([], [])
    assert mentorlog("session", "add", "Met.", "--with", "").err.splitlines() == [
        "The name is empty.",
        "Nothing was written.",
    ]
