"""A journal of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorlog.storage.journal import Journal, open_journal
from tests.entries import NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with open_journal(path, create_at=NOW) as journal:
        yield journal
