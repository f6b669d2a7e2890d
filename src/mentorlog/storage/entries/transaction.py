"""One command that writes: one transaction, one line of the history, one undo."""

import os
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import TYPE_CHECKING, TypeVar

from mentorlog.errors import InvalidInput, NotFound
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, EntryWithOwner, Question
from mentorlog.model.fields import Document
from mentorlog.model.people import Person
from mentorlog.model.serialization import area_document, canonical, digest, entry_document, person_document
from mentorlog.storage.entries import write_rows
from mentorlog.storage.entries.read_rows import read_areas, read_people, stored_document, stored_entry

INSERT_REVISION = "INSERT INTO revisions (command, kind, key, document, digest) VALUES (?, ?, ?, NULLIF(?, ''), ?)"
if TYPE_CHECKING:
    from mentorlog.model.history import Revision


E = TypeVar("E", bound=Entry)
T = TypeVar("T", Area, Person)


class Transaction:
    """What a command may do while its transaction is open; each change keeps what was there before. `at` is in UTC."""

    def __init__(self, connection: Connection, command: int, at: str) -> None:
        self._connection = connection
        self._command = command
        self._at = at

    def add(self, draft: E) -> E:
        """Save a draft, and whoever is new in it; what comes back has its number and uid."""
        saved = replace(
            self._with_people(draft),
            number=write_rows.next_number(self._connection, "entries"),
            uid=draft.uid or os.urandom(16).hex(),
            written_at=self._at,
            changed_at=self._at,
        )
        self.save_revision("entry", saved.number, None)
        write_rows.insert_entries(self._connection, [entry_document(saved)])
        return saved

    def entry(self, number: int) -> Entry:
        """The entry as it is kept, removed or not; this is the one to make a changed one from."""
        return stored_entry(self._connection, number)

    def entry_of_kind(self, number: int, record: type[E]) -> E:
        """As `entry`, for an entry that is known to be of one kind."""
        found = self.entry(number)
        if not isinstance(found, record):
            raise NotFound("wrong-kind", kind=record.kind, number=number, found=found.kind)
        return found

    def change(self, changed: E) -> E:
        """Put `changed` in the place of the entry with its number."""
        saved = replace(self._with_people(changed), changed_at=self._at)
        self.save_revision("entry", saved.number, stored_document(self._connection, saved.number))
        write_rows.upsert_entry(self._connection, entry_document(saved))
        return saved

    def remove(self, number: int) -> Entry:
        """Remove an entry; it can be restored. Raises NotFound where it is not there."""
        entry = self.entry(number)
        if entry.removed_at:
            raise NotFound("removed", kind=entry.kind, number=number)
        return self.change(replace(entry, removed_at=self._at))

    def restore(self, number: int) -> Entry:
        """Bring back an entry that was removed; raises InvalidInput where it was not."""
        entry = self.entry(number)
        if not entry.removed_at:
            raise InvalidInput("not-removed", number=number)
        return self.change(replace(entry, removed_at=""))

    def answer(self, question: int, number: int) -> Question:
        """Note that the entry with `number` answers the question."""
        asked = self.entry_of_kind(question, Question)
        return self.change(replace(asked, answered_in=number))

    def add_person(self, person: Person) -> Person:
        """Save a new person; raises InvalidInput where somebody has that very name."""
        if any(known.name == person.name for known in read_people(self._connection).values()):
            raise InvalidInput("person-exists", name=person.name)
        number = write_rows.next_number(self._connection, "people")
        saved = replace(person, number=number, uid=person.uid or os.urandom(16).hex())
        self.save_revision("person", saved.number, None)
        write_rows.upsert_person(self._connection, person_document(saved))
        return saved

    def change_person(self, changed: Person) -> Person:
        """Put `changed` in the place of the person with its number."""
        before = read_people(self._connection)
        if any(p.name == changed.name and number != changed.number for number, p in before.items()):
            raise InvalidInput("name-taken", name=changed.name)
        self.save_revision("person", changed.number, person_document(before[changed.number]))
        write_rows.upsert_person(self._connection, person_document(changed))
        return changed

    def merge_person(self, old: Person, new: Person) -> int:
        """Let `new` replace `old`, also as a reader of packets, and delete `old`; returns how many entries changed."""
        from mentorlog.storage.entries.packet_readers import person_with_readers, reassign_readers

        found = self._connection.execute(
            "SELECT entry FROM entry_people WHERE person = ? UNION SELECT number FROM entries WHERE owner = ?",
            (old.number, old.number),
        ).fetchall()
        for (number,) in found:
            entry = self.entry(number)
            if isinstance(entry, EntryWithOwner) and entry.owner == old:
                entry = replace(entry, owner=new)
            self.change(replace(entry, people=_with(new, old, entry.people)))
        before = person_with_readers(self._connection, str(old.number)) or {}
        self.save_revision("person", old.number, before)
        if "readers" in before:  # after the old one, so that redo gives to the new one what undo gave back
            self.save_revision("person", new.number, person_with_readers(self._connection, str(new.number)))
            reassign_readers(self._connection, old, new)
        write_rows.delete(self._connection, "person", str(old.number))
        return len(found)

    def add_area(self, area: Area) -> Area:
        """Save a new area at the end of the list; raises InvalidInput where its slug is taken."""
        known = read_areas(self._connection)
        if area.slug in known:
            raise InvalidInput("area-exists", area=area.slug)
        saved = replace(area, position=max((a.position for a in known.values()), default=0) + 1)
        self.save_revision("area", saved.slug, None)
        write_rows.upsert_area(self._connection, area_document(saved))
        return saved

    def change_area(self, changed: Area) -> Area:
        """Put `changed` in the place of the area with its slug."""
        self.save_revision("area", changed.slug, area_document(read_areas(self._connection)[changed.slug]))
        write_rows.upsert_area(self._connection, area_document(changed))
        return changed

    def merge_area(self, old: Area, new: Area) -> int:
        """Let `new` stand wherever `old` stood, and take `old` away; returns how many entries changed."""
        found = self._connection.execute("SELECT entry FROM entry_areas WHERE area = ?", (old.slug,)).fetchall()
        for (number,) in found:
            entry = self.entry(number)
            self.change(replace(entry, areas=_with(new, old, entry.areas)))
        self.remove_area(old)
        return len(found)

    def remove_area(self, area: Area) -> None:
        """Remove an area that no entry touches."""
        self.save_revision("area", area.slug, area_document(area))
        write_rows.delete(self._connection, "area", area.slug)

    def insert_imported(self, entries: "Sequence[tuple[Document, Sequence[Revision]]]") -> None:
        """Save entries from another journal under their own numbers and uids, each with what it was there."""
        rows = []
        for document, past in entries:
            number = str(document["number"])
            rows.append(self._revision("entry", number, None))
            rows += [self._revision("entry", number, one.document, self._imported_command(one)) for one in past]
        write_rows.insert_rows(self._connection, INSERT_REVISION, rows)
        write_rows.insert_entries(self._connection, [document for document, _ in entries])

    def _imported_command(self, earlier: "Revision") -> int:
        """The command of another journal; what was done here keeps its uid, so that nothing joins its undo."""
        known = self._connection.execute("SELECT id, state FROM commands WHERE uid = ?", (earlier.uid,)).fetchone()
        if known and known["state"] == "elsewhere":
            return int(known["id"])
        cursor = self._connection.execute(
            "INSERT INTO commands (uid, at, name, state) VALUES (?, ?, ?, 'elsewhere')",
            (os.urandom(16).hex() if known else earlier.uid, earlier.at, earlier.name),
        )
        return cursor.lastrowid or 0

    def _with_people(self, entry: E) -> E:
        whole = replace(entry, people=tuple(self._person(person) for person in entry.people))
        if isinstance(whole, EntryWithOwner) and whole.owner:
            whole = replace(whole, owner=self._person(whole.owner))
        return whole

    def _person(self, person: Person) -> Person:
        if person.uid:
            return person
        known = read_people(self._connection).values()
        return next((same for same in known if same.name == person.name), None) or self.add_person(person)

    @property
    def has_changed(self) -> bool:
        """Whether anything was changed so far."""
        query = "SELECT 1 FROM revisions WHERE command = ?"
        return self._connection.execute(query, (self._command,)).fetchone() is not None

    def save_revision(self, kind: str, key: int | str, before: Document | None) -> None:
        """Keep what was there before this command changes it; None where nothing was."""
        self._connection.execute(INSERT_REVISION, self._revision(kind, key, before))

    def _revision(
        self, kind: str, key: int | str, before: Document | None, command: int | None = None
    ) -> tuple[int | str, ...]:
        document = canonical(before) if before is not None else None
        return command or self._command, kind, str(key), document or "", digest(f"{kind} {key} {document}")


def _with(new: T, old: T, present: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(new if one == old else one for one in present))
