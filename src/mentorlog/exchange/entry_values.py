"""The keys of an entry, each checked → its document. People stand in it by name."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, datetime, time

from mentorlog.exchange.validators import (
    Unfit,
    all_numbers,
    all_objects,
    all_words,
    day,
    flag,
    matching,
    one_of,
    readable,
    whole,
    words,
)
from mentorlog.model.archive import Earlier
from mentorlog.model.documents import Document, Value, without_empty
from mentorlog.model.entries import Kind, Visibility, What
from mentorlog.text import clean

Source = Mapping[str, object]
Read = Callable[[Source, str], Value]
UID = re.compile(r"[0-9a-f]{32}")
TIME = re.compile(r"\d\d:\d\d(?:[+-]\d\d:\d\d(?::\d\d)?)?", re.ASCII)
MOMENT = re.compile(r"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", re.ASCII)
LONG_AGO = "1970-01-01T00:00:00+00:00"
MOST = 2**53
KINDS = tuple(kind.value for kind in Kind)
VISIBILITIES = tuple(visibility.value for visibility in Visibility)
HAPPENINGS = tuple(what.value for what in What)
OWNED = (Kind.ACTION.value, Kind.FEEDBACK.value)
STATUSES = {"goal": ("active", "paused", "reached", "dropped"), "action": ("open", "done", "dropped")}


def entry_document(source: Source, line: bytes) -> Document:
    """The document of an entry as `--json` gives it. Without a uid it gets one made of its line, so that
    the same line is the same entry.
    """
    kind = one_of(source, "kind", KINDS)
    fields = _FIELDS[kind]
    found = {name: read(source, key) for key in source if key in fields for name, read in (fields[key],)}
    document: dict[str, Value] = {"kind": kind, "visibility": "private", "written_at": LONG_AGO, **without_empty(found)}
    if "day" not in document:
        raise Unfit("on")
    if "uid" not in document:
        document["uid"] = hashlib.sha256(line.strip()).hexdigest()[:32]
    document.setdefault("changed_at", document["written_at"])
    if kind in STATUSES:
        document.setdefault("status", STATUSES[kind][0])
    if kind == Kind.GOAL.value and "events" not in document:
        created = {"day": document["day"], "what": What.CREATED.value, "text": document.get("text")}
        document["events"] = [without_empty(created)]
    return document


def owned(document: Document, owner: str) -> Document:
    """The document with the name of its owner, where its kind has one; "me" is the user."""
    return {**document, "owner": owner} if owner != "me" and document["kind"] in OWNED else document


def earlier(source: Source) -> Earlier:
    """What an entry was before; its document is checked as strictly as the entry."""
    was = source.get("was")
    if was is not None and not isinstance(was, dict):
        raise Unfit("was")
    return Earlier(
        uid=_there("uid", matching(source, "uid", UID)),
        at=_there("at", _moment(source, "at")),
        name=words(source, "command"),
        document=None if was is None else _kept_document(was),
    )


def _answer(source: Source) -> Document:
    return without_empty({key: words(source, key) for key in ("key", "question", "text", "spine")})


def _event(source: Source) -> Document:
    return without_empty(
        {
            "day": _day(source, "on"),
            "what": one_of(source, "what", HAPPENINGS),
            "text": words(source, "text"),
            "because": words(source, "because"),
            "percent": whole(source, "percent", 0, 100),
            "count": whole(source, "count", 0, MOST),
        }
    )


def _kept_document(was: Source) -> Document:
    """A document as revisions keep it: the same keys but for those of days, people and owners."""
    asked = {
        **was,
        "on": was.get("day"),
        "with": was.get("people"),
        "asks": was.get("is_question", False),
        "events": [{**event, "on": event.get("day")} for event in _dicts(was, "events")],
    }
    owner: Value = words(was, "owner")
    return without_empty({**entry_document(asked, b""), "owner": owner})


def _dicts(source: Source, key: str) -> tuple[Source, ...]:
    return all_objects(source, key, lambda one: one)


def _text(source: Source, key: str) -> str:
    text = words(source, key)
    return clean(text) if text.strip() else ""


def _moment(source: Source, key: str) -> str:
    return readable(source, key, MOMENT, datetime.fromisoformat)


def _there(key: str, value: str) -> str:
    if not value:
        raise Unfit(key)
    return value


def _day(source: Source, key: str) -> str:
    """A day that a calendar can go on from; only what is due may have none, or the last of all days."""
    found = day(source, key)
    if key != "due" and (found is None or found.year == MAXYEAR):
        raise Unfit(key)
    return found.isoformat() if found else ""


def _within(least: int, most: int) -> Read:
    return lambda source, key: whole(source, key, least, most)


def _one_of(*known: str) -> Read:
    return lambda source, key: one_of(source, key, known, "")


def _all(read: Callable[[Source], Document]) -> Read:
    return lambda source, key: all_objects(source, key, read)


_NUMBER = _within(1, MOST)
_SHARED: dict[str, Read] = {
    "number": _NUMBER,
    "uid": lambda source, key: matching(source, key, UID),
    "on": _day,
    "time": lambda source, key: readable(source, key, TIME, time.fromisoformat),
    "title": words,
    "text": _text,
    "tender": flag,
    "visibility": _one_of("", *VISIBILITIES),
    "areas": all_words,
    "with": all_words,
    "goals": all_numbers,
    "about": _NUMBER,
    "written_at": _moment,
    "changed_at": _moment,
    "removed_at": _moment,
}
_ANSWERED: dict[str, Read] = {"framework": words, "answers": _all(_answer)}
_MOVING: dict[str, Read] = {"due": _day, "events": _all(_event)}
_GOAL: dict[str, Read] = {
    "status": _one_of("", *STATUSES["goal"]),
    "measure": words,
    "signs": all_words,
    "target": _NUMBER,
    "percent": _within(0, 100),
    "count": _within(0, MOST),
}
_ACTION: dict[str, Read] = {
    "status": _one_of("", *STATUSES["action"]),
    "outcome": _one_of("", "worked", "did-not-work"),
    "told": flag,
}
_READS: dict[str, dict[str, Read]] = {  # how each key is read, by the kind of the entry
    Kind.SESSION.value: {**_SHARED, "minutes": _within(1, 10_000)},
    Kind.REFLECTION.value: {**_SHARED, **_ANSWERED, "feelings": all_words},
    Kind.GOAL.value: {**_SHARED, **_MOVING, **_ANSWERED, **_GOAL},
    Kind.ACTION.value: {**_SHARED, **_MOVING, **_ACTION},
    Kind.QUESTION.value: {**_SHARED, "answered_in": _NUMBER},
    Kind.CHECKIN.value: {**_SHARED, "rating": _within(1, 5), "then_rating": _within(1, 5), "then_words": words},
    Kind.FEEDBACK.value: {**_SHARED, **_ANSWERED, "packet": words, "asks": flag},
}
_NAMES = {"on": "day", "with": "people", "asks": "is_question"}  # of keys that a document calls otherwise
_FIELDS = {kind: {key: (_NAMES.get(key, key), read) for key, read in reads.items()} for kind, reads in _READS.items()}
