"""Is every entry whole? Digests say of each what SQLite's own check can't; nothing is repaired."""

import sqlite3
from collections.abc import Iterator

from mentorlog.model.entries import Goal
from mentorlog.model.event_replay import replay_events
from mentorlog.model.reports import IntegrityReport
from mentorlog.model.serialization import area_document, canonical, digest, entry_record, person_document
from mentorlog.storage.database.connection import READ_ERRORS
from mentorlog.storage.entries.digests import corrupt_entries
from mentorlog.storage.entries.read_rows import FROM, STORED_COLUMNS, entry_documents, read_areas, read_people
from mentorlog.storage.entries.write_rows import KEYS
from mentorlog.storage.sharing.mentee_rows import read_document
from mentorlog.storage.sharing.sent_packets import packet_problems
from mentorlog.text import fold

CHUNK = 500
MENTEE_PROBLEMS = {
    "mentee": "Mentee {key} is called something else than what was written.",
    "received": "Packet {key} of a mentee says something else than what came.",
    "comment": "Comment {key} to a mentee says something else than what was written.",
    "reply": "Reply {key} to a mentee says something else than what was written.",
}
ORPHANED_COMMENT = """SELECT 1 FROM comments c LEFT JOIN received_entries e ON e.packet = c.packet AND e.uid = c.entry
    WHERE e.uid IS NULL LIMIT 1"""


def check(connection: sqlite3.Connection) -> IntegrityReport:
    """Look at everything: structure, links, digests, folded texts, the past."""
    numbers, structure = readable_numbers(connection), list(_structure(connection))
    damaged = {
        number
        for start in range(0, len(numbers), CHUNK)
        for number in _find_damaged(connection, numbers[start : start + CHUNK])
    }
    if structure:  # what is found among many, on the way from one to the next, may not be found alone
        damaged |= {number for number in numbers if number not in damaged and _find_damaged(connection, [number])}
    notes = [*structure, *_other_problems(connection), *mentee_problems(connection)]
    return IntegrityReport(entries=len(numbers), damaged=tuple(sorted(damaged)), notes=tuple(dict.fromkeys(notes)))


def readable_numbers(connection: sqlite3.Connection) -> list[int]:
    """The numbers of all entries, as far as the table or one of its indexes can still be read."""
    found: set[int] = set()
    for source in ("entries NOT INDEXED", "entries INDEXED BY sqlite_autoindex_entries_1"):
        try:
            for (number,) in connection.execute(f"SELECT number FROM {source}"):
                found.add(number)
        except sqlite3.Error:
            continue
    return sorted(number for number in found if isinstance(number, int))


def _find_damaged(connection: sqlite3.Connection, numbers: list[int]) -> list[int]:
    """Those of `numbers`, in rising order, that can't be read, or say something else than what was written."""
    try:
        return corrupt_entries(connection, numbers)
    except READ_ERRORS:
        pass
    if len(numbers) == 1:
        return numbers
    half = len(numbers) // 2
    return [*_find_damaged(connection, numbers[:half]), *_find_damaged(connection, numbers[half:])]


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        if [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]:
            yield "The structure of the file is damaged."
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            yield "A link leads to something that is not there."
    except sqlite3.Error:
        yield "The structure of the file can't be read."


def _other_problems(connection: sqlite3.Connection) -> Iterator[str]:
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
        yield from packet_problems(connection)
        for row in connection.execute("SELECT kind, key, document, digest FROM revisions"):
            if digest(f"{row['kind']} {row['key']} {row['document']}") != row["digest"]:
                yield f"The past of {row['kind']} {row['key']} says something else than what was written."
    except READ_ERRORS:
        yield "Areas, people or the past can't be read."


def mentee_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each thing that is not as its digest says, or hangs on nothing."""
    try:
        for kind, sentence in MENTEE_PROBLEMS.items():
            for key, kept in connection.execute(f"SELECT id, digest FROM {KEYS[kind][0]} ORDER BY id").fetchall():
                if digest(canonical(read_document(connection, kind, str(key)))) != kept:
                    yield sentence.format(key=key)
        if connection.execute(ORPHANED_COMMENT).fetchone():
            yield "A comment is about an entry that did not come."
    except READ_ERRORS:
        yield "What came from mentees can't be read."


def _broken_rules(connection: sqlite3.Connection) -> Iterator[str]:
    """What follows from something else, and no digest could tell."""
    (last,) = connection.execute("SELECT TOTAL(seq) FROM sqlite_sequence WHERE name = 'entries'").fetchone()
    (newest,) = connection.execute("SELECT COALESCE(MAX(number), 0) FROM entries").fetchone()
    if newest > last:
        yield "A number could be used again."
    goals = connection.execute(f"SELECT {STORED_COLUMNS} {FROM} WHERE e.kind = 'goal'").fetchall()
    for document in entry_documents(connection, goals, is_stored=True):
        goal = entry_record({**document, "areas": [], "people": []}, {}, {})
        if isinstance(goal, Goal) and goal.events:
            follows = replay_events(goal, goal.events)
            if (goal.status, goal.percent, goal.count) != (follows.status, follows.percent, follows.count):
                yield f"Goal {goal.number} does not stand as its own events say."
