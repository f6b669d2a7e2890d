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
from mentorlog.model.people import Person

FIELDS = (
    *("number", "uid", "kind", "day", "time", "title", "text", "visibility", "minutes", "framework", "feelings"),
    *("status", "due", "measure", "signs", "target", "percent", "count", "outcome", "told", "tender", "rating"),
    *("then_rating", "then_words", "packet", "is_question", "written_at", "changed_at", "removed_at"),
    *("owner", "about", "answered_in"),
)
FLAGS = ("told", "tender", "is_question")
ENTRY_COLUMNS = f"{', '.join(f'e.{name}' for name in FIELDS[:-3])}, o.uid AS owner"
STORED_COLUMNS = f"{ENTRY_COLUMNS}, e.about, e.answered_in"
IS_VISIBLE = "a.removed_at IS NULL AND a.tender = 0"
VISIBLE_COLUMNS = f"""{ENTRY_COLUMNS},
    (SELECT a.number FROM entries a WHERE a.number = e.about AND {IS_VISIBLE}) AS about,
    (SELECT a.number FROM entries a WHERE a.number = e.answered_in AND {IS_VISIBLE}) AS answered_in"""
FROM = "FROM entries e LEFT JOIN people o ON o.id = e.owner"
OF = "WHERE c.entry IN (SELECT value FROM json_each(?))"
AREAS = f"SELECT c.entry, c.area FROM entry_areas c {OF} ORDER BY c.area"
PEOPLE = f"SELECT c.entry, p.uid FROM entry_people c JOIN people p ON p.id = c.person {OF} ORDER BY c.position"
STORED_GOALS = f"SELECT c.entry, c.goal FROM entry_goals c {OF} ORDER BY c.goal"
VISIBLE_GOALS = (  # CROSS JOIN: from the few links to their goals, never from all entries to the links
    f"SELECT c.entry, c.goal FROM entry_goals c CROSS JOIN entries g ON g.number = c.goal {OF} "
    "AND g.removed_at IS NULL AND g.tender = 0 ORDER BY c.goal"
)
ANSWERS = f"SELECT c.entry, c.key, c.question, c.text, c.spine FROM answers c {OF} ORDER BY c.position"
EVENTS = f"SELECT c.entry, c.day, c.what, c.text, c.because, c.percent, c.count FROM events c {OF} ORDER BY c.position"


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
    fields = dict(zip(FIELDS, row, strict=False))  # by place: by name, each would be looked for among all
    for name in ("feelings", "signs"):
        fields[name] = [] if fields[name] == "[]" else json.loads(fields[name])
    return {**fields, **{name: bool(fields[name]) for name in FLAGS}}


def _second(row: Row) -> Value:
    value: Value = row[1]
    return value


def _fields(row: Row) -> Value:
    return without_empty({key: value for key, value in dict(row).items() if key != "entry"})
