"""What SQLite and the system can refuse, each caused for real: one sentence, the exit code of cli.md, nothing changed.

What only a disk of its own can cause (no space, read-only mounts) and what strikes between two calls is in
tests/faults; damage of every sort in tests/faults/foreign_files.py and rot.py.
"""

import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.cli.app.messages import describe
from mentorlog.errors import Busy, Damaged, InvalidInput, MentorlogError, StorageError
from mentorlog.storage.database.connection import translate_errors
from tests.conftest import Answer, Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limits are those of a Unix")
WITHIN = """
import resource, sys
from importlib import import_module
from mentorlog.cli import main
from mentorlog.cli.app.registry import COMMAND_TABLE
for place in COMMAND_TABLE.values():
    import_module("mentorlog.cli." + place.address.partition(":")[0])
import mentorlog.storage.maintenance.upgrade, mentorlog.storage.maintenance.integrity, mentorlog.storage.database.schema
LIMIT
sys.exit(main(sys.argv[1:]))
"""


def within(limit: str, *words: str, before: tuple[str, ...] = ()) -> Answer:
    """The program, loaded, under a limit of the system; what measures coverage would meet it too, and complain."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [*before, sys.executable, "-c", WITHIN.replace("LIMIT", limit), *words],
        env=env,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    return Answer(exit=done.returncode, out=done.stdout, err=done.stderr)


def raised_by(cause: Callable[[sqlite3.Connection], object], path: Path) -> MentorlogError:
    """What an error that SQLite raises in `cause` is for the user."""
    with (
        closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection,
        pytest.raises(MentorlogError) as caught,
        translate_errors(path),
    ):
        cause(connection)
    return caught.value


def locked(connection: sqlite3.Connection) -> None:
    reading = connection.execute("SELECT 1 FROM a, a AS b")
    reading.fetchone()
    connection.execute("DROP TABLE a")


def only_read(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("INSERT INTO a VALUES (1)")


def filled(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA max_page_count = 4")
    connection.execute("INSERT INTO a VALUES (zeroblob(1000000))")


def too_big(connection: sqlite3.Connection) -> None:
    connection.execute("SELECT zeroblob(2000000000)")


def held(connection: sqlite3.Connection) -> None:
    (path,) = [row[2] for row in connection.execute("PRAGMA database_list")]
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        connection.execute("INSERT INTO a VALUES (1)")


def corrupt(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET rootpage = 99")
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("SELECT * FROM a").fetchall()


def no_database(connection: sqlite3.Connection) -> None:
    (path,) = [row[2] for row in connection.execute("PRAGMA database_list")]
    Path(path).write_bytes(b"Dear diary, " * 200)
    connection.execute("SELECT * FROM a").fetchall()


def not_there(connection: sqlite3.Connection) -> None:
    connection.execute("ATTACH '/nowhere/at/all.db' AS other")


@pytest.mark.parametrize(
    ("cause", "code", "kind"),
    [
        (held, "SQLITE_BUSY", Busy),
        (locked, "SQLITE_LOCKED", Busy),
        (only_read, "SQLITE_READONLY", StorageError),
        (filled, "SQLITE_FULL", StorageError),
        (too_big, "SQLITE_TOOBIG", InvalidInput),
        (corrupt, "SQLITE_CORRUPT", Damaged),
        (no_database, "SQLITE_NOTADB", Damaged),
        (not_there, "SQLITE_CANTOPEN", StorageError),
    ],
)
def test_what_sqlite_refuses(
    cause: Callable[[sqlite3.Connection], object], code: str, kind: type[MentorlogError], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (a)")
        connection.executemany("INSERT INTO a VALUES (?)", [(1,), (2,)])
        connection.commit()
    error = raised_by(cause, path)
    assert isinstance(error.__cause__, sqlite3.Error)
    assert error.__cause__.sqlite_errorname == code
    assert type(error) is kind
    assert describe(error).message.endswith(".")


def in_the_way(path: Path) -> str:
    path.write_text("a file")
    return str(path / "journal.db")


def directory(path: Path) -> str:
    path.mkdir()
    return str(path)


def link_to_itself(path: Path) -> str:
    path.symlink_to(path)
    return str(path)


def pipe(path: Path) -> str:
    os.mkfifo(path)
    return str(path)


def listening(path: Path) -> str:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))
    return str(path)


def too_long(path: Path) -> str:
    return f"{path}{'x' * 300}"


@pytest.mark.parametrize("verb", [("timeline",), ("reflect", "A secret of mine")], ids=["read", "write"])
@pytest.mark.parametrize(
    ("place", "exit"),
    [(in_the_way, 3), (directory, 4), (link_to_itself, 5), (pipe, 5), (listening, 5), (too_long, 3)],
)
def test_a_place_that_is_none(
    place: Callable[[Path], str], exit: int, verb: tuple[str, ...], run: Program, tmp_path: Path
) -> None:
    answer = run("--journal", place(tmp_path / "odd"), *verb)
    assert (answer.exit, answer.out) == (exit, "")
    assert "Traceback" not in answer.err
    assert "A secret of mine" not in answer.err
    assert len(answer.err.splitlines()) >= 2


@pytest.mark.parametrize(
    ("limit", "exit"),
    [
        ("resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))", 5),  # too many open files
        ("resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))", 5),  # a file that may not grow
        ("sys.stdout = open('/dev/full', 'w')", 5),  # no space where the answer goes
    ],
)
def test_a_limit_of_the_system(limit: str, exit: int, lived_in: Program) -> None:
    before = lived_in("timeline", "--all", "--json").out
    answer = within(limit, "reflect", "A secret of mine " * 1000)
    assert answer.exit == exit
    assert "Traceback" not in answer.err
    assert "A secret of mine" not in answer.err
    after = lived_in("timeline", "--all", "--json").out
    assert (after == before) == ("dev/full" not in limit), "what can't be answered is kept all the same"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do everything")
@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_a_file_that_may_not_be_opened(mode: int, lived_in: Program, home: Path) -> None:
    journal = home / "data" / "mentorlog" / "journal.db"
    journal.chmod(mode)
    assert lived_in("reflect", "A secret of mine").exit == 5
    assert lived_in("timeline").exit == (5 if mode == 0 else 0)
    journal.chmod(0o600)
