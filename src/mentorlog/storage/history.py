"""Undo, redo, what was done, and what an entry used to be."""

import json
from collections import defaultdict
from collections.abc import Callable
from sqlite3 import Connection, Row

from mentorlog.errors import NotFound
from mentorlog.model.fields import Document
from mentorlog.model.history import CommandRecord, Version
from mentorlog.model.serialization import area_document
from mentorlog.storage.entries.packet_readers import person_with_readers, upsert_person_with_readers
from mentorlog.storage.entries.read_rows import entry_from_document, read_areas, read_people, stored_document_if_any
from mentorlog.storage.entries.write_rows import delete, rewrite_revision, upsert_area, upsert_entry
from mentorlog.storage.sharing import mentee_rows

UPSERT: dict[str, Callable[[Connection, Document], None]] = {
    "entry": upsert_entry,
    "area": upsert_area,
    "person": upsert_person_with_readers,
}
NEXT = {"undone": "state = 'done' ORDER BY id DESC", "done": "state = 'undone' ORDER BY id"}
# What belongs to which mentee, now or before it was undone; of several names of one, the last counts.
MENTEES = """SELECT kind, key, COALESCE(json_extract(document, '$.mentee'), CAST(key AS INTEGER)) FROM revisions
    WHERE kind IN ('mentee', 'received', 'comment', 'reply') AND document IS NOT NULL
    UNION SELECT 'mentee', id, id FROM mentees UNION SELECT 'received', id, mentee FROM received_packets
    UNION SELECT 'comment', id, mentee FROM comments UNION SELECT 'reply', id, mentee FROM replies"""


def undo_or_redo(connection: Connection, state: str) -> CommandRecord:
    """Bring the next command into `state`: "undone" the newest that stands, "done" the one undone last. Exchange what
    each of its revisions holds with what stands in the tables. Raises NotFound where there is no such command.
    """
    order = "DESC" if state == "undone" else "ASC"
    command = connection.execute(f"SELECT * FROM commands WHERE {NEXT[state]} LIMIT 1").fetchone()
    if command is None:
        raise NotFound("nothing-to-undo" if state == "undone" else "nothing-to-redo")
    revisions = connection.execute(
        f"SELECT id, kind, key FROM revisions WHERE command = ? ORDER BY id {order}", (command["id"],)
    ).fetchall()  # without their words: after an import they are a whole journal
    names = _names(connection)
    for revision in revisions:
        _exchange(connection, revision)
    connection.execute("UPDATE commands SET state = ? WHERE id = ?", (state, command["id"]))
    names |= _names(connection)
    return _command_record(command, sorted(revisions, key=lambda row: int(row["id"])), names)


def recent_commands(connection: Connection, limit: int | None = None) -> tuple[CommandRecord, ...]:
    """What was done, newest first."""
    commands = connection.execute(
        "SELECT * FROM commands WHERE state <> 'elsewhere' ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,)
    ).fetchall()
    touched: dict[int, list[Row]] = defaultdict(list)
    ids = json.dumps([command["id"] for command in commands])
    for row in connection.execute(
        "SELECT command, kind, key, document FROM revisions "
        "WHERE command IN (SELECT value FROM json_each(?)) ORDER BY id",
        (ids,),
    ):
        touched[row["command"]].append(row)
    names = _names(connection)
    return tuple(_command_record(command, touched[command["id"]], names) for command in commands)


def versions(connection: Connection, number: int) -> tuple[Version, ...]:
    """What the entry was before each command that changed it and is done, here or where it came from, oldest first."""
    rows = connection.execute(
        "SELECT r.document, c.* FROM revisions r JOIN commands c ON c.id = r.command "
        "WHERE r.kind = 'entry' AND r.key = ? AND c.state IN ('done', 'elsewhere') ORDER BY r.id",
        (str(number),),
    ).fetchall()
    if any(row["state"] == "elsewhere" for row in rows):
        rows = rows[1:]  # that it came in
    return tuple(
        Version(
            command=_command_record(row, [], {}),
            entry=entry_from_document(connection, json.loads(row["document"])) if row["document"] else None,
        )
        for row in rows
    )


Names = dict[tuple[str, str], str]


def _names(connection: Connection) -> Names:
    """What everybody is called by kind and key, or was called last before they were merged or undone."""
    rows = connection.execute(
        "SELECT kind, key, json_extract(document, '$.name') FROM revisions "
        "WHERE kind IN ('person', 'mentee') AND document IS NOT NULL ORDER BY id"
    )
    names: Names = {(kind, key): name for kind, key, name in rows}
    names |= {("person", str(number)): person.name for number, person in read_people(connection).items()}
    names |= {("mentee", str(key)): name for key, name in connection.execute("SELECT id, name FROM mentees")}
    of_mentees = connection.execute(MENTEES)
    return names | {(kind, str(key)): names["mentee", str(mentee)] for kind, key, mentee in of_mentees}


def _exchange(connection: Connection, revision: Row) -> None:
    kind, key = revision["kind"], revision["key"]
    current = _current(connection, kind, key)
    (kept,) = connection.execute("SELECT document FROM revisions WHERE id = ?", (revision["id"],)).fetchone()
    if kept is None:
        delete(connection, kind, key)
    elif kind in UPSERT:
        UPSERT[kind](connection, json.loads(kept))
    else:
        mentee_rows.write_document(connection, kind, json.loads(kept))
    rewrite_revision(connection, revision, current)


def _current(connection: Connection, kind: str, key: str) -> Document | None:
    if kind not in UPSERT:
        return mentee_rows.read_document(connection, kind, key)
    if kind == "area":
        area = read_areas(connection).get(key)
        return area_document(area) if area else None
    if kind == "person":
        return person_with_readers(connection, key)
    return stored_document_if_any(connection, int(key))


def _command_record(command: Row, touched: list[Row], names: Names) -> CommandRecord:
    def name(row: Row) -> str:
        return str(row["key"]) if row["kind"] == "area" else names[row["kind"], row["key"]]

    return CommandRecord(
        id=command["id"],
        at=command["at"],
        command=command["name"],
        state=command["state"],
        numbers=tuple(dict.fromkeys(int(row["key"]) for row in touched if row["kind"] == "entry")),
        names=tuple(dict.fromkeys(name(row) for row in touched if row["kind"] != "entry")),
    )
