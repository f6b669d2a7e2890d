"""What is in the journal: entries by selection, by number, and what hangs together."""

import json
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection, Row

from mentorlog.errors import NotFound
from mentorlog.model.documents import Document
from mentorlog.model.entries import Entry, Goal, Kind
from mentorlog.model.records import entry_record
from mentorlog.model.selection import Selection
from mentorlog.storage.rows import FROM, KEPT, SEEN, entry_documents, read_areas, read_people
from mentorlog.storage.selecting import where

OLDEST_FIRST = "ORDER BY e.day, e.time, e.number"
NEWEST_FIRST = "ORDER BY e.day DESC, e.time DESC, e.number DESC"


def selected(connection: Connection, selection: Selection) -> tuple[Entry, ...]:
    """The entries that fit, oldest first; with a limit, the newest of them."""
    conditions, parameters = where(selection)
    query = f"SELECT {SEEN} {FROM} WHERE {conditions}"
    if selection.limit is None:
        return _seen(connection, connection.execute(f"{query} {OLDEST_FIRST}", parameters).fetchall())
    limited = connection.execute(f"{query} {NEWEST_FIRST} LIMIT ?", [*parameters, str(selection.limit)])
    return _seen(connection, limited.fetchall()[::-1])


def counted(connection: Connection, selection: Selection) -> int:
    """How many entries fit, whatever the limit."""
    conditions, parameters = where(selection)
    (count,) = connection.execute(f"SELECT COUNT(*) FROM entries e WHERE {conditions}", parameters).fetchone()
    return int(count)


def entries_where(connection: Connection, conditions: str, parameters: Sequence[int | str]) -> tuple[Entry, ...]:
    """The entries that are there and fit `conditions`, oldest first."""
    query = f"SELECT {SEEN} {FROM} WHERE e.removed_at IS NULL AND ({conditions}) {OLDEST_FIRST}"
    return _seen(connection, connection.execute(query, parameters).fetchall())


def goals_of(connection: Connection, numbers: set[int]) -> tuple[Goal, ...]:
    """The goals with these numbers."""
    found = entries_where(connection, "e.number IN (SELECT value FROM json_each(?))", (json.dumps(sorted(numbers)),))
    return tuple(entry for entry in found if isinstance(entry, Goal))


def goals_that_fit(connection: Connection, selection: Selection, condition: str, *days: str) -> tuple[Goal, ...]:
    """The goals that fit the selection, whatever its period, and `condition`."""
    if selection.kinds and Kind.GOAL not in selection.kinds:
        return ()
    conditions, parameters = where(replace(selection, within=None, kinds=(Kind.GOAL,)))
    found = entries_where(connection, f"{conditions} AND {condition}", [*parameters, *days])
    return tuple(entry for entry in found if isinstance(entry, Goal))


def entry(connection: Connection, number: int) -> Entry:
    """The entry with `number` as a reader sees it; raises NotFound where it is not there."""
    found = entries_where(connection, "e.number = ?", (number,))
    if not found:
        raise missing(connection, number)
    return found[0]


def newest(connection: Connection, kinds: tuple[Kind, ...]) -> Entry:
    """The entry of one of `kinds` (of any, where none is named) that was written last."""
    marks = ", ".join("?" for _ in kinds)
    only = f"AND kind IN ({marks})" if kinds else ""
    (number,) = connection.execute(
        f"SELECT MAX(number) FROM entries WHERE removed_at IS NULL {only}", [kind.value for kind in kinds]
    ).fetchone()
    if number is None:
        raise NotFound(
            f"There is no {' or '.join(kinds) or 'entry'} yet.", hint="What there is: mentorlog timeline --all"
        )
    return entry(connection, number)


def numbers_between(connection: Connection, first: int, last: int, *, put_away: bool) -> list[int]:
    """The numbers from `first` to `last` whose entries are there, or were put away."""
    state = "NOT NULL" if put_away else "NULL"
    rows = connection.execute(
        f"SELECT number FROM entries WHERE number BETWEEN ? AND ? AND removed_at IS {state} ORDER BY number",
        (first, last),
    )
    return [number for (number,) in rows]


def missing(connection: Connection, number: int) -> NotFound:
    """The error for a number that can't be shown, saying why as far as it is known."""
    row = connection.execute("SELECT kind FROM entries WHERE number = ?", (number,)).fetchone()
    if row:
        return NotFound(
            f"{row['kind'].capitalize()} {number} was put away.", hint=f"Bring it back: mentorlog restore {number}"
        )
    return NotFound(f"There is no entry {number}.", hint="What there is: mentorlog timeline --all")


def kept_document(connection: Connection, number: int) -> Document:
    """The document of an entry as it is kept; raises NotFound where there is none."""
    rows = connection.execute(f"SELECT {KEPT} {FROM} WHERE e.number = ?", (number,)).fetchall()
    if not rows:
        raise missing(connection, number)
    return entry_documents(connection, rows, is_kept=True)[0]


def kept_entry(connection: Connection, number: int) -> Entry:
    """The entry of `kept_document`."""
    return as_record(connection, kept_document(connection, number))


def as_record(connection: Connection, document: Document) -> Entry:
    """The entry of a document, with the areas and people as they are now."""
    people = {person.uid: person for person in read_people(connection).values()}
    return entry_record(document, read_areas(connection), people)


def _seen(connection: Connection, rows: Sequence[Row]) -> tuple[Entry, ...]:
    areas = read_areas(connection)
    people = {person.uid: person for person in read_people(connection).values()}
    return tuple(entry_record(document, areas, people) for document in entry_documents(connection, rows))
