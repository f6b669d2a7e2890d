"""What was found in another program's file → entries, its tags → areas."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache

from mentorlog.errors import Damaged, MentorlogError
from mentorlog.exchange.entry_values import entry_document, with_owner
from mentorlog.exchange.foreign.foreign_entry import ForeignEntry
from mentorlog.exchange.validators import InvalidValue
from mentorlog.model.archive import ArchivedEntry
from mentorlog.model.areas import Area
from mentorlog.model.fields import Document
from mentorlog.model.import_preview import ImportPreview, SkippedItem, TagMapping
from mentorlog.model.people import Person, find_person
from mentorlog.text import clean_line, fold


class EntryConverter:
    """Makes entries of `kind` where their file doesn't say which, and remembers what came.

    `mapping` says which area (a slug, or empty for none) a tag becomes; a tag that is called like an area is one
    without being in it. Tags that are neither stand below the text, where it doesn't hold them already.
    """

    def __init__(
        self, areas: Iterable[Area], people: Iterable[Person], mapping: Mapping[str, str], *, kind: str
    ) -> None:
        self._areas = {area.slug: area for area in areas}
        self._named = {tag_key(name): area.slug for area in self._areas.values() for name in (area.name, area.slug)}
        self._named |= {tag_key(tag): slug for tag, slug in mapping.items()}
        self._known = tuple(people)
        self._people: dict[str, Person] = {}
        self._kind = kind
        self._tags: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._aside: list[SkippedItem] = []
        self._left = 0

    def convert(self, found: Iterable[ForeignEntry]) -> Iterator[ArchivedEntry]:
        """The entries, one by one. Raises Damaged, naming the place, where one can't be right."""
        for each in found:
            self._left += each.media_count
            if why := _skip_reason(each.keys):
                self._aside.append(SkippedItem(place=each.place, reason=why))
                continue
            try:
                yield ArchivedEntry(
                    document=self._document(each), areas=self._areas, people=self._people, may_repeat=True
                )
            except InvalidValue as error:
                raise Damaged("bad-value", place=each.place, key=str(error)) from None
            except MentorlogError as error:
                raise Damaged("bad-text", place=each.place, cause=error) from None

    def preview(self, form: str) -> ImportPreview:
        """What came so far."""
        tags = [
            TagMapping(tag=self._tags[key], area=self._named.get(key, ""), entries=count)
            for key, count in sorted(self._counts.items(), key=lambda pair: (-pair[1], pair[0]))
        ]
        return ImportPreview(file_kind=form, tags=tuple(tags), skipped=tuple(self._aside), skipped_media=self._left)

    def unmapped_tags(self) -> list[TagMapping]:
        """The tags that neither are called like an area nor were said to be one, or none."""
        return [tag for tag in self.preview("").tags if tag_key(tag.tag) not in self._named]

    def _document(self, found: ForeignEntry) -> Document:
        keys = {**found.keys}
        keys["kind"] = keys.get("kind") or self._kind
        keys["written_at"] = keys.get("written_at") or f"{keys['on']}T00:00:00+00:00"
        title = str(keys.get("title") or "").strip()
        keys["title"] = clean_line(title, what="title") if title else ""
        named = keys.get("with")
        people = [self._person(str(name)).name for name in named] if isinstance(named, list) else []
        keys["with"] = list(dict.fromkeys(people))
        keys["areas"] = self._areas_of(found, keys)
        owner = str(keys.get("owner") or "me")
        return with_owner(entry_document(keys, b""), "me" if owner == "me" else self._person(owner).name)

    def _areas_of(self, found: ForeignEntry, keys: dict[str, object]) -> list[str]:
        """The areas of its tags; what is none goes into the text."""
        areas, others = [], []
        for key, tag in {tag_key(tag): tag for tag in reversed(found.tags)}.items():
            self._tags.setdefault(key, tag)
            self._counts[key] = self._counts.get(key, 0) + 1
            if slug := self._named.get(key, ""):
                areas.append(slug)
            elif tag[:1] not in "#@":
                others.append(tag)
        if others:
            keys["text"] = f"{str(keys.get('text') or '').rstrip()}\n\nTags: {', '.join(others)}"
        return list(dict.fromkeys(areas))

    def _person(self, name: str) -> Person:
        if name in self._people:
            return self._people[name]
        typed = clean_line(name, what="name")
        if typed not in self._people:
            person = Person(name=typed)
            with suppress(MentorlogError):  # a slip, or one of several: here it stands as it is written
                person = find_person(typed, self._known) or person
            self._people[typed] = self._people[person.name] = person
        return self._people[typed]


def _skip_reason(keys: Mapping[str, object]) -> str:
    """Why this is no entry; empty where it is one."""
    if not keys.get("on"):
        return "it has no day"
    return "" if any(str(keys.get(key) or "").strip() for key in ("title", "text")) else "it has no words"


@lru_cache(1024)
def tag_key(tag: str) -> str:
    """A tag as it is compared: without its sign, case and what stands between its words."""
    return " ".join(fold(tag.lstrip("#@")).replace("-", " ").replace("_", " ").replace("/", " ").split())
