"""mentorlog's own JSON lines → areas, people and entries with their past. Trusts nothing."""

import re
from collections.abc import Iterable, Iterator

from mentorlog.errors import Damaged, MentorlogError, TooNew
from mentorlog.exchange.entry_values import MOST, UID, Source, earlier, entry_document, owned
from mentorlog.exchange.validators import (
    NOTHING,
    Unfit,
    all_objects,
    flag,
    matching,
    one_of,
    parse,
    whole,
    words,
)
from mentorlog.model.archive import Archived, Item
from mentorlog.model.areas import GIVEN, Area
from mentorlog.model.from_documents import strings
from mentorlog.model.people import Person
from mentorlog.text import clean_line

STATES = ("", "paused", "closed")
SLUG = re.compile(r"\w+(?:-\w+)*")


class Reader:
    """Reads one file, line by line. People and areas stand before the entries that name them; a name
    or a slug that did not is one all the same.
    """

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._areas: dict[str, Area] = {}

    def read(self, lines: Iterable[bytes]) -> Iterator[Item]:
        """What the lines hold. Raises Damaged, naming the line, where one can't be right; TooNew where a
        newer mentorlog wrote them.
        """
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            place = f"Line {number}"
            source = parse(line, place)
            try:
                item = self._item(source, line)
            except Unfit as error:
                raise Damaged(f"{place} can't be right: {error}.", safe=NOTHING) from None
            except MentorlogError as error:
                error.safe = NOTHING
                raise
            if item:
                yield item

    def _item(self, source: Source, line: bytes) -> Item | None:
        match source.get("type", "entry"):
            case "mentorlog journal":
                version = whole(source, "version", 1, MOST)
                if version is None:
                    raise Unfit("version")
                if version > 1:
                    raise TooNew("This file was written by a newer mentorlog.", hint="Update mentorlog.")
                return None
            case "area":
                return self._area(source)
            case "person":
                return self._person(source)
            case "entry":
                return self._entry(source, line)
        raise Unfit("type")

    def _area(self, source: Source) -> Area:
        slug = matching(source, "slug", SLUG)
        if not slug:
            raise Unfit("slug")
        area = Area(
            slug=slug,
            name=clean_line(words(source, "name", slug), what="name"),
            about=words(source, "about"),
            is_paused=flag(source, "paused"),
        )
        return self._areas.setdefault(slug, area)

    def _person(self, source: Source) -> Person:
        name = clean_line(words(source, "name"), what="name")
        person = Person(
            name=name,
            role=words(source, "role"),
            rhythm=words(source, "rhythm"),
            state=one_of(source, "state", STATES, ""),
            uid=matching(source, "uid", UID),
        )
        return self._people.setdefault(name, person)

    def _entry(self, source: Source, line: bytes) -> Archived:
        document = entry_document(source, line)
        for slug in strings(document, "areas"):
            if slug not in self._areas:
                self._area({"slug": slug, "name": GIVEN[slug].name if slug in GIVEN else slug})
        owner = words(source, "by") or words(source, "owner", "me")
        for name in (*strings(document, "people"), *(() if owner == "me" else (owner,))):
            if name not in self._people:
                self._people[name] = self._person({"name": name})
        return Archived(
            document=owned(document, owner),
            areas=self._areas,
            people=self._people,
            earlier=all_objects(source, "earlier", earlier),
        )
