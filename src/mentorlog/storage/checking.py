"""Is every entry whole? Digests say of each what SQLite's own check can't; nothing is repaired."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeVar

from mentorlog.model.archive import Archived, Item
from mentorlog.model.documents import Document, area_document, canonical, digest, person_document
from mentorlog.model.findings import Findings
from mentorlog.model.records import entry_record
from mentorlog.storage.rows import FROM, KEPT, entry_documents, read_areas, read_people
from mentorlog.storage.tables import folded
from mentorlog.text import fold

CHUNK = 500
UNREADABLE = (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError)
Key = TypeVar("Key")
Value = TypeVar("Value")


def check(connection: sqlite3.Connection) -> Findings:
    """Look at everything: structure, links, digests, folded texts, the past."""
    numbers = _numbers(connection)
    damaged = [
        number
        for start in range(0, len(numbers), CHUNK)
        for number in _damaged(connection, numbers[start : start + CHUNK])
    ]
    notes = [*_structure(connection), *_rest(connection)]
    return Findings(entries=len(numbers), damaged=tuple(damaged), notes=tuple(dict.fromkeys(notes)))


def readable(connection: sqlite3.Connection) -> Iterator[Item]:
    """Everything that can be read of a damaged journal: areas, people, entries as they are."""
    areas, people = _or_nothing(connection, read_areas), _or_nothing(connection, read_people)
    yield from areas.values()
    yield from people.values()
    by_uid = {person.uid: person for person in people.values()}
    for number in _numbers(connection):
        try:
            ((document, _, _),) = _documents(connection, [number])
            yield Archived(entry=entry_record(document, areas, by_uid))
        except UNREADABLE:
            continue


def _numbers(connection: sqlite3.Connection) -> list[int]:
    """The numbers of all entries, as far as the table or one of its indexes can still be read."""
    found: set[int] = set()
    for source in ("entries NOT INDEXED", "entries INDEXED BY sqlite_autoindex_entries_1"):
        try:
            for (number,) in connection.execute(f"SELECT number FROM {source}"):
                found.add(number)
        except sqlite3.Error:
            continue
    return sorted(number for number in found if isinstance(number, int))


def _damaged(connection: sqlite3.Connection, numbers: list[int]) -> list[int]:
    """Those of `numbers` that can't be read, or say something else than what was written."""
    try:
        found = _documents(connection, numbers)
        if len(found) == len(numbers):
            return [
                int(str(document["number"])) for document, kept, words in found if not _is_whole(document, kept, words)
            ]
    except UNREADABLE:
        pass
    if len(numbers) == 1:
        return numbers
    half = len(numbers) // 2
    return [*_damaged(connection, numbers[:half]), *_damaged(connection, numbers[half:])]


def _documents(connection: sqlite3.Connection, numbers: list[int]) -> list[tuple[Document, str, str]]:
    """The document, the digest and the folded words of each entry."""
    rows = connection.execute(
        f"SELECT {KEPT} {FROM} WHERE e.number IN (SELECT value FROM json_each(?)) ORDER BY e.number",
        (json.dumps(numbers),),
    ).fetchall()
    documents = entry_documents(connection, rows, is_kept=True)
    return [(document, row["digest"], row["folded"]) for document, row in zip(documents, rows, strict=True)]


def _is_whole(document: Document, kept: str, words: str) -> bool:
    return digest(canonical(document)) == kept and folded(document) == words


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        if [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]:
            yield "The structure of the file is damaged."
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            yield "A link leads to something that is not there."
    except sqlite3.Error:
        yield "The structure of the file can't be read."


def _rest(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with areas, people and the past."""
    try:
        digests = dict(connection.execute("SELECT slug, digest FROM areas").fetchall())
        for slug, area in read_areas(connection).items():
            if digest(canonical(area_document(area))) != digests[slug]:
                yield "An area says something else than what was written."
        rows = {row["id"]: row for row in connection.execute("SELECT id, digest, folded FROM people")}
        for number, person in read_people(connection).items():
            kept = (rows[number]["digest"], rows[number]["folded"])
            if (digest(canonical(person_document(person))), fold(person.name)) != kept:
                yield "A person says something else than what was written."
        for row in connection.execute("SELECT kind, key, document, digest FROM revisions"):
            if digest(f"{row['kind']} {row['key']} {row['document']}") != row["digest"]:
                yield "The past of an entry says something else than what was written."
    except UNREADABLE:
        yield "Areas, people or the past can't be read."


def _or_nothing(
    connection: sqlite3.Connection, read: Callable[[sqlite3.Connection], dict[Key, Value]]
) -> dict[Key, Value]:
    try:
        return read(connection)
    except UNREADABLE:
        return {}
