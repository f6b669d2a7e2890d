"""The keys of an entry, each checked → its document. People stand in it by name."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, datetime, time

from mentorlog.exchange.json_values import (
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
    written = _moment(source, "written_at", LONG_AGO)
    return without_empty(
        {
            "number": whole(source, "number", 1, MOST),
            "uid": matching(source, "uid", UID) or hashlib.sha256(line.strip()).hexdigest()[:32],
            "kind": kind,
            "day": _day(source, "on"),
            "time": readable(source, "time", TIME, time.fromisoformat),
            "title": words(source, "title"),
            "text": _text(source),
            "tender": flag(source, "tender"),
            "visibility": one_of(source, "visibility", VISIBILITIES, "private"),
            "areas": all_words(source, "areas"),
            "people": all_words(source, "with"),
            "goals": all_numbers(source, "goals"),
            "about": whole(source, "about", 1, MOST),
            "written_at": written,
            "changed_at": _moment(source, "changed_at", written),
            "removed_at": _moment(source, "removed_at"),
            **_OF_KIND[kind](source),
        }
    )


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


def _session(source: Source) -> Document:
    return {"minutes": whole(source, "minutes", 1, 10_000)}


def _reflection(source: Source) -> Document:
    return {**_answered(source), "feelings": all_words(source, "feelings")}


def _goal(source: Source) -> Document:
    moving = _moving("goal", source)
    created = without_empty({"day": _day(source, "on"), "what": What.CREATED.value, "text": _text(source)})
    return {
        **moving,
        **_answered(source),
        "events": moving["events"] or [created],
        "measure": words(source, "measure"),
        "signs": all_words(source, "signs"),
        "target": whole(source, "target", 1, MOST),
        "percent": whole(source, "percent", 0, 100),
        "count": whole(source, "count", 0, MOST),
    }


def _action(source: Source) -> Document:
    outcome = one_of(source, "outcome", ("", "worked", "did-not-work"), "")
    return {**_moving("action", source), "outcome": outcome, "told": flag(source, "told")}


def _question(source: Source) -> Document:
    return {"answered_in": whole(source, "answered_in", 1, MOST)}


def _checkin(source: Source) -> Document:
    ratings = {key: whole(source, key, 1, 5) for key in ("rating", "then_rating")}
    return {**ratings, "then_words": words(source, "then_words")}


def _feedback(source: Source) -> Document:
    return {**_answered(source), "packet": words(source, "packet"), "is_question": flag(source, "asks")}


_OF_KIND: dict[str, Callable[[Source], Document]] = {
    Kind.SESSION.value: _session,
    Kind.REFLECTION.value: _reflection,
    Kind.GOAL.value: _goal,
    Kind.ACTION.value: _action,
    Kind.QUESTION.value: _question,
    Kind.CHECKIN.value: _checkin,
    Kind.FEEDBACK.value: _feedback,
}


def _moving(kind: str, source: Source) -> Document:
    return {
        "status": one_of(source, "status", STATUSES[kind], STATUSES[kind][0]),
        "due": _day(source, "due"),
        "events": all_objects(source, "events", _event),
    }


def _answered(source: Source) -> Document:
    return {"framework": words(source, "framework"), "answers": all_objects(source, "answers", _answer)}


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


def _text(source: Source) -> str:
    text = words(source, "text")
    return clean(text) if text.strip() else ""


def _moment(source: Source, key: str, usual: str = "") -> str:
    return readable(source, key, MOMENT, datetime.fromisoformat, usual)


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
