"""What is digested and kept of mentees, their packets, comments and replies: plain documents, as of entries."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from mentorlog.model.areas import Area
from mentorlog.model.documents import answer_documents, answer_records, entry_document, entry_record, without_empty
from mentorlog.model.entries import Entry, EntryWithOwner
from mentorlog.model.fields import Document
from mentorlog.model.people import Person
from mentorlog.model.reviews import Comment, Mentee, ReceivedPacket, Reply


def mentee_document(mentee: Mentee) -> Document:
    """A mentee."""
    return {"id": mentee.number, "name": mentee.name}


def reply_document(reply: Reply) -> Document:
    """A reply."""
    return {"id": reply.number, "mentee": reply.mentee, "packet": reply.packet, "at": reply.at}


def comment_document(comment: Comment) -> Document:
    """A comment or a note."""
    return without_empty(
        {
            "id": comment.number,
            "uid": comment.uid,
            "mentee": comment.mentee,
            "packet": comment.packet,
            "entry": comment.entry,
            "is_note": comment.is_note,
            "is_question": comment.is_question,
            "day": comment.on.isoformat(),
            "text": comment.text,
            "framework": comment.framework,
            "answers": answer_documents(comment.answers),
            "written_at": comment.written_at,
            "reply": comment.reply,
        }
    )


def comment_record(document: Document) -> Comment:
    """The comment of a document."""
    found = cast(dict[str, str], document)
    return Comment(
        number=cast(int, document["id"]),
        uid=found["uid"],
        mentee=cast(int, document["mentee"]),
        packet=cast(int, document["packet"]),
        entry=found["entry"],
        is_note=bool(document.get("is_note")),
        is_question=bool(document.get("is_question")),
        on=date.fromisoformat(found["day"]),
        text=found.get("text", ""),
        framework=found.get("framework", ""),
        answers=answer_records(document),
        written_at=found["written_at"],
        reply=cast("int | None", document.get("reply")),
    )


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
