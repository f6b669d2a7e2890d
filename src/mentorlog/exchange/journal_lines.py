"""The whole journal ⇄ JSON lines: a head, the areas, the people, then one entry a line with its past.

An entry has the keys that `--json` gives it. What is read is trusted in nothing.
"""

import json
from collections.abc import Iterable, Iterator

from mentorlog.errors import NOTHING_IMPORTED, Damaged, MentorlogError, TooNew
from mentorlog.exchange import validators
from mentorlog.exchange.entry_values import earlier_version, entry_document, with_owner
from mentorlog.exchange.validators import InvalidValue, Source, get_matching, get_string
from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.areas import DEFAULT_AREAS_BY_SLUG, Area
from mentorlog.model.fields import LARGEST
from mentorlog.model.json_form import Keys, archive_keys, escape_unsafe
from mentorlog.model.people import Person
from mentorlog.model.serialization import strings
from mentorlog.text import clean_line

STATES = ("", "paused", "closed")
HEAD: Keys = {"type": "mentorlog journal", "version": 1}
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def lines(items: Iterable[Item]) -> Iterator[str]:
    """One JSON object a line, each with its line end."""
    yield _line(HEAD)
    for item in items:
        match item:
            case Area():
                yield _line({"type": "area", **_shown(item, "slug", "name", "about"), "paused": item.is_paused})
            case Person():
                yield _line({"type": "person", **_shown(item, "uid", "name", "role", "rhythm", "state")})
            case _:
                yield _line(_archived(item))


def _shown(item: Area | Person, *keys: str) -> Keys:
    return {key: getattr(item, key) for key in keys}


def _archived(item: ArchivedEntry) -> Keys:
    past = [{"uid": one.uid, "at": one.at, "command": one.name, "was": one.document} for one in item.revisions]
    return {"type": "entry", **archive_keys(item.entry), "earlier": past}


def _line(keys: Keys) -> str:
    return escape_unsafe(_COMPACT.encode(keys)) + "\n"


class JournalLinesReader:
    """Reads one file, line by line. A name or a slug that no line introduced is a person or an area all the same."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._areas: dict[str, Area] = {}

    def read(self, lines: Iterable[bytes]) -> Iterator[Item]:
        """What the lines hold. Raises Damaged, naming the line, or TooNew where a newer mentorlog wrote them."""
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            place = f"Line {number}"
            source = validators.parse_object(line, place)
            try:
                item = self._item(source, line)
            except InvalidValue as error:
                raise Damaged("bad-value", place=place, key=str(error)) from None
            except MentorlogError as error:
                error.safe = NOTHING_IMPORTED
                raise
            if item:
                yield item

    def _item(self, source: Source, line: bytes) -> Item | None:
        match source.get("type", "entry"):
            case "mentorlog journal":
                version = validators.get_int(source, "version", 1, LARGEST)
                if version is None:
                    raise InvalidValue("version")
                if version > 1:
                    raise TooNew("newer-file")
                return None
            case "area":
                return self._area(source)
            case "person":
                return self._person(source)
            case "entry":
                return self._entry(source, line)
        raise InvalidValue("type")

    def _area(self, source: Source) -> Area:
        slug = get_matching(source, "slug", validators.SLUG, is_required=True)
        area = Area(
            slug=slug,
            name=clean_line(get_string(source, "name", slug), what="name"),
            about=get_string(source, "about"),
            is_paused=validators.get_bool(source, "paused"),
        )
        return self._areas.setdefault(slug, area)

    def _person(self, source: Source) -> Person:
        person = Person(
            name=validators.get_line(source, "name", "name"),
            role=get_string(source, "role"),
            rhythm=get_string(source, "rhythm"),
            state=validators.get_choice(source, "state", STATES, ""),
            uid=get_matching(source, "uid", validators.UID),
        )
        return self._people.setdefault(person.name, person)

    def _entry(self, source: Source, line: bytes) -> ArchivedEntry:
        document = entry_document(source, line)
        for slug in strings(document, "areas"):
            if slug not in self._areas:
                known = DEFAULT_AREAS_BY_SLUG.get(slug)
                self._area({"slug": slug, "name": known.name if known else slug})
        owner = get_string(source, "by") or get_string(source, "owner", "me")
        for name in (*strings(document, "people"), *(() if owner == "me" else (owner,))):
            if name not in self._people:
                self._people[name] = self._person({"name": name})
        return ArchivedEntry(
            document=with_owner(document, owner),
            areas=self._areas,
            people=self._people,
            revisions=tuple([earlier_version(one) for one in validators.get_objects(source, "earlier")]),
        )
