"""What the harnesses share: counts, a home with the program in it, and a look into the journal that
owes nothing to the program's own way of opening it.
"""

import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import mentorlog
from mentorlog.cli import main
from mentorlog.model.serialization import (
    area_document,
    canonical,
    digest,
    person_document,
)
from mentorlog.storage.database.connection import SCHEMA_VERSION
from mentorlog.storage.database.schema import migrate
from mentorlog.storage.entries.read_rows import (
    FROM,
    STORED_COLUMNS,
    entry_documents,
    read_areas,
    read_people,
)
from mentorlog.storage.entries.write_rows import search_text
from mentorlog.storage.maintenance.integrity import mentee_problems
from mentorlog.storage.sharing.sent_packets import packet_problems

ROOT = Path(__file__).parents[2]
SOURCE = Path(mentorlog.__file__).parents[1]
PYTHON = (sys.executable, "-P", "-m")
PROGRAM = (*PYTHON, "mentorlog")
DRIVER = (*PYTHON, "tests.faults.driver")
TODAY = "2026-03-12"
PIPES: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
BUG = "made a mistake of its own"
LONGEST = 60.0
CROSSED = (  # what was handed on and what came, less uids and moments
    "SELECT k.sealed, k.revoked_at IS NULL, r.name FROM packets k JOIN readers r ON r.uid = k.reader ORDER BY k.id",
    "SELECT number, entry FROM reader_entries ORDER BY reader, number",
    "SELECT packet, number, digest = '' FROM packet_entries ORDER BY packet, number",
    "SELECT name FROM mentees ORDER BY id",
    "SELECT mentee FROM received_packets ORDER BY id",
    "SELECT number, theirs FROM received_entries ORDER BY packet, number",
    "SELECT mentee, is_note, is_question, text, reply IS NULL FROM comments ORDER BY id",
    "SELECT mentee, packet FROM replies ORDER BY id",
)
Contents = dict[int, tuple[str, str, bool]]


@dataclass
class Count:
    """What a harness found: how often it tried, each loss in a line, and what it saw on the way."""

    tries: int = 0
    losses: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Count") -> "Count":
        self.tries += other.tries
        self.losses += other.losses
        self.seen += other.seen
        return self

    @property
    def told(self) -> str:
        return ", ".join(f"{number} {what}" for what, number in sorted(self.seen.items()))


@dataclass(frozen=True, kw_only=True)
class Result:
    """How a call ended."""

    exit: int
    out: str
    err: str

    @property
    def faults(self) -> list[str]:
        """What no call may do, whatever befalls it."""
        found = [word for word in ("Traceback", BUG, "Exception ignored") if word in self.err]
        return found + ([f"exit {self.exit}"] if self.exit in (1, 120) or self.exit < 0 else [])


@dataclass(frozen=True)
class Home:
    """A home of its own for the program; `journal` is the usual one in it. Drafts may stand elsewhere."""

    folder: Path
    elsewhere: Path | None = None

    @property
    def journal(self) -> Path:
        return self.folder / "data" / "mentorlog" / "journal.db"

    @property
    def drafts(self) -> Path:
        return (self.elsewhere or self.folder) / "state" / "mentorlog" / "drafts"

    def env(self) -> dict[str, str]:
        places = {kind: str(self.folder / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        if self.elsewhere:
            places["STATE"] = str(self.elsewhere / "state")
        return {
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "MENTORLOG_TODAY": TODAY,
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": f"{SOURCE}{os.pathsep}{ROOT}",
            "TERM": "dumb",
            "TZ": "UTC",
            **{f"XDG_{kind}_HOME": place for kind, place in places.items()},
        }

    def start(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        anew: bool = False,
        prepare: Callable[[], object] = int,
        **options: Any,
    ) -> "subprocess.Popen[bytes]":
        """The program, or a variant of it, is a fork of this process that does `prepare` first; with `anew`, Python is
        started for it as for everything else.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        full = {**self.env(), **(env or {})}
        first: Callable[[], object] = _hears_all
        driven = () if anew else _driven(tuple(command))
        if driven:
            from tests.faults import forks

            forks.load()
            first = partial(forks.be_program, driven, full, prepare)
        return subprocess.Popen(
            command,
            env=full,
            cwd=self.folder,
            preexec_fn=first,  # noqa: PLW1509 - no harness has threads
            restore_signals=not driven,  # Python ignores some, and so must a fork
            **options,
        )

    def run(
        self,
        *words: str,
        input: bytes = b"",
        by: Sequence[str] = PROGRAM,
        before: Sequence[str] = (),
        **options: Any,
    ) -> Result:
        """Run `words` by the program, or by a variant of it; `before` goes in front of the command."""
        with self.start([*before, *by, *words], **PIPES, **options) as process:
            try:
                out, err = process.communicate(input, timeout=LONGEST)
            except subprocess.TimeoutExpired:
                process.kill()
                out, err = process.communicate()
                err += b"Traceback: it hung"
        return Result(exit=process.returncode, out=out.decode(errors="replace"), err=err.decode(errors="replace"))

    def copy(self, folder: Path) -> "Home":
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Home(folder)

    def has_draft(self, words: str) -> bool:
        """Whether these words stand in a draft."""
        return any(words in path.read_text("utf-8", "replace") for path in self.drafts.glob("*.md"))


def _hears_all() -> None:
    """A signal that whoever runs the tests ignores (nohup does) is one for the program all the same."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _driven(command: tuple[str, ...]) -> tuple[str, ...]:
    """What driver.py takes to be this command; nothing where it is another program."""
    if command[: len(PROGRAM)] == PROGRAM:
        return ("sound", "once", *command[len(PROGRAM) :])
    return command[len(DRIVER) :] if command[: len(DRIVER)] == DRIVER else ()


def variant(name: str, mode: str = "once", *words: str) -> tuple[str, ...]:
    """The command for a broken variant of the program ("sound" breaks nothing): see driver.py."""
    return (*DRIVER, name, mode, *words)


def empty_folder(folder: Path) -> Path:
    """An empty folder at that place."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def inspect_journal(path: Path, *, is_quick: bool = False, may_forget: bool = False) -> tuple[Contents, list[str]]:
    """What is in the file (number → kind, text, whether it was put away; 0 → the states of all commands),
    and all that is wrong with it.
    `is_quick`: on a copy that need not outlive anything; `may_forget`: the past may have been purged.
    """
    with closing(connect_migrated(path)) as connection:
        if is_quick:
            connection.execute("PRAGMA synchronous = OFF")
        try:
            rows = connection.execute("SELECT number, kind, text, removed_at FROM entries ORDER BY number").fetchall()
            states = connection.execute("SELECT state FROM commands ORDER BY id").fetchall()
            faults = [*_faults(connection), *([] if may_forget else _forgotten(connection))]
        except (sqlite3.Error, ValueError) as error:
            return {}, [f"{type(error).__name__}: {error}"]
    held = {row["number"]: (row["kind"], row["text"], row["removed_at"] is not None) for row in rows}
    return {0: ("line", " ".join(state for (state,) in states), False), **held}, faults


def connect_migrated(path: Path) -> sqlite3.Connection:
    """A connection to the file or, where that has an older shape, to a copy in memory in the present one."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        if 0 < connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
            older, connection = connection, sqlite3.connect(":memory:", isolation_level=None)
            with closing(older):
                older.backup(connection)
            migrate(connection)
    except sqlite3.Error:
        pass  # whoever looks at it will see that
    connection.row_factory = sqlite3.Row
    return connection


def _faults(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"integrity: {line}"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"foreign key: {tuple(row)}"
    if connection.execute("SELECT COUNT(*) FROM journal").fetchone()[0] != 1:
        yield "the journal has no uid"
    yield from damaged(connection)
    yield from packet_problems(connection)
    yield from mentee_problems(connection)


def _forgotten(connection: sqlite3.Connection) -> Iterator[str]:
    """Commands and entries that have lost each other."""
    for row in connection.execute("SELECT id FROM commands WHERE id NOT IN (SELECT command FROM revisions)"):
        yield f"command {row['id']} did nothing"
    for row in connection.execute(
        "SELECT number FROM entries WHERE CAST(number AS TEXT) NOT IN (SELECT key FROM revisions WHERE kind = 'entry')"
    ):
        yield f"entry {row['number']} came without a command"


def damaged(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything that its digest doesn't fit."""
    rows = connection.execute(f"SELECT {STORED_COLUMNS}, e.digest, e.folded {FROM} ORDER BY e.number").fetchall()
    for row, document in zip(rows, entry_documents(connection, rows, is_stored=True), strict=True):
        if digest(canonical(document)) != row["digest"]:
            yield f"entry {row['number']} is not whole"
        if search_text(document) != row["folded"]:
            yield f"entry {row['number']} is folded otherwise"
    for what, documents in (
        ("areas", [area_document(area) for area in read_areas(connection).values()]),
        ("people", [person_document(person) for person in read_people(connection).values()]),
    ):
        kept = {value for (value,) in connection.execute(f"SELECT digest FROM {what}")}
        if kept != {digest(canonical(document)) for document in documents}:
            yield f"{what} are not whole"
    for row in connection.execute("SELECT id, kind, key, document, digest FROM revisions"):
        if digest(f"{row['kind']} {row['key']} {row['document']}") != row["digest"]:
            yield f"revision {row['id']} is not whole"


def snapshot(path: Path) -> str:
    """All that a journal holds, less what no two runs have in common: uids and moments. One in which
    nothing was written yet is as good as none.
    """
    if not path.is_file():
        return "none"
    with closing(connect_migrated(path)) as connection:
        people = read_people(connection)
        names = {person.uid: person.name for person in people.values()}
        rows = connection.execute(f"SELECT {STORED_COLUMNS} {FROM} ORDER BY e.number").fetchall()
        documents = []
        for document in entry_documents(connection, rows, is_stored=True):
            plain: dict[str, Any] = {**document, "removed_at": bool(document.get("removed_at"))}
            plain["people"] = [names.get(uid) for uid in plain.get("people", [])]
            plain["owner"] = names.get(plain.get("owner", ""))
            for name in ("uid", "written_at", "changed_at"):
                plain.pop(name, None)
            documents.append(plain)
        commands = [tuple(row) for row in connection.execute("SELECT name, state FROM commands ORDER BY id")]
        past = connection.execute("SELECT kind, key, document IS NULL FROM revisions ORDER BY id").fetchall()
        if not commands:
            return "none"
        areas = [area_document(area) for area in read_areas(connection).values()]
        everybody = [[person.name, person.role, person.rhythm, person.state] for person in people.values()]
        crossed = [[tuple(row) for row in connection.execute(query)] for query in CROSSED]
    return json.dumps(
        [documents, areas, everybody, commands, [tuple(row) for row in past], crossed], sort_keys=True, default=str
    )


class Stream(io.TextIOWrapper):
    """A stream in memory; `is_terminal` is what it takes itself for."""

    def __init__(self, *, is_terminal: bool = False) -> None:
        self.bytes = io.BytesIO()
        self.is_terminal = is_terminal
        super().__init__(self.bytes, "utf-8", write_through=True, newline="")

    def isatty(self) -> bool:
        return self.is_terminal

    @property
    def said(self) -> str:
        return self.bytes.getvalue().decode("utf-8", "replace")


def call(*words: str, at_terminal: bool = False) -> Result:
    """One call of the program, in this process."""
    out, err, mask = Stream(is_terminal=at_terminal), Stream(), os.umask(0o077)
    try:
        with redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "stdin", io.StringIO()):
            code = main(list(words))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the harnesses look for
        return Result(exit=1, out="", err=f"Traceback: {error!r}")
    finally:
        os.umask(mask)
    return Result(exit=code, out=out.said, err=err.said)
