"""Bits that flip and blocks that are overwritten: every entry that says something else is noticed, the
rest can be read and salvaged, and no command fails in a way of its own.
"""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from unittest import mock

from mentorlog.errors import Damaged, MentorlogError
from mentorlog.model.reports import IntegrityReport
from mentorlog.storage.journal import open_journal
from tests.faults.harness import Count, Home, call, empty_folder

BLOCK = 512
CHILDREN = ("entry_areas", "entry_people", "entry_goals", "answers", "events")
READS = (
    *(("timeline", "--all"), ("timeline", "--all", "--json"), ("progress", "--all"), ("search", "e")),
    *(("show", "1..400"), ("history",), ("goal", "list", "--status", "all"), ("session", "list")),
    *(
        ("action", "list", "--status", "all"),
        ("ask", "--list"),
        ("area", "list"),
        ("person", "list"),
        ("export", "journal"),
        (),
    ),
    *(("export", "year", "2025", "--to", "md", "-o", "-"), ("show", "20", "--json"), ("history", "5"), ("info",)),
)
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)  # SQLite's own message may quote what is damaged
Judge = Callable[[Path], IntegrityReport]


def by_check(path: Path) -> IntegrityReport:
    """What `check` finds."""
    with open_journal(path) as journal:
        return journal.check()


def by_sqlite_alone(path: Path) -> IntegrityReport:
    """What a program without digests finds."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            whole = [line for (line,) in connection.execute("PRAGMA integrity_check")] == ["ok"]
        except sqlite3.Error:
            whole = False
    return IntegrityReport(entries=0, damaged=(), notes=() if whole else ("It is damaged.",))


def run(tries: int, folder: Path, judge: Judge = by_check, *, seed: int = 1) -> Count:
    """Damage the made-up journal `tries` times."""
    count, random = Count(), Random(seed)
    home = Home(empty_folder(folder / "home"))
    assert home.run("demo", "--keep", str(folder / "good.db")).exit == 0
    good = (folder / "good.db").read_bytes()
    whole = said(folder / "good.db")
    with mock.patch.dict(os.environ, home.env(), clear=True):
        for _ in range(tries):
            path = empty_folder(folder / "rotten") / "journal.db"
            path.write_bytes(_rotten(good, random))
            count.tries += 1
            wrong = _unnoticed(path, whole, judge, count)
            wrong += _salvaged(path, whole, random.random() < 0.1)
            for words in random.sample(READS, 2):
                done = call("--journal", str(path), *words)
                wrong += [f"{' '.join(words)}: {fault}: {done.err[-300:]}" for fault in done.faults]
            count.losses += wrong
    return count


def _rotten(good: bytes, random: Random) -> bytes:
    """One bit, or a few, or a block, somewhere."""
    content = bytearray(good)
    way = random.random()
    for _ in range(1 if way < 0.7 else random.randint(2, 8)):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    if way > 0.9:
        start = random.randrange(len(content) // BLOCK) * BLOCK
        content[start : start + BLOCK] = bytes(BLOCK) if way > 0.95 else random.randbytes(BLOCK)
    return bytes(content)


def said(path: Path) -> dict[int, str]:
    """What each entry says, read number by number; one that can't be read is not in it."""
    found: dict[int, str] = {}
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        for number in range(1, 1000):
            try:
                row = connection.execute("SELECT * FROM entries NOT INDEXED WHERE number = ?", (number,)).fetchone()
                if row:
                    of = [_own(connection, table, number) for table in CHILDREN]
                    found[number] = repr((row, of))
            except UNREADABLE:
                continue
    return found


def _own(connection: sqlite3.Connection, table: str, number: int) -> list[tuple[object, ...]]:
    """The rows of an entry. A damaged index leads to those of others too, which say themselves whose they are."""
    found = connection.execute(f"SELECT * FROM {table} WHERE entry = ?", (number,))
    return [row for row in found if row[0] == number]


def _unnoticed(path: Path, whole: dict[int, str], judge: Judge, count: Count) -> list[str]:
    now = said(path)
    damaged = {number for number, words in whole.items() if now.get(number) != words}
    count.seen["damaged an entry"] += bool(damaged)
    try:
        found = judge(path)
    except MentorlogError as error:
        count.seen["not opened at all"] += 1
        return [] if isinstance(error, Damaged) or error.exit in (5, 8) else [f"check: {error}"]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what this looks for
        return [f"check: {type(error).__name__}: {error}"]
    count.seen["noticed"] += bool(damaged) and not found.is_intact
    there = {number for number in damaged if number in now}
    wrong = [f"entry {number} is damaged and not named" for number in sorted(there - set(found.damaged))]
    if damaged and found.is_intact:
        wrong.append(f"entries {sorted(damaged)} are gone without a word")
    return wrong


def _salvaged(path: Path, whole: dict[int, str], is_wanted: bool) -> list[str]:
    """What is wrong with a salvage: entries that are still whole must be in it, and the file as it was."""
    if not is_wanted:
        return []
    before, target = path.read_bytes(), path.with_name("salvaged.db")
    untouched = {number for number, words in said(path).items() if whole.get(number) == words}
    done = call("--journal", str(path), "check", "--salvage", str(target))
    wrong = done.faults
    if path.read_bytes() != before:
        wrong.append("check changed the file")
    if target.exists():
        named = {int(number) for number in re.findall(r"^Entry (\d+) is damaged", done.out, re.MULTILINE)}
        missing = untouched - named - set(said(target))
        wrong += [f"salvage left out {sorted(missing)[:5]}"] if missing else []
    return wrong
