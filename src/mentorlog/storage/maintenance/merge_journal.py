"""Import of another journal: all or nothing, and what is here already is left as it is."""

import json
from array import array
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, islice
from sqlite3 import Connection
from typing import cast

from mentorlog.model.archive import ArchivedEntry, ImportResult, Item
from mentorlog.model.areas import DEFAULT_AREAS, DEFAULT_AREAS_BY_SLUG, Area
from mentorlog.model.fields import Document, Value
from mentorlog.model.history import Revision
from mentorlog.model.people import Person
from mentorlog.model.serialization import canonical, digest, strings, without_empty
from mentorlog.storage.entries.read_rows import read_areas, read_people, stored_document
from mentorlog.storage.entries.transaction import Transaction

CHUNK = 500
PAGE = 64
USED = "SELECT number FROM entries UNION ALL SELECT CAST(key AS INTEGER) FROM revisions WHERE kind = 'entry'"
KNOWN = "SELECT uid, number FROM entries WHERE uid IN (SELECT value FROM json_each(?))"
EXISTING, IMPORTED = 1, 2  # what a number here may be


class SparseIntArray:
    """A whole number for each whole number, 0 where none was put. `code` says, as for `array`, how large they get:
    where numbers lie close, each takes the bytes of one and three more, in whatever order they come.
    """

    def __init__(self, code: str) -> None:
        self._blank = array(code, [0]) * PAGE
        self._pages: dict[int, array[int]] = {}

    def __getitem__(self, number: int) -> int:
        page = self._pages.get(number // PAGE)
        return page[number % PAGE] if page else 0

    def __setitem__(self, number: int, value: int) -> None:
        page = self._pages.get(number // PAGE)
        if page is None:
            page = self._pages[number // PAGE] = self._blank[:]
        page[number % PAGE] = value


class JournalImport:
    """One import. Numbers, uids and people's uids stay where they are free here; links are followed by number within
    what comes. An entry that names one further on waits for it. Beside those that wait, what is kept in memory of an
    entry is its number: uids are looked up in the journal, a chunk at a time.
    """

    def __init__(self, connection: Connection, writing: Transaction) -> None:
        self._connection = connection
        self._writing = writing
        self._areas = read_areas(connection)
        are_given = tuple(self._areas.values()) == DEFAULT_AREAS
        self._people = {person.name: person for person in read_people(connection).values()}
        self._uids = {person.uid: person for person in self._people.values()}
        self._states = SparseIntArray("B")  # of the numbers here
        self._last = 0
        for (number,) in connection.execute(USED):
            self._states[number] = EXISTING
            self._last = max(self._last, number)
        self._is_empty = are_given and not self._last
        self._numbers = SparseIntArray("q")  # what each number there became here
        self._here: dict[str, int] = {}  # the numbers of those of a chunk that are written here, by uid
        self._unwritten: dict[str, int] = {}  # of those that came and are not
        self._copies: dict[str, int] = {}
        # By a number that they name, and that has not come.
        self._waiting: dict[int, list[tuple[int, ArchivedEntry]]] = {}
        self._ready: list[tuple[Document, tuple[Revision, ...]]] = []
        self._again: list[tuple[int, ArchivedEntry]] = []
        self._added = 0
        self._same = 0
        self._differing: list[int] = []
        self._renumbered = 0

    def run(self, items: Iterable[Item]) -> ImportResult:
        """Import everything; raises what reading `items` raises, after which nothing was imported."""
        self._connection.execute("PRAGMA defer_foreign_keys = ON")  # what is named may be written after what names it
        rest = iter(items)
        while chunk := list(islice(rest, CHUNK)):
            self._here = self._known([_uid_of(item) for item in chunk if isinstance(item, ArchivedEntry)])
            for item in chunk:
                match item:
                    case Area():
                        self._area(item)
                    case Person():
                        self._person(item)
                    case _:
                        self._merge_entry(item)
            self._write()
        for number, waits in chain.from_iterable(self._waiting.values()):
            self._queue_or_compare(number, waits)
        self._write()
        for number, item in self._again:
            self._compare(number, item)
        return ImportResult(
            added=self._added, known=self._same, renumbered=self._renumbered, conflicts=tuple(self._differing)
        )

    def _known(self, uids: list[str]) -> dict[str, int]:
        """The numbers of those that are written here, by uid."""
        return dict(self._connection.execute(KNOWN, (json.dumps(uids),)).fetchall())

    def _area(self, came: Area) -> None:
        if self._is_empty:
            for area in self._areas.values():
                self._writing.remove_area(area)
            self._areas, self._is_empty = {}, False
        here = self._areas.get(came.slug)
        if here is None:
            self._areas[came.slug] = self._writing.add_area(came)
        elif here == DEFAULT_AREAS_BY_SLUG.get(came.slug) and here != came:
            self._areas[came.slug] = self._writing.change_area(replace(came, position=here.position))

    def _person(self, came: Person) -> Person:
        here = self._uids.get(came.uid) or self._people.get(came.name)
        if here is None:
            here = self._people[came.name] = self._writing.add_person(came)
        self._uids[came.uid or here.uid] = here
        return here

    def _merge_entry(self, item: ArchivedEntry) -> None:
        self._is_empty = False
        uid = _uid_of(item)
        found = self._here.get(uid) or self._unwritten.get(uid)
        if found and item.may_repeat and self._states[found] == IMPORTED:
            item = self._with_copy_uid(item)
            uid = _uid_of(item)
            found = self._known([uid]).get(uid) or self._unwritten.get(uid)
        number = found or self._assign_number(uid, _number_of(item))
        self._states[number] = IMPORTED
        self._record_number(item, number)
        if found and uid in self._unwritten:
            self._again.append((number, item))
        else:
            self._place_or_defer(number, item)

    def _with_copy_uid(self, item: ArchivedEntry) -> ArchivedEntry:
        """Under a uid of its own, the same one each time that these words come so often."""
        uid = _uid_of(item)
        count = self._copies[uid] = self._copies.get(uid, 1) + 1
        return replace(item, document={**item.document, "uid": digest(f"{uid}\0{count}")[:32]})

    def _assign_number(self, uid: str, there: int) -> int:
        """The number that an entry gets here; `there` is the one that it had, or 0."""
        number = there if there and not self._states[there] else self._last + 1
        self._unwritten[uid] = number
        self._last = max(self._last, number)
        self._added += 1
        self._renumbered += there not in (0, number)
        return number

    def _record_number(self, item: ArchivedEntry, number: int) -> None:
        """Note what a number became, and settle what waited for it."""
        if there := _number_of(item):
            self._numbers[there] = number
            for waits in self._waiting.pop(there, ()):
                self._place_or_defer(*waits)

    def _place_or_defer(self, number: int, item: ArchivedEntry) -> None:
        """Put an entry where it belongs, if all that it names has come."""
        missing = next((link for link in _links(item) if not self._numbers[link]), None)
        if missing is None:
            self._queue_or_compare(number, item)
        else:
            self._waiting.setdefault(missing, []).append((number, item))

    def _queue_or_compare(self, number: int, item: ArchivedEntry) -> None:
        if _uid_of(item) in self._unwritten:
            self._ready.append((self._entry(number, item), tuple(self._earlier(number, one) for one in item.revisions)))
        else:
            self._compare(number, item)

    def _write(self) -> None:
        """Write what is ready, many at once: that is half the work of one at a time."""
        self._writing.insert_imported(self._ready)
        for document, _ in self._ready:
            del self._unwritten[cast(str, document["uid"])]
        self._ready.clear()

    def _compare(self, number: int, item: ArchivedEntry) -> None:
        if self._differs(number, item):
            self._differing.append(number)
        else:
            self._same += 1

    def _differs(self, number: int, item: ArchivedEntry) -> bool:
        theirs = self._entry(number, item)
        (kept,) = self._connection.execute("SELECT digest FROM entries WHERE number = ?", (number,)).fetchone()
        if digest(canonical(theirs)) == kept:
            return False
        ours = stored_document(self._connection, number)
        return canonical({**theirs, "changed_at": ""}) != canonical({**ours, "changed_at": ""})

    def _entry(self, number: int, item: ArchivedEntry) -> Document:
        """The entry under its number here, with the areas, people and links of this journal."""
        slugs = {self._slug(item.areas[slug]) for slug in strings(item.document, "areas") if slug in item.areas}
        people = item.people
        return self._translated(number, item.document, lambda name: self._person(people[name]).uid, areas=sorted(slugs))

    def _earlier(self, number: int, earlier: Revision) -> Revision:
        """What was before, under the numbers and uids of this journal."""
        if earlier.document is None:
            return earlier
        return replace(earlier, document=self._translated(number, earlier.document, self._uid))

    def _translated(self, number: int, came: Document, uid: Callable[[str], str], **here: Value) -> Document:
        """A document with the number, the links, the people (by `uid`) and what else it has `here`."""
        numbers = self._numbers
        for key in ("about", "answered_in"):
            if key in came:
                here[key] = numbers[cast(int, came[key])] or None
        if "goals" in came:
            here["goals"] = sorted({numbers[goal] for goal in _goals(came)} - {0})
        if "people" in came:
            here["people"] = list(dict.fromkeys(map(uid, strings(came, "people"))))
        if "owner" in came:
            here["owner"] = uid(cast(str, came["owner"]))
        return without_empty({**came, "number": number, **here})

    def _slug(self, area: Area) -> str:
        if area.slug not in self._areas:
            self._area(area)
        return area.slug

    def _uid(self, came: str) -> str:
        return self._uids[came].uid if came in self._uids else came


def _uid_of(item: ArchivedEntry) -> str:
    return cast(str, item.document["uid"])


def _number_of(item: ArchivedEntry) -> int:
    """The number that it had, or 0."""
    return cast(int, item.document.get("number", 0))


def _links(item: ArchivedEntry) -> set[int]:
    """The numbers that an entry names, or named before."""
    links: set[int] = set()
    for one in (item.document, *[earlier.document for earlier in item.revisions if earlier.document]):
        links.update(cast(int, one[key]) for key in ("about", "answered_in") if one.get(key))
        links.update(_goals(one))
    return links


def _goals(document: Document) -> list[int]:
    return cast(list[int], document.get("goals", []))
