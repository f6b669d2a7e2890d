"""Packets, mentees and comments of one journal, copied into a new one row by row."""

from collections.abc import Iterator
from dataclasses import replace
from sqlite3 import Connection, Row

from mentorlog.model.reports import CopyReport
from mentorlog.storage.database.connection import READ_ERRORS

TABLES = {  # each after those that it names, and what is said where rows of it are missing
    "readers": "readers",
    "reader_entries": "the numbers of readers",
    "packets": "packets that left",
    "packet_entries": "entries of packets that left",
    "mentees": "mentees",
    "received_packets": "packets from mentees",
    "received_entries": "entries from mentees",
    "replies": "replies",
    "comments": "comments and notes",
}


def copy_sharing(source: Connection, target: Connection) -> CopyReport:
    """Copy what can be read of packets and mentees into `target`, which has none, in the caller's transaction."""
    notes = tuple(note for table in TABLES for note in _copy_table(source, target, table))
    return replace(sharing_counts(target), notes=notes)


def sharing_counts(connection: Connection) -> CopyReport:
    """How many packets that left and how many mentees there are."""
    packets, mentees = (
        connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("packets", "mentees")
    )
    return CopyReport(packets=packets, mentees=mentees)


def _copy_table(source: Connection, target: Connection, table: str) -> Iterator[str]:
    """Copy the rows of one table; says what is missing."""
    missing = 0
    try:
        for row in source.execute(f"SELECT * FROM {table}"):
            missing += not _insert_row(target, table, row)
    except READ_ERRORS:
        yield f"Not all {TABLES[table]} could be read."
    if missing:
        yield f"Of {TABLES[table]}, {missing} could not be written."


def _insert_row(target: Connection, table: str, row: Row) -> bool:
    columns = row.keys()
    try:
        target.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' for _ in columns)})", tuple(row)
        )
    except READ_ERRORS:
        return False
    return True
