"""Rows → areas, people, and the documents of entries.

Entries are read in two ways: as a reader sees them (a link to an entry that was put away is not
there), and as they are kept, which is what digests, revisions and changes need.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from sqlite3 import Connection, Row

from mentorlog.model.areas import Area
from mentorlog.model.documents import Document, Value, without_empty
from mentorlog.model.people import Person

KEPT = "e.*, e.about AS linked_about, e.answered_in AS linked_answer, o.uid AS owner_uid"
THERE = "a.removed_at IS NULL AND a.tender = 0"
SEEN = f"""e.*, o.uid AS owner_uid,
    (SELECT a.number FROM entries a WHERE a.number = e.about AND {THERE}) AS linked_about,
    (SELECT a.number FROM entries a WHERE a.number = e.answered_in AND {THERE}) AS linked_answer"""
FROM = "FROM entries e LEFT JOIN people o ON o.id = e.owner"
OF = "WHERE c.entry IN (SELECT value FROM json_each(?))"
AREAS = f"SELECT c.entry, c.area FROM entry_areas c {OF} ORDER BY c.area"
PEOPLE = f"SELECT c.entry, p.uid FROM entry_people c JOIN people p ON p.id = c.person {OF} ORDER BY c.position"
GOALS_KEPT = f"SELECT c.entry, c.goal FROM entry_goals c {OF} ORDER BY c.goal"
GOALS_SEEN = (
    f"SELECT c.entry, c.goal FROM entry_goals c JOIN entries g ON g.number = c.goal {OF} "
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


def entry_documents(connection: Connection, rows: Sequence[Row], *, is_kept: bool = False) -> list[Document]:
    """The documents of `rows` (selected with SEEN, or KEPT and `is_kept`), in the same order: a
    fixed number of statements however many rows there are.
    """
    numbers = json.dumps([row["number"] for row in rows])

    def of(query: str, value: Callable[[Row], Value]) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = defaultdict(list)
        for child in connection.execute(query, (numbers,)):
            found[child[0]].append(value(child))
        return found

    areas, people = of(AREAS, _second), of(PEOPLE, _second)
    goals = of(GOALS_KEPT if is_kept else GOALS_SEEN, _second)
    answers, events = of(ANSWERS, _fields), of(EVENTS, _fields)
    return [
        without_empty(
            {
                **own_fields(row),
                "areas": areas.get(row["number"]),
                "people": people.get(row["number"]),
                "goals": goals.get(row["number"]),
                "answers": answers.get(row["number"]),
                "events": events.get(row["number"]),
            }
        )
        for row in rows
    ]


def own_fields(row: Row) -> dict[str, Value]:
    """What stands in the row of an entry itself."""
    return {
        "number": row["number"],
        "uid": row["uid"],
        "kind": row["kind"],
        "day": row["day"],
        "time": row["time"],
        "title": row["title"],
        "text": row["text"],
        "visibility": row["visibility"],
        "about": row["linked_about"],
        "minutes": row["minutes"],
        "framework": row["framework"],
        "feelings": json.loads(row["feelings"]),
        "status": row["status"],
        "due": row["due"],
        "measure": row["measure"],
        "signs": json.loads(row["signs"]),
        "target": row["target"],
        "percent": row["percent"],
        "count": row["count"],
        "owner": row["owner_uid"],
        "outcome": row["outcome"],
        "told": bool(row["told"]),
        "answered_in": row["linked_answer"],
        "tender": bool(row["tender"]),
        "rating": row["rating"],
        "then_rating": row["then_rating"],
        "then_words": row["then_words"],
        "packet": row["packet"],
        "is_question": bool(row["is_question"]),
        "written_at": row["written_at"],
        "changed_at": row["changed_at"],
        "removed_at": row["removed_at"],
    }


def _second(row: Row) -> Value:
    value: Value = row[1]
    return value


def _fields(row: Row) -> Value:
    return without_empty({key: value for key, value in dict(row).items() if key != "entry"})
