"""Another journal in: all or nothing, and what is here already is left as it is."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from sqlite3 import Connection
from typing import cast

from mentorlog.model.archive import Archived, Earlier, Item, Taken
from mentorlog.model.areas import GIVEN, NINE, Area
from mentorlog.model.documents import Document, Value, canonical, digest, entry_document, without_empty
from mentorlog.model.entries import Entry, Owned, Question
from mentorlog.model.people import Person
from mentorlog.storage.reading import kept_document
from mentorlog.storage.rows import read_areas, read_people
from mentorlog.storage.writing import Writing

CHUNK = 500


class Taking:
    """One import. Numbers, uids and people's uids stay where they are free here; links are followed by number within
    what comes. An entry that names one further on waits for it.
    """

    def __init__(self, connection: Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing
        self._areas = read_areas(connection)
        are_given = tuple(self._areas.values()) == NINE
        self._people = {person.name: person for person in read_people(connection).values()}
        self._uids = {person.uid: person for person in self._people.values()}
        self._known = dict(connection.execute("SELECT uid, number FROM entries").fetchall())
        self._came: dict[str, int] = {}
        self._used = {
            int(key)
            for (key,) in connection.execute(
                "SELECT number FROM entries UNION SELECT CAST(key AS INTEGER) FROM revisions WHERE kind = 'entry'"
            )
        }
        self._is_empty = are_given and not self._used
        self._last = max(self._used, default=0)
        self._numbers: dict[int, int] = {}
        self._waiting: dict[int, list[tuple[int, Archived]]] = {}  # by a number that they name, and that has not come
        self._ready: list[tuple[Document, tuple[Earlier, ...]]] = []
        self._again: list[tuple[int, Entry]] = []
        self._same = 0
        self._differing: list[int] = []
        self._added: list[int] = []
        self._renumbered = 0

    def take(self, items: Iterable[Item]) -> Taken:
        """Take everything in; raises what reading `items` raises, after which nothing was taken."""
        self._connection.execute("PRAGMA defer_foreign_keys = ON")  # what is named may be written after what names it
        for item in items:
            match item:
                case Area():
                    self._area(item)
                case Person():
                    self._person(item)
                case _:
                    self._archived(item)
        for number, waits in chain.from_iterable(self._waiting.values()):
            self._put(number, waits)
        self._write()
        for number, came in self._again:
            self._compare(came, number)
        return Taken(
            added=len(self._added),
            known=self._same,
            renumbered=self._renumbered,
            differing=tuple(self._differing),
            numbers=tuple(self._added),
        )

    def _area(self, came: Area) -> None:
        if self._is_empty:
            for area in self._areas.values():
                self._writing.drop_area(area)
            self._areas, self._is_empty = {}, False
        here = self._areas.get(came.slug)
        if here is None:
            self._areas[came.slug] = self._writing.add_area(came)
        elif here == GIVEN.get(came.slug) and here != came:
            self._areas[came.slug] = self._writing.change_area(replace(came, position=here.position))

    def _person(self, came: Person) -> Person:
        here = self._uids.get(came.uid) or self._people.get(came.name)
        if here is None:
            here = self._people[came.name] = self._writing.add_person(came)
        self._uids[came.uid or here.uid] = here
        return here

    def _archived(self, item: Archived) -> None:
        came, self._is_empty = item.entry, False
        if known := self._came.get(came.uid):
            self._note(came, known)
            self._again.append((known, came))
            return
        number = self._known.get(came.uid) or self._new(came)
        self._note(came, number)
        self._settle(number, item)

    def _new(self, came: Entry) -> int:
        """The number that an entry gets here."""
        number = came.number if came.number and came.number not in self._used else self._last + 1
        self._came[came.uid] = number
        self._used.add(number)
        self._last = max(self._last, number)
        self._added.append(number)
        self._renumbered += came.number not in (0, number)
        return number

    def _note(self, came: Entry, number: int) -> None:
        """Note what a number became, and settle what waited for it."""
        if came.number:
            self._numbers[came.number] = number
            for waits in self._waiting.pop(came.number, ()):
                self._settle(*waits)

    def _settle(self, number: int, item: Archived) -> None:
        """Put an entry where it belongs, if all that it names has come."""
        missing = next((link for link in _links(item) if link not in self._numbers), None)
        if missing is None:
            self._put(number, item)
        else:
            self._waiting.setdefault(missing, []).append((number, item))

    def _put(self, number: int, item: Archived) -> None:
        if item.entry.uid in self._known:
            self._compare(item.entry, number)
            return
        past = tuple(self._translated(earlier, number) for earlier in item.earlier)
        self._ready.append((self._document(item.entry, number), past))
        if len(self._ready) == CHUNK:
            self._write()

    def _write(self) -> None:
        """Write what is ready, many at once: that is half the work of one at a time."""
        self._writing.take_in(self._ready)
        self._ready.clear()

    def _document(self, came: Entry, number: int) -> Document:
        """The entry under its number here, with the areas, people and links of this journal."""
        numbers = self._numbers
        links: dict[str, Value] = {"number": number, "about": numbers.get(came.about or 0)}
        if came.areas:
            links["areas"] = sorted({self._slug(area) for area in came.areas})
        if came.people:
            links["people"] = list(dict.fromkeys(self._person(person).uid for person in came.people))
        if came.goals:
            links["goals"] = sorted({numbers[goal] for goal in came.goals if goal in numbers})
        if isinstance(came, Owned) and came.owner:
            links["owner"] = self._person(came.owner).uid
        if isinstance(came, Question):
            links["answered_in"] = numbers.get(came.answered_in or 0)
        return entry_document(came, links)

    def _slug(self, area: Area) -> str:
        if area.slug not in self._areas:
            self._area(area)
        return area.slug

    def _compare(self, came: Entry, number: int) -> None:
        if self._differs(came, number):
            self._differing.append(number)
        else:
            self._same += 1

    def _differs(self, came: Entry, number: int) -> bool:
        theirs = self._document(came, number)
        (kept,) = self._connection.execute("SELECT digest FROM entries WHERE number = ?", (number,)).fetchone()
        if digest(canonical(theirs)) == kept:
            return False
        ours = kept_document(self._connection, number)
        return {**theirs, "changed_at": ""} != {**ours, "changed_at": ""}

    def _translated(self, earlier: Earlier, number: int) -> Earlier:
        """What was before, under the numbers and uids of this journal."""
        if earlier.document is None:
            return earlier
        was = earlier.document
        links = {key: self._numbers.get(cast(int, was.get(key))) for key in ("about", "answered_in")}
        document: Document = {
            **was,
            **links,
            "number": number,
            "goals": [self._numbers[goal] for goal in _goals(was) if goal in self._numbers],
            "people": [self._uid(uid) for uid in cast(list[str], was.get("people", []))],
            "owner": self._uid(cast(str, was.get("owner", ""))),
        }
        return replace(earlier, document=without_empty(document))

    def _uid(self, came: str) -> str:
        return self._uids[came].uid if came in self._uids else came


def _links(item: Archived) -> set[int]:
    """The numbers that an entry names, or named before."""
    answer = item.entry.answered_in if isinstance(item.entry, Question) else None
    documents = [earlier.document for earlier in item.earlier if earlier.document]
    before = {link for was in documents for link in (was.get("about"), was.get("answered_in"), *_goals(was))}
    return cast(set[int], {item.entry.about, answer, *item.entry.goals, *before} - {None})


def _goals(document: Document) -> list[int]:
    return cast(list[int], document.get("goals", []))
