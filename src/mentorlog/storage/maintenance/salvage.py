"""All that can be read of a damaged journal, and what could not be."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TypeVar, cast

from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.areas import Area
from mentorlog.model.fields import Document
from mentorlog.model.people import Person
from mentorlog.model.serialization import area_document, entry_record, person_document, without_empty
from mentorlog.storage.database.connection import READ_ERRORS, connect_to_memory
from mentorlog.storage.database.create import create_schema
from mentorlog.storage.entries.read_rows import (
    FROM,
    STORED_COLUMNS,
    entry_documents,
    entry_fields,
    read_areas,
    read_people,
)
from mentorlog.storage.entries.write_rows import upsert_area, upsert_entry, upsert_person
from mentorlog.storage.maintenance.integrity import readable_numbers

Key = TypeVar("Key")
One = TypeVar("One", Area, Person)


class Salvage:
    """Areas, people, and entries as they are now. Of an entry of which not all can be read, its own words; what no
    journal would take is left out. Once all is read, `lost` are numbers of entries that are not in it, `partial`
    of those that are not whole, and `notes` say in a sentence each what else is missing.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.lost: list[int] = []
        self.partial: list[int] = []
        self.notes: list[str] = []

    def items(self) -> Iterator[Item]:
        """Everything that can be read."""
        with closing(connect_to_memory()) as scratch:
            create_schema(scratch, "")
            scratch.execute("PRAGMA foreign_keys = OFF")
            areas = {area.slug: area for area in self._storable(scratch, self._read_all(read_areas, "areas"))}
            people = {person.uid: person for person in self._storable(scratch, self._read_all(read_people, "people"))}
            yield from areas.values()
            yield from people.values()
            for number in readable_numbers(self._connection):
                document = self._readable_document(number, set(areas), set(people))
                try:
                    upsert_entry(scratch, document)
                    yield ArchivedEntry.of(entry_record(document, areas, people))
                except READ_ERRORS:
                    self.lost.append(number)

    def _read_all(self, read: Callable[[sqlite3.Connection], dict[Key, One]], what: str) -> dict[Key, One]:
        try:
            return read(self._connection)
        except READ_ERRORS:
            self.notes.append(f"The {what} could not be read.")
            return {}

    def _storable(self, scratch: sqlite3.Connection, found: dict[Key, One]) -> Iterator[One]:
        """Those areas or people that a journal takes."""
        for key, one in found.items():
            try:
                if isinstance(one, Area):
                    upsert_area(scratch, area_document(one))
                else:
                    upsert_person(scratch, person_document(one))
                yield one
            except READ_ERRORS:
                self.notes.append(f"{'Area' if isinstance(one, Area) else 'Person'} {key} could not be read.")

    def _readable_document(self, number: int, areas: set[str], people: set[str]) -> Document:
        """What can be read of an entry: all of it, or its own fields, or nothing; without links to what is lost."""
        document: Document = {}
        is_whole = False
        try:
            row = self._connection.execute(f"SELECT {STORED_COLUMNS} {FROM} WHERE e.number = ?", (number,)).fetchone()
            document = without_empty(entry_fields(row))
            (document,) = entry_documents(self._connection, [row], is_stored=True)
            is_whole = True
        except READ_ERRORS:
            pass
        kept: Document = {
            **document,
            "areas": [slug for slug in cast(list[str], document.get("areas", [])) if slug in areas],
            "people": [uid for uid in cast(list[str], document.get("people", [])) if uid in people],
        }
        kept = without_empty({key: value for key, value in kept.items() if key != "owner" or value in people})
        if not is_whole or kept != document:
            self.partial.append(number)
        return kept
