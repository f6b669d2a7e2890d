"""The one real erasure: an entry, or only its former wording, out of the file and out of its copies."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from glob import escape
from pathlib import Path
from sqlite3 import Connection

from mentorlog.errors import MentorlogError, StorageError
from mentorlog.model.documents import entry_document, texts
from mentorlog.model.entries import Question
from mentorlog.model.fields import Document
from mentorlog.model.reports import PurgeReport
from mentorlog.model.reviews import Mentee
from mentorlog.storage.database.connection import READ_ERRORS, SCHEMA_VERSION, connect, schema_version
from mentorlog.storage.entries.read_rows import not_found, stored_document_if_any, stored_entry
from mentorlog.storage.entries.write_rows import KEYS, delete, rewrite_revision, upsert_entry
from mentorlog.storage.maintenance.backup import backups, partial_backups
from mentorlog.storage.maintenance.redact import past_documents, redact_history
from mentorlog.storage.maintenance.upgrade import migrate_in_transaction
from mentorlog.storage.sharing.mentee_queries import MenteeQueries
from mentorlog.storage.sharing.sent_packets import clear_sent_digests

LINKED = """SELECT number FROM entries WHERE about = ? OR answered_in = ?
    UNION SELECT entry FROM entry_goals WHERE goal = ?"""
LINKING_REVISIONS = """SELECT id, kind, key, document FROM revisions WHERE kind = 'entry' AND document IS NOT NULL AND (
    json_extract(document, '$.about') = ? OR json_extract(document, '$.answered_in') = ?
    OR EXISTS (SELECT 1 FROM json_each(document, '$.goals') WHERE value = ?))"""
# Copies know a mentee by the reader ids of the packets: a name may have changed since.
MENTEE_READERS = """SELECT reader FROM received_packets WHERE mentee = ?1 UNION
    SELECT json_extract(document, '$.reader') FROM revisions
    WHERE kind = 'received' AND document IS NOT NULL AND json_extract(document, '$.mentee') = ?1"""
MENTEE_IDS = """SELECT mentee FROM received_packets WHERE reader IN (SELECT value FROM json_each(?1)) UNION
    SELECT json_extract(document, '$.mentee') FROM revisions WHERE kind = 'received' AND document IS NOT NULL
    AND json_extract(document, '$.reader') IN (SELECT value FROM json_each(?1))"""
DIGESTED = ("entries", "revisions", "packets", "mentees", "received_packets", "comments", "replies")
Erase = Callable[[Connection], int]
"""Erases something in a file, and says how much of it was there."""


def purge(connection: Connection, journal: Path, numbers: list[int], *, earlier: bool) -> PurgeReport:
    """Erase entries, or only what they used to say, here and in every automatic backup of `journal`."""

    def prepared() -> tuple[Erase, set[str]]:
        present = {_uid(connection, number): stored_document_if_any(connection, number) for number in numbers}
        words = {word for number in numbers for word in _words(connection, number, earlier=earlier)}
        return lambda file: _erase(file, present, earlier=earlier), words

    return replace(_purge_all_copies(connection, journal, prepared), numbers=tuple(numbers))


def purge_mentee(connection: Connection, journal: Path, mentee: Mentee) -> PurgeReport:
    """Erase all that came from a mentee and all that was written to them, here and in every automatic backup."""

    def prepared() -> tuple[Erase, set[str]]:
        readers = json.dumps([reader for (reader,) in connection.execute(MENTEE_READERS, (mentee.number,))])
        words = {comment.text for comment in MenteeQueries(connection).comments(mentee)}
        return lambda file: _erase_mentees(file, readers), words

    return _purge_all_copies(connection, journal, prepared)


def _purge_all_copies(
    connection: Connection, journal: Path, prepare: Callable[[], tuple[Erase, set[str]]]
) -> PurgeReport:
    """Erase here and in every automatic backup of `journal` what `prepare` finds, together with its words. The
    journal itself comes last: a purge that was cut short can be done again.
    """
    copies, unreached = [], [*journal.parent.glob(f"{escape(journal.name)}.damaged-*")]
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        erase, words = prepare()
        for part in partial_backups(journal):
            part.unlink()
        for backup in backups(journal):
            try:
                if backup.is_automatic and _erase_copy(backup.path, erase):
                    copies.append(backup.path)
                elif not backup.is_automatic:
                    unreached.append(backup.path)
            except (MentorlogError, *READ_ERRORS):
                unreached.append(backup.path)
        erase(connection)
        _commit(connection, journal)
    except BaseException:
        with suppress(sqlite3.ProgrammingError):  # closed already, to look whether it was kept
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise
    try:
        connection.execute("VACUUM")
    except sqlite3.Error:
        unreached.append(journal)
    return PurgeReport(numbers=(), copies=tuple(copies), unreached=tuple(unreached), words=tuple(words))


def _commit(connection: Connection, journal: Path) -> None:
    """Commit; where that fails, look into the file whether it was kept all the same."""
    wanted = _digests(connection)
    try:
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            raise
        connection.close()
        try:
            with closing(connect(journal)) as other:
                is_kept = _digests(other) == wanted
        except sqlite3.Error as error:
            raise StorageError("commit-unknown") from error
        if not is_kept:
            raise


def _digests(connection: Connection) -> list[tuple[str, ...]]:
    """What tells one state of a journal from another."""
    return [tuple(row) for table in DIGESTED for row in connection.execute(f"SELECT rowid, digest FROM {table}")]


def _erase_copy(path: Path, erase: Erase) -> int:
    """Erase in a backup, and write the file anew; returns how much was there."""
    with closing(connect(path)) as copy:
        if schema_version(copy, path) < SCHEMA_VERSION:
            migrate_in_transaction(copy, path)
        copy.execute("BEGIN IMMEDIATE")
        copy.execute("PRAGMA defer_foreign_keys = ON")
        count = erase(copy)
        copy.execute("COMMIT")
        copy.execute("VACUUM")
    return count


def _erase(connection: Connection, present: dict[str, Document | None], *, earlier: bool) -> int:
    numbers = _numbers(connection, list(present))
    for uid, number in numbers.items():
        if earlier:
            redact_history(connection, number, present[uid] or {})
        else:
            connection.execute("DELETE FROM revisions WHERE kind = 'entry' AND key = ?", (str(number),))
            _unlink(connection, number)
            delete(connection, "entry", str(number))
            clear_sent_digests(connection, number)
    connection.execute("DELETE FROM commands WHERE id NOT IN (SELECT command FROM revisions)")
    return len(numbers)


def _erase_mentees(connection: Connection, readers: str) -> int:
    """Erase in one file; returns how many packets were there."""
    ids = json.dumps([number for (number,) in connection.execute(MENTEE_IDS, (readers,))])
    of_them = "IN (SELECT value FROM json_each(?1))"
    found = 0
    for kind in ("comment", "reply", "received"):
        table = KEYS[kind][0]
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


def _uid(connection: Connection, number: int) -> str:
    """The uid of an entry that is there, was removed, or undone; raises NotFound for none."""
    row = connection.execute(
        "SELECT uid FROM entries WHERE number = ?1 UNION ALL SELECT json_extract(document, '$.uid') FROM revisions "
        "WHERE kind = 'entry' AND key = CAST(?1 AS TEXT) AND document IS NOT NULL LIMIT 1",
        (number,),
    ).fetchone()
    if not row:
        raise not_found(connection, number)
    return str(row[0])


def _words(connection: Connection, number: int, *, earlier: bool) -> set[str]:
    """All that the entry says or said and that is to be erased."""
    said = {word for document in past_documents(connection, number) for word in texts(document)}
    present = set(texts(stored_document_if_any(connection, number) or {}))
    return said - present if earlier else said | present


def _numbers(connection: Connection, uids: list[str]) -> dict[str, int]:
    found = connection.execute(
        "SELECT uid, number FROM entries WHERE uid IN (SELECT value FROM json_each(?1)) UNION "
        "SELECT json_extract(document, '$.uid'), CAST(key AS INTEGER) FROM revisions "
        "WHERE kind = 'entry' AND document IS NOT NULL "
        "AND json_extract(document, '$.uid') IN (SELECT value FROM json_each(?1))",
        (json.dumps(uids),),
    )
    return dict(found.fetchall())


def _unlink(connection: Connection, number: int) -> None:
    """Drop every link to the entry, also from what others used to be."""
    for (other,) in connection.execute(LINKED, (number,) * 3).fetchall():
        entry = stored_entry(connection, other)
        entry = replace(
            entry,
            about=None if entry.about == number else entry.about,
            goals=tuple(goal for goal in entry.goals if goal != number),
        )
        if isinstance(entry, Question) and entry.answered_in == number:
            entry = replace(entry, answered_in=None)
        upsert_entry(connection, entry_document(entry))
    for row in connection.execute(LINKING_REVISIONS, (number,) * 3).fetchall():
        document = {
            key: [goal for goal in value if goal != number] if key == "goals" else value
            for key, value in json.loads(row["document"]).items()
            if not (key in ("about", "answered_in") and value == number)
        }
        rewrite_revision(connection, row, {key: value for key, value in document.items() if value != []})
