"""Documents of mentees, packets, comments and replies ⇄ rows."""

import json
from collections.abc import Callable
from sqlite3 import Connection, Row
from typing import cast

from mentorlog.model.documents import Document, Value, canonical, digest, without_empty

PACKET = ("id", "token", "mentee", "reader", "called", "addressee", "made_on", "received_at")
PLAIN = ("id", "uid", "mentee", "packet", "entry", "day", "written_at", "reply")
WORDS = ("text", "framework")
FLAGS = ("is_note", "is_question")
COMMENT = (*PLAIN, *WORDS, *FLAGS, "answers")
REPLY = ("id", "mentee", "packet", "at")
ENTRY = ("packet", "uid", "number", "theirs", "form", "document")


def upsert_mentee(connection: Connection, mentee: Document) -> None:
    """Write a mentee, new or renamed."""
    _upsert(connection, "mentees", mentee)


def upsert_packet(connection: Connection, packet: Document) -> None:
    """Write a packet that came, with its entries."""
    columns = {key: packet[key] for key in PACKET}
    _upsert(connection, "received_packets", {**columns, "areas": _listed(packet["areas"])}, of=packet)
    connection.execute("DELETE FROM received_entries WHERE packet = ?", (packet["id"],))
    connection.executemany(
        f"INSERT INTO received_entries ({', '.join(ENTRY)}) VALUES ({', '.join('?' for _ in ENTRY)})",
        (
            (packet["id"], entry["uid"], document["number"], entry["theirs"], entry["form"], canonical(document))
            for entry in cast(list[Document], packet["entries"])
            for document in [cast(Document, entry["document"])]
        ),
    )


def upsert_comment(connection: Connection, comment: Document) -> None:
    """Write a comment or a note, new or changed."""
    columns = {
        **{key: comment.get(key) for key in PLAIN},
        **{key: comment.get(key, "") for key in WORDS},
        **{key: comment.get(key, False) for key in FLAGS},
        "answers": _listed(comment.get("answers", [])),
    }
    _upsert(connection, "comments", columns, of=comment)


def upsert_reply(connection: Connection, reply: Document) -> None:
    """Write that a reply went out."""
    _upsert(connection, "replies", reply)


def mentee_by_id(connection: Connection, key: str) -> Document | None:
    """The document of a mentee by id, or None."""
    return _one(connection, "mentees", key, lambda row: {"id": row["id"], "name": row["name"]})


def packet_by_id(connection: Connection, key: str) -> Document | None:
    """The document of a packet by id, or None."""
    return _one(connection, "received_packets", key, lambda row: packet_document(connection, row))


def comment_by_id(connection: Connection, key: str) -> Document | None:
    """The document of a comment by id, or None."""
    return _one(connection, "comments", key, comment_from_row)


def reply_by_id(connection: Connection, key: str) -> Document | None:
    """The document of a reply by id, or None."""
    return _one(connection, "replies", key, lambda row: {name: row[name] for name in REPLY})


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


def _upsert(connection: Connection, table: str, columns: Document, of: Document | None = None) -> None:
    names = [*columns, "digest"]
    connection.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)}) "
        f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names)}",
        (*columns.values(), digest(canonical(of or columns))),
    )


def _listed(documents: Value) -> str:
    """A list of documents as it is kept, the same whatever the order of their keys."""
    return json.dumps(documents, sort_keys=True, ensure_ascii=False)


def _one(connection: Connection, table: str, key: str, read: Callable[[Row], Document]) -> Document | None:
    row = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (key,)).fetchone()
    return read(row) if row else None
