"""person close: ending well."""

import pytest

from tests.cli.terminal import Terminal
from tests.conftest import Program

CLOSING = ("person", "close", "anh")


def test_closing(lived_in: Program) -> None:
    answer = lived_in(
        *(*CLOSING, "It was good.", "--glad", "The names.", "--touch", "We write.", "--on", "yesterday"),
        *("--takes", "ident=mie", "--takes", "valid=nobody"),
    )
    assert answer.out == 'Person "Ánh" closed; reflection 7 keeps your words. Take it back: mentorlog undo\n'
    kept = lived_in("show", "7", "--json").json()
    assert (kept["kind"], kept["framework"], kept["with"], kept["on"]) == (
        "reflection",
        "closing",
        ["Ánh"],
        "2026-03-11",
    )
    assert (kept["text"], kept["areas"]) == ("It was good.", ["identity", "validation"])
    assert [(one["key"], one["text"]) for one in kept["answers"]] == [
        ("glad", "The names."),
        ("touch", "We write."),
        ("takes", "identity: Mie 美恵\nvalidation: nobody"),
    ]


def test_it_is_one_command_to_undo(lived_in: Program) -> None:
    assert lived_in(*CLOSING, "--glad", "The names.").exit == 0
    assert "closed" in lived_in("person", "list").out
    assert "Last met Ánh" not in lived_in().out
    assert lived_in("prep", "--json").json()["person"] == "Mie 美恵"
    lived_in("undo")
    assert "closed" not in lived_in("person", "list").out
    assert lived_in("timeline", "--all", "--json").json()["total"] == 6
    lived_in("redo")
    refused = lived_in(*CLOSING)
    assert (refused.exit, refused.err.splitlines()[0]) == (2, '"Ánh" is closed already.')
    assert lived_in("person", "resume", "anh").exit == 0


def test_nothing_needs_to_be_said(lived_in: Program) -> None:
    answer = lived_in(*CLOSING, "--json")
    found = answer.json()
    assert (found["name"], found["state"], found["reflection"]) == ("Ánh", "closed", None)
    assert found["thanks"]["moments"] == [1, 3]
    assert lived_in("timeline", "--all", "--json").json()["total"] == 6


def test_a_draft_of_thanks(lived_in: Program) -> None:
    lived_in("action", "done", "2", "--worked")
    assert lived_in(*CLOSING, "--thanks").out.splitlines() == [
        "Dear Ánh,",
        "we met on 14 January 2026.",
        "What I wrote down on the way:",
        '- 14 January 2026: "Spoke of names."',
        '- 15 January 2026: "I could breathe."',
        "What I tried, and it worked:",
        "- Write to Rosa",
        "Thank you.",
    ]
    lived_in("session", "add", "Again.", "--with", "anh", "--on", "2026-02-01")
    assert "we met 2 times, from 14 January 2026 to 1 February 2026." in lived_in(*CLOSING, "--thanks").out
    assert lived_in(*CLOSING, "--thanks", "--json").json()["sessions"] == 2
    assert "closed" not in lived_in("person", "list").out
    closed = lived_in(*CLOSING, "--glad", "Not a moment of its own.")
    assert closed.err.splitlines()[0] == (
        "A draft of thanks, from your own words (again: mentorlog person close Ánh --thanks):"
    )
    assert "Not a moment" not in lived_in(*CLOSING, "--thanks").out


def test_thanks_to_somebody_never_met(mentorlog: Program) -> None:
    mentorlog("person", "add", "Rosa")
    assert mentorlog("person", "close", "rosa", "--thanks").out.splitlines() == ["Dear Rosa,", "Thank you."]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--takes", "identity"), 2),
        (("--takes", "idenity=mie"), 3),
        (("--takes", "identity=rosa"), 3),
        (("--glad", " "), 2),
        (("--on", "2062-01-01"), 2),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, lived_in: Program) -> None:
    before = lived_in("person", "list", "--json").out
    answer = lived_in(*CLOSING, *words)
    assert (answer.exit, answer.out) == (code, "")
    assert lived_in("person", "list", "--json").out == before


@pytest.mark.usefixtures("lived_in")
def test_at_a_terminal_it_asks() -> None:
    with Terminal(*CLOSING) as terminal:
        terminal.answer("What are you glad of", "The names.")
        terminal.answer("What is different", "")
        terminal.answer("undone or unsaid", "")
        terminal.answer("go on with", "")
        terminal.answer("in touch", "")
        terminal.answer("Who takes up", "ident=nowhere")
        terminal.answer("> ", "ident=mie")
        terminal.answer("> ", "")
        terminal.expect('Person "Ánh" closed; reflection 7 keeps your words.')
        assert terminal.ended() == 0
