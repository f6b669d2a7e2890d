"""Feedback files by chance, good and bad answers mixed: twice is once, the order is all the same, and nothing that the
mentee wrote is changed.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from unittest import mock

from mentorlog.model.entries import Entry
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.sharing.sent_packets import SentPackets
from tests.cli.sharing_samples import feedback, item
from tests.faults.harness import Count, Home
from tests.faults.hostile_packets import trusting
from tests.faults.mutants import ADDED, Whole, written
from tests.faults.sharing_journal import Importer, SharingJournal

COLUMNS = "e.uid, e.day, e.text, e.about, e.owner, e.digest IS NOT NULL, e.framework, e.packet"


def run(tries: int, folder: Path, *, trusts: str = "", seed: int = 1) -> Count:
    """Take in the feedback files of `tries` mentors; `trusts` is what a broken variant trusts."""
    count, chance, home = Count(), Random(seed), Home(folder / "home")
    with mock.patch.dict(os.environ, home.env(), clear=True):
        sharing = SharingJournal(home.folder)
        with _adding_always() if trusts == "files" else trusting(trusts):
            for number in range(tries):
                files = _files(sharing, chance)
                count.tries += 1
                count.seen["files"] += len(files)
                count.losses += [f"{number}: {wrong}" for wrong in _wrong(sharing, files, chance, count)]
    return count


def _files(sharing: SharingJournal, chance: Random) -> list[bytes]:
    """One to three files whose answers overlap; under one uid each says the same in all of them."""
    pool = [_answer(sharing, chance, number) for number in range(chance.randint(1, 6))]
    made = (
        feedback(sharing.packet, *chance.choices(pool, k=chance.randint(1, 6))) for _ in range(chance.randint(1, 3))
    )
    return [written(_signed(file, chance)) for file in made]


def _signed(file: Whole, chance: Random) -> Whole:
    if chance.random() < 0.1:
        file["reader" if chance.random() < 0.5 else "packet"] = "f" * 32
    if chance.random() < 0.2:
        file["by"] = f"Somebody {chance.choice(ADDED)}"[:900]
    return file


def _answer(sharing: SharingJournal, chance: Random, number: int) -> Whole:
    """An answer that fits, or one in which one thing doesn't."""
    about = chance.choice([entry["number"] for entry in sharing.packet["entries"]])
    made = item(sharing.packet, about, f"Words {number}. {chance.choice(ADDED)}", "a")
    made["uid"] = f"{chance.getrandbits(128):032x}"
    match chance.randrange(10):
        case 0:
            made["uid"] = chance.choice(sharing.uids)
        case 1:
            made["about"]["number"] += chance.choice((1, 99))
        case 2:
            made["about"]["uid"] = chance.choice(["f" * 32, *sharing.uids])
        case 3:
            made["about"]["digest"] = "f" * 64
        case 4:
            made["at"] = chance.choice(("1999-12-31T23:59:59+00:00", "2999-12-31T23:59:59+00:00"))
        case 5:
            made |= {
                "kind": "question",
                "framework": "sbi",
                "answers": [{"key": "impact", "text": "x", "question": "y"}],
            }
    return made


def _wrong(sharing: SharingJournal, files: list[bytes], chance: Random, count: Count) -> Iterator[str]:
    for content in files:
        yield from _taken(sharing, content)
    once, after = _feedback(sharing), sharing.home.journal.read_bytes()
    count.seen["answers taken in"] += len(once)
    yield from sharing.added()
    for content in files:
        yield from _taken(sharing, content)
    if sharing.home.journal.read_bytes() != after:
        yield "twice is not once"
    sharing.put_back()
    for content in chance.sample(files, len(files)):
        yield from _taken(sharing, content)
    if _feedback(sharing) != once:
        yield "in another order it is another"
    sharing.put_back()


def _taken(sharing: SharingJournal, content: bytes) -> Iterator[str]:
    sharing.file.write_bytes(content)
    done, _ = sharing.call(Importer(name="", words=("feedback", "import"), good=b""))
    yield from done.faults
    if done.exit not in (0, 4):
        yield f"exit {done.exit}: {done.err[:200]}"


def _feedback(sharing: SharingJournal) -> set[tuple[object, ...]]:
    """All feedback that is new, without its numbers here."""
    with closing(sqlite3.connect(sharing.home.journal)) as connection:
        found = connection.execute(f"SELECT {COLUMNS} FROM entries e WHERE e.kind = 'feedback'").fetchall()
    return {row for row in found if row[0] not in sharing.uids}


@contextmanager
def _adding_always() -> Iterator[None]:
    """What was taken in before is taken in again."""
    add = Transaction.add

    def anew(writing: Transaction, draft: Entry) -> Entry:
        return add(writing, replace(draft, uid=""))

    with mock.patch.object(SentPackets, "uids_in_use", return_value={}), mock.patch.object(Transaction, "add", anew):
        yield
