"""Documents → records: the way back from what is kept."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypedDict, cast

from mentorlog.model.areas import Area
from mentorlog.model.documents import Document
from mentorlog.model.entries import (
    Action,
    Answer,
    Checkin,
    Entry,
    Event,
    EventType,
    Feedback,
    Goal,
    Kind,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.people import Person


class EntryFields(TypedDict):
    """The fields that every kind of entry has."""

    number: int
    uid: str
    on: date
    time: str
    title: str
    text: str
    areas: tuple[Area, ...]
    people: tuple[Person, ...]
    goals: tuple[int, ...]
    about: int | None
    visibility: Visibility
    is_tender: bool
    written_at: str
    changed_at: str
    removed_at: str


def entry_record(document: Document, areas: Mapping[str, Area], people: Mapping[str, Person]) -> Entry:
    """The entry of `document`; `areas` are by slug, `people` by uid. An area or a person that is no
    longer there is left out.
    """
    touched = [areas[slug] for slug in strings(document, "areas") if slug in areas]
    words = cast(Mapping[str, str], document).get
    shared = EntryFields(
        number=_whole(document, "number") or 0,
        uid=words("uid", ""),
        on=date.fromisoformat(words("day", "")),
        time=words("time", ""),
        title=words("title", ""),
        text=words("text", ""),
        areas=tuple(sorted(touched, key=lambda area: (area.position, area.slug))),
        people=tuple(people[uid] for uid in strings(document, "people") if uid in people),
        goals=tuple(cast(list[int], document.get("goals", ()))),
        about=_whole(document, "about"),
        visibility=Visibility(words("visibility", "")),
        is_tender=bool(document.get("tender")),
        written_at=words("written_at", ""),
        changed_at=words("changed_at", ""),
        removed_at=words("removed_at", ""),
    )
    return _BUILDERS[Kind(words("kind", ""))](document, shared, people.get(words("owner", "")))


def _session(document: Document, shared: EntryFields, _: Person | None) -> Entry:
    return Session(**shared, minutes=_whole(document, "minutes"))


def _reflection(document: Document, shared: EntryFields, _: Person | None) -> Entry:
    return Reflection(
        **shared,
        framework=_string(document, "framework"),
        answers=_answers(document),
        feelings=strings(document, "feelings"),
    )


def _goal(document: Document, shared: EntryFields, _: Person | None) -> Entry:
    return Goal(
        **shared,
        status=_string(document, "status"),
        due=_day(document, "due"),
        measure=_string(document, "measure"),
        signs=strings(document, "signs"),
        target=_whole(document, "target"),
        percent=_whole(document, "percent"),
        count=_whole(document, "count"),
        events=_events(document),
        framework=_string(document, "framework"),
        answers=_answers(document),
    )


def _action(document: Document, shared: EntryFields, owner: Person | None) -> Entry:
    return Action(
        **shared,
        status=_string(document, "status"),
        owner=owner,
        due=_day(document, "due"),
        outcome=_string(document, "outcome"),
        told=bool(document.get("told")),
        events=_events(document),
    )


def _question(document: Document, shared: EntryFields, _: Person | None) -> Entry:
    return Question(**shared, answered_in=_whole(document, "answered_in"))


def _checkin(document: Document, shared: EntryFields, _: Person | None) -> Entry:
    return Checkin(
        **shared,
        rating=_whole(document, "rating"),
        then_rating=_whole(document, "then_rating"),
        then_words=_string(document, "then_words"),
    )


def _feedback(document: Document, shared: EntryFields, owner: Person | None) -> Entry:
    return Feedback(
        **shared,
        owner=owner,
        packet=_string(document, "packet"),
        is_question=bool(document.get("is_question")),
        framework=_string(document, "framework"),
        answers=_answers(document),
    )


_BUILDERS: dict[Kind, Callable[[Document, EntryFields, Person | None], Entry]] = {
    Kind.SESSION: _session,
    Kind.REFLECTION: _reflection,
    Kind.GOAL: _goal,
    Kind.ACTION: _action,
    Kind.QUESTION: _question,
    Kind.CHECKIN: _checkin,
    Kind.FEEDBACK: _feedback,
}


def _answers(document: Document) -> tuple[Answer, ...]:
    return tuple(
        Answer(**{key: _string(answer, key) for key in ("key", "question", "text", "spine")})
        for answer in _documents(document, "answers")
    )


def _events(document: Document) -> tuple[Event, ...]:
    return tuple(
        Event(
            on=date.fromisoformat(_string(event, "day")),
            what=EventType(_string(event, "what")),
            text=_string(event, "text"),
            because=_string(event, "because"),
            percent=_whole(event, "percent"),
            count=_whole(event, "count"),
        )
        for event in _documents(document, "events")
    )


def _string(document: Document, key: str) -> str:
    return cast(str, document.get(key, ""))


def _whole(document: Document, key: str) -> int | None:
    return cast("int | None", document.get(key))


def _day(document: Document, key: str) -> date | None:
    return date.fromisoformat(_string(document, key)) if key in document else None


def strings(document: Document, key: str) -> tuple[str, ...]:
    """A list of texts in a document; empty where it is not there."""
    return tuple(cast(list[str], document.get(key, ())))


def _documents(document: Document, key: str) -> list[Document]:
    return cast(list[Document], document.get(key, []))
