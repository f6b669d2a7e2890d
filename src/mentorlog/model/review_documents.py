"""What is digested and kept of mentees, their packets, comments and replies: plain documents, as of entries."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, EntryWithOwner
from mentorlog.model.fields import ANSWERS, CODE, DAY, FLAG, NUMBER, Document, Field, decode, decoders, encode, encoders
from mentorlog.model.people import Person
from mentorlog.model.reviews import Comment, Mentee, ReceivedPacket, Reply
from mentorlog.model.serialization import entry_document, entry_record

_COMMENT = (
    Field("number", NUMBER, key="id"),
    *(Field(name, NUMBER) for name in ("mentee", "packet", "reply")),
    *(Field(name, CODE) for name in ("uid", "entry", "framework", "written_at")),
    *(Field(name, FLAG) for name in ("is_note", "is_question")),
    Field("on", DAY, key="day"),
    Field("text"),
    Field("answers", ANSWERS),
)
_TO_COMMENT, _FROM_COMMENT = encoders(_COMMENT), decoders(_COMMENT)


def mentee_document(mentee: Mentee) -> Document:
    """A mentee."""
    return {"id": mentee.number, "name": mentee.name}


def reply_document(reply: Reply) -> Document:
    """A reply."""
    return {"id": reply.number, "mentee": reply.mentee, "packet": reply.packet, "at": reply.at}


def comment_document(comment: Comment) -> Document:
    """A comment or a note."""
    return encode(comment, _TO_COMMENT)


def comment_record(document: Document) -> Comment:
    """The comment of a document."""
    return Comment(**decode(document, _FROM_COMMENT))  # type: ignore[arg-type]  # the table of fields says which


def received_document(received: ReceivedPacket) -> Document:
    """A packet as it came, each entry with the number that the packet gave it."""
    packet = received.packet
    return {
        "id": received.number,
        "token": packet.token,
        "mentee": received.mentee,
        "reader": packet.reader,
        "called": packet.mentee,
        "addressee": packet.addressee,
        "made_on": packet.made_on.isoformat(),
        "received_at": received.at,
        "areas": [{"slug": area.slug, "name": area.name} for area in packet.areas],
        "entries": [
            {
                "uid": given.entry.uid,
                "theirs": received.sender_numbers[given.entry.uid],
                "form": given.digest,
                "document": packet_entry_document(given.entry),
            }
            for given in sorted(packet.entries, key=lambda given: given.entry.uid)
        ],
    }


def packet_entry_document(entry: Entry) -> Document:
    """An entry of a packet. Its people are nobody in this journal: they stand in it by name."""
    named = replace(entry, people=tuple(map(_by_name, entry.people)))
    if isinstance(named, EntryWithOwner) and named.owner:
        return entry_document(replace(named, owner=_by_name(named.owner)))
    return entry_document(named)


def packet_entry_record(document: Document, areas: Mapping[str, Area]) -> Entry:
    """The entry of such a document, with the areas of its packet by slug."""
    names = [*cast(list[str], document.get("people", [])), *filter(None, [cast(str, document.get("owner", ""))])]
    return entry_record(document, areas, {name: Person(name=name, uid=name) for name in names})


def _by_name(person: Person) -> Person:
    return replace(person, uid=person.name)
