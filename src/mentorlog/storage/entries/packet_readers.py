"""Who the readers of packets are, in people: kept through a merge, and through its undo."""

from sqlite3 import Connection, Row
from typing import cast

from mentorlog.model.fields import Document, Value
from mentorlog.model.people import Person
from mentorlog.model.serialization import canonical, digest, person_document
from mentorlog.storage.entries.read_rows import read_people
from mentorlog.storage.entries.write_rows import upsert_person


def person_with_readers(connection: Connection, key: str) -> Document | None:
    """A person as undo keeps it: with the ids of the readers that it is, if any; None where it is not there."""
    person = read_people(connection).get(int(key))
    if not person:
        return None
    document = person_document(person)
    rows = connection.execute("SELECT uid FROM readers WHERE person = ? ORDER BY uid", (person.uid,))
    readers: list[Value] = [uid for (uid,) in rows]
    return {**document, "readers": readers} if readers else document


def upsert_person_with_readers(connection: Connection, document: Document) -> None:
    """Write a person that `person_with_readers` gave; readers that it was are that person again."""
    person = {key: value for key, value in document.items() if key != "readers"}
    upsert_person(connection, person)
    for reader in cast(list[str], document.get("readers", [])):
        _assign_reader(connection, reader, str(person["uid"]), str(person["name"]))


def reassign_readers(connection: Connection, old: Person, new: Person) -> None:
    """Let `new` be every reader that `old` was."""
    for (reader,) in connection.execute("SELECT uid FROM readers WHERE person = ?", (old.uid,)).fetchall():
        _assign_reader(connection, reader, new.uid, new.name)


def _assign_reader(connection: Connection, reader: str, person: str, name: str) -> None:
    connection.execute("UPDATE readers SET person = ?, name = ? WHERE uid = ?", (person, name, reader))
    update_reader_digest(connection, reader)


def update_reader_digest(connection: Connection, uid: str) -> None:
    """Write what the reader says now as its digest."""
    row = connection.execute("SELECT * FROM readers WHERE uid = ?", (uid,)).fetchone()
    kept = digest(canonical(reader_document(connection, row)))
    connection.execute("UPDATE readers SET digest = ? WHERE uid = ?", (kept, uid))


def reader_document(connection: Connection, row: Row) -> Document:
    """A reader with its numbers, as it is digested."""
    entries = connection.execute(
        "SELECT number, entry, uid FROM reader_entries WHERE reader = ? ORDER BY number", (row["uid"],)
    )
    return {**{key: row[key] for key in ("uid", "person", "name")}, "entries": [list(entry) for entry in entries]}
