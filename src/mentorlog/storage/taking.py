"""Another journal in: all or nothing, and what is here already is left as it is."""

from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection
from typing import cast

from mentorlog.model.archive import Archived, Earlier, Item, Taken
from mentorlog.model.areas import GIVEN, Area
from mentorlog.model.documents import Document, entry_document, without_empty
from mentorlog.model.entries import Action, Entry, Question
from mentorlog.model.people import Person
from mentorlog.storage.reading import kept_document
from mentorlog.storage.rows import read_areas, read_people
from mentorlog.storage.writing import Writing


class Taking:
    """One import. Numbers, uids and people's uids stay where they are free here; links are followed
    by number within what comes.
    """

    def __init__(self, connection: Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing
        self._areas = read_areas(connection)
        self._people = {person.name: person for person in read_people(connection).values()}
        self._uids = {person.uid: person for person in self._people.values()}
        self._known = dict(connection.execute("SELECT uid, number FROM entries").fetchall())
        self._used = {
            int(key)
            for (key,) in connection.execute(
                "SELECT number FROM entries UNION SELECT CAST(key AS INTEGER) FROM revisions WHERE kind = 'entry'"
            )
        }
        self._is_empty = not self._used
        self._numbers: dict[int, int] = {}
        self._late: list[tuple[int, Entry]] = []
        self._added: list[int] = []
        self._differing: list[int] = []
        self._same = self._renumbered = 0

    def take(self, items: Iterable[Item]) -> Taken:
        """Take everything in; raises what reading `items` raises, after which nothing was taken."""
        for item in items:
            match item:
                case Area():
                    self._area(item)
                case Person():
                    self._person(item)
                case Archived():
                    self._archived(item)
        for number, came in self._late:
            self._writing.put_right(self._owned(came, number))
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
        if came.uid in self._known:
            self._numbers[came.number] = self._known[came.uid]
            self._compare(came, self._known[came.uid])
            return
        number = came.number if came.number and came.number not in self._used else max(self._used, default=0) + 1
        self._used.add(number)
        self._added.append(number)
        self._renumbered += number != came.number
        self._numbers[came.number] = number
        if any(link not in self._numbers for link in _links(came)):
            self._late.append((number, came))
        self._writing.take_in(self._owned(came, number), [self._past(earlier, number) for earlier in item.earlier])

    def _owned(self, came: Entry, number: int) -> Entry:
        """The entry under its number here, with the areas, people and links of this journal."""
        numbers = self._numbers
        entry = replace(
            came,
            number=number,
            areas=tuple(self._areas.get(area.slug) or self._new_area(area) for area in came.areas),
            people=tuple(self._person(person) for person in came.people),
            goals=tuple(numbers[goal] for goal in came.goals if goal in numbers),
            about=numbers.get(came.about or 0),
        )
        if isinstance(entry, Action) and entry.owner:
            return replace(entry, owner=self._person(entry.owner))
        if isinstance(entry, Question):
            return replace(entry, answered_in=numbers.get(entry.answered_in or 0))
        return entry

    def _new_area(self, area: Area) -> Area:
        self._area(area)
        return self._areas[area.slug]

    def _compare(self, came: Entry, number: int) -> None:
        theirs = {**entry_document(self._owned(came, number)), "changed_at": ""}
        if theirs == {**kept_document(self._connection, number), "changed_at": ""}:
            self._same += 1
        else:
            self._differing.append(number)

    def _past(self, earlier: Earlier, number: int) -> Earlier:
        if earlier.document is None:
            return earlier
        links = {
            key: self._numbers.get(cast(int, earlier.document[key]))
            for key in ("about", "answered_in")
            if key in earlier.document
        }
        goals = [self._numbers.get(goal) for goal in cast(list[int], earlier.document.get("goals", []))]
        document: Document = {**earlier.document, **links, "number": number, "goals": [goal for goal in goals if goal]}
        return replace(earlier, document=without_empty(document))


def _links(entry: Entry) -> list[int]:
    answered = entry.answered_in if isinstance(entry, Question) else None
    return [link for link in (*entry.goals, entry.about, answered) if link]
