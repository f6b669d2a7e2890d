"""A packet ⇄ its JSON document, as docs/packets.md has it. What is read is trusted in nothing: all else is damage."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date

from mentorlog.exchange.entry_values import UID, entry_document
from mentorlog.exchange.header import check_known_keys, invalid_as_damaged, parse_document
from mentorlog.exchange.validators import InvalidValue, get_date, get_objects, get_required, get_string, get_strings
from mentorlog.model.areas import Area
from mentorlog.model.documents import digest_of, entry_record, without_empty
from mentorlog.model.entries import Entry, Goal, Question
from mentorlog.model.enums import Visibility
from mentorlog.model.fields import ANSWERS, EVENTS, FIELDS_OF, Document
from mentorlog.model.json_form import escape_unsafe, packet_form
from mentorlog.model.packets import MAX_ENTRIES, PACKET, VERSION, Packet, PacketEntry
from mentorlog.model.people import Person
from mentorlog.text import clean_line

Source = Mapping[str, object]
SLUG = re.compile(r"\w+(?:-\w+)*")
DIGEST = re.compile(r"[0-9a-f]{64}")
HEAD = frozenset({"format", "version", "packet", "reader", "mentee", "for", "made_on", "areas", "entries"})
KEYS_OF = {
    kind.value: frozenset(["digest", *(field.json for field in fields if not field.is_own)])
    for kind, fields in FIELDS_OF.items()
}
PART_KEYS = {codec: frozenset(part.json for part in codec.parts) for codec in (ANSWERS, EVENTS)}


@dataclass(frozen=True, slots=True)
class _KnownNames:
    """What entries may name: the packet's areas by slug, and everybody named so far by name."""

    areas: dict[str, Area]
    people: dict[str, Person]


def packet_json(packet: Packet) -> str:
    """The whole document; any script as it is."""
    keys = {
        "format": PACKET,
        "version": VERSION,
        "packet": packet.token,
        "reader": packet.reader,
        "mentee": packet.mentee,
        "for": packet.addressee,
        "made_on": packet.made_on.isoformat(),
        "areas": [{"slug": area.slug, "name": area.name} for area in packet.areas],
        "entries": [{**packet_form(one.entry), "digest": one.digest} for one in packet.entries],
    }
    return escape_unsafe(json.dumps(keys, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def read_packet(content: bytes) -> Packet:
    """The packet in `content`, every word of it checked. The people in it have their names for uids; every entry
    may be read by a mentor. Raises Damaged where it can't be right, TooNew where it is of a later version.
    """
    source = parse_document(content, PACKET)
    with invalid_as_damaged("packet"):
        check_known_keys(source, HEAD)
        areas = {area.slug: area for area in _areas(source)}
        known = _KnownNames(areas, {})
        given = tuple(_packet_entry(one, known) for one in _entries(source))
        _check_links([one.entry for one in given])
        return Packet(
            token=get_required(source, "packet", UID),
            reader=get_required(source, "reader", UID),
            mentee=_name(source, "mentee"),
            addressee=_name(source, "for"),
            made_on=_day(source, "made_on"),
            areas=tuple(areas.values()),
            entries=given,
        )


def _entries(source: Source) -> tuple[Source, ...]:
    found = get_objects(source, "entries", lambda one: one)
    if not 1 <= len(found) <= MAX_ENTRIES:
        raise InvalidValue("entries")
    return found


def _areas(source: Source) -> Iterator[Area]:
    seen: set[str] = set()
    for position, one in enumerate(get_objects(source, "areas", lambda one: one), start=1):
        check_known_keys(one, frozenset({"slug", "name"}))
        slug = get_required(one, "slug", SLUG)
        if slug in seen:
            raise InvalidValue("areas")
        seen.add(slug)
        yield Area(slug=slug, name=_name(one, "name"), position=position)


def _packet_entry(source: Source, known: _KnownNames) -> PacketEntry:
    kind = get_string(source, "kind")
    if kind not in KEYS_OF:
        raise InvalidValue("kind")
    check_known_keys(source, KEYS_OF[kind])
    get_objects(source, "events", lambda one: check_known_keys(one, PART_KEYS[EVENTS]))
    get_objects(source, "answers", lambda one: check_known_keys(one, PART_KEYS[ANSWERS]))
    for key, value in source.items():
        if value is None or value is False or value in ("", []):
            raise InvalidValue(key)
    kept = get_required(source, "digest", DIGEST)
    entry = entry_record(_document(source, known), known.areas, known.people)
    if not entry.number or digest_of(_plain(source)) != kept:
        raise InvalidValue("digest")
    return PacketEntry(entry=entry, digest=kept)


def _document(source: Source, known: _KnownNames) -> Document:
    """The document of one entry; whoever is named in it becomes known."""
    get_required(source, "uid", UID)
    if any(slug not in known.areas for slug in get_strings(source, "areas")):
        raise InvalidValue("areas")
    owner = get_string(source, "owner") or get_string(source, "by")
    for name in (*get_strings(source, "with"), *([owner] if owner else [])):
        if name not in known.people:
            known.people[name] = Person(name=clean_line(name, what="name"), uid=name)
    document = entry_document({**source, "visibility": Visibility.MENTOR.value}, b"")
    return without_empty({**document, "title": _line(source, "title"), "owner": owner})


def _plain(source: Source) -> Document:
    """The object as a document: everything in it was checked to be one."""
    return {key: value for key, value in source.items() if isinstance(value, str | int | list)}


def _check_links(entries: Sequence[Entry]) -> None:
    """Raise InvalidValue where two entries are one, or a link leads nowhere."""
    numbers = {entry.number: entry for entry in entries}
    if len(numbers) != len(entries) or len({entry.uid for entry in entries}) != len(entries):
        raise InvalidValue("number")
    for entry in entries:
        if entry.about is not None and (entry.about not in numbers or entry.about == entry.number):
            raise InvalidValue("about")
        if not all(isinstance(numbers.get(goal), Goal) for goal in entry.goals):
            raise InvalidValue("goals")
        if isinstance(entry, Question) and entry.answered_in not in {None, *numbers}:
            raise InvalidValue("answered_in")


def _name(source: Source, key: str) -> str:
    return clean_line(get_string(source, key), what="name")


def _line(source: Source, key: str) -> str:
    return clean_line(get_string(source, key), what=key) if key in source else ""


def _day(source: Source, key: str) -> date:
    found = get_date(source, key)
    if found is None or found.year == MAXYEAR:
        raise InvalidValue(key)
    return found
