"""What is digested and kept of a record when it changes: its document, a plain dict.

A document holds only what is there: empty fields are left out. It names areas by slug, people by
uid and entries by number. It is what `revisions` keep, what undo puts back, and, in canonical
JSON, what the digest is made of.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date

from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Answer, Checkin, Entry, Event, Feedback, Goal, Question, Reflection, Session
from mentorlog.model.people import Person

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]
Document = Mapping[str, Value]


def canonical(document: Document | None) -> str:
    """The one JSON text of a document: keys sorted, no white space, not escaped to ASCII."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


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
            return {"minutes": entry.minutes}
        case Reflection():
            return {
                "framework": entry.framework,
                "answers": _answers(entry.answers),
                "feelings": list(entry.feelings),
            }
        case Goal():
            return {
                "status": entry.status,
                "due": _day(entry.due),
                "measure": entry.measure,
                "signs": list(entry.signs),
                "target": entry.target,
                "percent": entry.percent,
                "count": entry.count,
                "events": [_event_document(event) for event in entry.events],
                "framework": entry.framework,
                "answers": _answers(entry.answers),
            }
        case Action():
            return {
                "status": entry.status,
                "owner": entry.owner.uid if entry.owner else None,
                "due": _day(entry.due),
                "outcome": entry.outcome,
                "told": entry.told,
                "events": [_event_document(event) for event in entry.events],
            }
        case Checkin():
            return {"rating": entry.rating, "then_rating": entry.then_rating, "then_words": entry.then_words}
        case Feedback():
            return {
                "owner": entry.owner.uid if entry.owner else None,
                "packet": entry.packet,
                "is_question": entry.is_question,
                "framework": entry.framework,
                "answers": _answers(entry.answers),
            }
    return {"answered_in": entry.answered_in} if isinstance(entry, Question) else {}


def _answers(answers: Sequence[Answer]) -> list[Document]:
    return [
        without_empty({"key": one.key, "question": one.question, "text": one.text, "spine": one.spine})
        for one in answers
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


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
