"""Former wording, forgotten: what an entry used to be keeps its days, links and states, and loses its words."""

import json
from collections.abc import Iterator
from sqlite3 import Connection
from typing import cast

from mentorlog.model.documents import Document, Value, canonical, digest, without_empty
from mentorlog.storage.entries.lookup import stored_document
from mentorlog.storage.entries.write_rows import upsert_entry

TEXT_FIELDS = ("title", "text", "measure", "signs", "feelings", "answers", "then_words")
OF_EVENTS = ("text", "because")
PAST = """SELECT r.id, r.document, c.state FROM revisions r JOIN commands c ON c.id = r.command
    WHERE r.kind = 'entry' AND r.key = ? AND r.document IS NOT NULL ORDER BY r.id"""


def past_documents(connection: Connection, number: int) -> Iterator[Document]:
    """What the entry was, or will be again after a redo."""
    return (json.loads(row["document"]) for row in connection.execute(PAST, (str(number),)))


def document_texts(document: Document) -> set[str]:
    """Every text of a document."""
    answers, events = _parts(document, "answers"), _parts(document, "events")
    own = [value for key in TEXT_FIELDS if isinstance(value := document.get(key), str)]
    lists = [word for key in ("signs", "feelings") for word in cast(list[str], document.get(key, []))]
    parts = [part[key] for part in (*answers, *events) for key in OF_EVENTS if part.get(key)]
    return {*own, *lists, *map(str, parts)}


def redact_history(connection: Connection, number: int, present: Document) -> None:
    """Let every former version of an entry say what `present` says, also where it is the version of a
    backup. What undo could never reach goes altogether.
    """
    for row in connection.execute(PAST, (str(number),)).fetchall():
        if row["state"] in ("dropped", "elsewhere"):
            connection.execute("DELETE FROM revisions WHERE id = ?", (row["id"],))
            continue
        text = canonical(_redacted(json.loads(row["document"]), present))
        connection.execute(
            "UPDATE revisions SET document = ?, digest = ? WHERE id = ?",
            (text, digest(f"entry {number} {text}"), row["id"]),
        )
    if connection.execute("SELECT 1 FROM entries WHERE number = ?", (number,)).fetchone():
        was = stored_document(connection, number)
        upsert_entry(connection, _redacted(was, present))


def _redacted(was: Document, present: Document) -> Document:
    known = document_texts(present)
    if document_texts(was) <= known:
        return was
    events: list[Value] = [
        {key: value for key, value in event.items() if key not in OF_EVENTS or value in known}
        for event in _parts(was, "events")
    ]
    return without_empty({**was, **{key: present.get(key) for key in TEXT_FIELDS}, "events": events})


def _parts(document: Document, key: str) -> list[dict[str, Value]]:
    return cast(list[dict[str, Value]], document.get(key, []))
