"""A mentee erased: packets, comments, notes and all that undo could bring back of them."""

import json
from pathlib import Path
from sqlite3 import Connection

from mentorlog.model.reports import PurgeReport
from mentorlog.model.reviews import Mentee
from mentorlog.storage.maintenance.purge import Erase, purge_all_copies
from mentorlog.storage.sharing.mentee_queries import MenteeQueries

# Copies know a mentee by the reader ids of the packets: a name may have changed since.
READERS = """SELECT reader FROM received_packets WHERE mentee = ?1 UNION
    SELECT json_extract(document, '$.reader') FROM revisions
    WHERE kind = 'received' AND document IS NOT NULL AND json_extract(document, '$.mentee') = ?1"""
IDS = """SELECT mentee FROM received_packets WHERE reader IN (SELECT value FROM json_each(?1)) UNION
    SELECT json_extract(document, '$.mentee') FROM revisions WHERE kind = 'received' AND document IS NOT NULL
    AND json_extract(document, '$.reader') IN (SELECT value FROM json_each(?1))"""
TABLES = {"comment": "comments", "reply": "replies", "received": "received_packets"}


def purge_mentee(connection: Connection, journal: Path, mentee: Mentee) -> PurgeReport:
    """Erase all that came from a mentee and all that was written to them, here and in every automatic backup."""

    def prepared() -> tuple[Erase, set[str]]:
        readers = json.dumps([reader for (reader,) in connection.execute(READERS, (mentee.number,))])
        words = {comment.text for comment in MenteeQueries(connection).comments(mentee)}
        return lambda file: _erase(file, readers), words

    return purge_all_copies(connection, journal, prepared)


def _erase(connection: Connection, readers: str) -> int:
    """Erase in one file; returns how many packets were there."""
    ids = json.dumps([number for (number,) in connection.execute(IDS, (readers,))])
    of_them = "IN (SELECT value FROM json_each(?1))"
    found = 0
    for kind, table in TABLES.items():
        connection.execute(
            f"DELETE FROM revisions WHERE kind = '{kind}' AND key IN ("
            f"SELECT CAST(id AS TEXT) FROM {table} WHERE mentee {of_them} UNION SELECT key FROM revisions "
            f"WHERE kind = '{kind}' AND document IS NOT NULL AND json_extract(document, '$.mentee') {of_them})",
            (ids,),
        )
        found = connection.execute(f"DELETE FROM {table} WHERE mentee {of_them}", (ids,)).rowcount
    connection.execute(
        "DELETE FROM revisions WHERE kind = 'mentee' AND CAST(key AS INTEGER) IN (SELECT value FROM json_each(?1))",
        (ids,),
    )
    connection.execute(f"DELETE FROM mentees WHERE id {of_them}", (ids,))
    connection.execute("DELETE FROM commands WHERE id NOT IN (SELECT command FROM revisions)")
    return found
