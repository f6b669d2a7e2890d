"""Is every entry whole? Digests say of each what SQLite's own check can't; nothing is repaired."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TypeVar, cast

from mentorlog.model.archive import Archived, Item
from mentorlog.model.areas import Area
from mentorlog.model.documents import Document, area_document, canonical, digest, person_document, without_empty
from mentorlog.model.entries import Goal
from mentorlog.model.findings import Findings
from mentorlog.model.goals import replayed
from mentorlog.model.people import Person
from mentorlog.model.records import entry_record
from mentorlog.storage.connection import connect_to_memory
from mentorlog.storage.creation import build
from mentorlog.storage.review_checking import damage_to_reviews
from mentorlog.storage.rows import FROM, KEPT, entry_documents, own_fields, read_areas, read_people
from mentorlog.storage.tables import folded, put_area, put_entry, put_person
from mentorlog.text import fold

CHUNK = 500
UNREADABLE = (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError)
Key = TypeVar("Key")
One = TypeVar("One", Area, Person)


def check(connection: sqlite3.Connection) -> Findings:
    """Look at everything: structure, links, digests, folded texts, the past."""
    numbers = _numbers(connection)
    damaged = [
        number
        for start in range(0, len(numbers), CHUNK)
        for number in _damaged(connection, numbers[start : start + CHUNK])
    ]
    notes = [*_structure(connection), *_rest(connection), *_mentees(connection)]
    return Findings(entries=len(numbers), damaged=tuple(damaged), notes=tuple(dict.fromkeys(notes)))


def readable(connection: sqlite3.Connection) -> Iterator[Item]:
    """Everything that can be read of a damaged journal: areas, people, and entries as they are now. Of
    an entry of which not all can be read, its own words; what no journal would take is left out.
    """
    with closing(connect_to_memory()) as scratch:
        build(scratch, "")
        scratch.execute("PRAGMA foreign_keys = OFF")
        areas = {area.slug: area for area in _taken(scratch, _or_nothing(connection, read_areas))}
        people = {person.uid: person for person in _taken(scratch, _or_nothing(connection, read_people))}
        yield from areas.values()
        yield from people.values()
        for number in _numbers(connection):
            document = _as_far_as_readable(connection, number, set(areas), set(people))
            try:
                put_entry(scratch, document)
                yield Archived(entry=entry_record(document, areas, people))
            except UNREADABLE:
                continue


def _taken(scratch: sqlite3.Connection, found: dict[Key, One]) -> Iterator[One]:
    """Those areas or people that a journal takes."""
    for one in found.values():
        try:
            if isinstance(one, Area):
                put_area(scratch, area_document(one))
            else:
                put_person(scratch, person_document(one))
            yield one
        except UNREADABLE:
            continue


def _as_far_as_readable(connection: sqlite3.Connection, number: int, areas: set[str], people: set[str]) -> Document:
    try:
        ((document, _, _),) = _documents(connection, [number])
    except UNREADABLE:
        document = _own(connection, number)
    kept: Document = {
        **document,
        "areas": [slug for slug in cast(list[str], document.get("areas", [])) if slug in areas],
        "people": [uid for uid in cast(list[str], document.get("people", [])) if uid in people],
    }
    return without_empty({key: value for key, value in kept.items() if key != "owner" or value in people})


def _own(connection: sqlite3.Connection, number: int) -> Document:
    """The entry without what hangs on it."""
    try:
        row = connection.execute(f"SELECT {KEPT} {FROM} WHERE e.number = ?", (number,)).fetchone()
        return without_empty(own_fields(row))
    except UNREADABLE:
        return {}


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
    chosen = "WHERE e.number IN (SELECT value FROM json_each(?)) ORDER BY e.number"
    rows = connection.execute(f"SELECT {KEPT}, e.digest, e.folded {FROM} {chosen}", (json.dumps(numbers),)).fetchall()
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
        yield from _broken_rules(connection)
        digests = dict(connection.execute("SELECT slug, digest FROM areas").fetchall())
        for slug, area in read_areas(connection).items():
            if digest(canonical(area_document(area))) != digests[slug]:
                yield f"Area {slug} says something else than what was written."
        rows = {row["id"]: row for row in connection.execute("SELECT id, digest, folded FROM people")}
        for number, person in read_people(connection).items():
            kept = (rows[number]["digest"], rows[number]["folded"])
            if (digest(canonical(person_document(person))), fold(person.name)) != kept:
                yield f"Person {number} says something else than what was written."
        for row in connection.execute("SELECT kind, key, document, digest FROM revisions"):
            if digest(f"{row['kind']} {row['key']} {row['document']}") != row["digest"]:
                yield f"The past of {row['kind']} {row['key']} says something else than what was written."
    except UNREADABLE:
        yield "Areas, people or the past can't be read."


def _mentees(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        yield from damage_to_reviews(connection)
    except UNREADABLE:
        yield "What came from mentees can't be read."


def _broken_rules(connection: sqlite3.Connection) -> Iterator[str]:
    """What follows from something else, and no digest could tell."""
    (last,) = connection.execute("SELECT TOTAL(seq) FROM sqlite_sequence WHERE name = 'entries'").fetchone()
    (newest,) = connection.execute("SELECT COALESCE(MAX(number), 0) FROM entries").fetchone()
    if newest > last:
        yield "A number could be used again."
    goals = connection.execute(f"SELECT {KEPT} {FROM} WHERE e.kind = 'goal'").fetchall()
    for document in entry_documents(connection, goals, is_kept=True):
        goal = entry_record({**document, "areas": [], "people": []}, {}, {})
        if isinstance(goal, Goal) and goal.events:
            follows = replayed(goal, goal.events)
            if (goal.status, goal.percent, goal.count) != (follows.status, follows.percent, follows.count):
                yield f"Goal {goal.number} does not stand as its own events say."


def _or_nothing(connection: sqlite3.Connection, read: Callable[[sqlite3.Connection], dict[Key, One]]) -> dict[Key, One]:
    try:
        return read(connection)
    except UNREADABLE:
        return {}
