"""What is digested and kept of a record when it changes: its document, a plain dict.

A document holds only what is there: empty fields are left out. It names areas by slug, people by
uid and entries by number. It is what `revisions` keep, what undo puts back, and, in canonical
JSON, what the digest is made of.
"""

import json
from collections.abc import Mapping, Sequence

from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    EntryWithAnswers,
    EntryWithOwner,
    Event,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
)
from mentorlog.model.people import Person

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]
Document = Mapping[str, Value]
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), check_circular=False)


def canonical(document: Document | None) -> str:
    """The one JSON text of a document: keys sorted, no white space, not escaped to ASCII."""
    return _CANONICAL.encode(document)


def digest(text: str) -> str:
    """SHA-256 in hexadecimal."""
    import hashlib  # OpenSSL comes with it, and who only reads needs none

    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(form: Document) -> str:
    """The digest of an entry's form in a packet, its own digest aside."""
    return digest(canonical({key: value for key, value in form.items() if key != "digest"}))


def without_empty(fields: Mapping[str, Value]) -> Document:
    """`fields` less those that say nothing: "", None, False and []; a zero stays."""
    return {key: value for key, value in fields.items() if value or (value == 0 and value is not False)}


def area_document(area: Area) -> Document:
    """An area, with its place in the list."""
    return {
        "slug": area.slug,
        "name": area.name,
        "about": area.about,
        "is_paused": area.is_paused,
        "position": area.position,
    }


def person_document(person: Person) -> Document:
    """A person; a state is there only where it is not the usual one."""
    document: Document = {
        "id": person.number,
        "uid": person.uid,
        "name": person.name,
        "role": person.role,
        "rhythm": person.rhythm,
    }
    return {**document, "state": person.state} if person.state else document


def entry_document(entry: Entry) -> Document:
    """An entry with all that hangs on it: areas, people, goals, answers, events."""
    return without_empty(
        {
            "number": entry.number,
            "uid": entry.uid,
            "kind": entry.kind.value,
            "day": entry.on.isoformat(),
            "time": entry.time,
            "title": entry.title,
            "text": entry.text,
            "areas": sorted(area.slug for area in entry.areas),
            "people": [person.uid for person in entry.people],
            "goals": sorted(entry.goals),
            "about": entry.about,
            "visibility": entry.visibility.value,
            "tender": entry.is_tender,
            "written_at": entry.written_at,
            "changed_at": entry.changed_at,
            "removed_at": entry.removed_at,
            **_of_its_kind(entry),
        }
    )


def _of_its_kind(entry: Entry) -> Document:
    match entry:
        case Session():
            own: Document = {"minutes": entry.minutes}
        case Reflection():
            own = {**_answered(entry), "feelings": list(entry.feelings)}
        case Goal():
            own = {
                **_status_fields(entry),
                **_answered(entry),
                "measure": entry.measure,
                "signs": list(entry.signs),
                "target": entry.target,
                "percent": entry.percent,
                "count": entry.count,
            }
        case Action():
            own = {**_status_fields(entry), **_owned(entry), "outcome": entry.outcome, "told": entry.told}
        case Question():
            own = {"answered_in": entry.answered_in}
        case Checkin():
            own = {"rating": entry.rating, "then_rating": entry.then_rating, "then_words": entry.then_words}
        case Feedback():
            own = {
                **_owned(entry),
                **_answered(entry),
                "packet": entry.packet,
                "is_question": entry.is_question,
            }
        case _:
            own = {}
    return own


def _status_fields(entry: Goal | Action) -> Document:
    events = [_event_document(event) for event in entry.events]
    return {"status": entry.status, "due": entry.due.isoformat() if entry.due else None, "events": events}


def _owned(entry: EntryWithOwner) -> Document:
    return {"owner": entry.owner.uid if entry.owner else None}


def _answered(entry: EntryWithAnswers) -> Document:
    answers = [
        without_empty({"key": one.key, "question": one.question, "text": one.text, "spine": one.spine})
        for one in entry.answers
    ]
    return {"framework": entry.framework, "answers": answers}


def _event_document(event: Event) -> Document:
    return without_empty(
        {
            "day": event.on.isoformat(),
            "what": event.what.value,
            "text": event.text,
            "because": event.because,
            "percent": event.percent,
            "count": event.count,
        }
    )
