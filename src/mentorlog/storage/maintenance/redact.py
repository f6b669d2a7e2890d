"""Former wording, forgotten: what an entry used to be keeps its days, links and states, and loses its words."""

import json
from collections.abc import Iterator
from sqlite3 import Connection
from typing import cast

from mentorlog.model.documents import TEXT_KEYS, texts, without_empty
from mentorlog.model.fields import Document, Value
from mentorlog.storage.entries.read_rows import stored_document_if_any
from mentorlog.storage.entries.write_rows import rewrite_revision, upsert_entry

PAST = """SELECT r.id, r.kind, r.key, r.document, c.state FROM revisions r JOIN commands c ON c.id = r.command
    WHERE r.kind = 'entry' AND r.key = ? AND r.document IS NOT NULL ORDER BY r.id"""


def past_documents(connection: Connection, number: int) -> Iterator[Document]:
    """What the entry was, or will be again after a redo."""
    return (json.loads(row["document"]) for row in connection.execute(PAST, (str(number),)))


def redact_history(connection: Connection, number: int, present: Document) -> None:
    """Let every former version of an entry say what `present` says; what undo could never reach goes altogether."""
    for row in connection.execute(PAST, (str(number),)).fetchall():
        if row["state"] in ("dropped", "elsewhere"):
            connection.execute("DELETE FROM revisions WHERE id = ?", (row["id"],))
            continue
        rewrite_revision(connection, row, _redacted(json.loads(row["document"]), present))
    if was := stored_document_if_any(connection, number):
        upsert_entry(connection, _redacted(was, present))


def _redacted(was: Document, present: Document) -> Document:
    known = set(texts(present))
    if known.issuperset(texts(was)):
        return was
    events: list[Value] = [
        {key: value for key, value in event.items() if key not in ("text", "because") or value in known}
        for event in cast(list[dict[str, Value]], was.get("events", []))
    ]
    return without_empty({**was, **{key: present.get(key) for key in (*TEXT_KEYS, "answers")}, "events": events})
