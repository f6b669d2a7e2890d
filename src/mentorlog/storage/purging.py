"""The one real erasure: an entry, or only its former wording, out of the file and out of its copies."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from mentorlog.model.documents import canonical, digest, entry_document
from mentorlog.model.entries import Question
from mentorlog.model.findings import Purged
from mentorlog.storage.backing import backups
from mentorlog.storage.connection import connect
from mentorlog.storage.reading import kept_entry
from mentorlog.storage.tables import put_entry, take_away

LINKED = """SELECT number FROM entries WHERE about = ? OR answered_in = ?
    UNION SELECT entry FROM entry_goals WHERE goal = ?"""
NAMING = """SELECT id, kind, key, document FROM revisions WHERE kind = 'entry' AND document IS NOT NULL AND (
    json_extract(document, '$.about') = ? OR json_extract(document, '$.answered_in') = ?
    OR EXISTS (SELECT 1 FROM json_each(document, '$.goals') WHERE value = ?))"""


def purge(connection: sqlite3.Connection, journal: Path, numbers: list[int], *, earlier: bool) -> Purged:
    """Erase the entries with `numbers`, or only what they used to say, here and in every automatic
    backup of `journal`. Must not stand inside a transaction.
    """
    uids = [_uid(connection, number) for number in numbers]
    _erase(connection, uids, earlier=earlier)
    copies, unreached = [], []
    for backup in backups(journal):
        if not backup.is_automatic:
            unreached.append(backup.path)
            continue
        try:
            with closing(connect(backup.path)) as copy:
                if _erase(copy, uids, earlier=earlier):
                    copies.append(backup.path)
        except sqlite3.Error:
            unreached.append(backup.path)
    return Purged(numbers=tuple(numbers), copies=tuple(copies), unreached=tuple(unreached))


def _erase(connection: sqlite3.Connection, uids: list[str], *, earlier: bool) -> int:
    """Erase in one file, and write the file anew; returns how many of the entries were there."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        numbers = _numbers(connection, uids)
        for number in numbers:
            _forget_past(connection, number, earlier=earlier)
            if not earlier:
                _unlink(connection, number)
                take_away(connection, "entry", str(number))
        connection.execute("DELETE FROM commands WHERE id NOT IN (SELECT command FROM revisions)")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("VACUUM")
    return len(numbers)


def _uid(connection: sqlite3.Connection, number: int) -> str:
    """The uid of an entry that is there, was put away, or was taken back; raises NotFound for none."""
    row = connection.execute(
        "SELECT json_extract(document, '$.uid') FROM revisions "
        "WHERE kind = 'entry' AND key = ? AND document IS NOT NULL LIMIT 1",
        (str(number),),
    ).fetchone()
    return str(row[0]) if row else kept_entry(connection, number).uid


def _numbers(connection: sqlite3.Connection, uids: list[str]) -> list[int]:
    found = connection.execute(
        "SELECT number FROM entries WHERE uid IN (SELECT value FROM json_each(?1)) UNION "
        "SELECT CAST(key AS INTEGER) FROM revisions WHERE kind = 'entry' AND document IS NOT NULL "
        "AND json_extract(document, '$.uid') IN (SELECT value FROM json_each(?1))",
        (json.dumps(uids),),
    )
    return [number for (number,) in found]


def _forget_past(connection: sqlite3.Connection, number: int, *, earlier: bool) -> None:
    only = "AND document IS NOT NULL" if earlier else ""
    connection.execute(f"DELETE FROM revisions WHERE kind = 'entry' AND key = ? {only}", (str(number),))


def _unlink(connection: sqlite3.Connection, number: int) -> None:
    """Drop every link to the entry, also from what others used to be."""
    for (other,) in connection.execute(LINKED, (number,) * 3).fetchall():
        entry = kept_entry(connection, other)
        entry = replace(
            entry,
            about=None if entry.about == number else entry.about,
            goals=tuple(goal for goal in entry.goals if goal != number),
        )
        if isinstance(entry, Question) and entry.answered_in == number:
            entry = replace(entry, answered_in=None)
        put_entry(connection, entry_document(entry))
    for row in connection.execute(NAMING, (number,) * 3).fetchall():
        document = {
            key: [goal for goal in value if goal != number] if key == "goals" else value
            for key, value in json.loads(row["document"]).items()
            if not (key in ("about", "answered_in") and value == number)
        }
        text = canonical({key: value for key, value in document.items() if value != []})
        connection.execute(
            "UPDATE revisions SET document = ?, digest = ? WHERE id = ?",
            (text, digest(f"{row['kind']} {row['key']} {text}"), row["id"]),
        )
