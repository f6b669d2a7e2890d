"""Another journal in: all or nothing, and what is here already is left as it is."""

from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection
from typing import TypeVar, cast

from mentorlog.model.archive import Archived, Earlier, Item, Taken
from mentorlog.model.areas import GIVEN, NINE, Area
from mentorlog.model.documents import Document, canonical, digest, entry_document, without_empty
from mentorlog.model.entries import Entry, Owned, Question
from mentorlog.model.people import Person
from mentorlog.storage.reading import kept_document
from mentorlog.storage.rows import read_areas, read_people
from mentorlog.storage.writing import Writing

CHUNK = 500
T = TypeVar("T")


class Taking:
    """One import. Numbers, uids and people's uids stay where they are free here; links are followed
    by number within what comes.
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
        self._waiting: list[tuple[Entry, tuple[Earlier, ...]]] = []
        self._late: list[tuple[int, Archived]] = []
        self._met: list[tuple[int, Entry]] = []
        self._same = 0
        self._differing: list[int] = []
        self._added: list[int] = []
        self._renumbered = 0

    def take(self, items: Iterable[Item]) -> Taken:
        """Take everything in; raises what reading `items` raises, after which nothing was taken."""
        for item in items:
            match item:
                case Area():
                    self._area(item)
                case Person():
                    self._person(item)
                case _:
                    self._archived(item)
        self._write()
        for number, late in self._late:
            self._writing.put_right(self._owned(late.entry, number))
            self._writing.take_in_past(number, self._past(late, number))
        for number, came in self._met:
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
        here = self._known.get(came.uid) or self._came.get(came.uid)
        if here:
            self._note(came, here)
            if came.uid in self._known and self._has_all_links(item):
                self._compare(came, here)
            else:
                self._met.append((here, came))
            return
        number = came.number if came.number and came.number not in self._used else self._last + 1
        self._came[came.uid] = number
        self._used.add(number)
        self._last = max(self._last, number)
        self._added.append(number)
        self._renumbered += came.number not in (0, number)
        self._note(came, number)
        past: tuple[Earlier, ...] = ()
        if self._has_all_links(item):
            past = self._past(item, number)
        else:
            self._late.append((number, item))
        self._waiting.append((self._owned(came, number), past))
        if len(self._waiting) == CHUNK:
            self._write()

    def _write(self) -> None:
        """Write what waits, many at once: that is half the work of one at a time."""
        self._writing.take_in([entry for entry, _ in self._waiting])
        for entry, past in self._waiting:
            if past:
                self._writing.take_in_past(entry.number, past)
        self._waiting.clear()

    def _note(self, came: Entry, number: int) -> None:
        if came.number:
            self._numbers[came.number] = number

    def _owned(self, came: Entry, number: int) -> Entry:
        """The entry under its number here, with the areas, people and links of this journal."""
        numbers = self._numbers
        entry = replace(
            came,
            number=number,
            areas=_once(self._areas.get(area.slug) or self._new_area(area) for area in came.areas),
            people=_once(self._person(person) for person in came.people),
            goals=_once(numbers[goal] for goal in came.goals if goal in numbers),
            about=numbers.get(came.about or 0),
        )
        if isinstance(entry, Owned) and entry.owner:
            return replace(entry, owner=self._person(entry.owner))
        if isinstance(entry, Question):
            return replace(entry, answered_in=numbers.get(entry.answered_in or 0))
        return entry

    def _new_area(self, area: Area) -> Area:
        self._area(area)
        return self._areas[area.slug]

    def _has_all_links(self, item: Archived) -> bool:
        """Whether all that an entry names has come before it."""
        return all(link in self._numbers for link in _links(item))

    def _compare(self, came: Entry, number: int) -> None:
        if self._differs(came, number):
            self._differing.append(number)
        else:
            self._same += 1

    def _differs(self, came: Entry, number: int) -> bool:
        theirs = entry_document(self._owned(came, number))
        (kept,) = self._connection.execute("SELECT digest FROM entries WHERE number = ?", (number,)).fetchone()
        if digest(canonical(theirs)) == kept:
            return False
        ours = kept_document(self._connection, number)
        return {**theirs, "changed_at": ""} != {**ours, "changed_at": ""}

    def _past(self, item: Archived, number: int) -> tuple[Earlier, ...]:
        return tuple(self._translated(earlier, number) for earlier in item.earlier)

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


def _once(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))


def _links(item: Archived) -> set[int]:
    """The numbers that an entry names, or named before."""
    answer = item.entry.answered_in if isinstance(item.entry, Question) else None
    documents = [earlier.document for earlier in item.earlier if earlier.document]
    before = {link for was in documents for link in (was.get("about"), was.get("answered_in"), *_goals(was))}
    return cast(set[int], {item.entry.about, answer, *item.entry.goals, *before} - {None})


def _goals(document: Document) -> list[int]:
    return cast(list[int], document.get("goals", []))
