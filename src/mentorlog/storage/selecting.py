"""A Selection → the WHERE of a statement about `entries e`."""

import json

from mentorlog.model.selection import Selection
from mentorlog.text import fold

HAS_AREA = "EXISTS (SELECT 1 FROM entry_areas x WHERE x.entry = e.number AND x.area = ?)"
HAS_NO_AREA = "NOT EXISTS (SELECT 1 FROM entry_areas x WHERE x.entry = e.number)"
HAS_ANY_OF = (
    "EXISTS (SELECT 1 FROM entry_people x WHERE x.entry = e.number AND x.person IN (SELECT value FROM json_each(?)))"
)
HAS_WORD = (
    "(instr(e.folded, ?) > 0 OR EXISTS (SELECT 1 FROM entry_people x JOIN people p ON p.id = x.person "
    "WHERE x.entry = e.number AND instr(p.folded, ?) > 0))"
)
Where = tuple[str, list[str]]


def where(selection: Selection) -> Where:
    """The conditions of `selection`, joined by AND, and their parameters. Its limit is not part of them."""
    parts: list[Where] = [("e.removed_at IS NULL", [])]
    if selection.within:
        start, end = selection.within.start.isoformat(), selection.within.end.isoformat()
        parts.append(("e.day >= ? AND e.day < ?", [start, end]))
    if selection.areas:
        groups = [_areas(group) for group in selection.areas]
        parts.append((" OR ".join(sql for sql, _ in groups), [slug for _, slugs in groups for slug in slugs]))
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


def _areas(group: tuple[str, ...]) -> Where:
    if not group:
        return HAS_NO_AREA, []
    return f"({' AND '.join(HAS_AREA for _ in group)})", list(group)
