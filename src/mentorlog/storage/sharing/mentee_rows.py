"""Documents of mentees, packets, comments and replies ⇄ rows."""

import json
from collections.abc import Callable
from sqlite3 import Connection, Row
from typing import cast

from mentorlog.model.documents import canonical, digest, without_empty
from mentorlog.model.fields import Document, Value
from mentorlog.storage.entries.write_rows import KEYS, upsert

MENTEE = ("id", "name")
PACKET = ("id", "token", "mentee", "reader", "called", "addressee", "made_on", "received_at")
PLAIN = ("id", "uid", "mentee", "packet", "entry", "day", "written_at", "reply")
WORDS = ("text", "framework")
FLAGS = ("is_note", "is_question")
REPLY = ("id", "mentee", "packet", "at")
ENTRY = ("packet", "uid", "number", "theirs", "form", "document")


def read_document(connection: Connection, kind: str, key: str) -> Document | None:
    """The document of a mentee, a packet, a comment or a reply by id, or None; `kind` is that of revisions."""
    row = connection.execute(f"SELECT * FROM {KEYS[kind][0]} WHERE id = ?", (key,)).fetchone()
    return READ[kind](connection, row) if row else None


def write_document(connection: Connection, kind: str, document: Document) -> None:
    """Write the document of a mentee, a packet, a comment or a reply, new or changed."""
    upsert(connection, kind, {**WRITE[kind](document), "digest": digest(canonical(document))})
    if kind == "received":
        _write_entries(connection, document)


def packet_document(connection: Connection, row: Row) -> Document:
    """The document of a row of packets."""
    entries = connection.execute(
        "SELECT uid, number, theirs, form, document FROM received_entries WHERE packet = ? ORDER BY uid", (row["id"],)
    )
    return {
        **{name: row[name] for name in PACKET},
        "areas": json.loads(row["areas"]),
        "entries": [
            {
                **{name: entry[name] for name in ("uid", "theirs", "form")},
                "document": {**json.loads(entry["document"]), "number": entry["number"]},
            }
            for entry in entries
        ],
    }


def comment_from_row(row: Row) -> Document:
    """The document of a row of comments."""
    columns = {name: row[name] for name in (*PLAIN, *WORDS)}
    flags = {name: bool(row[name]) for name in FLAGS}
    return without_empty({**columns, **flags, "answers": json.loads(row["answers"])})


def _packet_columns(packet: Document) -> Document:
    return {**{key: packet[key] for key in PACKET}, "areas": _listed(packet["areas"])}


def _comment_columns(comment: Document) -> Document:
    return {
        **{key: comment.get(key) for key in PLAIN},
        **{key: comment.get(key, "") for key in WORDS},
        **{key: comment.get(key, False) for key in FLAGS},
        "answers": _listed(comment.get("answers", [])),
    }


def _write_entries(connection: Connection, packet: Document) -> None:
    connection.execute("DELETE FROM received_entries WHERE packet = ?", (packet["id"],))
    connection.executemany(
        f"INSERT INTO received_entries ({', '.join(ENTRY)}) VALUES ({', '.join('?' for _ in ENTRY)})",
        (
            (packet["id"], entry["uid"], document["number"], entry["theirs"], entry["form"], canonical(document))
            for entry in cast(list[Document], packet["entries"])
            for document in [cast(Document, entry["document"])]
        ),
    )


def _listed(documents: Value) -> str:
    """A list of documents as it is stored, the same whatever the order of their keys."""
    return json.dumps(documents, sort_keys=True, ensure_ascii=False)


READ: dict[str, Callable[[Connection, Row], Document]] = {
    "mentee": lambda _, row: {name: row[name] for name in MENTEE},
    "received": packet_document,
    "comment": lambda _, row: comment_from_row(row),
    "reply": lambda _, row: {name: row[name] for name in REPLY},
}
WRITE: dict[str, Callable[[Document], Document]] = {
    "mentee": lambda document: document,
    "received": _packet_columns,
    "comment": _comment_columns,
    "reply": lambda document: document,
}
