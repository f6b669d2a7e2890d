"""Where words come from, and how they are kept when they can't be saved."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

KEPT = "Nothing was written; your text is kept as a draft."
WRITES = [
    ("session", "add"),
    ("reflect",),
    ("goal", "add"),
    ("action", "add"),
    ("ask",),
]


def drafts(mentorlog: Program) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = mentorlog("show", "draft", "--json").json()["drafts"]
    return found


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_the_line_standard_input_the_editor(
    words: tuple[str, ...], mentorlog: Program, editor: Callable[..., Path]
) -> None:
    assert mentorlog(*words, "On the line", "--json").json()["text"] == "On the line"
    assert mentorlog(*words, "-", "--json", input="From a pipe\r\nin two lines\n").json()["text"] == (
        "From a pipe\nin two lines"
    )
    editor("From the editor\n")
    assert mentorlog(*words, "-e", "--json").json()["text"] == "From the editor"
    assert drafts(mentorlog) == []


def test_visual_counts_over_editor(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("From VISUAL")
    assert mentorlog("reflect", "-e", env={"VISUAL": os.environ["EDITOR"], "EDITOR": "/nowhere"}).exit == 0


def test_the_editor_begins_with_the_words_of_the_line(mentorlog: Program, editor: Callable[..., Path]) -> None:
    found = editor("More words")
    mentorlog("reflect", "Some words", "--edit")
    assert found.read_text() == "Some words"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("reflect", "- a list\n- of two"), "- a list\n- of two"),
        (("reflect", "--", "--all of it"), "--all of it"),
        (("session", "add", "- met"), "- met"),
        (("reflect", "--title", "- x", "words"), "words"),
    ],
)
def test_a_text_that_looks_like_an_option(words: tuple[str, ...], text: str, mentorlog: Program) -> None:
    line = (*words[:-2], "--json", *words[-2:]) if "--" in words else (*words, "--json")
    assert mentorlog(*line, input="not read").json()["text"] == text


def test_a_list_as_an_action(mentorlog: Program) -> None:
    saved = mentorlog("session", "add", "x", "--action", "- one", "--action", "two", "--json").json()
    assert [action["text"] for action in saved["also"]] == ["- one", "two"]


@pytest.mark.parametrize("words", [*WRITES, ("goal", "reword", "1"), ("reflect", "--no-input")], ids=" ".join)
def test_without_words_and_without_a_terminal(words: tuple[str, ...], mentorlog: Program) -> None:
    mentorlog("goal", "add", "One")
    answer = mentorlog(*words)
    assert (answer.exit, answer.out) == (2, "")
    assert answer.err.splitlines()[:2] == ["There are no words yet.", "Nothing was written."]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u200b", "\ufeff"])
def test_empty_words(text: str, mentorlog: Program) -> None:
    for words in (("reflect", text), ("reflect", "-"), ("session", "add", "-")):
        answer = mentorlog(*words, input=text)
        assert (answer.exit, answer.err.splitlines()[0]) == (2, "The text is empty.")
    assert mentorlog("timeline", "--json").json()["total"] == 0


# ── What can't be saved is a draft ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("reflect", "-", "-a", "idenity"), 3),
        (("session", "add", "-", "--on", "2062-03-11"), 2),
        (("goal", "checkin", "9", "-"), 3),
        (("edit", "9", "-"), 3),
        (("action", "done", "9", "-"), 3),
        (("reflect", "-", "--journal", "/nowhere.db"), 3),
        (("ask", "-", "--with", "anhh"), 3),
    ],
)
def test_standard_input(words: tuple[str, ...], code: int, mentorlog: Program) -> None:
    mentorlog("person", "add", "Ánh")
    answer = mentorlog(*words, input="SENTINEL words\n")
    assert (answer.exit, answer.out) == (code, "")
    assert answer.err.splitlines()[1] == KEPT
    assert answer.err.rstrip().endswith("mentorlog edit draft")
    assert "SENTINEL" not in answer.err
    [draft] = drafts(mentorlog)
    assert (draft["command"], draft["text"]) == (list(words), "SENTINEL words\n")
    assert "SENTINEL words" in mentorlog("show", "draft").out


def test_words_on_the_line_need_no_draft(mentorlog: Program) -> None:
    assert mentorlog("reflect", "words", "-a", "idenity").exit == 3
    assert drafts(mentorlog) == []
    assert mentorlog("show", "draft").out == "There is no unfinished writing.\n"


def test_a_draft_is_private(mentorlog: Program, home: Path) -> None:
    mentorlog("reflect", "-", "-a", "idenity", input="words")
    folder = home / "state" / "mentorlog" / "drafts"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_options_are_checked_before_the_editor(mentorlog: Program, editor: Callable[..., Path]) -> None:
    found = editor("words")
    mentorlog("goal", "add", "Lead", "--with", "Ánh")
    for words in (
        ("session", "add", "--on", "2062-03-11"),
        ("reflect", "-a", "idenity"),
        ("goal", "add", "--due", "2026"),
        ("goal", "checkin", "1", "--percent", "101"),
        ("goal", "reword", "1", "--on", "2062-03-11"),
        ("action", "add", "--owner", "anhh"),
        ("ask", "--visibility", "all"),
        ("edit", "1", "--on", "2062-03-11"),
        ("reflect", "--journal", "/nowhere.db"),
    ):
        assert mentorlog(*words, "-e").exit in (2, 3), words
    assert not found.exists()
    assert drafts(mentorlog) == []


def test_an_editor_that_fails(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("half a sentence", code=1)
    answer = mentorlog("reflect", "-e")
    assert (answer.exit, answer.err.splitlines()[:2]) == (2, ["The editor ended with an error.", KEPT])
    [draft] = drafts(mentorlog)
    assert draft["text"] == "half a sentence"
    editor("", code=1)
    assert mentorlog("reflect", "-e").err.splitlines()[1] == "Nothing was written."
    assert len(drafts(mentorlog)) == 1


@pytest.mark.parametrize("program", ["/nowhere/editor", "'"])
def test_an_editor_that_can_t_be_started(program: str, mentorlog: Program) -> None:
    answer = mentorlog("reflect", "-e", env={"EDITOR": program})
    assert (answer.exit, answer.err.splitlines()) == (
        2,
        ["The editor could not be started.", "Nothing was written.", "Name yours in EDITOR."],
    )
    assert drafts(mentorlog) == []
    answer = mentorlog("reflect", "words", "-e", env={"EDITOR": program})
    assert answer.err.splitlines()[1] == KEPT


def test_nothing_written_in_the_editor(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor(" \n")
    answer = mentorlog("reflect", "-e")
    assert (answer.exit, answer.err.splitlines()[0]) == (2, "Nothing was written in the editor.")
    assert drafts(mentorlog) == []


def test_the_save_fails_after_the_editor(
    mentorlog: Program, editor: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    editor("words")
    monkeypatch.setattr("mentorlog.storage.entries.transaction.Transaction.add", full)
    answer = mentorlog("reflect", "-e")
    assert answer.exit == 5
    assert [draft["text"] for draft in drafts(mentorlog)] == ["words"]


def test_interrupted_while_saving(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mentorlog.storage.entries.transaction.Transaction.add", interrupted)
    answer = mentorlog("reflect", "-", input="words")
    assert (answer.exit, answer.out) == (130, "")
    assert [draft["text"] for draft in drafts(mentorlog)] == ["words"]


def test_not_even_a_draft_can_be_kept(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mentorlog.drafts.write_file", full)
    answer = mentorlog("reflect", "-", "-a", "idenity", input="SENTINEL")
    assert (answer.exit, answer.out) == (3, "")
    assert KEPT not in answer.err
    assert "SENTINEL" not in answer.err


@pytest.mark.parametrize(("draft_too", "told"), [(False, KEPT), (True, "could not be kept as a draft.")])
def test_the_system_refuses_while_saving(
    draft_too: bool, told: str, mentorlog: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("mentorlog.storage.entries.transaction.Transaction.add", denied)
    if draft_too:
        monkeypatch.setattr("mentorlog.drafts.write_file", denied)
    answer = mentorlog("reflect", "-", input="words")
    assert (answer.exit, answer.err.splitlines()[0]) == (5, "The system refused: Permission denied.")
    assert told in answer.err
