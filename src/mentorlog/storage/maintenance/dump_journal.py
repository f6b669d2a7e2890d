"""The whole journal as items to export, a chunk at a time."""

import json
from collections import defaultdict
from collections.abc import Iterator
from sqlite3 import Connection
from typing import cast

from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.history import Revision
from mentorlog.storage.entries.read_rows import FROM, STORED_COLUMNS, entry_documents, read_areas, read_people

CHUNK = 1000
PAST = """SELECT r.key, r.document, c.uid, c.at, c.name FROM revisions r JOIN commands c ON c.id = r.command
    WHERE r.kind = 'entry' AND c.state IN ('done', 'elsewhere') AND r.key IN (SELECT value FROM json_each(?))
    AND NOT (c.name = 'import' AND r.document IS NULL) ORDER BY r.id"""


def iter_items(connection: Connection) -> Iterator[Item]:
    """All areas, all people, then all entries in order of number, removed or not, with their past."""
    areas, people = read_areas(connection), read_people(connection)
    yield from areas.values()
    yield from people.values()
    by_uid = {person.uid: person for person in people.values()}
    last = 0
    while rows := connection.execute(
        f"SELECT {STORED_COLUMNS} {FROM} WHERE e.number > ? ORDER BY e.number LIMIT ?", (last, CHUNK)
    ).fetchall():
        past = _past(connection, [row["number"] for row in rows])
        for document in entry_documents(connection, rows, is_stored=True):
            earlier = tuple(past[cast(int, document["number"])])
            yield ArchivedEntry(document=document, areas=areas, people=by_uid, revisions=earlier)
        last = rows[-1]["number"]


def _past(connection: Connection, numbers: list[int]) -> dict[int, list[Revision]]:
    past: dict[int, list[Revision]] = defaultdict(list)
    keys = json.dumps([str(number) for number in numbers])
    for row in connection.execute(PAST, (keys,)):
        document = json.loads(row["document"]) if row["document"] else None
        past[int(row["key"])].append(Revision(uid=row["uid"], at=row["at"], name=row["name"], document=document))
    return past
