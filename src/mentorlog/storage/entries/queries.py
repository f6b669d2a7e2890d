"""A Selection → the entries that fit, by the WHERE of a statement about `entries e`."""

import json
from collections.abc import Iterator
from dataclasses import replace
from sqlite3 import Connection

from mentorlog.model.entries import Entry, Goal, Kind
from mentorlog.model.selection import EVERYTHING, Selection
from mentorlog.storage.entries.read_rows import FROM, OLDEST_FIRST, VISIBLE_COLUMNS, entries_where, visible_entries
from mentorlog.text import fold

HAS_AREA = "EXISTS (SELECT 1 FROM entry_areas x WHERE x.entry = e.number AND x.area = ?)"
HAS_NO_AREA = "NOT EXISTS (SELECT 1 FROM entry_areas x WHERE x.entry = e.number)"
HAS_ANY_OF = (
    "EXISTS (SELECT 1 FROM entry_people x WHERE x.entry = e.number AND x.person IN (SELECT value FROM json_each(?)))"
)
HAS_WORD = (  # whose names hold the word is found out once, not once an entry
    "(instr(e.folded, ?) > 0 OR e.number IN (SELECT x.entry FROM people p CROSS JOIN entry_people x ON x.person = p.id "
    "WHERE instr(p.folded, ?) > 0))"
)
IS_UNANSWERED = (  # what is out of sight is found out once, not once a question
    "e.kind = 'question' AND (e.answered_in IS NULL OR "
    "e.answered_in IN (SELECT number FROM entries WHERE removed_at IS NOT NULL OR tender = 1))"
)
IS_UNREFLECTED = (  # a tender reflection is one too
    "e.kind = 'session' AND NOT EXISTS "
    "(SELECT 1 FROM entries a WHERE a.about = e.number AND a.kind = 'reflection' AND a.removed_at IS NULL)"
)
IN_SIGHT = "SELECT e.number FROM entries e WHERE e.removed_at IS NULL AND e.tender = 0"
IS_OPEN = (  # apart, each kind is a walk through its part of an index
    f"e.number IN ({IN_SIGHT} AND e.kind = 'action' AND e.status = 'open' "
    f"UNION ALL {IN_SIGHT} AND e.kind = 'goal' AND e.status = 'active' UNION ALL {IN_SIGHT} AND {IS_UNANSWERED})"
)
NEWEST_FIRST = "ORDER BY e.day DESC, e.time DESC, e.number DESC"
AFTER_LAST = "(e.day, e.time, e.number) > (?, ?, ?)"
FIRST_BATCH, MAX_BATCH = 10, 640  # entries in the first part of what is found, and at most
WhereClause = tuple[str, list[str]]


def matching_entries(connection: Connection, selection: Selection | None) -> tuple[Entry, ...]:
    """The entries that fit, oldest first; with a limit, the newest of them."""
    selection = selection or EVERYTHING
    conditions, parameters = where_clause(selection)
    query = f"SELECT {VISIBLE_COLUMNS} {FROM} WHERE {conditions}"
    if selection.limit is None:
        return visible_entries(connection, connection.execute(f"{query} {OLDEST_FIRST}", parameters).fetchall())
    limited = connection.execute(f"{query} {NEWEST_FIRST} LIMIT ?", [*parameters, str(selection.limit)])
    return visible_entries(connection, limited.fetchall()[::-1])


def iter_entries(connection: Connection, selection: Selection) -> Iterator[Entry]:
    """The same entries one by one, read in parts, so that few are in memory and nobody who writes has to wait."""
    if selection.limit is not None:
        yield from matching_entries(connection, selection)
        return
    within = selection.within
    conditions, parameters = where_clause(replace(selection, within=None))
    if within:
        conditions, parameters = f"{conditions} AND e.day < ?", [*parameters, within.end.isoformat()]
    query = f"SELECT {VISIBLE_COLUMNS} {FROM} WHERE {conditions} AND {AFTER_LAST} {OLDEST_FIRST} LIMIT {MAX_BATCH}"
    last = (within.start.isoformat() if within else "", "", 0)
    while part := visible_entries(connection, connection.execute(query, (*parameters, *last)).fetchall()):
        yield from part
        last = (part[-1].on.isoformat(), part[-1].time, part[-1].number)


def iter_newest_first(connection: Connection, selection: Selection) -> Iterator[tuple[Entry, ...]]:
    """The entries that fit, the newest first, in parts: the first few as soon as they are found, then ever more."""
    conditions, parameters = where_clause(selection)
    limit = -1 if selection.limit is None else selection.limit
    rows = connection.execute(
        f"SELECT {VISIBLE_COLUMNS} {FROM} WHERE {conditions} {NEWEST_FIRST} LIMIT ?", [*parameters, str(limit)]
    )
    size = FIRST_BATCH
    while part := rows.fetchmany(size):
        yield visible_entries(connection, part)
        size = min(size * 2, MAX_BATCH)


def matching_goals(connection: Connection, selection: Selection | None, condition: str, *days: str) -> tuple[Goal, ...]:
    """The goals that fit the selection, whatever its period, and `condition`."""
    selection = selection or EVERYTHING
    if selection.kinds and Kind.GOAL not in selection.kinds:
        return ()
    conditions, parameters = where_clause(replace(selection, within=None, kinds=(Kind.GOAL,)))
    found = entries_where(connection, f"{conditions} AND {condition}", [*parameters, *days])
    return tuple(entry for entry in found if isinstance(entry, Goal))


def where_clause(selection: Selection | None) -> WhereClause:
    """The conditions of `selection`, joined by AND, and their parameters. Its limit is not part of them."""
    selection = selection or EVERYTHING
    parts: list[WhereClause] = [(f"e.removed_at IS NULL AND e.tender = {selection.is_tender:d}", [])]
    if selection.within:
        start, end = selection.within.start.isoformat(), selection.within.end.isoformat()
        parts.append(("e.day >= ? AND e.day < ?", [start, end]))
    if selection.areas:
        groups = [_areas(group) for group in selection.areas]
        parts.append((" OR ".join(sql for sql, _ in groups), [slug for _, slugs in groups for slug in slugs]))
    if selection.is_unanswered:
        parts.append((IS_UNANSWERED, []))
    if selection.is_unreflected:
        parts.append((IS_UNREFLECTED, []))
    if selection.people:
        parts.append((HAS_ANY_OF, [json.dumps([person.number for person in selection.people])]))
    for column, values in (
        ("kind", selection.kinds),
        ("visibility", selection.visibilities),
        ("status", selection.statuses),
    ):
        if values:
            parts.append((f"e.{column} IN ({', '.join('?' for _ in values)})", [str(value) for value in values]))
    parts += [(HAS_WORD, [fold(word), fold(word)]) for word in selection.words]
    return " AND ".join(f"({sql})" for sql, _ in parts), [value for _, values in parts for value in values]


def _areas(group: tuple[str, ...]) -> WhereClause:
    if not group:
        return HAS_NO_AREA, []
    return f"({' AND '.join(HAS_AREA for _ in group)})", list(group)
