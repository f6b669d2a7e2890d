"""edit: putting an entry right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Program


def test_other_words(lived_in: Program) -> None:
    answer = lived_in("edit", "3", "I could breathe at last.")
    assert answer.out == "Reflection 3, Thu 15 Jan 2026, changed. Take it back: mentorlog undo\n"
    assert answer.err == "  identity, validation · with Ánh · mentor may read\n"
    assert lived_in("show", "3", "--json").json()["text"] == "I could breathe at last."


def test_more_words(lived_in: Program) -> None:
    assert lived_in("edit", "3", "--append", "Slept.", "--json").json()["text"] == "I could breathe.\nSlept."
    assert lived_in("edit", "3", "New.", "--append", "More.", "--json").json()["text"] == "New.\nMore."


def test_another_day(lived_in: Program) -> None:
    answer = lived_in("edit", "3", "--on", "yesterday")
    assert answer.out == "Reflection 3 moved from Thu 15 Jan to Wed 11 Mar. Take it back: mentorlog undo\n"


@pytest.mark.parametrize(
    ("number", "words", "key", "value"),
    [
        (1, ("-a", "cop"), "areas", ["coping"]),
        (1, ("-a", "none"), "areas", []),
        (1, ("--add-area", "cop"), "areas", ["identity", "validation", "coping"]),
        (1, ("--add-area", "network"), "areas", ["identity", "networking", "validation"]),
        (1, ("--drop-area", "ident"), "areas", ["validation"]),
        (1, ("-a", "cop", "--add-area", "growth", "--drop-area", "cop"), "areas", ["growth"]),
        (1, ("--with", "mie", "--with", "anh"), "with", ["Mie 美恵", "Ánh"]),
        (1, ("--with", "none"), "with", []),
        (1, ("--title", "On names"), "title", "On names"),
        (1, ("--visibility", "public"), "visibility", "public"),
        (1, ("--minutes", "50"), "minutes", 50),
        (1, ("--at", "8:15"), "time", "08:15+00:00"),
        (1, ("--goal", "5"), "goals", [5]),
        (2, ("--owner", "mie"), "owner", "Mie 美恵"),
        (2, ("--owner", "me"), "owner", "me"),
        (2, ("--about", "4"), "about", 4),
        (2, ("--about", "last"), "about", 4),
        (2, ("--due", "2026-04-01"), "due", "2026-04-01"),
        (3, ("--feeling", "calm"), "feelings", ["calm"]),
        (5, ("--measure", "It ships"), "measure", "It ships"),
        (5, ("--sign", "I ask"), "signs", ["I ask"]),
        (5, ("--target", "3"), "target", 3),
        (5, ("Lead two",), "text", "Lead two"),
    ],
)
def test_every_option_of_its_kind(
    number: int, words: tuple[str, ...], key: str, value: object, lived_in: Program
) -> None:
    before = lived_in("show", str(number), "--json").json()
    changed = lived_in("edit", str(number), *words, "--json").json()
    assert changed[key] == value
    assert changed == lived_in("show", str(number), "--json").json()
    assert {k for k in changed if changed[k] != before[k]} <= {key, "events"}


@pytest.mark.parametrize(
    ("number", "words", "key", "value"),
    [
        (1, ("--title", ""), "title", ""),
        (1, ("--minutes", "0"), "minutes", None),
        (1, ("--at", "none"), "time", ""),
        (1, ("--goal", "none"), "goals", []),
        (3, ("--about", "none"), "about", None),
        (3, ("--feeling", ""), "feelings", []),
        (2, ("--due", "none"), "due", None),
        (5, ("--measure", ""), "measure", ""),
        (5, ("--target", "0"), "target", None),
        (7, ("--rating", "0"), "rating", None),
        (7, ("--then", "0"), "then_rating", None),
        (7, ("--then-words", ""), "then_words", ""),
    ],
)
def test_what_is_there_can_be_taken_away(
    number: int, words: tuple[str, ...], key: str, value: object, lived_in: Program
) -> None:
    lived_in("area", "checkin", "identity", "Here.", "--rating", "2")
    lived_in("edit", "7", "--then", "1", "--then-words", "Hidden.")
    lived_in("edit", "1", "--title", "On names", "--at", "8:15", "--goal", "5")
    lived_in("edit", "2", "--due", "2026-04-01")
    lived_in("edit", "3", "--feeling", "calm")
    lived_in("edit", "5", "--measure", "It ships", "--target", "3")
    assert lived_in("show", str(number), "--json").json()[key] not in (value, None, "")
    assert lived_in("edit", str(number), *words, "--json").json()[key] == value


def test_a_check_in(lived_in: Program) -> None:
    lived_in("area", "checkin", "identity", "Here.", "--rating", "2")
    changed = lived_in("edit", "7", "--rating", "4", "--then", "1", "--then-words", "I hid.", "--json").json()
    assert (changed["rating"], changed["then_rating"], changed["then_words"]) == (4, 1, "I hid.")
    assert lived_in("edit", "7", "--rating", "6").err.startswith("--rating takes a whole number from 0 to 5.")
    assert lived_in("edit", "1", "--then", "3").err.startswith("Session 1 has no number for then.")


def test_a_question_that_it_answers(lived_in: Program) -> None:
    answer = lived_in("edit", "4", "--answers", "6")
    assert answer.out == "Session 4, Tue 10 Feb 2026, changed. Take it back: mentorlog undo\n"
    assert answer.err.splitlines()[-1] == "  6  question  answered"
    assert lived_in("show", "6", "--json").json()["answered_in"] == 4
    lived_in("undo")
    assert lived_in("show", "6", "--json").json()["status"] == "open"
    assert lived_in("edit", "3", "Both.", "--answers", "6", "--json").json()["also"][0]["number"] == 6
    for words in (("5",), ("3", "4")):
        refused = lived_in("edit", *words, "--answers", "6")
        assert (refused.exit, refused.err.splitlines()[0]) == (
            2,
            "A question is answered in one session or reflection.",
        )


def test_no_entry_is_about_itself_over_others(lived_in: Program) -> None:
    assert lived_in("edit", "1", "--about", "5").exit == 0
    refused = lived_in("edit", "5", "--about", "3")
    assert (refused.exit, refused.err.splitlines()[0]) == (2, "That one is about 5 already.")
    assert lived_in("edit", "4", "--about", "3").exit == 0


def test_a_goal_s_story_follows(lived_in: Program) -> None:
    changed = lived_in("edit", "5", "Lead two", "--on", "2026-02-01", "--json").json()
    assert [(event["on"], event["text"]) for event in changed["events"]] == [("2026-02-01", "Lead two")]


def test_several_at_once_are_one_command(lived_in: Program) -> None:
    found = lived_in("edit", "1", "3..4", "--add-area", "cop", "--json").json()["entries"]
    assert [entry["areas"] for entry in found] == [["identity", "validation", "coping"]] * 2 + [["coping", "growth"]]
    lived_in("undo")
    assert lived_in("timeline", "-a", "cop", "--json").json()["total"] == 0
    answer = lived_in("edit", "1", "3", "-a", "cop")
    assert answer.out == "Session 1, Wed 14 Jan 2026, changed.\n"
    assert answer.err.splitlines() == [
        "  coping · private",
        "Reflection 3, Thu 15 Jan 2026, changed.",
        "  coping · with Ánh · mentor may read",
        "Take it back: mentorlog undo",
    ]


def test_somebody_new_is_announced(lived_in: Program) -> None:
    assert lived_in("edit", "1", "--with", "Rosa").err.splitlines()[0] == 'Person "Rosa" is new in this journal.'
    assert lived_in("edit", "2", "--owner", "Linh").err.splitlines()[0] == 'Person "Linh" is new in this journal.'
    assert "new in this" not in lived_in("edit", "1", "--with", "Rosa", "--title", "x").err


def test_digits_alone_come_by_standard_input(lived_in: Program) -> None:
    assert lived_in("edit", "3", "-", "--json", input="1984").json()["text"] == "1984"


def test_the_editor_begins_with_the_words_there_are(lived_in: Program, editor: Callable[..., Path]) -> None:
    found = editor("I could sleep.")
    assert lived_in("edit", "3", "-e", "--json").json()["text"] == "I could sleep."
    assert found.read_text() == "I could breathe."


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("3",), 2, "There is nothing to change."),
        (("3", "4", "5"), 2, "There is nothing to change."),
        (("Words",), 2, "edit needs the number of an entry first."),
        (("3", "4", "Words"), 2, "A text can replace that of one entry only."),
        (("3", "Two", "words"), 2, "Too many arguments."),
        (("3", ""), 2, "The text is empty."),
        (("3", "--append", " "), 2, "The text is empty."),
        (("3", "--minutes", "5"), 2, "Reflection 3 has no minutes."),
        (("1", "--due", "2026-04-01"), 2, "Session 1 has no due day."),
        (("3", "--about", "3"), 2, "An entry can't be about itself."),
        (("3", "--about", "99"), 3, "There is no entry 99."),
        (("3", "--on", "2026-03-14"), 2, "Sat 14 Mar 2026 is still to come."),
        (("99", "--title", "x"), 3, "There is no entry 99."),
        (("draft",), 3, "There is no unfinished writing."),
        (("3", "-a", "idenity"), 3, 'There is no area "idenity".'),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, sentence: str, lived_in: Program) -> None:
    before = lived_in("export", "journal").out
    answer = lived_in("edit", *words)
    assert (answer.exit, answer.out, answer.err.splitlines()[0]) == (code, "", sentence)
    assert lived_in("export", "journal").out == before


def test_an_entry_without_words_may_stay_so(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("Now there are some.")
    mentorlog("session", "add", "x", "--with", "Ánh")
    assert mentorlog("edit", "last", "-e", "--json").json()["text"] == "Now there are some."
