"""Entries as a reader sees them: under other numbers, with no link to what is not there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from sqlite3 import Connection

from mentorlog.model.entries import Entry, EntryWithOwner, Question
from mentorlog.model.people import Person
from mentorlog.model.serialization import area_document, entry_document, person_document
from mentorlog.storage.entries.write_rows import insert_entries, upsert_area, upsert_person


def write_reader_copy(
    connection: Connection, entries: Sequence[Entry], numbers: Mapping[int, int], names: Mapping[str, str]
) -> None:
    """Put `entries` into a new journal, in which nothing is. Of people only the names go along."""
    connection.execute("BEGIN")
    connection.execute("DELETE FROM areas")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for area in dict.fromkeys(area for entry in entries for area in entry.areas):
        upsert_area(connection, area_document(replace(area, is_paused=False)))
    people: dict[str, Person] = {}
    for person in (person for entry in entries for person in _people(entry)):
        if person.uid not in people:
            name = names.get(person.uid, person.name)
            people[person.uid] = Person(name=name, number=len(people) + 1, uid=person.uid)
            upsert_person(connection, person_document(people[person.uid]))
    insert_entries(connection, [entry_document(renumber(entry, numbers)) for entry in entries])
    connection.execute("COMMIT")


def _people(entry: Entry) -> Iterator[Person]:
    yield from entry.people
    if isinstance(entry, EntryWithOwner) and entry.owner:
        yield entry.owner


def renumber(entry: Entry, numbers: Mapping[int, int]) -> Entry:
    """The entry under its number among `numbers` (there → here), with links to those among them alone."""
    seen = replace(
        entry,
        number=numbers[entry.number],
        about=numbers.get(entry.about or 0),
        goals=tuple(numbers[goal] for goal in entry.goals if goal in numbers),
    )
    return replace(seen, answered_in=numbers.get(seen.answered_in or 0)) if isinstance(seen, Question) else seen
