"""Rows → areas, people, the documents of entries, and entries by number.

Entries are read in two ways: as a reader sees them (a link to an entry that was removed is not
there), and as they are kept, which is what digests, revisions and changes need.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from sqlite3 import Connection, Row

from mentorlog.errors import Damaged, NotFound
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Kind
from mentorlog.model.fields import FIELDS, LINK, Document, Value
from mentorlog.model.people import Person
from mentorlog.model.serialization import entry_record, without_empty
from mentorlog.storage.entries.write_rows import ANSWER, COLUMNS, EVENT, FLAGS, LISTS

NAMES = (*COLUMNS, "owner")
LINKS = frozenset([field.key for field in FIELDS if field.codec is LINK])
IS_VISIBLE = "a.removed_at IS NULL AND a.tender = 0"
_VISIBLE_LINK = f"(SELECT a.number FROM entries a WHERE a.number = e.{{0}} AND {IS_VISIBLE}) AS {{0}}"
STORED_COLUMNS = f"{', '.join([f'e.{name}' for name in COLUMNS])}, o.uid AS owner"
VISIBLE_COLUMNS = ", ".join(
    [*[_VISIBLE_LINK.format(name) if name in LINKS else f"e.{name}" for name in COLUMNS], "o.uid AS owner"]
)
OLDEST_FIRST = "ORDER BY e.day, e.time, e.number"
FROM = "FROM entries e LEFT JOIN people o ON o.id = e.owner"
OF = "WHERE c.entry IN (SELECT value FROM json_each(?))"
AREAS = f"SELECT c.entry, c.area FROM entry_areas c {OF} ORDER BY c.area"
PEOPLE = f"SELECT c.entry, p.uid FROM entry_people c JOIN people p ON p.id = c.person {OF} ORDER BY c.position"
STORED_GOALS = f"SELECT c.entry, c.goal FROM entry_goals c {OF} ORDER BY c.goal"
VISIBLE_GOALS = (  # CROSS JOIN: from the few links to their goals, never from all entries to the links
    f"SELECT c.entry, c.goal FROM entry_goals c CROSS JOIN entries g ON g.number = c.goal {OF} "
    "AND g.removed_at IS NULL AND g.tender = 0 ORDER BY c.goal"
)
ANSWERS = f"SELECT c.entry, {', '.join(ANSWER)} FROM answers c {OF} ORDER BY c.position"
EVENTS = f"SELECT c.entry, {', '.join(EVENT)} FROM events c {OF} ORDER BY c.position"


def read_areas(connection: Connection) -> dict[str, Area]:
    """All areas by slug, in their order."""
    rows = connection.execute("SELECT slug, name, about, is_paused, position FROM areas ORDER BY position, slug")
    return {
        slug: Area(slug=slug, name=name, about=about, is_paused=bool(is_paused), position=position)
        for slug, name, about, is_paused, position in rows
    }


def read_people(connection: Connection) -> dict[int, Person]:
    """All people by id, in the order in which they came."""
    rows = connection.execute("SELECT id, uid, name, role, rhythm, state FROM people ORDER BY id")
    return {
        number: Person(number=number, uid=uid, name=name, role=role, rhythm=rhythm, state=state)
        for number, uid, name, role, rhythm, state in rows
    }


def entry_documents(connection: Connection, rows: Sequence[Row], *, is_stored: bool = False) -> list[Document]:
    """The documents of `rows` (selected with VISIBLE_COLUMNS, or STORED_COLUMNS and `is_stored`), in the same order: a
    fixed number of statements however many rows there are.
    """
    numbers = json.dumps([row["number"] for row in rows])

    def of(query: str, value: Callable[[Row], Value]) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = defaultdict(list)
        for child in connection.execute(query, (numbers,)):
            found[child[0]].append(value(child))
        return found

    children = {
        "areas": of(AREAS, _second),
        "people": of(PEOPLE, _second),
        "goals": of(STORED_GOALS if is_stored else VISIBLE_GOALS, _second),
        "answers": of(ANSWERS, _fields),
        "events": of(EVENTS, _fields),
    }
    return [
        without_empty({**entry_fields(row), **{key: found.get(row["number"]) for key, found in children.items()}})
        for row in rows
    ]


def entry_fields(row: Row) -> dict[str, Value]:
    """What stands in the row of an entry itself."""
    fields = dict(zip(NAMES, row, strict=False))  # by place: by name, each would be looked for among all
    for name in LISTS:
        fields[name] = [] if fields[name] == "[]" else json.loads(fields[name])
    return {**fields, **{name: bool(fields[name]) for name in FLAGS}}


def _second(row: Row) -> Value:
    value: Value = row[1]
    return value


def _fields(row: Row) -> Value:
    return without_empty({key: value for key, value in dict(row).items() if key != "entry"})


def entries_where(connection: Connection, conditions: str, parameters: Sequence[int | str]) -> tuple[Entry, ...]:
    """The entries that are there, are not tender, and fit `conditions`, oldest first."""
    query = (
        f"SELECT {VISIBLE_COLUMNS} {FROM} WHERE e.removed_at IS NULL AND e.tender = 0 AND ({conditions}) {OLDEST_FIRST}"
    )
    return visible_entries(connection, connection.execute(query, parameters).fetchall())


def entry(connection: Connection, number: int) -> Entry:
    """The entry with `number` as a reader sees it, tender or not; raises NotFound where it is not there."""
    query = f"SELECT {VISIBLE_COLUMNS} {FROM} WHERE e.removed_at IS NULL AND e.number = ?"
    found = visible_entries(connection, connection.execute(query, (number,)).fetchall())
    if not found:
        raise not_found(connection, number)
    return found[0]


def existing_numbers(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Those of these numbers under which there is an entry, removed or not."""
    held = "SELECT number FROM entries WHERE number IN (SELECT value FROM json_each(?))"
    return {number for (number,) in connection.execute(held, (json.dumps(list(numbers)),))}


def not_found(connection: Connection, number: int) -> NotFound:
    """The error for a number that can't be shown, saying why as far as it is known."""
    row = connection.execute("SELECT kind FROM entries WHERE number = ?", (number,)).fetchone()
    if row:
        return NotFound("removed", kind=Kind(row["kind"]), number=number)
    return NotFound("no-entry", number=number)


def stored_document(connection: Connection, number: int) -> Document:
    """The document of an entry as it is kept; raises NotFound where there is none."""
    rows = connection.execute(f"SELECT {STORED_COLUMNS} {FROM} WHERE e.number = ?", (number,)).fetchall()
    if not rows:
        raise not_found(connection, number)
    return entry_documents(connection, rows, is_stored=True)[0]


def stored_document_if_any(connection: Connection, number: int) -> Document | None:
    """The document of an entry as it is kept; None where there is none."""
    return stored_document(connection, number) if existing_numbers(connection, [number]) else None


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
