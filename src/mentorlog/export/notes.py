"""Entries as Markdown notes with properties at the top, as Obsidian keeps them; or one below the other.

What was written stands as it was written: it is the user's own Markdown. `import` reads the notes back.
"""

import json
import re
from collections.abc import Iterable, Iterator

from mentorlog.dates import date_with_year
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    Event,
    EventType,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
)
from mentorlog.text import one_line

Value = str | int | list[str] | list[int] | None


def file_name(entry: Entry) -> str:
    """The name of its file: day, kind and number, and nothing that a user wrote."""
    return f"{entry.on.isoformat()}-{entry.kind}-{entry.number}.md"


def note(entry: Entry) -> str:
    """One note."""
    head = "\n".join(
        f"{key}: {_yaml(value)}" for key, value in _properties(entry).items() if value not in (None, "", [])
    )
    return f"---\n{head}\n---\n{_body(entry, '#')}"


def document(entries: Iterable[Entry]) -> Iterator[str]:
    """All of them below each other, oldest first."""
    for entry in entries:
        areas = ", ".join(area.slug for area in entry.areas)
        people = ", ".join(one_line(person.name) for person in entry.people)
        facts = " · ".join(filter(None, (areas, people, str(entry.visibility))))
        yield f"## {date_with_year(entry.on)}, {entry.kind} {entry.number}\n\n{facts}\n\n{_body(entry, '###')}\n"


def _properties(entry: Entry) -> dict[str, Value]:
    return {
        "date": entry.on.isoformat(),
        "time": entry.time,
        "kind": str(entry.kind),
        "number": entry.number,
        "tags": [area.slug for area in entry.areas],
        "with": [person.name for person in entry.people],
        **_own(entry),
        "about": entry.about,
        "goals": list(entry.goals),
        "visibility": str(entry.visibility),
        "tender": "yes" if entry.is_tender else "",
        "written_at": entry.written_at,
        "uid": entry.uid,
    }


def _own(entry: Entry) -> dict[str, Value]:
    match entry:
        case Session():
            return {"minutes": entry.minutes}
        case Reflection():
            return {"framework": entry.framework, "feelings": list(entry.feelings)}
        case Goal():
            return _goal(entry)
        case Action():
            owner = entry.owner.name if entry.owner else "me"
            return {"status": entry.status, "owner": owner, "due": _day(entry), "outcome": entry.outcome}
        case Question():
            return {"status": entry.status, "answered_in": entry.answered_in}
        case _:
            return _checkin_or_feedback_properties(entry)


def _checkin_or_feedback_properties(entry: Entry) -> dict[str, Value]:
    if isinstance(entry, Checkin):
        return {"rating": entry.rating, "then_rating": entry.then_rating, "then_words": entry.then_words}
    if isinstance(entry, Feedback):
        return {"owner": entry.owner.name if entry.owner else "", "framework": entry.framework}
    return {}


def _goal(goal: Goal) -> dict[str, Value]:
    numbers: dict[str, Value] = {"percent": goal.percent, "count": goal.count, "target": goal.target}
    own: dict[str, Value] = {"status": goal.status, "due": _day(goal), "measure": goal.measure}
    return {**own, "signs": list(goal.signs), **numbers}


def _day(entry: Goal | Action) -> str:
    return entry.due.isoformat() if entry.due else ""


def _body(entry: Entry, mark: str) -> str:
    parts = [f"{mark} {one_line(entry.title)}" if entry.title else "", entry.text]
    if isinstance(entry, Reflection | Feedback):
        parts += [f"{mark}# {one_line(answer.question)}\n\n{answer.text}" for answer in entry.answers]
    if isinstance(entry, Goal | Action):
        parts.append("\n".join(_event(event) for event in entry.events if event.what is not EventType.CREATED))
    return "\n\n".join(filter(None, parts)) + "\n"


def _event(event: Event) -> str:
    """As "- Thu 12 Mar 2026: checkin, 40 %: words"."""
    measure = f"{event.percent} %" if event.percent is not None else event.count
    facts = ", ".join(str(part) for part in (event.what, measure) if part not in (None, ""))
    said = " ".join(one_line(words) for words in (event.text, event.because) if words)
    return f"- {date_with_year(event.on)}: {facts}{f': {said}' if said else ''}"


def _yaml(value: Value) -> str:
    """A value that YAML reads as it stands here: JSON is YAML too."""
    if isinstance(value, list):
        return f"[{', '.join(_yaml(each) for each in value)}]"
    return value if isinstance(value, str) and _is_bare(value) else json.dumps(value, ensure_ascii=False)


def _is_bare(value: str) -> bool:
    """Whether it needs no quotes: a day, or letters and hyphens that aren't one of the words that YAML turns."""
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d|[a-z]{4,}(?:-[a-z]+)*", value)) and value not in (
        "true",
        "false",
        "null",
    )
