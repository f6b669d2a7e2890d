"""A packet ⇄ its JSON document, as docs/packets.md has it. What is read is trusted in nothing: all else is damage."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from mentorlog.exchange import validators
from mentorlog.exchange.entry_values import KINDS, entry_document
from mentorlog.exchange.header import invalid_as_damaged, parse_document
from mentorlog.exchange.validators import InvalidValue, Source, check_known_keys, get_line, get_matching, get_objects
from mentorlog.model.areas import Area
from mentorlog.model.documents import digest_of, entry_record, without_empty
from mentorlog.model.entries import Entry, Goal, Question
from mentorlog.model.enums import Kind, Visibility
from mentorlog.model.fields import FIELDS, FIELDS_OF, Document
from mentorlog.model.json_form import escape_unsafe, packet_form
from mentorlog.model.packets import MAX_ENTRIES, PACKET, VERSION, Packet, PacketEntry
from mentorlog.model.people import Person
from mentorlog.text import clean_line

HEAD = frozenset({"format", "version", "packet", "reader", "mentee", "for", "made_on", "areas", "entries"})
KEYS_OF = {
    kind: ["digest", *(field.json for field in fields if not field.is_own)] for kind, fields in FIELDS_OF.items()
}
PART_KEYS = {field.json: [part.json for part in field.codec.parts] for field in FIELDS if field.codec.parts}


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
        people: dict[str, Person] = {}  # everybody named so far, by name
        given = tuple([_packet_entry(one, areas, people) for one in get_objects(source, "entries", 1, MAX_ENTRIES)])
        _check_links([one.entry for one in given])
        return Packet(
            token=validators.get_uid(source, "packet"),
            reader=validators.get_uid(source, "reader"),
            mentee=get_line(source, "mentee", "name"),
            addressee=get_line(source, "for", "name"),
            made_on=validators.get_day(source, "made_on"),
            areas=tuple(areas.values()),
            entries=given,
        )


def _areas(source: Source) -> Iterator[Area]:
    seen: set[str] = set()
    for position, one in enumerate(get_objects(source, "areas"), start=1):
        check_known_keys(one, ("slug", "name"))
        slug = get_matching(one, "slug", validators.SLUG, is_required=True)
        if slug in seen:
            raise InvalidValue("areas")
        seen.add(slug)
        yield Area(slug=slug, name=get_line(one, "name", "name"), position=position)


def _packet_entry(source: Source, areas: Mapping[str, Area], people: dict[str, Person]) -> PacketEntry:
    check_known_keys(source, KEYS_OF[Kind(validators.get_choice(source, "kind", KINDS))])
    for key, known in PART_KEYS.items():
        for part in get_objects(source, key):
            check_known_keys(part, known)
    for key, value in source.items():
        if value is None or value is False or value in ("", []):
            raise InvalidValue(key)
    kept = get_matching(source, "digest", validators.DIGEST, is_required=True)
    entry = entry_record(_document(source, areas, people), areas, people)
    if not entry.number or digest_of(cast(Document, source)) != kept:
        raise InvalidValue("digest")
    return PacketEntry(entry=entry, digest=kept)


def _document(source: Source, areas: Mapping[str, Area], people: dict[str, Person]) -> Document:
    """The document of one entry; whoever is named in it becomes known."""
    validators.get_uid(source, "uid")
    if any(slug not in areas for slug in validators.get_strings(source, "areas")):
        raise InvalidValue("areas")
    owner = validators.get_string(source, "owner") or validators.get_string(source, "by")
    for name in (*validators.get_strings(source, "with"), *([owner] if owner else [])):
        if name not in people:
            people[name] = Person(name=clean_line(name, what="name"), uid=name)
    title = get_line(source, "title", "title") if "title" in source else ""
    document = entry_document({**source, "visibility": Visibility.MENTOR.value}, b"")
    return without_empty({**document, "title": title, "owner": owner})


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
