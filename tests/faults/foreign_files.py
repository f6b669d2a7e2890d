"""Files that are no journal, or no longer one, in the journal's place: told, and never touched."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from mentorlog.storage.database.connection import SCHEMA_VERSION
from tests.faults.harness import Count, Home, empty_folder, variant

Make = Callable[[Path, Path], object]
PAGE = 8192


def _bytes(content: bytes) -> Make:
    return lambda path, _: path.write_bytes(content)


def _cut(share: float) -> Make:
    return lambda path, good: path.write_bytes(good.read_bytes()[: int(good.stat().st_size * share)])


def _first(count: int) -> Make:
    return lambda path, good: path.write_bytes(good.read_bytes()[:count])


def _patched(at: int, content: bytes) -> Make:
    def make(path: Path, good: Path) -> None:
        whole = bytearray(good.read_bytes())
        whole[at : at + len(content)] = content
        path.write_bytes(whole)

    return make


def _by(*statements: str, is_new: bool = False) -> Make:
    def make(path: Path, good: Path) -> None:
        if not is_new:
            shutil.copyfile(good, path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return make


def _link(to: str) -> Make:
    return lambda path, _: path.symlink_to(to)


def _below_a_file(path: Path, _: Path) -> None:
    path.parent.rmdir()
    path.parent.write_bytes(b"words")


LINES: tuple[tuple[str, ...], ...] = (("timeline", "--all"), ("reflect", "New", "--about", "1"), ("edit", "1", "Other"))
OURS = ("PRAGMA application_id = 0x4D4C4F47", "CREATE TABLE t (a)", "DROP TABLE t")
FILES: dict[str, tuple[Make, tuple[int, ...]]] = {
    "missing": (lambda _path, _good: None, (3,)),
    "empty": (_bytes(b""), (4,)),
    "one byte": (_bytes(b"S"), (4,)),
    "a newline": (_bytes(b"\n"), (4,)),
    "words": (_bytes(b"Dear diary, " * 500), (4,)),
    "JSON lines": (_bytes(b'{"type": "entry"}\n' * 400), (4,)),
    "zeros": (_bytes(bytes(40960)), (4,)),
    "all ones": (_bytes(b"\xff" * 40960), (4,)),
    "a picture": (_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(8192)), (4,)),
    "a zip": (_bytes(b"PK\x03\x04" + os.urandom(8192)), (4,)),
    "a directory": (lambda path, _: path.mkdir(), (4,)),
    "a fifo": (lambda path, _: os.mkfifo(path), (4, 5)),
    "a link to itself": (_link("journal.db"), (3, 4, 5)),
    "a link to nothing": (_link("nowhere.db"), (3, 5)),
    "a link to a directory": (_link("."), (4,)),
    "a device": (_link("/dev/null"), (4, 5)),
    "a device without end": (_link("/dev/zero"), (4, 5)),
    "below a file": (_below_a_file, (3, 4, 5)),
    "only the magic": (_first(16), (4,)),
    "only the header": (_first(100), (4,)),
    "half a page": (_first(PAGE // 2), (4,)),
    "one page": (_first(PAGE), (4,)),
    "one page and a bit": (_first(PAGE + 904), (4,)),
    "a quarter": (_cut(0.25), (4,)),
    "half": (_cut(0.5), (4,)),
    "nine tenths": (_cut(0.9), (4,)),
    "less the last page": (lambda path, good: path.write_bytes(good.read_bytes()[:-PAGE]), (4,)),
    "less half a page": (lambda path, good: path.write_bytes(good.read_bytes()[: -PAGE // 2]), (0, 4)),
    "less a byte": (lambda path, good: path.write_bytes(good.read_bytes()[:-1]), (0, 4)),
    "another's magic": (_patched(0, b"SQLite format 4\0"), (4,)),
    "another page size": (_patched(16, b"\x02\x00"), (4,)),
    "an impossible page size": (_patched(16, b"\x00\x03"), (4,)),
    "a later file format": (_patched(18, b"\x09\x09"), (4, 5)),
    "a later schema format": (_patched(44, b"\x00\x00\x00\x09"), (4,)),
    "in UTF-16": (_patched(56, b"\x00\x00\x00\x02"), (4,)),
    "an unknown encoding": (_patched(56, b"\x00\x00\x00\x07"), (4,)),
    "no root page": (_patched(100, bytes(8)), (4,)),
    "another application": (_by("PRAGMA application_id = 252006673"), (4,)),
    "no application": (_by("PRAGMA application_id = 0"), (4,)),
    "version nought": (_by("PRAGMA user_version = 0"), (4,)),
    "a negative version": (_by("PRAGMA user_version = -1"), (4,)),
    "an older version": (_by("PRAGMA user_version = 2"), (4,)),
    "a newer version": (_by(f"PRAGMA user_version = {SCHEMA_VERSION + 1}"), (8,)),
    "a much newer version": (_by("PRAGMA user_version = 2147483647"), (8,)),
    "another's database": (_by("CREATE TABLE notes (text)", is_new=True), (4,)),
    "no tables": (_by(*OURS, f"PRAGMA user_version = {SCHEMA_VERSION}", is_new=True), (4,)),
    "no tables, and an older version": (_by(*OURS, "PRAGMA user_version = 2", is_new=True), (4,)),
    "without its entries": (_by("DROP VIEW timeline", "PRAGMA foreign_keys = OFF", "DROP TABLE entries"), (4,)),
    "other columns": (_by("ALTER TABLE entries RENAME COLUMN text TO words"), (4,)),
    "without its history": (_by("PRAGMA foreign_keys = OFF", "DROP TABLE revisions", "DROP TABLE commands"), (0, 4)),
    "without its areas": (_by("PRAGMA foreign_keys = OFF", "DROP TABLE areas"), (4,)),
    "a list that is none": (_by("UPDATE entries SET feelings = '{', digest = ''"), (4,)),
    "a day that is none": (_by("UPDATE entries SET day = '2026-02-31'"), (4,)),
    "a kind that is none": (_by("PRAGMA ignore_check_constraints = ON", "UPDATE entries SET kind = 'poem'"), (4,)),
    "a text that is none": (_by("UPDATE entries SET text = CAST(x'fffe41' AS TEXT)"), (4,)),
}


def run(tries: int, folder: Path, name: str = "sound") -> Count:
    """Read from and write to each of the first `tries` files, 0 for all."""
    count, home = Count(), Home(empty_folder(folder / "home"))
    for words in (("reflect", "Whole", "--feeling", "calm"), ("session", "add", "Whole", "--with", "Mei")):
        assert home.run(*words).exit == 0
    for what, (make, allowed) in list(FILES.items())[: tries or None]:
        place = empty_folder(folder / "crafted") / "at"
        place.mkdir()
        path = place / "journal.db"
        make(path, home.journal)
        before = _everything(place.parent)
        for line in LINES:
            done = home.run("--journal", str(path), *line, by=variant(name))
            wrong = done.faults
            if done.exit not in allowed:
                wrong.append(f"exit {done.exit}: {done.err[:200]}")
            if _everything(place.parent) != before:
                wrong.append("the file, or what is beside it, was changed")
            count.losses += [f"{what}: {' '.join(line)}: {fault}" for fault in wrong]
        count.tries += 1
    return count


def _everything(folder: Path) -> dict[str, str]:
    """What is in the folder: names, kinds, contents."""
    found = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        is_file = path.is_file() and not path.is_symlink()
        found[str(path)] = f"{mode} {hashlib.sha256(path.read_bytes()).hexdigest() if is_file else ''}"
    return found
