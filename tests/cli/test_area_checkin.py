"""area checkin: where one stands in an area, and how an earlier time looks from later."""

import pytest

from tests.cli.json_contract import ENTRY
from tests.cli.terminal import Terminal
from tests.conftest import Program


@pytest.fixture
def checked(mentorlog: Program) -> Program:
    """mentorlog with two check-ins of identity, the second looking back at the first."""
    mentorlog("area", "checkin", "ident", "I say half.", "--rating", "2", "--on", "2025-12-12")
    answer = mentorlog(
        *("area", "checkin", "ident", "I answer.", "--rating", "4", "--then", "1", "--then-words", "I was hiding.")
    )
    assert answer.exit == 0
    return mentorlog


def test_says_what_was_written(mentorlog: Program) -> None:
    answer = mentorlog("area", "checkin", "ident", "I say half.", "--rating", "2", "--with", "Mie")
    assert answer.out == "Check-in 1 saved for Thu 12 Mar 2026, today, with Mie.\n"
    assert answer.err.splitlines() == [
        'Person "Mie" is new in this journal.',
        "  identity · 2 of 5 · private",
        "Take it back: mentorlog undo",
    ]
    mentorlog("undo")
    assert mentorlog("timeline", "--json").json()["total"] == 0
    mentorlog("redo")
    assert mentorlog("show", "1", "--json").json()["rating"] == 2


def test_keys(checked: Program) -> None:
    kept = checked("show", "2", "--json").json()
    assert set(kept) >= ENTRY | {"about", "rating", "then_rating", "then_words"}
    assert (kept["kind"], kept["about"], kept["rating"], kept["then_rating"]) == ("checkin", 1, 4, 1)
    assert checked("show", "1", "--json").json()["rating"] == 2


def test_words_alone_and_a_number_alone(mentorlog: Program) -> None:
    for words in (("Only words.",), ("--rating", "3"), ("-",)):
        assert mentorlog("area", "checkin", "coping", *words, input="From elsewhere.").exit == 0
    found = mentorlog("timeline", "--kind", "checkin", "--json").json()["entries"]
    assert [(entry["text"], entry["rating"]) for entry in found] == [
        ("Only words.", None),
        ("", 3),
        ("From elsewhere.", None),
    ]


def test_side_by_side(checked: Program) -> None:
    checked("area", "checkin", "ident", "--then-words", "Quieter.", "--about", "1", "--on", "yesterday")
    checked("area", "checkin", "coping", "Another area.")
    assert checked("area", "checkin", "ident", "--list").out.splitlines() == [
        "2025-12-12, check-in 1, 2 of 5: I say half.",
        "2025-12-12, looking back in 3 on 2026-03-11: Quieter.",
        "2025-12-12, looking back in 2 on 2026-03-12, 1 of 5: I was hiding.",
        "2026-03-12, check-in 2, 4 of 5: I answer.",
    ]
    found = checked("area", "checkin", "ident", "--list", "--json").json()
    assert (found["area"], [one["number"] for one in found["checkins"]]) == ("identity", [1, 2])
    assert found["checkins"][0]["looking_back"][1] == {
        "number": 2,
        "on": "2026-03-12",
        "rating": 1,
        "text": "I was hiding.",
    }


def test_it_looks_back_at_an_earlier_day(checked: Program) -> None:
    answer = checked("area", "checkin", "ident", "--then", "3")
    assert answer.out == "Check-in 3 saved for Thu 12 Mar 2026, today, looking back at 1.\n"


def test_it_is_an_entry_like_any_other(checked: Program) -> None:
    assert checked("search", "hiding", "--json").json()["entries"][0]["number"] == 2
    assert checked("timeline", "-a", "ident").out.splitlines()[1].endswith("I answer. Looking back: I was hiding.")
    assert checked("edit", "1", "I said half.", "--visibility", "mentor").exit == 0
    checked("area", "merge", "ident", "coping")
    assert checked("show", "1", "--json").json()["areas"] == ["coping"]
    lines = checked("export", "journal").out
    assert '"then_words": "I was hiding."' in lines or '"then_words":"I was hiding."' in lines


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("--rating", "6"), 2),
        (("--then", "0"), 2),
        (("--then", "2"), 2),
        (("x", "--list"), 2),
        (("x", "--about", "1"), 2),
        (("x", "--about", "2"), 3),
        (("x", "--on", "2062-01-01"), 2),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, mentorlog: Program) -> None:
    mentorlog("area", "checkin", "coping", "Another area.", "--on", "yesterday")
    mentorlog("reflect", "No check-in.")
    answer = mentorlog("area", "checkin", "ident", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert mentorlog("timeline", "--json").json()["total"] == 2


def test_at_a_terminal_it_asks(checked: Program) -> None:
    with Terminal("area", "checkin", "coping") as terminal:
        terminal.answer("Where are you", "")
        terminal.answer("From 1 to 5", "six")
        terminal.answer("From 1 to 5", "3")
        assert terminal.ended() == 0
        assert "Looking back" not in terminal.plain()
    with Terminal("area", "checkin", "ident") as terminal:
        terminal.answer("Where are you", "Here.")
        terminal.answer("From 1 to 5", "")
        terminal.answer("Looking back", "Further than I thought.")
        terminal.answer("And from 1 to 5", "2")
        assert terminal.ended() == 0
    found = checked("timeline", "--kind", "checkin", "--json").json()["entries"][-2:]
    assert [(entry["rating"], entry["then_rating"], entry["about"]) for entry in found] == [
        (3, None, None),
        (None, 2, 1),
    ]


def test_a_tender_one_is_opened_by_its_number(mentorlog: Program) -> None:
    answer = mentorlog("area", "checkin", "coping", "Not well.", "--tender")
    assert answer.err.splitlines()[:2] == [
        "  coping · private · tender",
        "  It is in no list, search or document. To read it: mentorlog show 1",
    ]
    assert mentorlog("area", "checkin", "coping", "--list").out == ""
    assert "Not well." in mentorlog("show", "1").out
