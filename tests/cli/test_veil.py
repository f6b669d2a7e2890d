"""--veil: when somebody is looking on, no words are on the screen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests import mentees
from tests.cli import sharing_samples
from tests.cli.terminal import Terminal
from tests.cli.test_tender import LOOKING
from tests.conftest import Program

WORDS = "Quincunx"
SCREENS = [line for line in LOOKING if not line.startswith("export")]


@pytest.fixture
def spoken(mentorlog: Program) -> Program:
    """A session 1 with its action 2, a goal 3 with a story, a reflection 4, a question 5, and a draft."""
    for line in (
        (
            "session",
            "add",
            WORDS,
            "--title",
            WORDS,
            "--with",
            "Ánh",
            "-a",
            "cop",
            "--action",
            WORDS,
            "--on",
            "2026-03-05",
        ),
        ("goal", "add", WORDS, "--measure", WORDS, "-a", "cop", "--fill", f"why={WORDS}"),
        ("goal", "reword", "3", f"{WORDS} again", "--because", WORDS),
        ("goal", "checkin", "3", WORDS, "--percent", "20"),
        ("reflect", WORDS, "--fill", f"what={WORDS}", "--feeling", WORDS, "--goal", "3"),
        ("ask", WORDS, "--with", "anh"),
        ("action", "add", WORDS, "--due", "2026-03-01", "--on", "2026-02-20"),
        ("goal", "add", WORDS, "--sign", WORDS),
        ("edit", "4", "--append", WORDS),
    ):
        assert mentorlog(*line).exit == 0
    assert mentorlog("reflect", "-", "-a", "nonsense", "--title", WORDS, input=WORDS).exit == 3
    return mentorlog


@pytest.mark.parametrize("line", SCREENS)
@pytest.mark.parametrize("form", ["--plain", "--json"])
def test_no_words_are_shown(line: str, form: str, spoken: Program) -> None:
    answer = spoken(*line.split(), "--veil", form)
    assert WORDS.lower() not in (answer.out + answer.err).lower()


@pytest.mark.parametrize("line", SCREENS)
@pytest.mark.usefixtures("spoken")
def test_nor_in_a_picture(line: str) -> None:
    with Terminal("--veil", "--no-input", *line.split()) as at:
        at.ended()
    assert WORDS.lower() not in at.plain().lower()


def test_the_rest_is_there(spoken: Program) -> None:
    shown = spoken("timeline", "--veil").out
    assert "2026-03-05, session 1, with Ánh, coping, private: (veiled). (veiled)" in shown
    assert spoken("search", WORDS, "--veil", "--json").json()["total"] == 7
    assert spoken("show", "4", "--veil", "--json").json()["feelings"] == ["(veiled)"]
    assert spoken("show", "draft", "--veil", "--json").json()["drafts"][0]["command"] == ["(veiled)"]
    assert spoken("reflect", "--questions", "--veil", "--json").json()["frameworks"][0]["title"].startswith("What?")


def test_answers_to_writes_are_veiled_too(spoken: Program) -> None:
    for line in (
        ("session", "add", WORDS, "--action", WORDS),
        ("goal", "reword", "3", WORDS, "--because", WORDS),
        ("action", "done", "2", WORDS),
        ("edit", "1", WORDS),
    ):
        for form in ([], ["--json"]):
            answer = spoken(*line, "--veil", *form)
            assert answer.exit == 0
            assert WORDS not in answer.out + answer.err


@pytest.mark.parametrize("line", ["export year 2026 -o -", "export journal", "share preview --with anh"])
def test_a_document_is_not_made_without_its_words(line: str, spoken: Program) -> None:
    answer = spoken(*line.split(), "--veil")
    assert (answer.exit, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == "--veil hides the words that a document is made of."


def test_questions_are_veiled(spoken: Program) -> None:
    with Terminal("catchup", "--veil") as at:
        at.answer("mean to you?", "")
        at.expect('What became of "(veiled)", due on 1 March?')
        at.press(b"\x03")
        assert at.ended() == 130
    with Terminal("reflect") as at:
        at.answer("What happened?", WORDS)
        at.expect("So what")
        at.press(b"\x03")
        assert at.ended() == 130
    with Terminal("edit", "draft", "--veil") as at:
        at.expect("What happened? (veiled)")
        at.press(b"\x03")
        assert at.ended() == 130
    assert WORDS not in at.shown
    assert spoken("timeline", "--json").json()["total"] == 7


HANDED_ON = [
    *("review reply Lan --preview", "share list", "share list PACKET", "feedback list", "show 1..9", "timeline --all"),
    *("review list", "review timeline Lan", "review timeline Lan --since last", "review show Lan 1", "prep --with anh"),
    *("share allow public --all --dry-run", "share withhold --all --dry-run"),
]


@pytest.fixture
def handed_on(spoken: Program, tmp_path: Path) -> Callable[[str], list[str]]:
    """What was spoken was given to Ánh, who answered; and she gave hers. Makes lines of what is to be typed."""
    spoken("share", "allow", "mentor", "--all")
    given = sharing_samples.make_packet(spoken, tmp_path)
    answer = [{"key": "impact", "question": "What did it do?", "text": WORDS}]
    file = sharing_samples.feedback(given, sharing_samples.item(given, 1, WORDS, "a", framework="sbi", answers=answer))
    assert spoken("feedback", "import", sharing_samples.save_feedback(tmp_path, file), "--veil").exit == 0
    assert spoken("feedback", "add", WORDS, "--by", "anh", "--about", "4").exit == 0
    mine = mentees.packet([replace(mentees.MET, text=WORDS, title=WORDS), replace(mentees.BREATHED, text=WORDS)])
    spoken("review", "import", *mentees.written(tmp_path, mine))
    spoken("review", "comment", "Lan", "1", WORDS)
    spoken("review", "comment", "Lan", "1", "--fill", f"impact={WORDS}")
    spoken("review", "note", "Lan", "2", WORDS)
    return lambda line: line.replace("PACKET", given["packet"]).split()


@pytest.mark.parametrize("line", HANDED_ON)
def test_no_words_that_were_handed_on_are_shown(
    line: str, spoken: Program, handed_on: Callable[[str], list[str]]
) -> None:
    typed = handed_on(line)
    for form in ("--plain", "--json"):
        answer = spoken(*typed, "--veil", form)
        assert answer.exit == 0, answer.err
        assert WORDS.lower() not in (answer.out + answer.err).lower()
    with Terminal("--veil", "--no-input", *typed) as at:
        at.ended()
    assert WORDS.lower() not in at.plain().lower()


@pytest.mark.usefixtures("handed_on")
def test_what_is_said_of_handing_on_is_veiled_too(spoken: Program) -> None:
    for line in (
        ("share", "withhold", "1"),
        ("share", "allow", "public", "1", "4"),
        ("feedback", "add", WORDS, "--by", "anh", "--theirs", "1"),
        ("review", "comment", "Lan", "1", WORDS, "--instead"),
        ("review", "note", "Lan", "1", WORDS),
    ):
        for form in ([], ["--json"]):
            answer = spoken(*line, "--veil", *form)
            assert answer.exit == 0, answer.err
            assert WORDS not in answer.out + answer.err
