"""What is in the journal: entries by number, and what hangs together."""

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection, Row

from mentorlog.errors import Damaged, NotFound
from mentorlog.model.documents import Document, entry_record
from mentorlog.model.entries import Entry, Goal, Kind
from mentorlog.storage.entries.read_rows import (
    FROM,
    STORED_COLUMNS,
    VISIBLE_COLUMNS,
    entry_documents,
    read_areas,
    read_people,
)

UNANSWERED = """e.kind = 'feedback' AND NOT EXISTS
    (SELECT 1 FROM entries a WHERE a.about = e.number AND a.removed_at IS NULL)"""
OLDEST_FIRST = "ORDER BY e.day, e.time, e.number"


def entries_where(connection: Connection, conditions: str, parameters: Sequence[int | str]) -> tuple[Entry, ...]:
    """The entries that are there, are not tender, and fit `conditions`, oldest first."""
    query = (
        f"SELECT {VISIBLE_COLUMNS} {FROM} WHERE e.removed_at IS NULL AND e.tender = 0 AND ({conditions}) {OLDEST_FIRST}"
    )
    return visible_entries(connection, connection.execute(query, parameters).fetchall())


def goals_of(connection: Connection, numbers: set[int]) -> tuple[Goal, ...]:
    """The goals with these numbers."""
    found = entries_where(connection, "e.number IN (SELECT value FROM json_each(?))", (json.dumps(sorted(numbers)),))
    return tuple(entry for entry in found if isinstance(entry, Goal))


def entry(connection: Connection, number: int) -> Entry:
    """The entry with `number` as a reader sees it, tender or not; raises NotFound where it is not there."""
    query = f"SELECT {VISIBLE_COLUMNS} {FROM} WHERE e.removed_at IS NULL AND e.number = ?"
    found = visible_entries(connection, connection.execute(query, (number,)).fetchall())
    if not found:
        raise not_found(connection, number)
    return found[0]


def newest(connection: Connection, kinds: tuple[Kind, ...]) -> Entry:
    """The entry of one of `kinds` (of any, where none is named) that was written last."""
    marks = ", ".join("?" for _ in kinds)
    only = f"AND kind IN ({marks})" if kinds else ""
    last = connection.execute(  # NOT INDEXED: from the last number down, the first that fits
        f"SELECT number FROM entries NOT INDEXED WHERE removed_at IS NULL AND tender = 0 {only} "
        "ORDER BY number DESC LIMIT 1",
        [kind.value for kind in kinds],
    ).fetchone()
    if last is None:
        raise NotFound("none-yet", kinds=kinds or ("entry",))
    return entry(connection, last["number"])


def numbers_between(connection: Connection, first: int, last: int, *, removed: bool) -> list[int]:
    """The numbers from `first` to `last` whose entries are there and not tender, or were removed."""
    state = "NOT NULL" if removed else "NULL AND tender = 0"
    rows = connection.execute(
        f"SELECT number FROM entries WHERE number BETWEEN ? AND ? AND removed_at IS {state} ORDER BY number",
        (first, last),
    )
    return [number for (number,) in rows]


def existing_numbers(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Those of these numbers under which there is an entry, removed or not."""
    held = "SELECT number FROM entries WHERE number IN (SELECT value FROM json_each(?))"
    return {number for (number,) in connection.execute(held, (json.dumps(list(numbers)),))}


def not_found(connection: Connection, number: int) -> NotFound:
    """The error for a number that can't be shown, saying why as far as it is known."""
    row = connection.execute("SELECT kind FROM entries WHERE number = ?", (number,)).fetchone()
    if row:
        return NotFound("removed", kind=Kind(row["kind"]).noun, number=number)
    return NotFound("no-entry", number=number)


def stored_document(connection: Connection, number: int) -> Document:
    """The document of an entry as it is kept; raises NotFound where there is none."""
    rows = connection.execute(f"SELECT {STORED_COLUMNS} {FROM} WHERE e.number = ?", (number,)).fetchall()
    if not rows:
        raise not_found(connection, number)
    return entry_documents(connection, rows, is_stored=True)[0]


def stored_entry(connection: Connection, number: int) -> Entry:
    """The entry of `stored_document`."""
    return entry_from_document(connection, stored_document(connection, number))


def entry_from_document(connection: Connection, document: Document) -> Entry:
    """The entry of a document, with the areas and people as they are now."""
    people = {person.uid: person for person in read_people(connection).values()}
    return entry_record(document, read_areas(connection), people)


def visible_entries(connection: Connection, rows: Sequence[Row]) -> tuple[Entry, ...]:
    """The entries of rows that were selected with VISIBLE_COLUMNS. Raises Damaged where one can't be read."""
    if not rows:
        return ()
    areas = read_areas(connection)
    people = {person.uid: person for person in read_people(connection).values()}
    try:
        return tuple(entry_record(document, areas, people) for document in entry_documents(connection, rows))
    except ValueError as error:
        raise Damaged("unreadable-entry") from error
