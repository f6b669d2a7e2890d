"""The made-up journal of the demo: a mentee's fourteen months, moved so that they end this week."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import cast

from mentorlog.model.areas import DEFAULT_AREAS_BY_SLUG
from mentorlog.model.entries import ENTRY_CLASSES, Entry, Event, EventType, Kind, Visibility
from mentorlog.model.fields import AREAS, AUTHOR, FIELDS_OF, OWNER, PEOPLE, VISIBILITY, Codec, Field
from mentorlog.model.people import Person

Source = Mapping[str, object]
WEEK = timedelta(weeks=1)
KNOWN: dict[Codec, Mapping[str, object]] = {
    AREAS: DEFAULT_AREAS_BY_SLUG,
    VISIBILITY: {one.value: one for one in Visibility},
}
BY_KEY = ("kind", "about", "goals", "answers", "events")  # what it is, and steps of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoEntry:
    """An entry was written. Other entries are named by key: what it is `about`, the `goals` that it
    stands behind, the questions that it `answers`.
    """

    on: date
    key: str
    draft: Entry
    about: str = ""
    goals: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoEvent:
    """Something happened to the goal or the action with `key`."""

    on: date
    key: str
    event: Event
    outcome: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPause:
    """The relationship with `person` was paused."""

    on: date
    person: Person


Step = DemoEntry | DemoEvent | DemoPause


def demo_journal(today: date) -> tuple[tuple[Person, ...], list[Step]]:
    """The people, and everything that was written, in order of day; the last of it lies in the week
    that ends today.
    """
    content = tomllib.loads(files("mentorlog.exchange").joinpath("demo.toml").read_text(encoding="utf-8"))
    entries = _sources(content, "entries")
    last = max(cast(date, source["on"]) for entry in entries for source in (entry, *_sources(entry, "events")))
    shift = (today - last) // WEEK * WEEK
    people = {
        person.name: person
        for person in (
            Person(name=_string(source, "name"), role=_string(source, "role"), rhythm=_string(source, "rhythm"))
            for source in _sources(content, "people")
        )
    }
    steps = [step for place, entry in enumerate(entries) for step in _steps(entry, f"entry {place}", people, shift)]
    rests = [
        DemoPause(on=cast(date, source["paused"]) + shift, person=people[_string(source, "name")])
        for source in _sources(content, "people")
        if "paused" in source
    ]
    return tuple(people.values()), sorted([*steps, *rests], key=lambda step: (step.on, not isinstance(step, DemoEntry)))


def _steps(source: Source, place: str, people: Mapping[str, Person], shift: timedelta) -> Iterator[Step]:
    key = _string(source, "key") or place
    draft = _draft(source, people, shift)
    yield DemoEntry(
        on=draft.on,
        key=key,
        draft=draft,
        about=_string(source, "about"),
        goals=_strings(source, "goals"),
        answers=_strings(source, "answers"),
    )
    for happened in _sources(source, "events"):
        event = Event(
            on=cast(date, happened["on"]) + shift,
            what=EventType(_string(happened, "what")),
            text=_string(happened, "text"),
            because=_string(happened, "because"),
            percent=_whole(happened, "percent"),
            count=_whole(happened, "count"),
        )
        told = bool(happened.get("told"))
        yield DemoEvent(on=event.on, key=key, event=event, outcome=_string(happened, "outcome"), told=told)


def _draft(source: Source, people: Mapping[str, Person], shift: timedelta) -> Entry:
    kind = Kind(_string(source, "kind"))
    fields = {field.key if field.key == "owner" else field.json: field for field in FIELDS_OF[kind]}
    values = {
        fields[key].name: _value(fields[key], value, people, shift)
        for key, value in source.items()
        if key in fields and key not in BY_KEY
    }
    if kind is Kind.GOAL:
        on, text = cast(date, values["on"]), cast(str, values["text"])
        values["events"] = (Event(on=on, what=EventType.CREATED, text=text),)
    return ENTRY_CLASSES[kind](**values)  # type: ignore[arg-type]  # the table of fields says which there are


def _value(field: Field, value: object, people: Mapping[str, Person], shift: timedelta) -> object:
    known: Mapping[str, object] = people if field.codec in (PEOPLE, OWNER, AUTHOR) else KNOWN.get(field.codec, {})
    match value:
        case date():
            return value + shift
        case list():
            return tuple([known.get(one, one) for one in value])
        case str():
            return known.get(value, value.strip())
    return value


def _whole(source: Source, key: str) -> int | None:
    return cast("int | None", source.get(key))


def _string(source: Source, key: str) -> str:
    return cast(str, source.get(key, ""))


def _strings(source: Source, key: str) -> tuple[str, ...]:
    return tuple(cast(Sequence[str], source.get(key, ())))


def _sources(source: Source, key: str) -> list[Source]:
    return cast(list[Source], source.get(key, []))
