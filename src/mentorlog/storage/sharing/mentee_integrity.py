"""Whether what came from mentees, and what their mentor wrote, is whole."""

from collections.abc import Iterator
from sqlite3 import Connection

from mentorlog.model.documents import canonical, digest
from mentorlog.storage.sharing.mentee_rows import (
    comment_by_id,
    mentee_by_id,
    packet_by_id,
    reply_by_id,
)

READ = {
    "mentees": (mentee_by_id, "Mentee {key} is called something else than what was written."),
    "received_packets": (packet_by_id, "Packet {key} of a mentee says something else than what came."),
    "comments": (comment_by_id, "Comment {key} to a mentee says something else than what was written."),
    "replies": (reply_by_id, "Reply {key} to a mentee says something else than what was written."),
}
ORPHANED_COMMENT = """SELECT 1 FROM comments c LEFT JOIN received_entries e ON e.packet = c.packet AND e.uid = c.entry
    WHERE e.uid IS NULL LIMIT 1"""


def mentee_problems(connection: Connection) -> Iterator[str]:
    """A sentence for each thing that is not as its digest says, or hangs on nothing."""
    for table, (read, told) in READ.items():
        for key, kept in connection.execute(f"SELECT id, digest FROM {table} ORDER BY id").fetchall():
            if digest(canonical(read(connection, str(key)))) != kept:
                yield told.format(key=key)
    if connection.execute(ORPHANED_COMMENT).fetchone():
        yield "A comment is about an entry that did not come."
