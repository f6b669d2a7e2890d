"""Words from other tools: a sentence, never a guess by spelling."""

import pytest

from mentorlog.cli.app.registry import COMMAND_TABLE
from tests.conftest import Program

TYPED = [
    ("log ls list entries", "mentorlog timeline"),
    ("rm delete del trash", "mentorlog remove N"),
    ("new add note jot write", 'mentorlog reflect "…"'),
    ("done", "mentorlog action done N"),
    ("close finish", "mentorlog goal reach N"),
    ("stats report summary", "mentorlog progress"),
    ("status today home", "Today at a glance: mentorlog"),
    ("agenda plan park", 'mentorlog ask "…"'),
    ("mentor mentors people", "mentorlog person list"),
    ("people", "mentorlog map"),
    ("tag tags topics", "mentorlog area list"),
    ("answer question", "--answers N"),
    ("drafts", "mentorlog edit draft"),
    ("encrypt", "mentorlog info"),
    ("sync login push", "mentorlog export journal"),
]


@pytest.mark.parametrize(("typed", "hint"), TYPED)
def test_other_tools_words(typed: str, hint: str, mentorlog: Program) -> None:
    for word in (*typed.split(), typed.split(maxsplit=1)[0].upper()):
        answer = mentorlog(word, "148")
        assert (answer.exit, answer.out) == (2, "")
        assert answer.err.splitlines()[0] == f'Unknown command "{word}".'
        assert hint in answer.err


@pytest.mark.parametrize("typed", ["I led the meeting", "identity:", "\x1b[31m", "a\nb"])
def test_words_of_an_entry_are_not_repeated(typed: str, mentorlog: Program) -> None:
    answer = mentorlog(typed)
    assert (answer.exit, answer.err.splitlines()[0]) == (2, "That is not a command.")
    assert 'To write that down: mentorlog reflect "…"' in answer.err
    assert typed not in answer.err


def test_spelling_comes_last(mentorlog: Program) -> None:
    assert "Did you mean mentorlog timeline?" in mentorlog("timelin").err
    assert "Did you mean" not in mentorlog("xyzzy").err


def test_a_command_in_other_letters_is_that_command(mentorlog: Program) -> None:
    for name in COMMAND_TABLE:
        for word in (name.capitalize(), name.upper()):
            answer = mentorlog(word, "list")
            assert (answer.exit, answer.err.splitlines()[0]) == (2, f'Unknown command "{word}".')
            assert answer.err.splitlines()[-1] == f"Did you mean mentorlog {name}? All commands: mentorlog --help"


def test_verbs(mentorlog: Program) -> None:
    answer = mentorlog("goal", "chekin")
    assert (answer.exit, answer.err.splitlines()[0]) == (2, 'Unknown command "goal chekin".')
    assert "Did you mean mentorlog goal checkin?" in answer.err
    assert "action has: add, list, done" in mentorlog("action", "Write to Rosa").err
    assert "Rosa" not in mentorlog("action", "Write to Rosa").err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("goal", "remove", "3"), "For an entry of any kind: mentorlog remove N    goal has: "),
        (("session", "edit", "3"), "For an entry of any kind: mentorlog edit N    session has: "),
        (("goal", "done", "3"), "Did you mean mentorlog goal reach? goal has: "),
        (("goal", "update", "3"), "Did you mean mentorlog goal checkin? goal has: "),
        (("action", "complete", "3"), "Did you mean mentorlog action done? action has: "),
        (("person", "delete", "Rosa"), "Did you mean mentorlog person pause? person has: "),
        (("goal", "LIST"), "Did you mean mentorlog goal list? goal has: "),
        (("share", "xyzzy"), "share has: "),
    ],
)
def test_verbs_of_other_tools(words: tuple[str, ...], hint: str, mentorlog: Program) -> None:
    answer = mentorlog(*words)
    assert (answer.exit, answer.err.splitlines()[-1].startswith(hint)) == (2, True), answer.err


def test_an_option_is_only_guessed_where_it_is_near(mentorlog: Program) -> None:
    assert mentorlog("reflect", "x", "--visability", "mentor").err.splitlines()[-1] == "Did you mean --visibility?"
    assert "Did you mean" not in mentorlog("show", "1", "--rating", "3").err


def test_two_commands_in_a_hint_stand_apart(mentorlog: Program) -> None:
    hint = "To remove an entry: mentorlog remove N    For good: mentorlog purge N"
    assert mentorlog("delete", "3").err.splitlines()[-1] == hint
