"""An editor and a journal to begin with, for the tests of the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Program


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Sets an editor that writes these words and ends with this code; returns where it notes what it found."""

    def set_up(words: str | bytes, code: int = 0) -> Path:
        found = tmp_path / "found"
        (tmp_path / "words").write_bytes(words.encode() if isinstance(words, str) else words)
        program = tmp_path / "editor"
        program.write_text(f'#!/bin/sh\ncp "$1" "{found}"\ncat "{tmp_path / "words"}" > "$1"\nexit {code}\n')
        program.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(program))
        return found

    return set_up


@pytest.fixture
def lived_in(mentorlog: Program) -> Program:
    """mentorlog with a few entries: sessions 1 and 4, action 2, reflection 3, goal 5, question 6."""
    for words in (
        (
            *("session", "add", "Spoke of names.", "--with", "Ánh", "-a", "ident,valid", "--on", "2026-01-14"),
            *("--minutes", "45", "--action", "Write to Rosa"),
        ),
        ("reflect", "I could breathe.", "--about", "1", "--on", "2026-01-15", "--visibility", "mentor"),
        ("session", "add", "Read the packet.", "--with", "Mie 美恵", "-a", "growth", "--on", "2026-02-10"),
        ("goal", "add", "Lead one project", "-a", "growth", "--on", "2026-02-11"),
        ("ask", "Where are you really from?", "--with", "mie", "--on", "2026-03-01"),
    ):
        assert mentorlog(*words).exit == 0
    return mentorlog
