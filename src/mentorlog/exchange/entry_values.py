"""The keys of an entry, each checked → its document. People stand in it by name."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, datetime, time

from mentorlog.exchange.validators import (
    InvalidValue,
    get_bool,
    get_choice,
    get_date,
    get_int,
    get_matching,
    get_numbers,
    get_objects,
    get_parsed,
    get_string,
    get_strings,
)
from mentorlog.model.documents import Document, Value, without_empty
from mentorlog.model.entries import EventType, Kind, Visibility
from mentorlog.model.history import Revision
from mentorlog.text import clean

Source = Mapping[str, object]
Read = Callable[[Source, str], Value]
UID = re.compile(r"[0-9a-f]{32}")
TIME = re.compile(r"\d\d:\d\d(?:[+-]\d\d:\d\d(?::\d\d)?)?", re.ASCII)
MOMENT = re.compile(r"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", re.ASCII)
LONG_AGO = "1970-01-01T00:00:00+00:00"
MAX_INT = 2**53
KINDS = tuple(kind.value for kind in Kind)
VISIBILITIES = tuple(visibility.value for visibility in Visibility)
EVENT_TYPES = tuple(what.value for what in EventType)
OWNED = (Kind.ACTION.value, Kind.FEEDBACK.value)
STATUSES = {"goal": ("active", "paused", "reached", "dropped"), "action": ("open", "done", "dropped")}


def entry_document(source: Source, line: bytes) -> Document:
    """The document of an entry as `--json` gives it. Without a uid it gets one made of its line, so that
    the same line is the same entry.
    """
    kind = get_choice(source, "kind", KINDS)
    fields = _FIELDS[kind]
    found = {name: read(source, key) for key in source if key in fields for name, read in (fields[key],)}
    document: dict[str, Value] = {"kind": kind, "visibility": "private", "written_at": LONG_AGO, **without_empty(found)}
    if "day" not in document:
        raise InvalidValue("on")
    if "uid" not in document:
        document["uid"] = hashlib.sha256(line.strip()).hexdigest()[:32]
    document.setdefault("changed_at", document["written_at"])
    if kind in STATUSES:
        document.setdefault("status", STATUSES[kind][0])
    if kind == Kind.GOAL.value and "events" not in document:
        created = {"day": document["day"], "what": EventType.CREATED.value, "text": document.get("text")}
        document["events"] = [without_empty(created)]
    return document


def with_owner(document: Document, owner: str) -> Document:
    """The document with the name of its owner, where its kind has one; "me" is the user."""
    return {**document, "owner": owner} if owner != "me" and document["kind"] in OWNED else document


def earlier_version(source: Source) -> Revision:
    """What an entry was before; its document is checked as strictly as the entry."""
    was = source.get("was")
    if was is not None and not isinstance(was, dict):
        raise InvalidValue("was")
    return Revision(
        uid=_require("uid", get_matching(source, "uid", UID)),
        at=_require("at", _moment(source, "at")),
        name=get_string(source, "command"),
        document=None if was is None else _stored_document(was),
    )


def _answer(source: Source) -> Document:
    return without_empty({key: get_string(source, key) for key in ("key", "question", "text", "spine")})


def _event(source: Source) -> Document:
    return without_empty(
        {
            "day": _day(source, "on"),
            "what": get_choice(source, "what", EVENT_TYPES),
            "text": get_string(source, "text"),
            "because": get_string(source, "because"),
            "percent": get_int(source, "percent", 0, 100),
            "count": get_int(source, "count", 0, MAX_INT),
        }
    )


def _stored_document(was: Source) -> Document:
    """A document as revisions keep it: the same keys but for those of days, people and owners."""
    asked = {
        **was,
        "on": was.get("day"),
        "with": was.get("people"),
        "asks": was.get("is_question", False),
        "events": [{**event, "on": event.get("day")} for event in _dicts(was, "events")],
    }
    owner: Value = get_string(was, "owner")
    return without_empty({**entry_document(asked, b""), "owner": owner})


def _dicts(source: Source, key: str) -> tuple[Source, ...]:
    return get_objects(source, key, lambda one: one)


def _text(source: Source, key: str) -> str:
    text = get_string(source, key)
    return clean(text) if text.strip() else ""


def _moment(source: Source, key: str) -> str:
    return get_parsed(source, key, MOMENT, datetime.fromisoformat)


def _require(key: str, value: str) -> str:
    if not value:
        raise InvalidValue(key)
    return value


def _day(source: Source, key: str) -> str:
    """A day that a calendar can go on from; only what is due may have none, or the last of all days."""
    found = get_date(source, key)
    if key != "due" and (found is None or found.year == MAXYEAR):
        raise InvalidValue(key)
    return found.isoformat() if found else ""


def _within(least: int, most: int) -> Read:
    return lambda source, key: get_int(source, key, least, most)


def _one_of(*known: str) -> Read:
    return lambda source, key: get_choice(source, key, known, "")


def _list_of(read: Callable[[Source], Document]) -> Read:
    return lambda source, key: get_objects(source, key, read)


_NUMBER = _within(1, MAX_INT)
_SHARED: dict[str, Read] = {
    "number": _NUMBER,
    "uid": lambda source, key: get_matching(source, key, UID),
    "on": _day,
    "time": lambda source, key: get_parsed(source, key, TIME, time.fromisoformat),
    "title": get_string,
    "text": _text,
    "tender": get_bool,
    "visibility": _one_of("", *VISIBILITIES),
    "areas": get_strings,
    "with": get_strings,
    "goals": get_numbers,
    "about": _NUMBER,
    "written_at": _moment,
    "changed_at": _moment,
    "removed_at": _moment,
}
_ANSWERED: dict[str, Read] = {"framework": get_string, "answers": _list_of(_answer)}
_MOVING: dict[str, Read] = {"due": _day, "events": _list_of(_event)}
_GOAL: dict[str, Read] = {
    "status": _one_of("", *STATUSES["goal"]),
    "measure": get_string,
    "signs": get_strings,
    "target": _NUMBER,
    "percent": _within(0, 100),
    "count": _within(0, MAX_INT),
}
_ACTION: dict[str, Read] = {
    "status": _one_of("", *STATUSES["action"]),
    "outcome": _one_of("", "worked", "did-not-work"),
    "told": get_bool,
}
_READS: dict[str, dict[str, Read]] = {  # how each key is read, by the kind of the entry
    Kind.SESSION.value: {**_SHARED, "minutes": _within(1, 10_000)},
    Kind.REFLECTION.value: {**_SHARED, **_ANSWERED, "feelings": get_strings},
    Kind.GOAL.value: {**_SHARED, **_MOVING, **_ANSWERED, **_GOAL},
    Kind.ACTION.value: {**_SHARED, **_MOVING, **_ACTION},
    Kind.QUESTION.value: {**_SHARED, "answered_in": _NUMBER},
    Kind.CHECKIN.value: {**_SHARED, "rating": _within(1, 5), "then_rating": _within(1, 5), "then_words": get_string},
    Kind.FEEDBACK.value: {**_SHARED, **_ANSWERED, "packet": get_string, "asks": get_bool},
}
_NAMES = {"on": "day", "with": "people", "asks": "is_question"}  # of keys that a document calls otherwise
_FIELDS = {kind: {key: (_NAMES.get(key, key), read) for key, read in reads.items()} for kind, reads in _READS.items()}
