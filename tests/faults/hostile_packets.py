"""Packets and feedback files as nobody should send them, by both commands: read without a mistake of ours, within
seconds and megabytes. What is refused leaves the journal as it was, byte for byte; what is taken in only adds.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from unittest import mock

from mentorlog.model.entries import Entry
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.sharing.sent_packets import SentPackets
from tests.faults.harness import Count, Home, Result
from tests.faults.limits import Usage
from tests.faults.mutants import LISTED, SEALED, mutant
from tests.faults.sharing_journal import Importer, SharingJournal

MOST_SECONDS, MOST_MB = 2.0, 200
OF_ITS_OWN = 60  # MB that the program takes whatever it reads
GIB = 1 << 30
WHOLE = 20_000  # from so many tries on, every beginning of a good file is tried too
REAL = 200  # every so-manieth file is read by a process of its own as well
READS = (
    *(("review", "list"), ("review", "timeline", "Lan", "--all"), ("review", "show", "Lan", "1"), ("timeline",)),
    *(("feedback", "list", "--json"), ("review", "reply", "Lan", "--preview"), ("progress",), (), ("show", "1")),
)
LISTS = ("listed", "a GiB")


def run(tries: int, folder: Path, *, trusts: str = "", seed: int = 1) -> Count:
    """Every file on the list, `tries` mutated ones, and the beginnings of good ones. `trusts` is a way of reading that
    trusts what it reads.
    """
    count, chance, home = Count(), Random(seed), Home(folder / "home")
    with mock.patch.dict(os.environ, home.env(), clear=True):
        sharing = SharingJournal(home.folder)
        with trusting(trusts):
            for what, importer in _all(sharing, tries, chance):
                if trusts and count.losses:
                    break
                done, weight = sharing.call(importer)
                _note(count, f"{what} ({importer.name})", done, weight, sharing.wrong(done, chance.choice(READS)))
                if not trusts and tries >= WHOLE and (what.startswith(LISTS) or not count.tries % REAL):
                    _again(count, sharing, what, importer, done)
    return count


def _note(count: Count, what: str, done: Result, weight: Usage, wrong: Iterator[str]) -> None:
    count.tries += 1
    count.seen[f"ended with {done.exit}"] += 1
    _keep_most(count, "here", round(weight.seconds * 1000), weight.more)
    count.losses += [f"{what}: {fault}" for fault in wrong]
    if weight.seconds > MOST_SECONDS or weight.more > MOST_MB - OF_ITS_OWN:
        count.losses.append(f"{what}: {weight.seconds:.1f} s, {weight.more} MB more")


def _again(count: Count, sharing: SharingJournal, what: str, importer: Importer, before: Result) -> None:
    """The same file, read by a process of its own."""
    done, weight = sharing.call_alone(importer)
    count.seen["read by a process of their own"] += 1
    _keep_most(count, "there", round(weight.seconds * 1000), weight.peak)
    wrong = [*sharing.wrong(done)]
    if done.exit != before.exit:
        wrong.append(f"exit {done.exit}, not {before.exit}: {done.err[:200]}")
    if weight.peak > MOST_MB or weight.seconds > MOST_SECONDS:
        wrong.append(f"{weight.seconds:.1f} s, {weight.peak} MB")
    count.losses += [f"{what} ({importer.name}), in a process of its own: {fault}" for fault in wrong]


def _keep_most(count: Count, where: str, milliseconds: int, megabytes: int) -> None:
    for unit, value in (("ms", milliseconds), ("MB", megabytes)):
        name = f"{unit} at most {where}"
        count.seen[name] = max(count.seen[name], value)


# ── What arrives ─────────────────────────────────────────────────────────────────────────────────


def _all(sharing: SharingJournal, tries: int, chance: Random) -> Iterator[tuple[str, Importer]]:
    """Each file, laid down where the importer looks for it, and what it is."""
    yield from _listed(sharing)
    yield from _huge(sharing, 4 if tries >= WHOLE else 2)
    for number in range(tries):
        importer = chance.choice(sharing.importers)
        sharing.file.write_bytes(mutant(importer.good, chance, sharing.foreign))
        yield f"mutant {number}", importer
    for importer in sharing.importers:
        step = 1 if importer in sharing.importers[:4] else 16  # the others are of the same forms
        for end in range(0, len(importer.good), step if tries >= WHOLE else len(importer.good) // 3 + 1):
            sharing.file.write_bytes(importer.good[:end])
            yield f"the first {end} bytes", importer


def _listed(sharing: SharingJournal) -> Iterator[tuple[str, Importer]]:
    packets, feedback, sealed, locked = sharing.importers[:4]
    for importer, list_ in (
        (feedback, LISTED | _known(sharing)),
        (packets, LISTED),
        (sealed, SEALED),
        (locked, SEALED),
    ):
        for what, make in list_.items():
            sharing.file.write_bytes(make(importer.good if list_ is not SEALED else sealed.good))
            yield f"listed, {what}", importer


def _huge(sharing: SharingJournal, importers: int) -> Iterator[tuple[str, Importer]]:
    for importer in sharing.importers[:importers]:
        for what, content in (("of zeros", b""), ("behind a good one", importer.good)):
            sharing.file.write_bytes(content)
            os.truncate(sharing.file, GIB)
            yield f"a GiB {what}", importer


def _known(sharing: SharingJournal) -> dict[str, Callable[[bytes], bytes]]:
    """Answers under uids that are known here, which say something else."""

    def under(uid: str) -> Callable[[bytes], bytes]:
        def made(content: bytes) -> bytes:
            document = json.loads(content)
            for one in document["items"]:
                one |= {"uid": uid, "text": "Not what was written."}
            return json.dumps(document).encode()

        return made

    return {f"the uid of entry {number}": under(uid) for number, uid in enumerate(sharing.uids, start=1)}


# ── Ways of reading that trust ───────────────────────────────────────────────────────────────────


@contextmanager
def trusting(what: str) -> Iterator[None]:
    """The program, which trusts this of what it reads."""
    match what:
        case "JSON":  # read as Python reads it
            with mock.patch("mentorlog.exchange.header.parse_object", lambda content, _: json.loads(content)):
                yield
        case "sizes":  # read to the end
            with mock.patch("mentorlog.cli.sharing.packet_reader.read_up_to", lambda file, _: Path(file).read_bytes()):
                yield
        case "uids":  # what is known under a uid is replaced
            with (
                mock.patch.object(SentPackets, "uids_in_use", return_value={}),
                mock.patch.object(Transaction, "add", _put),
            ):
                yield
        case _:
            yield


_ADD = Transaction.add


def _put(writing: Transaction, draft: Entry) -> Entry:
    row = writing._connection.execute("SELECT number FROM entries WHERE uid = ?", (draft.uid,)).fetchone()
    return writing.change(replace(writing.entry(row[0]), text=draft.text)) if row else _ADD(writing, draft)
