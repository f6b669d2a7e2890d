"""Making a journal: private, whole, and never over a file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mentorlog.errors import Damaged, MentorlogError, NotFound, StorageError
from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.entries import Reflection
from mentorlog.storage.database.connection import library_version
from mentorlog.storage.journal import empty_journal, open_journal
from tests.entries import NOW, TODAY
from tests.storage.stored_rows import add, check_digests

DRAFT = Reflection(on=TODAY, text="I led the meeting")
WRITE = """
import sys
from datetime import date
from pathlib import Path
from mentorlog.model.entries import Reflection
from mentorlog.storage.journal import open_journal
input()
with open_journal(Path(sys.argv[1]), create_at="2026-03-12T10:00:00+00:00") as journal:
    with journal.write("reflect", at="2026-03-12T10:00:00+00:00") as writing:
        writing.add(Reflection(on=date(2026, 3, 12), text="one of many"))
"""


@pytest.fixture(params=[0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_a_new_journal_and_its_folders_are_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "mentorlog" / "journal.db"
    with open_journal(path, create_at=NOW) as journal:
        assert journal.areas() == DEFAULT_AREAS
        check_digests(journal)
    modes = {place.name: oct(place.stat().st_mode & 0o777) for place in (path, *path.parents[:2])}
    assert modes == {"journal.db": "0o600", "mentorlog": "0o700", "data": "0o700"}
    assert list(path.parent.iterdir()) == [path]


def test_reading_makes_no_journal(path: Path) -> None:
    with pytest.raises(NotFound, match="no-journal"), open_journal(path):
        pass
    assert list(path.parent.glob("*.db")) == []


def test_an_empty_journal_for_reading_stands_in_no_file(tmp_path: Path) -> None:
    with empty_journal(NOW) as journal:
        assert (journal.entries(), journal.areas(), journal.people()) == ((), DEFAULT_AREAS, ())
    assert [place.name for place in tmp_path.iterdir()] == ["home"]


def test_a_journal_that_is_there_is_opened_and_not_made(path: Path) -> None:
    for _ in range(2):
        with open_journal(path, create_at=NOW) as journal:
            add(journal, DRAFT)
    assert journal.path == path
    with open_journal(path) as journal:
        assert [entry.number for entry in journal.entries()] == [1, 2]


@pytest.mark.parametrize(
    ("target", "error"), [("missing", StorageError), (".", Damaged)], ids=["a link to nowhere", "a link to a folder"]
)
def test_nothing_is_made_through_a_link(path: Path, target: str, error: type[MentorlogError]) -> None:
    path.symlink_to(target)
    with pytest.raises(error), open_journal(path, create_at=NOW):
        pass
    assert sorted(place.name for place in path.parent.iterdir()) == ["home", "journal.db"]
    assert path.is_symlink()


def test_where_no_journal_can_be_made_the_disk_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with (
        pytest.raises(StorageError, match="cannot-create"),
        open_journal(tmp_path / "file" / "journal.db", create_at=NOW),
    ):
        pass


def check_is_one_journal(path: Path, entries: int) -> None:
    assert [place.name for place in path.parent.iterdir() if place.name != "home"] == [path.name]
    with open_journal(path) as journal:
        assert [entry.number for entry in journal.entries()] == list(range(1, entries + 1))
        assert journal._connection.execute("SELECT COUNT(*) FROM journal").fetchone()[0] == 1


def test_threads_that_all_make_the_first_journal_share_one(path: Path) -> None:
    def write(_: int) -> None:
        with open_journal(path, create_at=NOW) as journal:
            add(journal, DRAFT)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(16)))
    check_is_one_journal(path, 16)


def test_processes_that_all_make_the_first_journal_share_one(path: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", WRITE, str(path)], stdin=subprocess.PIPE) for _ in range(6)]
    for process in started:
        assert process.stdin
        process.stdin.write(b"go\n")
        process.stdin.flush()
    for process in started:
        process.communicate()
    assert [process.returncode for process in started] == [0] * 6
    check_is_one_journal(path, 6)


def test_the_version_of_sqlite_is_known() -> None:
    assert library_version().startswith("3.")
