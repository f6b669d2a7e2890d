"""The journal: everything kept, in one file. `open_journal` opens it; one command writes in one transaction."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import StorageError
from mentorlog.storage.database.connection import (
    SCHEMA_VERSION,
    check_exists,
    check_length,
    connect,
    connect_to_memory,
    report_damage,
    schema_version,
    translate_errors,
)
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.journal_reader import JournalReader

if TYPE_CHECKING:
    from mentorlog.model.archive import ImportResult, Item
    from mentorlog.model.entries import Entry
    from mentorlog.model.history import CommandRecord
    from mentorlog.model.packets import Packet
    from mentorlog.model.reports import CopyReport, IntegrityReport, PurgeReport
    from mentorlog.model.reviews import Mentee, PacketReceipt
    from mentorlog.storage.maintenance.salvage import Salvage
    from mentorlog.storage.sharing.mentee_queries import MenteeQueries
    from mentorlog.storage.sharing.mentee_writes import MenteeTransaction
    from mentorlog.storage.sharing.sent_packets import SentPackets

MEMORY = Path(":memory:")
COMMAND = "SELECT 1 FROM commands WHERE uid = ? AND state = ?"
CARRIED = "SELECT 1 FROM readers UNION ALL SELECT 1 FROM mentees"


class _Rollback(Exception):
    """Raised to undo what was only tried."""


class Journal(JournalReader):
    """An open journal. `upgrade_backup` is the backup of a file that was upgraded when it was opened."""

    def __init__(self, connection: sqlite3.Connection, path: Path, former: Path | None = None) -> None:
        super().__init__(connection)
        self.path = path
        self.upgrade_backup = former
        self.has_written = False

    def import_items(self, items: Iterable[Item], *, at: str, is_trial: bool = False) -> ImportResult:
        """Import another journal: all of it or, where reading `items` raises or this is a trial, nothing."""
        from mentorlog.model.archive import ImportResult
        from mentorlog.storage.maintenance.merge_journal import JournalImport

        result = ImportResult()
        with suppress(_Rollback), self.write("import", at=at) as writing:
            result = JournalImport(self._connection, writing).run(items)
            if is_trial or not writing.has_changed:  # where all is known, there is nothing to undo
                raise _Rollback
        return result

    @contextmanager
    def write(self, command: str, *, at: str) -> Iterator[Transaction]:
        """A transaction for one command; `at` is now, UTC in ISO form. What was undone can't be redone any more."""
        uid = os.urandom(16).hex()
        with self.raw_transaction() as mark:
            mark[:] = COMMAND, uid, "done"
            self._connection.execute("UPDATE commands SET state = 'dropped' WHERE state = 'undone'")
            cursor = self._connection.execute(
                "INSERT INTO commands (uid, at, name, state) VALUES (?, ?, ?, 'done')", (uid, at, command)
            )
            yield Transaction(self._connection, cursor.lastrowid or 0, at)

    def sent_packets(self) -> SentPackets:
        """The packets that were given away."""
        from mentorlog.storage.sharing.sent_packets import SentPackets

        return SentPackets(self._connection)

    def mentee_queries(self) -> MenteeQueries:
        """The packets of mentees, and the comments on them."""
        from mentorlog.storage.sharing.mentee_queries import MenteeQueries

        return MenteeQueries(self._connection)

    @contextmanager
    def write_packets(self) -> Iterator[SentPackets]:
        """A transaction for packets that are given away; undo does not reach it."""
        with self.raw_transaction() as mark:
            packets = self.sent_packets()
            yield packets
            mark[:] = packets.commit_check

    def import_packets(self, packets: Iterable[Packet], name: str = "", *, at: str) -> tuple[PacketReceipt, ...]:
        """Import the packets of mentees: all or none."""
        receipts: tuple[PacketReceipt, ...] = ()
        with suppress(_Rollback), self.write_review("review import", at=at) as writing:
            receipts = tuple(writing.add_packet(packet, name) for packet in packets)
            if not writing.has_changed:
                raise _Rollback
        return receipts

    @contextmanager
    def write_review(self, command: str, *, at: str) -> Iterator[MenteeTransaction]:
        """As `write`, for packets of mentees, comments and replies."""
        from mentorlog.storage.sharing.mentee_writes import MenteeTransaction

        with self.write(command, at=at) as writing:
            yield MenteeTransaction(self._connection, writing, at)

    def undo(self) -> CommandRecord:
        """Undo the newest command as a whole; raises NotFound where there is none."""
        return self._undo_or_redo("undone")

    def redo(self) -> CommandRecord:
        """Redo what was undone last; raises NotFound where nothing was."""
        return self._undo_or_redo("done")

    def check(self) -> IntegrityReport:
        """Check every entry; nothing is changed."""
        from mentorlog.storage.maintenance.integrity import check

        return check(self._connection)

    def salvage(self) -> Salvage:
        """Everything that can be read of a damaged journal."""
        from mentorlog.storage.maintenance.salvage import Salvage

        return Salvage(self._connection)

    def copy_sharing(self, source: Journal) -> CopyReport:
        """Copy packets, mentees and comments of another journal into this one, which has none."""
        from mentorlog.storage.sharing.copy_sharing import copy_sharing

        with self.raw_transaction() as mark:
            mark[:] = (CARRIED,)
            return copy_sharing(source._connection, self._connection)

    def sharing_counts(self) -> CopyReport:
        """How many packets were given away, and how many mentees there are."""
        from mentorlog.storage.sharing.copy_sharing import sharing_counts

        return sharing_counts(self._connection)

    def purge(self, numbers: list[int], *, earlier: bool = False) -> PurgeReport:
        """Erase entries, or what they used to say, here and from automatic backups. Nothing brings them back."""
        from mentorlog.storage.maintenance.purge import purge

        self.has_written = True
        return purge(self._connection, self.path, numbers, earlier=earlier)

    def purge_mentee(self, mentee: Mentee) -> PurgeReport:
        """Erase a mentee with all that came and all that was written to it, here and from automatic backups."""
        from mentorlog.storage.maintenance.purge import purge_mentee

        self.has_written = True
        return purge_mentee(self._connection, self.path, mentee)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _undo_or_redo(self, state: str) -> CommandRecord:
        from mentorlog.storage.history import undo_or_redo

        with self.raw_transaction() as mark:
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            command = undo_or_redo(self._connection, state)
            (uid,) = self._connection.execute("SELECT uid FROM commands WHERE id = ?", (command.id,)).fetchone()
            mark[:] = COMMAND, uid, state
            return command

    @contextmanager
    def raw_transaction(self) -> Iterator[list[str]]:
        """Run one transaction. The caller puts a query, with its parameters, into the list: one that returns a row if
        and only if the commit succeeded.
        """
        mark: list[str] = []
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            if self.path != MEMORY:
                check_length(self._connection, self.path)
            yield mark
        except BaseException:
            with suppress(sqlite3.ProgrammingError):  # closed already, where a signal came between two blocks
                if self._connection.in_transaction:  # some errors end it by themselves
                    self._connection.execute("ROLLBACK")
            raise
        self._commit(mark)

    def _commit(self, mark: list[str]) -> None:
        """Commit; where that fails, look into the file whether it was kept all the same."""
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
                raise
            if not self._is_committed(mark):
                raise
        self.has_written = True

    def _is_committed(self, mark: list[str]) -> bool:
        self._connection.close()
        try:
            self._connection = connect(self.path)
            query, *parameters = mark
            return self._connection.execute(query, parameters).fetchone() is not None
        except sqlite3.Error as error:
            raise StorageError("commit-unknown") from error


@contextmanager
def open_journal(path: Path, *, create_at: str = "", upgrade_at: str = "") -> Iterator[Journal]:
    """The journal at `path`. With `create_at` (now, UTC) a missing one is made; with `upgrade_at` one of an older
    shape is backed up and brought to the present one, without it read as it would be then.

    Raises NotFound where there is none, Damaged where it is no journal, TooNew where a newer
    mentorlog wrote it, Busy, StorageError as they are met, also by what is done with it.
    """
    with translate_errors(path):
        if create_at and not path.is_file():
            from mentorlog.storage.database.create import create_journal

            create_journal(path, at=create_at)
        try:
            connection, former = connect(path), None
        except sqlite3.OperationalError:
            check_exists(path)
            raise
        try:
            if schema_version(connection, path) < SCHEMA_VERSION:
                connection, former = _upgraded(connection, path, upgrade_at)
            journal = Journal(connection, path, former)
        except BaseException:
            connection.close()
            raise
        with closing(journal), report_damage(journal.check, path):
            yield journal


@contextmanager
def empty_journal(at: str) -> Iterator[Journal]:
    """A journal in memory in which nothing is written yet, for reading where there is none; `at` is now."""
    from mentorlog.storage.database.create import create_schema

    with closing(connect_to_memory()) as connection:
        create_schema(connection, at)
        yield Journal(connection, MEMORY)


@contextmanager
def reader_journal(
    entries: Sequence[Entry], *, numbers: Mapping[int, int], names: Mapping[str, str] | None = None
) -> Iterator[Journal]:
    """A journal in memory that holds `entries` and nothing else, to make everything for a reader from: what is not
    in it can leave no trace. They stand under `numbers` (theirs for ours) with the links among themselves alone, with
    the areas that they touch and the people that they name. `names` are other names by uid, each of one person.
    """
    from mentorlog.storage.database.create import create_schema
    from mentorlog.storage.sharing.reader_copy import write_reader_copy

    with closing(connect_to_memory()) as connection:
        create_schema(connection, "")
        write_reader_copy(connection, entries, numbers, names or {})
        yield Journal(connection, MEMORY)


def _upgraded(older: sqlite3.Connection, path: Path, at: str) -> tuple[sqlite3.Connection, Path | None]:
    """The file upgraded, with the backup made before; or a copy of it in memory. Closes `older`."""
    from mentorlog.storage.maintenance.upgrade import check_version, upgrade, upgraded_copy

    with closing(older):
        check_version(older, path)
        if not at:
            return upgraded_copy(older, path), None
    return connect(path), upgrade(path, at=at)
