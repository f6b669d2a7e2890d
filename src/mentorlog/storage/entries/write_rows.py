"""Documents → rows. The one way in which anything gets into the tables."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import itemgetter
from sqlite3 import Connection
from typing import cast

from mentorlog.model.documents import Document, Value, canonical, digest
from mentorlog.text import fold

REQUIRED = ("number", "uid", "kind", "day", "visibility", "written_at", "changed_at")
NULLABLE = (  # NULL where it is not there; it goes as "", for sqlite3 takes as long for a None as for ten texts
    *("about", "minutes", "due", "target", "percent", "count", "rating", "then_rating", "answered_in", "removed_at"),
)
WORDS = ("time", "title", "text", "framework", "status", "measure", "outcome", "then_words", "packet")
LISTS = ("feelings", "signs")
FLAGS = ("told", "tender", "is_question")
COLUMNS = (*REQUIRED, *NULLABLE, *WORDS, *LISTS, *FLAGS, "folded", "digest", "owner")
MARKS = (
    ["?"] * len(REQUIRED)
    + ["NULLIF(?, '')"] * len(NULLABLE)
    + ["?"] * len((*WORDS, *LISTS, *FLAGS, "folded", "digest"))
)
INSERT_ENTRY = (
    f"INSERT INTO entries ({', '.join(COLUMNS)}) VALUES ({', '.join(MARKS)}, (SELECT id FROM people WHERE uid = ?))"
)
UPSERT_ENTRY = (  # a fifth dearer, even where there is no conflict
    f"{INSERT_ENTRY} ON CONFLICT (number) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in COLUMNS)}"
)
BATCH_SIZE = 25
PUT_EVENT = (
    "INSERT INTO events (entry, position, day, what, text, because, percent, count) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
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


def upsert_area(connection: Connection, area: Document) -> None:
    """Write an area, new or changed."""
    connection.execute(
        "INSERT INTO areas (slug, name, about, is_paused, position, digest) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (slug) DO UPDATE SET name = excluded.name, about = excluded.about, "
        "is_paused = excluded.is_paused, position = excluded.position, digest = excluded.digest",
        (*(area[key] for key in ("slug", "name", "about", "is_paused", "position")), digest(canonical(area))),
    )


def upsert_person(connection: Connection, person: Document) -> None:
    """Write a person, new or changed."""
    connection.execute(
        "INSERT INTO people (id, uid, name, role, rhythm, state, folded, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET uid = excluded.uid, name = excluded.name, role = excluded.role, "
        "rhythm = excluded.rhythm, state = excluded.state, folded = excluded.folded, digest = excluded.digest",
        (
            *(person[key] for key in ("id", "uid", "name", "role", "rhythm")),
            person.get("state", ""),
            fold(str(person["name"])),
            digest(canonical(person)),
        ),
    )


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
    """Run an INSERT for these rows in their order, for many at once: SQLite makes the list of each CHECK (… IN …) anew
    for each statement, not for each row.
    """
    into, _, values = statement.partition(" VALUES ")
    many = f"{into} VALUES {', '.join([values] * BATCH_SIZE)}"
    few = len(rows) % BATCH_SIZE
    connection.executemany(statement, rows[:few])
    for first in range(few, len(rows), BATCH_SIZE):
        connection.execute(many, tuple(chain.from_iterable(rows[first : first + BATCH_SIZE])))


def _insert_children(connection: Connection, entries: Sequence[Document]) -> None:
    for key, (statement, rows) in _CHILDREN_OF.items():
        insert_rows(connection, statement, [row for entry in entries if key in entry for row in rows(entry)])


def delete(connection: Connection, kind: str, key: str) -> None:
    """Delete what `key` names: an entry, an area, a person and so on, with all that hangs on it."""
    table, column = KEYS[kind]
    connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))


def search_text(entry: Document) -> str:
    """All words of an entry in the form in which search looks for them."""
    words = [entry.get("title"), entry.get("text"), entry.get("measure"), *_list_value(entry, "signs")]
    words.append(entry.get("then_words"))
    if "answers" in entry:
        words += [answer.get("text") for answer in _parts(entry, "answers")]
    if "events" in entry:
        words += [event.get(key) for event in _parts(entry, "events") for key in ("text", "because")]
    return fold("\n".join(dict.fromkeys([str(word) for word in words if word])))


def _row(entry: Document) -> tuple[Value, ...]:
    return (
        *_OWN({**_NOTHING, **entry}),
        *[json.dumps(entry[key], ensure_ascii=False) if key in entry else "[]" for key in LISTS],
        *[1 if entry.get(key) else 0 for key in FLAGS],
        search_text(entry),
        digest(canonical(entry)),
        entry.get("owner", ""),
    )


def _areas(entry: Document) -> Iterable[tuple[Value, ...]]:
    return ((entry["number"], slug) for slug in _list_value(entry, "areas"))


def _people(entry: Document) -> Iterable[tuple[Value, ...]]:
    return ((entry["number"], place, uid) for place, uid in enumerate(_list_value(entry, "people")))


def _goals(entry: Document) -> Iterable[tuple[Value, ...]]:
    return ((entry["number"], goal) for goal in _list_value(entry, "goals"))


def _answers(entry: Document) -> Iterable[tuple[Value, ...]]:
    return (
        (entry["number"], place, *[answer.get(key, "") for key in ("key", "question", "text", "spine")])
        for place, answer in enumerate(_parts(entry, "answers"))
    )


def _events(entry: Document) -> Iterable[tuple[Value, ...]]:
    return (
        (
            *(entry["number"], place, event["day"], event["what"], event.get("text", ""), event.get("because", "")),
            *(event.get("percent"), event.get("count")),
        )
        for place, event in enumerate(_parts(entry, "events"))
    )


def _list_value(entry: Document, key: str) -> Iterable[str | int]:
    return cast(list[str | int], entry.get(key, []))


def _parts(entry: Document, key: str) -> list[dict[str, str | int]]:
    return cast(list[dict[str, str | int]], entry.get(key, []))


_CHILDREN_OF: dict[str, tuple[str, Callable[[Document], Iterable[tuple[Value, ...]]]]] = {
    "areas": ("INSERT INTO entry_areas (entry, area) VALUES (?, ?)", _areas),
    "people": (
        "INSERT INTO entry_people (entry, position, person) VALUES (?, ?, (SELECT id FROM people WHERE uid = ?))",
        _people,
    ),
    "goals": ("INSERT INTO entry_goals (entry, goal) VALUES (?, ?)", _goals),
    "answers": (
        "INSERT INTO answers (entry, position, key, question, text, spine) VALUES (?, ?, ?, ?, ?, ?)",
        _answers,
    ),
    "events": (PUT_EVENT, _events),
}
