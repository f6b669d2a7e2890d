"""The made-up journal of the demo: a mentee's fourteen months, moved so that they end this week."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import cast

from mentorlog.exchange.validators import Source, get_bool, get_int, get_objects, get_string, get_strings
from mentorlog.model.areas import DEFAULT_AREAS_BY_SLUG
from mentorlog.model.entries import ENTRY_CLASSES, Entry, Event, EventType, Kind, Visibility
from mentorlog.model.fields import AREAS, AUTHOR, FIELDS_OF, LARGEST, OWNER, PEOPLE, VISIBILITY, Codec, Field
from mentorlog.model.people import Person

WEEK = timedelta(weeks=1)
KNOWN: dict[Codec, Mapping[str, object]] = {
    AREAS: DEFAULT_AREAS_BY_SLUG,
    VISIBILITY: {one.value: one for one in Visibility},
}
BY_KEY = ("kind", "about", "goals", "answers", "events")  # what it is, and steps of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoEntry:
    """An entry was written; `about`, `goals` (evidence for which it is) and `answers` name others by key."""

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
    """The people, and all that was written, in order of day; the last of it lies in the week that ends today."""
    content = tomllib.loads(files("mentorlog.exchange").joinpath("demo.toml").read_text(encoding="utf-8"))
    entries = get_objects(content, "entries")
    last = max(cast(date, source["on"]) for entry in entries for source in (entry, *get_objects(entry, "events")))
    shift = (today - last) // WEEK * WEEK
    people = {
        (name := get_string(source, "name")): Person(
            name=name, role=get_string(source, "role"), rhythm=get_string(source, "rhythm")
        )
        for source in get_objects(content, "people")
    }
    steps = [step for place, entry in enumerate(entries) for step in _steps(entry, f"entry {place}", people, shift)]
    rests = [
        DemoPause(on=cast(date, source["paused"]) + shift, person=people[get_string(source, "name")])
        for source in get_objects(content, "people")
        if "paused" in source
    ]
    return tuple(people.values()), sorted([*steps, *rests], key=lambda step: (step.on, not isinstance(step, DemoEntry)))


def _steps(source: Source, place: str, people: Mapping[str, Person], shift: timedelta) -> Iterator[Step]:
    key = get_string(source, "key") or place
    draft = _draft(source, people, shift)
    yield DemoEntry(
        on=draft.on,
        key=key,
        draft=draft,
        about=get_string(source, "about"),
        goals=get_strings(source, "goals"),
        answers=get_strings(source, "answers"),
    )
    for happened in get_objects(source, "events"):
        event = Event(
            on=cast(date, happened["on"]) + shift,
            what=EventType(get_string(happened, "what")),
            text=get_string(happened, "text"),
            because=get_string(happened, "because"),
            percent=get_int(happened, "percent", 0, 100),
            count=get_int(happened, "count", 0, LARGEST),
        )
        outcome, told = get_string(happened, "outcome"), get_bool(happened, "told")
        yield DemoEvent(on=event.on, key=key, event=event, outcome=outcome, told=told)


def _draft(source: Source, people: Mapping[str, Person], shift: timedelta) -> Entry:
    kind = Kind(get_string(source, "kind"))
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
