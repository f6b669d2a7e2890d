"""A journal whose writer has a mentor and is one, and what comes in by the importers of both sides."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorlog.exchange.encryption import encrypt_for_keys
from mentorlog.exchange.packets import packet_json
from tests.cli.sharing_samples import ANH, document, feedback, item
from tests.faults.harness import Home, Result, call, empty_folder, inspect_journal, variant
from tests.faults.hostile_views import is_harmless
from tests.faults.limits import Usage, measure_usage
from tests.faults.mutants import SEALED, Whole, places
from tests.mentees import FIRST, OTHER, SECOND

ALLOWED = (0, 2, 4, 7, 8)
WRITTEN = (
    ("session", "add", "Went through it.", "--with", ANH, "-a", "growth", "--visibility", "mentor"),
    ("reflect", "Of my own."),
    ("reflect", "I said we.", "--about", "1", "--visibility", "mentor"),
    ("goal", "add", "Lead one project.", "--visibility", "public"),
)
ANSWERS = [{"key": "situation", "question": "Where?", "text": "In the meeting.", "spine": "happened"}]
Rows = dict[str, set[tuple[object, ...]]]


@dataclass(frozen=True, kw_only=True)
class Importer:
    """A command that takes a file from elsewhere, and a good file; a name for both."""

    name: str
    words: tuple[str, ...]
    good: bytes
    after: tuple[str, ...] = ()


class SharingJournal:
    """The journal, and the importers; whatever arrives lies at `file`."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(empty_folder(folder))
        self.file = folder / "arrived"
        for words in WRITTEN:
            self._do(*words)
        made = json.loads(self._do("share", "make", "--with", ANH, "-o", str(folder), "--json"))["files"]
        self.packet = document(made)
        page = next(Path(file).read_bytes() for file in made if file.endswith(".html"))
        self._arrived(json.dumps(self.answered("8")).encode(), "feedback")
        self._arrived(packet_json(FIRST).encode(), "review")
        self._do("review", "comment", "Lan", "1", "So did I.")
        self.importers = tuple(self._importers(page))
        self.before = self.home.journal.read_bytes()
        self.rows = rows(self.home.journal)
        self.uids = self._uids()
        self.foreign = [*self.uids, *(holder[key] for one in self.importers for holder, key in places(_read(one.good)))]

    def answered(self, uid: str) -> Whole:
        """A good feedback file; its answers have uids that begin like this."""
        return feedback(
            self.packet,
            item(self.packet, 2, "Say I once.", f"{uid}"),
            item(self.packet, 1, "Where?", f"{chr(ord(uid) + 1)}", kind="question", framework="sbi", answers=ANSWERS),
        )

    def call(self, importer: Importer) -> tuple[Result, Usage]:
        """Take in what arrived, in this process."""
        with measure_usage() as weight:
            done = call(*importer.words, str(self.file), *importer.after)
        return done, weight

    def call_alone(self, importer: Importer) -> tuple[Result, Usage]:
        """The same in a process of its own."""
        told = self.home.folder / "weight"
        done = self.home.run(
            *importer.words, str(self.file), *importer.after, by=variant("sound", "weighed", str(told))
        )
        seconds, peak = told.read_text().split()
        return done, Usage(seconds=float(seconds), peak=int(peak))

    def wrong(self, done: Result, reads: tuple[str, ...] = ()) -> Iterator[str]:
        """What came of a file and may not; `reads` is a command that reads what was taken in. Afterwards the journal
        is as it was before.
        """
        yield from done.faults
        if odd := sorted({ascii(char) for char in done.out + done.err if char != "\n" and not is_harmless(char)}):
            yield f"{odd} came out"
        if done.exit not in ALLOWED:
            yield f"exit {done.exit}: {done.err[:200]}"
        if self.home.journal.read_bytes() != self.before:
            yield from ["it was refused, and changed the journal"] if done.exit else self.added(reads)
            self.put_back()
        if beside := [path.name for path in self.home.journal.parent.glob("journal.db?*")]:
            yield f"left behind: {beside}"
        if self.home.drafts.exists():
            yield "it left a draft"

    def put_back(self) -> None:
        self.home.journal.write_bytes(self.before)

    def added(self, reads: tuple[str, ...] = ()) -> Iterator[str]:
        """What is wrong with a journal to which something was added."""
        after = rows(self.home.journal)
        yield from (f"rows of {table} are others" for table, held in self.rows.items() if not held <= after[table])
        yield from inspect_journal(self.home.journal)[1]
        read = call(*reads) if reads else Result(exit=0, out="", err="")
        yield from (f"{' '.join(reads)}: {fault} {read.err[-200:]}" for fault in read.faults)

    def _importers(self, page: bytes) -> Iterator[Importer]:
        import pyrage

        review, back = ("review", "import"), ("feedback", "import")
        key, words = self.home.folder / "key.txt", self.home.folder / "words.txt"
        identity = pyrage.x25519.Identity.generate()
        key.write_text(f"{identity}\n")
        words.write_text("lantern-river-paper-window\n")
        raw = [packet_json(one).encode() for one in (SECOND, OTHER, FIRST)]
        sealed = encrypt_for_keys(raw[0], (str(identity.to_public()),))
        answered = json.dumps(self.answered("a")).encode()
        yield Importer(name="a later packet", words=review, good=raw[0])
        yield Importer(name="feedback", words=back, good=answered)
        yield Importer(name="a packet for a key", words=review, good=sealed, after=("--key-file", str(key)))
        locked = SEALED["scrypt of little work"](b"")
        yield Importer(
            name="a packet with a passphrase", words=review, good=locked, after=("--passphrase-file", str(words))
        )
        yield Importer(name="a first packet", words=review, good=raw[1])
        yield Importer(name="a known packet", words=review, good=raw[2])
        yield Importer(name="known feedback", words=back, good=json.dumps(self.answered("8")).encode())
        yield Importer(name="a page for review", words=review, good=page)
        yield Importer(name="a page for feedback", words=back, good=page)
        yield Importer(name="a packet for feedback", words=back, good=raw[0])
        yield Importer(name="feedback for review", words=review, good=answered)

    def _do(self, *words: str) -> str:
        done = call(*words)
        assert done.exit == 0, (words, done)
        return done.out

    def _arrived(self, content: bytes, group: str) -> None:
        self.file.write_bytes(content)
        self._do(group, "import", str(self.file))

    def _uids(self) -> list[Any]:
        with closing(sqlite3.connect(self.home.journal)) as connection:
            return [uid for (uid,) in connection.execute("SELECT uid FROM entries ORDER BY number")]


def rows(path: Path) -> Rows:
    """Every row of every table, but for counters."""
    with closing(sqlite3.connect(path)) as connection:
        named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = [name for (name,) in named if not name.startswith("sqlite_")]
        return {table: {*connection.execute(f"SELECT * FROM {table}")} for table in tables}


def _read(content: bytes) -> object:
    return json.loads(content) if content[:1] == b"{" else {}
