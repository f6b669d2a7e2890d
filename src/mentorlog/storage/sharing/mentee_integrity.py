"""Whether what came from mentees, and what their mentor wrote, is whole."""

from collections.abc import Iterator
from sqlite3 import Connection

from mentorlog.model.documents import canonical, digest
from mentorlog.storage.sharing.mentee_rows import (
    comment_at,
    mentee_at,
    packet_at,
    reply_at,
)

READ = {
    "mentees": (mentee_at, "Mentee {key} is called something else than what was written."),
    "received_packets": (packet_at, "Packet {key} of a mentee says something else than what came."),
    "comments": (comment_at, "Comment {key} to a mentee says something else than what was written."),
    "replies": (reply_at, "Reply {key} to a mentee says something else than what was written."),
}
LOOSE = """SELECT 1 FROM comments c LEFT JOIN received_entries e ON e.packet = c.packet AND e.uid = c.entry
    WHERE e.uid IS NULL LIMIT 1"""


def damage_to_reviews(connection: Connection) -> Iterator[str]:
    """A sentence for each thing that is not as its digest says, or hangs on nothing."""
    for table, (read, told) in READ.items():
        for key, kept in connection.execute(f"SELECT id, digest FROM {table} ORDER BY id").fetchall():
            if digest(canonical(read(connection, str(key)))) != kept:
                yield told.format(key=key)
    if connection.execute(LOOSE).fetchone():
        yield "A comment is about an entry that did not come."
