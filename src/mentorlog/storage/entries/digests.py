"""Whether the rows of an entry still say what was written: one read, one digest.

Only what `write_rows` writes for nothing is left out of a document here. Whatever else stands in a column, be it null
in place of an empty text, is in the document, so that its digest alone tells.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from sqlite3 import Connection
from typing import cast

from mentorlog.model.documents import canonical, digest
from mentorlog.model.fields import Value
from mentorlog.storage.entries.read_rows import FROM, NAMES
from mentorlog.storage.entries.write_rows import ANSWER, EVENT, FLAGS, LISTS, NULLABLE, REQUIRED, WORDS, search_text

NOTHING = {  # how each column of an entry says nothing; flags are quoted: to Python, 0 and 0.0 are the same
    **{f"e.{name}": None for name in (*REQUIRED, *NULLABLE)},
    **{f"e.{name}": "" for name in WORDS},
    **{f"e.{name}": "[]" for name in LISTS},
    **{f"quote(e.{name})": "0" for name in FLAGS},
    "CASE WHEN e.owner IS NOT NULL THEN COALESCE(o.uid, '') END": None,  # empty: an owner that is not there
}
ENTRY_QUERY = f"SELECT e.folded, e.digest, {', '.join(NOTHING)} {FROM} WHERE e.number BETWEEN ? AND ? ORDER BY e.number"
OF = "WHERE c.entry BETWEEN ? AND ? ORDER BY c.entry"
Row = tuple[Value, ...]


def corrupt_entries(connection: Connection, numbers: list[int]) -> list[int]:
    """Those of `numbers` whose rows make another document or folded text than was written. Raises one of READ_ERRORS
    where they make none.
    """
    span = (numbers[0], numbers[-1])
    kept: dict[int, Row] = {}
    documents: dict[int, dict[str, Value]] = {}
    for row in _rows(connection, ENTRY_QUERY, span):
        number = cast(int, row[2])
        kept[number], documents[number] = row[:2], _entry_fields(row[2:])
    if list(kept) != numbers:
        raise LookupError
    for key, (query, read) in PARTS.items():
        for row in _rows(connection, query, span):
            many = cast(list[Value], documents[_number(row[0])].setdefault(key, []))
            if len(row) > 2 and _number(row[1]) != len(many):  # its position
                raise ValueError
            many.append(read(row))
    return [number for number, one in documents.items() if kept[number] != (search_text(one), digest(canonical(one)))]


def _rows(connection: Connection, query: str, span: tuple[int, int]) -> Iterable[Row]:
    cursor = connection.execute(query, span)
    cursor.row_factory = None  # values by place: by name is slower
    return cursor


def _entry_fields(row: Row) -> dict[str, Value]:
    """What stands in the row of an entry itself."""
    values = zip(NAMES, row, NOTHING.values(), strict=True)
    fields = {name: value for name, value, nothing in values if value != nothing}
    for name in LISTS:
        if name in fields:
            fields[name] = _listed(cast(str, fields[name]))
    for name in FLAGS:
        if fields.get(name) == "1":
            fields[name] = True
    return fields


def _listed(text: str) -> Value:
    value: Value = json.loads(text)
    if json.dumps(value, ensure_ascii=False) != text:
        raise ValueError
    return value


def _number(value: Value) -> int:
    if type(value) is not int:  # 1.0 would be found under 1
        raise TypeError
    return value


def _last(row: Row) -> Value:
    return row[-1]


def _part(table: str, nothing: Mapping[str, Value]) -> tuple[str, Callable[[Row], Value]]:
    def read(row: Row) -> Value:
        pairs = zip(nothing.items(), row[2:], strict=True)
        return {name: value for (name, empty), value in pairs if value != empty}

    return f"SELECT c.entry, c.position, {', '.join(nothing)} FROM {table} c {OF}, c.position", read


PARTS: dict[str, tuple[str, Callable[[Row], Value]]] = {
    "areas": (f"SELECT c.entry, c.area FROM entry_areas c {OF}, c.area", _last),
    "people": (
        f"SELECT c.entry, c.position, p.uid FROM entry_people c LEFT JOIN people p ON p.id = c.person {OF}, c.position",
        _last,
    ),
    "goals": (f"SELECT c.entry, c.goal FROM entry_goals c {OF}, c.goal", _last),
    "answers": _part("answers", ANSWER),
    "events": _part("events", EVENT),
}
