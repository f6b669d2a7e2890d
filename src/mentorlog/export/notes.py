"""Entries as Markdown notes with properties at the top, as Obsidian keeps them; or one below the other.

What was written stands as it was written: it is the user's own Markdown. `import` reads the notes back.
"""

import json
import re
from collections.abc import Iterable, Iterator

from mentorlog.dates import date_with_year
from mentorlog.model.entries import Action, Entry, Event, EventType, Feedback, Goal, Kind, Reflection
from mentorlog.model.fields import FIELDS_OF, Field
from mentorlog.text import one_line

FRONT_NAMES = {"on": "date", "areas": "tags", "by": "owner"}  # where Obsidian, or a reader, looks for them
PROPERTIES = (  # in their order, of all kinds
    "date time kind number tags with minutes status owner framework feelings due measure signs percent count target "
    "outcome answered_in rating then_rating then_words about goals visibility tender written_at uid"
)

# What needs no quotes: a day, or letters and hyphens that aren't one of the words that YAML turns.
BARE = re.compile(r"\d{4}-\d\d-\d\d|(?!(?:true|false|null)\Z)[a-z]{4,}(?:-[a-z]+)*")


def file_name(entry: Entry) -> str:
    """The name of its file: day, kind and number, and nothing that a user wrote."""
    return f"{entry.on.isoformat()}-{entry.kind}-{entry.number}.md"


def note(entry: Entry) -> str:
    """One note."""
    head = [f"{key}: {_yaml(value)}" for key, value in _properties(entry).items() if value not in (None, "", [])]
    return "\n".join(["---", *head, "---", _body(entry, "#")])


def document(entries: Iterable[Entry]) -> Iterator[str]:
    """All of them below each other, oldest first."""
    for entry in entries:
        areas = ", ".join(area.slug for area in entry.areas)
        people = ", ".join(one_line(person.name) for person in entry.people)
        facts = " · ".join(filter(None, (areas, people, str(entry.visibility))))
        yield f"## {date_with_year(entry.on)}, {entry.kind} {entry.number}\n\n{facts}\n\n{_body(entry, '###')}\n"


def _properties(entry: Entry) -> dict[str, object]:
    fields = {FRONT_NAMES.get(field.json, field.json): field for field in FIELDS_OF[entry.kind]}
    if entry.kind is Kind.GOAL:
        del fields["framework"]
    return {name: _shown(entry, fields[name]) for name in PROPERTIES.split() if name in fields}


def _shown(entry: Entry, field: Field) -> object:
    value = getattr(entry, field.name)
    shown = field.codec.json(value) if field.codec.json else value
    return ("yes" if shown else "") if isinstance(shown, bool) else shown


def _body(entry: Entry, mark: str) -> str:
    parts = [f"{mark} {one_line(entry.title)}" if entry.title else "", entry.text]
    if isinstance(entry, Reflection | Feedback):
        parts += [f"{mark}# {one_line(answer.question)}\n\n{answer.text}" for answer in entry.answers]
    if isinstance(entry, Goal | Action):
        parts.append("\n".join(_event(event) for event in entry.events if event.what is not EventType.CREATED))
    return "\n\n".join(filter(None, parts)) + "\n"


def _event(event: Event) -> str:
    """As "- Thu 12 Mar 2026: checkin, 40 %: words"."""
    reading = f"{event.percent} %" if event.percent is not None else event.count
    facts = ", ".join(str(part) for part in (event.what, reading) if part not in (None, ""))
    said = " ".join(one_line(words) for words in (event.text, event.because) if words)
    return f"- {date_with_year(event.on)}: {facts}{f': {said}' if said else ''}"


def _yaml(value: object) -> str:
    """A value that YAML reads as it stands here: JSON is YAML too."""
    if isinstance(value, list):
        return f"[{', '.join(_yaml(each) for each in value)}]"
    return value if isinstance(value, str) and BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
