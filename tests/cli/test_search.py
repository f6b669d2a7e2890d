"""search: words, in any script."""

import pytest

from tests.cli.json_contract import LISTING, numbers
from tests.conftest import Program


@pytest.fixture
def written(mentorlog: Program) -> Program:
    for words in (
        ("reflect", "My grandmother said half.", "--on", "2026-01-01"),
        ("reflect", "身份認同 means belonging.", "--on", "2026-02-01", "-a", "ident"),
        ("session", "add", "The meeting.", "--with", "Nguyễn Thị Ánh", "--on", "2026-03-01"),
        ("reflect", "Another GRANDMOTHER.", "--title", "On rice", "--on", "2026-03-02", "--visibility", "public"),
    ):
        mentorlog(*words)
    return mentorlog


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("grandmother",), [4, 1]),
        (("grandmother", "half"), [1]),
        (("grandmother half",), [1]),
        (("身份",), [2]),
        (("nguyen", "meeting"), [3]),
        (("rice",), [4]),
        (("grandmother", "--in", "2026-01"), [1]),
        (("grandmother", "--visibility", "public"), [4]),
        (("grandmother", "-n", "1"), [4]),
        (("belonging", "-a", "ident"), [2]),
        (("meeting", "--with", "anh", "--kind", "session"), [3]),
        (("e", "--since", "2026-03", "--until", "2026-03-01"), [3]),
        (("grandmother", "--all"), [4, 1]),
        (("nowhere",), []),
    ],
)
def test_all_words_newest_first(words: tuple[str, ...], expected: list[int], written: Program) -> None:
    found = written("search", *words, "--json").json()
    assert (list(found), numbers(found)) == (LISTING, expected)


def test_in_a_pipe(written: Program) -> None:
    assert written("search", "half").out == "2026-01-01, reflection 1, private: My grandmother said half.\n"


def test_words_are_needed(written: Program) -> None:
    assert written("search").err.splitlines()[0] == "WORDS… is missing."
    assert written("search", " ").exit == 2


def test_what_is_found_first_is_said_first(written: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("mentorlog.storage.entries.queries.FIRST_BATCH", 1)
    monkeypatch.setattr("mentorlog.cli.app.output.print_line", said.append)
    written("search", "grandmother")
    assert [line.partition(",")[0] for line in said] == ["2026-03-02", "2026-01-01"]


def test_what_is_not_found_is_told(written: Program) -> None:
    answer = written("search", "nowhere")
    assert (answer.exit, answer.out, answer.err) == (0, "", "There is nothing to show.\n")
