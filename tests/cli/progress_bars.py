"""What a bar is told, in place of the bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from mentorlog.cli.app.context import Invocation

Told = list[tuple[str, int, list[int]]]


def record_bars(monkeypatch: pytest.MonkeyPatch, module: str) -> Told:
    """Every bar from here on: its words, its size, and each step."""
    told: Told = []

    @contextmanager
    def moving(_: Invocation, words: str, size: int) -> Iterator[Callable[[int], None]]:
        steps: list[int] = []
        told.append((words, size, steps))
        yield steps.append

    monkeypatch.setattr(f"{module}.progress_bar", moving)
    return told
