"""The journal: everything kept, in one file.

Reading needs nothing but `opening.open_journal`. Writing goes through `Journal.writing`: one command, one
transaction, one undo. "Saved" may be said once that block has been left.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import DiskRefused
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Goal, Kind
from mentorlog.model.people import Person
from mentorlog.storage import reading
from mentorlog.storage.connection import check_length, connect
from mentorlog.storage.rows import read_areas, read_people
from mentorlog.storage.writing import Writing

if TYPE_CHECKING:
    from mentorlog.dates import Period
    from mentorlog.model.archive import Item, Taken
    from mentorlog.model.findings import Findings, Purged
    from mentorlog.model.history import Deed, Version
    from mentorlog.model.packets import Packet
    from mentorlog.model.reviews import Arrival, Mentee
    from mentorlog.model.selection import Selection
    from mentorlog.model.tallies import PersonTally, Tallies
    from mentorlog.storage.reviewing import Reviewing
    from mentorlog.storage.reviews import Reviews

MEMORY = Path(":memory:")
UNSEEN = "Whether it was kept can't be seen now."
LOOK = "To see it once the disk works: mentorlog history"


class _Trial(Exception):
    """Raised to undo what was only tried."""


class Journal:
    """An open journal. What is asked of it comes from the entries that are there; what was put away
    is found by `restore` and `history` alone. `former` is the backup of what the file was, where it had to be brought
    to the present shape.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, former: Path | None = None) -> None:
        self._connection = connection
        self.path = path
        self.former = former
        self.has_written = False

    def areas(self) -> tuple[Area, ...]:
        """All areas in their order, paused ones too."""
        return tuple(read_areas(self._connection).values())

    def people(self) -> tuple[Person, ...]:
        """Everybody, in the order in which they came."""
        return tuple(read_people(self._connection).values())

    def entries(self, selection: Selection | None = None) -> tuple[Entry, ...]:
        """The entries that fit, oldest first; with a limit, the newest of them."""
        from mentorlog.storage import selecting

        return selecting.selected(self._connection, selection)

    def found(self, selection: Selection) -> Iterator[tuple[Entry, ...]]:
        """The entries that fit, the newest first, in parts, each as soon as it is found."""
        from mentorlog.storage import selecting

        return selecting.found(self._connection, selection)

    def count(self, selection: Selection | None = None) -> int:
        """How many entries fit, whatever the limit."""
        from mentorlog.storage import selecting

        return selecting.counted(self._connection, selection)

    def tallies(self, selection: Selection | None = None) -> Tallies:
        """All counts over the entries that fit."""
        from mentorlog.storage.tallying import tallies

        return tallies(self._connection, selection)

    def entry(self, number: int) -> Entry:
        """The entry with `number`; raises NotFound where it is not there."""
        return reading.entry(self._connection, number)

    def kept(self, number: int) -> Entry:
        """The entry as it is kept, also where it was put away; raises NotFound where there is none."""
        return reading.kept_entry(self._connection, number)

    def newest(self, *kinds: Kind) -> Entry:
        """The entry of one of `kinds` that was written last; raises NotFound where there is none."""
        return reading.newest(self._connection, kinds)

    def about(self, number: int) -> tuple[Entry, ...]:
        """The entries about the one with `number`, or answered in it, oldest first."""
        return reading.entries_where(self._connection, "e.about = ? OR e.answered_in = ?", (number, number))

    def evidence(self, number: int) -> tuple[Entry, ...]:
        """The entries that stand behind the goal with `number`, oldest first."""
        behind = "e.number IN (SELECT entry FROM entry_goals WHERE goal = ?)"
        return reading.entries_where(self._connection, behind, (number,))

    def goals(self, numbers: set[int]) -> tuple[Goal, ...]:
        """The goals with these numbers."""
        return reading.goals_of(self._connection, numbers)

    def active_goals(self, selection: Selection | None = None) -> tuple[Goal, ...]:
        """The goals that are active now and fit, whatever the period."""
        from mentorlog.storage import selecting

        return selecting.goals_that_fit(self._connection, selection, "e.status = 'active'")

    def moving_goals(self, selection: Selection, period: Period | None) -> tuple[Goal, ...]:
        """The goals that fit, and to which something happened within the period."""
        if period is None:
            return ()
        within = "e.number IN (SELECT entry FROM events WHERE day >= ? AND day < ?)"
        days = (period.start.isoformat(), period.end.isoformat())
        from mentorlog.storage import selecting

        return selecting.goals_that_fit(self._connection, selection, within, *days)

    def numbers(self, first: int, last: int, *, put_away: bool = False) -> list[int]:
        """The numbers from `first` to `last` whose entries are there, or were put away."""
        return reading.numbers_between(self._connection, first, last, put_away=put_away)

    def deeds(self, limit: int | None = None) -> tuple[Deed, ...]:
        """What was done, newest first."""
        from mentorlog.storage import history

        return history.deeds(self._connection, limit)

    def versions(self, number: int) -> tuple[Version, ...]:
        """What an entry used to be, oldest first; raises NotFound for a number never used."""
        reading.kept_entry(self._connection, number)
        from mentorlog.storage import history

        return history.versions(self._connection, number)

    def everything(self) -> Iterator[Item]:
        """All areas, all people, then all entries in order of number, put away or not, with their past."""
        from mentorlog.storage.giving import everything

        return everything(self._connection)

    def take_in(self, items: Iterable[Item], *, at: str, is_trial: bool = False) -> Taken:
        """Take another journal in: all of it or, where reading `items` raises or this is but a trial,
        nothing. Where all was here already, there is nothing to undo.
        """
        from mentorlog.model.archive import Taken
        from mentorlog.storage.taking import Taking

        taken = Taken()
        with suppress(_Trial), self.writing("import", at=at) as writing:
            taken = Taking(self._connection, writing).take(items)
            if is_trial or not writing.has_changed:
                raise _Trial
        return taken

    def meetings(self) -> tuple[PersonTally, ...]:
        """Everybody, with the number of sessions and the last day; those met last come first."""
        from mentorlog.storage.tallying import meetings

        return meetings(self._connection)

    @contextmanager
    def writing(self, command: str, *, at: str) -> Iterator[Writing]:
        """A transaction for one command; `at` is now, UTC seconds in ISO form. It is undone whole on
        any exception. What was taken back before can't be done again after it.
        """
        uid = os.urandom(16).hex()
        with self._transaction() as mark:
            mark[:] = uid, "done"
            self._connection.execute("UPDATE commands SET state = 'dropped' WHERE state = 'undone'")
            cursor = self._connection.execute(
                "INSERT INTO commands (uid, at, name, state) VALUES (?, ?, ?, 'done')", (uid, at, command)
            )
            yield Writing(self._connection, cursor.lastrowid or 0, at)

    def reviews(self) -> Reviews:
        """What came from mentees."""
        from mentorlog.storage.reviews import Reviews

        return Reviews(self._connection)

    @contextmanager
    def reviewing(self, command: str, *, at: str) -> Iterator[Reviewing]:
        """As `writing`, for what has to do with mentees."""
        from mentorlog.storage.reviewing import Reviewing

        with self.writing(command, at=at) as writing:
            yield Reviewing(self._connection, writing, at)

    def receive(self, packets: Iterable[Packet], name: str = "", *, at: str) -> tuple[Arrival, ...]:
        """Take in what mentees gave: all of it, or nothing. Where all was here already, there is nothing to undo."""
        arrivals: tuple[Arrival, ...] = ()
        with suppress(_Trial), self.reviewing("review import", at=at) as reviewing:
            arrivals = tuple(reviewing.take_in(packet, name) for packet in packets)
            if not reviewing.has_changed:
                raise _Trial
        return arrivals

    def undo(self) -> Deed:
        """Take back the newest command as a whole; raises NotFound where there is none."""
        from mentorlog.storage import history

        return self._turn(history.take_back, "undone")

    def redo(self) -> Deed:
        """Do again what was taken back last; raises NotFound where nothing was."""
        from mentorlog.storage import history

        return self._turn(history.do_again, "done")

    def check(self) -> Findings:
        """Whether every entry is whole; nothing is changed."""
        from mentorlog.storage.checking import check

        return check(self._connection)

    def readable(self) -> Iterator[Item]:
        """Everything that can be read of a damaged journal."""
        from mentorlog.storage.checking import readable

        return readable(self._connection)

    def purge(self, numbers: list[int], *, earlier: bool = False) -> Purged:
        """Erase entries, or what they used to say, here and from automatic backups. Nothing brings them back."""
        from mentorlog.storage.purging import purge

        purged = purge(self._connection, self.path, numbers, earlier=earlier)
        self.has_written = True
        return purged

    def purge_mentee(self, mentee: Mentee) -> Purged:
        """Erase a mentee with all that came and all that was written to it, here and from automatic backups."""
        from mentorlog.storage.review_purging import purge_mentee

        purged = purge_mentee(self._connection, self.path, mentee)
        self.has_written = True
        return purged

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _turn(self, turn: Callable[[sqlite3.Connection], Deed], state: str) -> Deed:
        with self._transaction() as mark:
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            deed = turn(self._connection)
            (uid,) = self._connection.execute("SELECT uid FROM commands WHERE id = ?", (deed.id,)).fetchone()
            mark[:] = uid, state
            return deed

    @contextmanager
    def _transaction(self) -> Iterator[list[str]]:
        """One transaction. What it yields is to hold the mark by which it is known to be kept: the uid
        of a command, and its state after it.
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
            if not self._is_kept(mark):
                raise
        self.has_written = True

    def _is_kept(self, mark: list[str]) -> bool:
        self._connection.close()
        try:
            self._connection = connect(self.path)
            query = "SELECT 1 FROM commands WHERE uid = ? AND state = ?"
            return self._connection.execute(query, mark).fetchone() is not None
        except sqlite3.Error as error:
            raise DiskRefused("The disk failed while the journal was written.", safe=UNSEEN, hint=LOOK) from error
