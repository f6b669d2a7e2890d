"""Rows → areas, people, and the documents of entries.

Entries are read in two ways: as a reader sees them (a link to an entry that was removed is not
there), and as they are kept, which is what digests, revisions and changes need.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from sqlite3 import Connection, Row

from mentorlog.model.areas import Area
from mentorlog.model.documents import Document, Value, without_empty
from mentorlog.model.fields import FIELDS, LINK
from mentorlog.model.people import Person
from mentorlog.storage.entries.write_rows import ANSWER, COLUMNS, EVENT, FLAGS, LISTS

NAMES = (*COLUMNS, "owner")
LINKS = frozenset([field.key for field in FIELDS if field.codec is LINK])
IS_VISIBLE = "a.removed_at IS NULL AND a.tender = 0"
_VISIBLE_LINK = f"(SELECT a.number FROM entries a WHERE a.number = e.{{0}} AND {IS_VISIBLE}) AS {{0}}"
STORED_COLUMNS = f"{', '.join([f'e.{name}' for name in COLUMNS])}, o.uid AS owner"
VISIBLE_COLUMNS = ", ".join(
    [*[_VISIBLE_LINK.format(name) if name in LINKS else f"e.{name}" for name in COLUMNS], "o.uid AS owner"]
)
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

    areas, people = of(AREAS, _second), of(PEOPLE, _second)
    goals = of(STORED_GOALS if is_stored else VISIBLE_GOALS, _second)
    answers, events = of(ANSWERS, _fields), of(EVENTS, _fields)
    return [
        without_empty(
            {
                **entry_fields(row),
                "areas": areas.get(row["number"]),
                "people": people.get(row["number"]),
                "goals": goals.get(row["number"]),
                "answers": answers.get(row["number"]),
                "events": events.get(row["number"]),
            }
        )
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
