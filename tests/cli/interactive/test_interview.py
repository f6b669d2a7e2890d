"""Questions, one at a time, at a real terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.interactive.test_text_input import drafts
from tests.cli.terminal import Terminal
from tests.conftest import Program

OFFER = "What did it mean? A few questions, now? (y, or Enter for another time)"


@pytest.fixture
def people(mentorlog: Program) -> Program:
    for name in ("Ánh", "Mie 美恵"):
        mentorlog("person", "add", name)
    return mentorlog


def test_a_session(people: Program) -> None:
    with Terminal("session", "add") as at:
        at.expect("A session. Enter skips a question; Ctrl-C keeps what you have as a draft.")
        at.answer("With whom? (Ánh, Mie 美恵, or a new name)", "mie")
        at.expect("Mie 美恵")
        at.answer("When? (today)", "yesterday")
        at.expect("Wed 11 Mar 2026")
        at.answer("What was said, in a line or two? (e opens your editor)", "Compared our grandmothers.")
        at.answer("Which areas? (names or beginnings, ? lists them)", "ident valid")
        at.expect("identity, validation")
        at.answer("What will you do? (one a line, Enter to end)", "Try it on Tuesday")
        at.type("")
        at.answer("What did Mie 美恵 promise? (one a line, Enter to end)", "A list")
        at.type("A name")
        at.type("")
        at.expect("Session 1 saved for Wed 11 Mar 2026, yesterday, with Mie 美恵.")
        at.answer(OFFER, "")
        assert at.ended() == 0
    saved = people("show", "1..9", "--json").json()["entries"]
    assert (saved[0]["text"], saved[0]["areas"]) == ("Compared our grandmothers.", ["identity", "validation"])
    assert [(entry["text"], entry["owner"]) for entry in saved[1:]] == [
        ("Try it on Tuesday", "me"),
        ("A list", "Mie 美恵"),
        ("A name", "Mie 美恵"),
    ]


def test_every_question_may_be_skipped_and_what_stands_on_the_line_is_not_asked(people: Program) -> None:
    with Terminal("session", "add", "--with", "anh", "-a", "cop", "--on=today", "--minutes", "20") as at:
        at.answer("What was said", "")
        at.answer("What will you do?", "")
        at.answer("What did Ánh promise?", "")
        at.answer(OFFER, "n")
        assert at.ended() == 0
    assert not any(words in at.shown for words in ("With whom?", "When?", "Which areas?"))
    saved = people("show", "1", "--json").json()
    assert (saved["text"], saved["with"], saved["minutes"], saved["areas"]) == ("", ["Ánh"], 20, ["coping"])


def test_an_answer_that_can_t_be_right_is_asked_again(people: Program) -> None:
    with Terminal("session", "add") as at:
        at.answer("With whom?", "anhh")
        at.expect('Nobody here is called "anhh".')
        at.answer("With whom?", "anh")
        at.answer("When?", "2062-03-11")
        at.expect("is still to come")
        at.answer("When?", "")
        at.answer("What was said", "Words")
        at.answer("Which areas?", "idenity")
        at.expect("Did you mean identity?")
        at.answer("Which areas?", "?")
        at.expect("identity, networking, validation")
        at.answer("Which areas?", "ident,cop")
        at.answer("What will you do?", "")
        at.answer("What did Ánh promise?", "")
        at.expect(OFFER)
        at.press(b"\x04")
        assert at.ended() == 0
    assert people("show", "1", "--json").json()["areas"] == ["identity", "coping"]


def test_options_are_checked_before_any_question(people: Program) -> None:
    with Terminal("session", "add", "--minutes", "0") as at:
        assert at.ended() == 2
    assert "With whom?" not in at.shown
    assert people("timeline", "--json").json()["total"] == 0


def test_e_opens_the_editor(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("", code=1)
    with Terminal("session", "add", "--with", "Ánh", "--on", "today", "-a", "cop") as at:
        at.answer("What was said", "e")
        at.expect("The editor ended with an error.")
        editor("Written in the editor\n")
        at.answer("What was said", "e")
        at.answer("What will you do?", "")
        at.answer("What did Ánh promise?", "")
        at.answer(OFFER, "y")
        editor("There too\nand below\n")
        at.answer("What happened?", "e")
        for question in ("So what", "Now what", "How did it feel?", "What will you do?"):
            at.answer(question, "")
        assert at.ended() == 0
    session, reflection = mentorlog("show", "1..9", "--json").json()["entries"]
    assert session["text"] == "Written in the editor"
    assert (reflection["answers"][0]["text"], reflection["about"]) == ("There too\nand below", 1)
    assert drafts(mentorlog) == []


@pytest.mark.parametrize(("key", "code"), [(b"\x03", 130), (b"\x04", 130)])
def test_ctrl_c_keeps_a_draft_that_can_be_gone_on_with(
    key: bytes, code: int, people: Program, editor: Callable[..., Path]
) -> None:
    with Terminal("session", "add") as at:
        at.answer("With whom?", "mie")
        at.answer("When?", "yesterday")
        at.answer("What was said", "Half a")
        at.expect("Which areas?")
        at.press(key)
        at.expect("Kept as a draft. To go on with it: mentorlog edit draft")
        assert at.ended() == code
    assert "Traceback" not in at.shown
    assert people("timeline", "--json").json()["total"] == 0
    assert [draft["text"] for draft in drafts(people)] == ["Half a"]
    editor("Half a sentence")  # without a terminal there are no questions to go on with
    saved = people("edit", "draft", "--json").json()
    assert (saved["text"], saved["with"], saved["on"]) == ("Half a sentence", ["Mie 美恵"], "2026-03-11")
    assert drafts(people) == []


def test_ctrl_c_before_the_first_answer_keeps_nothing(mentorlog: Program) -> None:
    with Terminal("reflect", "--title", "x") as at:
        at.answer("What happened?", "")
        at.expect("So what")
        at.press(b"\x03")
        assert at.ended() == 130
    assert drafts(mentorlog) == []


def test_ctrl_c_after_the_editor(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("Long words")
    with Terminal("goal", "add") as at:
        at.answer("What do you want to reach?", "e")
        at.expect("Which areas?")
        assert [draft["text"] for draft in drafts(mentorlog)] == ["Long words"]
        at.press(b"\x03")
        assert at.ended() == 130
    assert [draft["text"] for draft in drafts(mentorlog)] == ["Long words"]


def test_a_draft_without_words_goes_on_with_its_questions(people: Program) -> None:
    with Terminal("session", "add") as at:
        at.answer("With whom?", "mie")
        at.expect("When?")
        at.press(b"\x03")
        assert at.ended() == 130
    with Terminal("edit", "draft") as at:
        at.expect("  With whom? mie")
        at.answer("When?", "")
        at.answer("What was said", "Words")
        for question in ("Which areas?", "What will you do?", "What did Mie 美恵 promise?", OFFER):
            at.answer(question, "")
        assert at.ended() == 0
    assert people("show", "1", "--json").json()["with"] == ["Mie 美恵"]
    assert drafts(people) == []


def test_what_can_t_be_saved_is_kept(people: Program) -> None:
    with Terminal("session", "add") as at:
        for question, words in (("With whom?", ""), ("When?", ""), ("What was said", "Words"), ("Which areas?", "")):
            at.answer(question, words)
        at.answer("What will you do?", "")
        at.answer("What did the other promise?", "A list")
        at.type("")
        at.expect("--promised needs to know whose promise it is.")
        at.expect("your text is kept as a draft")
        assert at.ended() == 2
    saved = people("edit", "draft", "--with", "mie", "--no-input", "--json").json()
    assert (saved["text"], saved["also"][0]["owner"]) == ("Words", "Mie 美恵")


@pytest.mark.parametrize(
    ("words", "answers", "expected"),
    [
        (
            ("goal", "add"),
            [
                ("What do you want to reach?", "Lead"),
                ("Which areas?", ""),
                ("How will you know?", "It ships"),
                ("By when?", "2026"),
                ("By when?", "2026-06-30"),
            ],
            {"text": "Lead", "measure": "It ships", "due": "2026-06-30"},
        ),
        (
            ("action", "add"),
            [("What is to be done?", "Write"), ("By whom? (me)", "anh"), ("By when?", "")],
            {"text": "Write", "owner": "Ánh"},
        ),
        (("ask",), [("What do you want to ask?", "Why?"), ("Whom?", "mie")], {"text": "Why?", "with": ["Mie 美恵"]}),
        (
            ("reflect",),
            [
                *(("What happened?", "This"), ("So what", ""), ("Now what", "")),
                *(("How did it feel?", "tired,  not sad"), ("Which areas?", "cop")),
            ],
            {"areas": ["coping"], "feelings": ["tired", "not sad"], "framework": "driscoll"},
        ),
    ],
    ids=["goal", "action", "ask", "reflect"],
)
def test_the_others(
    words: tuple[str, ...], answers: list[tuple[str, str]], expected: dict[str, object], people: Program
) -> None:
    with Terminal(*words) as at:
        for question, answer in answers:
            at.answer(question, answer)
        assert at.ended() == 0
    saved = people("show", "1", "--json").json()
    assert {key: saved[key] for key in expected} == expected


@pytest.mark.usefixtures("people")
def test_in_plain_a_question_ends_in_a_colon() -> None:
    with Terminal("ask", "--plain") as at:
        at.answer("What do you want to ask?: ", "Why?")
        at.answer("Whom? (Ánh, Mie 美恵, or a new name): ", "")
        assert at.ended() == 0
    assert "\x1b" not in at.shown


@pytest.mark.parametrize("words", ["reflect --no-input", "reflect --json", "goal reword 1"])
def test_nothing_is_asked(words: str, mentorlog: Program) -> None:
    mentorlog("goal", "add", "Lead")
    with Terminal(*words.split()) as at:
        assert at.ended() == 2
    assert "There are no words yet." in at.shown


def test_an_answer_that_is_not_utf_8(mentorlog: Program) -> None:
    with Terminal("ask") as at:
        at.expect("What do you want to ask?")
        at.press(b"\xff words\r")
        at.answer("Whom?", "")
        at.expect("The text holds bytes that are not UTF-8.")
        assert at.ended() == 2
    assert len(drafts(mentorlog)) == 1


def test_nothing_answered_is_nothing_written(mentorlog: Program) -> None:
    with Terminal("reflect", "--about", "1") as at:
        assert at.ended() == 3
    mentorlog("session", "add", "Talked.")
    with Terminal("reflect", "--about", "1") as at:
        for question in ("What happened?", "So what", "Now what", "How did it feel?"):
            at.answer(question, "")
        at.expect("Nothing was answered, so nothing was written.")
        assert at.ended() == 0
    assert (mentorlog("timeline", "--json").json()["total"], drafts(mentorlog)) == (1, [])


def test_broken_off_among_several_answers_it_goes_on_there(people: Program) -> None:
    with Terminal("session", "add", "--with", "mie") as at:
        at.answer("When?", "")
        at.answer("What was said", "Words")
        at.answer("Which areas?", "")
        at.answer("What will you do?", "Write to Rosa")
        at.expect("Write to Rosa")
        at.expect("> ")
        at.press(b"\x03")
        assert at.ended() == 130
    with Terminal("edit", "draft") as at:
        at.expect("  What was said, in a line or two? Words")
        at.expect("  What will you do? Write to Rosa")
        at.answer("What will you do?", "Read on")
        at.type("")
        at.answer("What did Mie 美恵 promise?", "")
        at.answer(OFFER, "")
        assert at.ended() == 0
    assert not any(words in at.shown for words in ("When?", "Which areas?"))
    saved = people("show", "1..9", "--json").json()["entries"]
    assert [entry["text"] for entry in saved] == ["Words", "Write to Rosa", "Read on"]
    assert drafts(people) == []


def test_each_answer_is_a_draft_at_once(people: Program) -> None:
    with Terminal("reflect") as at:
        at.answer("What happened?", "A closed window")
        at.expect("So what")
        assert [draft["command"] for draft in drafts(people)] == [
            ["reflect", "--using", "driscoll", "--fill", "what=A closed window"]
        ]
    with Terminal("edit", "draft", "-a", "cop") as at:
        at.expect("  What happened? A closed window")
        for question in ("So what", "Now what", "How did it feel?"):
            at.answer(question, "")
        assert at.ended() == 0
    saved = people("show", "1", "--json").json()
    assert (saved["answers"][0]["text"], saved["areas"]) == ("A closed window", ["coping"])


def test_without_a_terminal_a_draft_of_answers_is_saved_as_it_is(people: Program) -> None:
    with Terminal("reflect") as at:
        at.answer("What happened?", "A closed window")
        at.expect("So what")
        at.press(b"\x03")
        assert at.ended() == 130
    assert people("edit", "draft", "--json").json()["answers"][0]["text"] == "A closed window"
    assert drafts(people) == []


def test_answers_that_can_t_be_kept_are_not_said_to_be(home: Path) -> None:
    (home / "state").write_text("in the way")
    with Terminal("reflect") as at:
        at.answer("What happened?", "Something")
        at.expect("So what")
        at.press(b"\x03")
        at.expect("Your answers could not be kept as a draft.")
        assert at.ended() == 130


def test_the_only_one_is_who_was_there(mentorlog: Program) -> None:
    mentorlog("person", "add", "Ánh")
    with Terminal("session", "add") as at:
        at.answer("With whom? (Ánh, or another name)", "")
        for question in ("When?", "What was said", "Which areas?", "What will you do?", "What did Ánh promise?"):
            at.answer(question, "")
        at.answer(OFFER, "")
        assert at.ended() == 0
    assert mentorlog("show", "1", "--json").json()["with"] == ["Ánh"]


def test_after_the_reflection_come_the_actions_where_there_are_none(people: Program) -> None:
    with Terminal("session", "add", "--with", "mie", "--on", "today", "-a", "cop", "--plain") as at:
        at.answer("What was said, in a line or two? (e opens your editor): ", "Words")
        at.answer("What will you do? (one a line, Enter to end): ", "")
        at.answer("What did Mie 美恵 promise? (one a line, Enter to end): ", "")
        at.answer(f"{OFFER}: ", "yes")
        at.answer("What happened? (e opens your editor): ", "She laughed.")
        for question in ("So what", "Now what", "How did it feel?"):
            at.answer(question, "")
        at.answer("What will you do?", "Write to Rosa")
        at.expect("Action 3 saved")
        at.type("- and wait")
        at.expect("Action 4 saved")
        at.type("")
        assert at.ended() == 0
    entries = people("show", "1..9", "--json").json()["entries"]
    assert [(entry["kind"], entry["text"]) for entry in entries[2:]] == [
        ("action", "Write to Rosa"),
        ("action", "- and wait"),
    ]
    assert [entry["about"] for entry in entries[1:]] == [1, 1, 1]


def test_actions_that_the_session_brought_are_not_asked_for_again(people: Program) -> None:
    with Terminal("session", "add", "--with", "mie", "--on", "today", "-a", "cop", "--action", "Write to Rosa") as at:
        at.answer("What was said", "Words")
        at.answer("What did Mie 美恵 promise?", "")
        at.answer(OFFER, "y")
        at.answer("What happened?", "She laughed.")
        for question in ("So what", "Now what", "How did it feel?"):
            at.answer(question, "")
        at.expect("Reflection 3 saved")
        assert at.ended() == 0
    assert "What will you do?" not in at.shown
    assert people("timeline", "--json").json()["total"] == 3
