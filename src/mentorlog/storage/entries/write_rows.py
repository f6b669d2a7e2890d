"""Documents → rows. The one way in which anything gets into the tables."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from sqlite3 import Connection, Row
from typing import cast

from mentorlog.model.documents import canonical, digest, texts
from mentorlog.model.fields import ANSWERS, EVENTS, FIELDS, Document, Value
from mentorlog.text import fold


def _columns(nothing: str) -> tuple[str, ...]:
    """Those of the columns that needn't say anything which say nothing in this way."""
    kept = [field for field in FIELDS if field.key and not field.is_required]
    return tuple(dict.fromkeys([field.key for field in kept if field.codec.column == nothing]))


REQUIRED = tuple([field.key for field in FIELDS if field.is_required])
NULLABLE = _columns("NULL")  # it goes as "", for sqlite3 takes as long for a None as for ten texts
WORDS = _columns("''")
LISTS = _columns("'[]'")
FLAGS = _columns("0")
COLUMNS = (*REQUIRED, *NULLABLE, *WORDS, *LISTS, *FLAGS)
SEARCHED = tuple([field.key for field in FIELDS if field.is_searched])
ANSWER = {part.key: "" for part in ANSWERS.parts}
EVENT = {part.key: None if part.codec.column == "NULL" else "" for part in EVENTS.parts}
MARKS = (
    *("?" for _ in REQUIRED),
    *("NULLIF(?, '')" for _ in NULLABLE),
    *("?" for _ in (*WORDS, *LISTS, *FLAGS, "folded", "digest")),
    "(SELECT id FROM people WHERE uid = ?)",
)
_WRITTEN = (*COLUMNS, "folded", "digest", "owner")
INSERT_ENTRY = f"INSERT INTO entries ({', '.join(_WRITTEN)}) VALUES ({', '.join(MARKS)})"
UPSERT_ENTRY = (  # a fifth dearer, even where there is no conflict
    f"{INSERT_ENTRY} ON CONFLICT (number) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _WRITTEN)}"
)
BATCH_SIZE = 25
KEYS = {  # the table and the column that the key of a revision names
    "entry": ("entries", "number"),
    "area": ("areas", "slug"),
    "person": ("people", "id"),
    "mentee": ("mentees", "id"),
    "received": ("received_packets", "id"),
    "comment": ("comments", "id"),
    "reply": ("replies", "id"),
}
_OWN = itemgetter(*REQUIRED, *NULLABLE, *WORDS)
_NOTHING: Document = {**dict.fromkeys(REQUIRED), **dict.fromkeys((*NULLABLE, *WORDS), "")}
CHILDREN = ("entry_areas", "entry_people", "entry_goals", "answers", "events")


def upsert(connection: Connection, kind: str, columns: Document) -> None:
    """Write a row of what `kind` names in KEYS, new or changed."""
    table, key = KEYS[kind]
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' for _ in columns)}) "
        f"ON CONFLICT ({key}) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in columns)}",
        tuple(columns.values()),
    )


def upsert_area(connection: Connection, area: Document) -> None:
    """Write an area, new or changed."""
    upsert(connection, "area", {**area, "digest": digest(canonical(area))})


def upsert_person(connection: Connection, person: Document) -> None:
    """Write a person, new or changed."""
    derived: Document = {"folded": fold(str(person["name"])), "digest": digest(canonical(person))}
    upsert(connection, "person", {"state": "", **person, **derived})


def upsert_entry(connection: Connection, entry: Document) -> None:
    """Write an entry and all that hangs on it; what stood under its number before is replaced."""
    for table in CHILDREN:
        connection.execute(f"DELETE FROM {table} WHERE entry = ?", (entry["number"],))
    connection.execute(UPSERT_ENTRY, _row(entry))
    _insert_children(connection, [entry])


def insert_entries(connection: Connection, entries: Sequence[Document]) -> None:
    """Write entries under numbers that are free."""
    insert_rows(connection, INSERT_ENTRY, list(map(_row, entries)))
    _insert_children(connection, entries)


def insert_rows(connection: Connection, statement: str, rows: Sequence[tuple[Value, ...]]) -> None:
    """Run an INSERT for these rows in their order, for many at once: a statement makes the list of each CHECK anew."""
    into, _, values = statement.partition(" VALUES ")
    many = f"{into} VALUES {', '.join([values] * BATCH_SIZE)}"
    few = len(rows) % BATCH_SIZE
    connection.executemany(statement, rows[:few])
    for first in range(few, len(rows), BATCH_SIZE):
        connection.execute(many, tuple(chain.from_iterable(rows[first : first + BATCH_SIZE])))


def _insert_children(connection: Connection, entries: Sequence[Document]) -> None:
    for key, (statement, columns) in _CHILDREN_OF.items():
        rows = [
            (entry["number"], *columns(place, child))
            for entry in entries
            for place, child in enumerate(cast(list[Value], entry.get(key, ())))
        ]
        insert_rows(connection, statement, rows)


def delete(connection: Connection, kind: str, key: str) -> None:
    """Delete what `key` names: an entry, an area, a person and so on, with all that hangs on it."""
    table, column = KEYS[kind]
    connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))


def next_number(connection: Connection, table: str) -> int:
    """The number that a new row of `table` gets: one never used before."""
    query = "SELECT COALESCE(MAX(seq), 0) + 1 FROM sqlite_sequence WHERE name = ?"
    (number,) = connection.execute(query, (table,)).fetchone()
    return int(number)


def rewrite_revision(connection: Connection, revision: Row, document: Document | None) -> None:
    """Let a revision (with its id, kind and key) hold `document`, or that nothing was there."""
    text = None if document is None else canonical(document)
    kept = digest(f"{revision['kind']} {revision['key']} {text}")
    connection.execute("UPDATE revisions SET document = ?, digest = ? WHERE id = ?", (text, kept, revision["id"]))


def search_text(entry: Document) -> str:
    """All words of an entry in the form in which search looks for them."""
    return fold("\n".join(dict.fromkeys(texts(entry, SEARCHED))))


def _row(entry: Document) -> tuple[Value, ...]:
    return (
        *_OWN({**_NOTHING, **entry}),
        *[json.dumps(entry[key], ensure_ascii=False) if key in entry else "[]" for key in LISTS],
        *[1 if entry.get(key) else 0 for key in FLAGS],
        search_text(entry),
        digest(canonical(entry)),
        entry.get("owner", ""),
    )


def _linked(_: int, value: Value) -> tuple[Value, ...]:
    return (value,)


def _part(table: str, nothing: Mapping[str, Value]) -> tuple[str, Callable[[int, Value], tuple[Value, ...]]]:
    statement = f"INSERT INTO {table} (entry, position, {', '.join(nothing)}) VALUES (?, ?{', ?' * len(nothing)})"
    return statement, lambda place, part: (place, *{**nothing, **cast(Document, part)}.values())


_CHILDREN_OF: dict[str, tuple[str, Callable[[int, Value], tuple[Value, ...]]]] = {  # what follows the entry's number
    "areas": ("INSERT INTO entry_areas (entry, area) VALUES (?, ?)", _linked),
    "people": (
        "INSERT INTO entry_people (entry, position, person) VALUES (?, ?, (SELECT id FROM people WHERE uid = ?))",
        lambda place, uid: (place, uid),
    ),
    "goals": ("INSERT INTO entry_goals (entry, goal) VALUES (?, ?)", _linked),
    "answers": _part("answers", ANSWER),
    "events": _part("events", EVENT),
}
