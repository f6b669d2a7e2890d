"""Passphrases: from a file, or typed without being shown."""

import sys
from collections.abc import Iterator
from getpass import GetPassWarning
from pathlib import Path
from warnings import warn

import pytest

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.sharing import passphrases
from mentorlog.errors import InvalidInput, StorageError


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed, one answer a question."""
    words: list[str] = []
    answers: Iterator[str] = (words.pop(0) for _ in iter(int, 1))
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(passphrases, "getpass", lambda *_, **__: next(answers))
    return words


def test_reads_the_first_line_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "phrase"
    path.write_bytes("đường dài\r\nmore\n".encode())
    assert passphrases.read_passphrase(str(path)) == "đường dài"


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\n"])
def test_a_file_without_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "phrase").write_bytes(content)
    with pytest.raises(InvalidInput):
        passphrases.read_passphrase(str(tmp_path / "phrase"))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        passphrases.read_passphrase(str(tmp_path / "none"))


def test_a_typed_one_is_asked_for_twice(typed: list[str]) -> None:
    typed += ["eight letters", "eight letters"]
    assert passphrases.choose_passphrase(Invocation()) == ("eight letters", False)


def test_enter_makes_one(typed: list[str]) -> None:
    typed += [""]
    phrase, is_new = passphrases.choose_passphrase(Invocation())
    assert (len(phrase.split("-")), is_new) == (8, True)


@pytest.mark.parametrize("answers", [["short"], ["eight letters", "other letters"]])
def test_one_that_can_not_be_taken(typed: list[str], answers: list[str]) -> None:
    typed += answers
    with pytest.raises(InvalidInput):
        passphrases.choose_passphrase(Invocation())


def test_is_never_asked_for_where_it_would_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(*_: object, **__: object) -> str:
        warn("it would be shown", GetPassWarning, stacklevel=1)
        return "shown"

    monkeypatch.setattr(passphrases, "getpass", shown)
    with pytest.raises(InvalidInput, match="without being shown"):
        passphrases.prompt_hidden("? ")
