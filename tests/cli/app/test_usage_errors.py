"""A line that can't be read: our words, three short lines, exit 2."""

import pytest
import typer

from mentorlog.cli.app.usage_errors import translate
from tests.conftest import Program


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("reflect", "SENTINEL", "--witt", "x"), 'There is no option "--witt" here.', "Did you mean --with?"),
        (("reflect", "SENTINEL", "--xyzzy"), 'There is no option "--xyzzy" here.', "goes behind --"),
        (("reflect", "--SENTINEL"), "There is no option of that name here.", "goes behind --"),
        (("reflect", "-SENTINEL"), "There is no option of that name here.", "goes behind --"),
        (("reflect", "--on"), "--on needs a value.", "mentorlog reflect -h"),
        (("reflect", "--plain=SENTINEL"), "--plain takes no value.", "mentorlog reflect -h"),
        (("show",), "N… is missing.", "mentorlog show -h"),
        (("goal", "reach"), "N is missing.", "mentorlog goal reach -h"),
        (("goal",), "mentorlog goal needs a command.", "mentorlog goal -h"),
        (("session", "add", "--minutes", "SENTINEL"), "--minutes takes a whole number.", "mentorlog session add -h"),
        (("reflect", "SENTINEL", "SENTINEL"), "Too many arguments.", "Put quotes around"),
        (("reflect", "SENTINEL", "--on", "last", "fri"), "Too many arguments.", '--on "last fri"'),
    ],
)
def test_in_our_words(words: tuple[str, ...], sentence: str, hint: str, mentorlog: Program) -> None:
    answer = mentorlog(*words)
    assert (answer.exit, answer.out) == (2, "")
    message, safe, last = answer.err.splitlines()
    assert (message, safe) == (sentence, "Nothing was written.")
    assert hint in last
    assert "SENTINEL" not in answer.err


def test_what_typer_may_say_one_day() -> None:
    error = translate(typer.TyperException("SENTINEL"))
    assert (error.exit, error.reason, error.hint) == (
        2,
        "This command line can't be read.",
        "What it takes: mentorlog -h",
    )
