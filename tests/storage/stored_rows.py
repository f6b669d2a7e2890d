"""What stands in a journal, row by row."""

from typing import TypeVar

from mentorlog.model.archive import ArchivedEntry
from mentorlog.model.entries import Entry
from mentorlog.model.fields import Value
from mentorlog.model.people import Person
from mentorlog.model.serialization import (
    area_document,
    canonical,
    digest,
    entry_document,
    person_document,
)
from mentorlog.storage.entries.read_rows import read_areas, read_people, stored_entry
from mentorlog.storage.journal import Journal
from tests.entries import NOW

E = TypeVar("E", bound=Entry)
CONTENT = ("areas", "people", "entries", "entry_areas", "entry_people", "entry_goals", "answers", "events")
PAST = ("commands", "revisions")


def rows(journal: Journal, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in journal._connection.execute(query)]


def dump(journal: Journal, tables: tuple[str, ...] = CONTENT) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that holds content."""
    return {table: sorted(rows(journal, f"SELECT * FROM {table}"), key=repr) for table in tables}


def add(journal: Journal, *drafts: E) -> list[E]:
    """Each draft saved by a command of its own."""
    saved = []
    for draft in drafts:
        with journal.write("add", at=NOW) as writing:
            saved.append(writing.add(draft))
    return saved


def add_person(journal: Journal, *names: str) -> list[Person]:
    with journal.write("person add", at=NOW) as writing:
        return [writing.add_person(Person(name=name)) for name in names]


def check_digests(journal: Journal) -> None:
    """Every digest that is kept is that of what is kept."""
    connection = journal._connection
    for number, kept in rows(journal, "SELECT number, digest FROM entries"):
        assert digest(canonical(entry_document(stored_entry(connection, int(str(number)))))) == kept
    for slug, kept in rows(journal, "SELECT slug, digest FROM areas"):
        assert digest(canonical(area_document(read_areas(connection)[str(slug)]))) == kept
    for number, kept in rows(journal, "SELECT id, digest FROM people"):
        assert digest(canonical(person_document(read_people(connection)[int(str(number))]))) == kept
    for kind, key, document, kept in rows(journal, "SELECT kind, key, document, digest FROM revisions"):
        assert digest(f"{kind} {key} {document}") == kept


def whole(journal: Journal) -> list[Value]:
    """All areas, people and entries with their past, as plain values."""
    found: list[Value] = []
    for item in journal.iter_items():
        if isinstance(item, ArchivedEntry):
            past = [(earlier.uid, earlier.at, earlier.name, earlier.document) for earlier in item.revisions]
            found.append([entry_document(item.entry), *past])
        elif isinstance(item, Person):
            found.append([item.name, item.role, item.rhythm, item.uid])
        else:
            found.append([item.slug, item.name, item.about, item.is_paused])
    return found
