"""What can be read of a journal: its entries, people and areas, the counts over them, what was done."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.errors import NotFound
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Goal, Kind
from mentorlog.model.people import Person
from mentorlog.storage.entries import read_rows
from mentorlog.storage.entries.read_rows import read_areas, read_people

if TYPE_CHECKING:
    from mentorlog.dates import Period
    from mentorlog.model.archive import Item
    from mentorlog.model.history import CommandRecord, Version
    from mentorlog.model.selection import Selection
    from mentorlog.model.tallies import AreaPersonTally, LastMeeting, PersonTally, Tallies


class JournalReader:
    """All reading, of the entries that are there: what was removed is read with its history alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def areas(self) -> tuple[Area, ...]:
        """All areas in their order, paused ones too."""
        return tuple(read_areas(self._connection).values())

    def people(self) -> tuple[Person, ...]:
        """Everybody, in the order in which they came."""
        return tuple(read_people(self._connection).values())

    def entries(self, selection: Selection | None = None) -> tuple[Entry, ...]:
        """The entries that fit, oldest first; with a limit, the newest of them."""
        from mentorlog.storage.entries import queries

        return queries.matching_entries(self._connection, selection)

    def iter_entries(self, selection: Selection) -> Iterator[Entry]:
        """The same entries one by one, of which few are in memory."""
        from mentorlog.storage.entries import queries

        return queries.iter_entries(self._connection, selection)

    def iter_newest_first(self, selection: Selection) -> Iterator[tuple[Entry, ...]]:
        """The entries that fit, the newest first, in parts, each as soon as it is found."""
        from mentorlog.storage.entries import queries

        return queries.iter_newest_first(self._connection, selection)

    def count(self, selection: Selection | None = None) -> int:
        """How many entries fit, whatever the limit."""
        from mentorlog.storage.entries.queries import where_clause

        conditions, parameters = where_clause(selection)
        query = f"SELECT COUNT(*) FROM entries e WHERE {conditions}"
        return int(self._connection.execute(query, parameters).fetchone()[0])

    def is_empty(self) -> bool:
        """Whether no entry is in sight."""
        query = "SELECT 1 FROM entries e WHERE e.removed_at IS NULL AND e.tender = 0 LIMIT 1"
        return self._connection.execute(query).fetchone() is None

    def first_day(self, selection: Selection) -> date | None:
        """The day of the earliest entry that fits; None where none does."""
        from mentorlog.storage.entries.queries import where_clause

        conditions, parameters = where_clause(selection)
        query = f"SELECT MIN(e.day) FROM entries e WHERE {conditions}"
        (day,) = self._connection.execute(query, parameters).fetchone()
        return date.fromisoformat(day) if day else None

    def tallies(self, selection: Selection | None = None) -> Tallies:
        """All counts over the entries that fit."""
        from mentorlog.storage.entries.stats import tallies

        return tallies(self._connection, selection)

    def area_person_tallies(self, selection: Selection | None = None) -> tuple[AreaPersonTally, ...]:
        """Which areas came up with whom, over the entries that fit."""
        from mentorlog.storage.entries.stats import area_person_tallies

        return area_person_tallies(self._connection, selection)

    def entry(self, number: int) -> Entry:
        """The entry with `number`; raises NotFound where it is not there."""
        return read_rows.entry(self._connection, number)

    def entry_any_state(self, number: int) -> Entry:
        """The entry as it is kept, also where it was removed; raises NotFound where there is none."""
        return read_rows.stored_entry(self._connection, number)

    def newest(self, *kinds: Kind) -> Entry:
        """The entry of one of `kinds`, or of any, that was written last; raises NotFound where there is none."""
        only = f"AND kind IN ({', '.join('?' for _ in kinds)})" if kinds else ""
        last = self._connection.execute(  # NOT INDEXED: from the last number down, the first that fits
            f"SELECT number FROM entries NOT INDEXED WHERE removed_at IS NULL AND tender = 0 {only} "
            "ORDER BY number DESC LIMIT 1",
            [kind.value for kind in kinds],
        ).fetchone()
        if last is None:
            raise NotFound("none-yet", kinds=kinds or ("entry",))
        return self.entry(last["number"])

    def entries_about(self, number: int) -> tuple[Entry, ...]:
        """The entries about the one with `number`, or answered in it, oldest first."""
        return read_rows.entries_where(self._connection, "e.about = ? OR e.answered_in = ?", (number, number))

    def evidence(self, number: int) -> tuple[Entry, ...]:
        """The entries that stand behind the goal with `number`, oldest first."""
        behind = "e.number IN (SELECT entry FROM entry_goals WHERE goal = ?)"
        return read_rows.entries_where(self._connection, behind, (number,))

    def goals(self, numbers: set[int]) -> tuple[Goal, ...]:
        """The goals with these numbers."""
        listed = json.dumps(sorted(numbers))
        found = read_rows.entries_where(self._connection, "e.number IN (SELECT value FROM json_each(?))", (listed,))
        return tuple(entry for entry in found if isinstance(entry, Goal))

    def last_evidence(self) -> dict[int, date]:
        """The latest day of an entry behind each goal that has any, by the goal's number."""
        rows = self._connection.execute(
            "SELECT g.goal, MAX(e.day) FROM entry_goals g JOIN entries e ON e.number = g.entry "
            "WHERE e.removed_at IS NULL AND e.tender = 0 GROUP BY g.goal"
        )
        return {goal: date.fromisoformat(day) for goal, day in rows}

    def unanswered_feedback(self) -> tuple[Entry, ...]:
        """The feedback about which nothing was written yet, oldest first."""
        unanswered = """e.kind = 'feedback' AND NOT EXISTS
            (SELECT 1 FROM entries a WHERE a.about = e.number AND a.removed_at IS NULL)"""
        return read_rows.entries_where(self._connection, unanswered, ())

    def open_entries(self) -> tuple[Entry, ...]:
        """The open actions, the active goals and the unanswered questions, oldest first."""
        from mentorlog.storage.entries.queries import IS_OPEN

        return read_rows.entries_where(self._connection, IS_OPEN, ())

    def active_goals(self, selection: Selection | None = None) -> tuple[Goal, ...]:
        """The goals that are active now and fit, whatever the period."""
        from mentorlog.storage.entries import queries

        return queries.matching_goals(self._connection, selection, "e.status = 'active'")

    def goals_with_events(self, selection: Selection, period: Period | None) -> tuple[Goal, ...]:
        """The goals that fit, and to which something happened within the period."""
        if period is None:
            return ()
        within = "e.number IN (SELECT entry FROM events WHERE day >= ? AND day < ?)"
        days = (period.start.isoformat(), period.end.isoformat())
        from mentorlog.storage.entries import queries

        return queries.matching_goals(self._connection, selection, within, *days)

    def numbers(self, first: int, last: int, *, removed: bool = False) -> list[int]:
        """The numbers from `first` to `last` whose entries are there and not tender, or were removed."""
        state = "NOT NULL" if removed else "NULL AND tender = 0"
        query = f"SELECT number FROM entries WHERE number BETWEEN ? AND ? AND removed_at IS {state} ORDER BY number"
        return [number for (number,) in self._connection.execute(query, (first, last))]

    def existing_numbers(self, numbers: Iterable[int]) -> set[int]:
        """Those of these numbers under which there is an entry, removed or not."""
        return read_rows.existing_numbers(self._connection, numbers)

    def commands(self, limit: int | None = None) -> tuple[CommandRecord, ...]:
        """What was done, newest first."""
        from mentorlog.storage import history

        return history.recent_commands(self._connection, limit)

    def versions(self, number: int) -> tuple[Version, ...]:
        """What an entry used to be, oldest first; raises NotFound for a number never used."""
        read_rows.stored_entry(self._connection, number)
        from mentorlog.storage import history

        return history.versions(self._connection, number)

    def iter_items(self) -> Iterator[Item]:
        """All areas, all people, then all entries in order of number, removed or not, with their past."""
        from mentorlog.storage.maintenance.dump_journal import iter_items

        return iter_items(self._connection)

    def meetings(self) -> tuple[PersonTally, ...]:
        """Everybody, with the number of sessions and the last day; those met last come first."""
        from mentorlog.storage.entries.meeting_stats import meetings

        return meetings(self._connection)

    def last_met(self) -> tuple[LastMeeting, ...]:
        """As `meetings`, without those who are paused or closed, and without counting."""
        from mentorlog.storage.entries.meeting_stats import last_met

        return last_met(self._connection)
