"""The keys of an entry, each checked → its document. People stand in it by name."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import time

from mentorlog.exchange import validators
from mentorlog.exchange.validators import UID, InvalidValue, Source, get_choice, get_matching, get_string
from mentorlog.model import fields as table
from mentorlog.model.documents import without_empty
from mentorlog.model.entries import EventType, Kind, Visibility
from mentorlog.model.fields import FIELDS, FIELDS_OF, Codec, Document, Field, Value
from mentorlog.model.history import Revision
from mentorlog.text import clean

Read = Callable[[Source, str], Value]
Readers = Mapping[str, tuple[str, Read]]
TIME = re.compile(r"\d\d:\d\d(?:[+-]\d\d:\d\d(?::\d\d)?)?", re.ASCII)
LONG_AGO = "1970-01-01T00:00:00+00:00"
KINDS = tuple(Kind)
OWNED = frozenset(kind for field in FIELDS if field.codec in (table.OWNER, table.AUTHOR) for kind in field.kinds)
STATUS = {kind: field.words[0] for field in FIELDS if field.key == "status" for kind in field.kinds}


def entry_document(source: Source, line: bytes) -> Document:
    """The document of an entry as `--json` gives it; without a uid it gets one made of its line."""
    return _document(source, line, _JSON)


def _document(source: Source, line: bytes, readers: Mapping[Kind, Readers]) -> Document:
    kind = Kind(get_choice(source, "kind", KINDS))
    fields = readers[kind]
    found = {name: read(source, key) for key in source if key in fields for name, read in (fields[key],)}
    usual = {"kind": kind.value, "visibility": "private", "written_at": LONG_AGO}
    document: dict[str, Value] = {**usual, **without_empty(found)}
    if "day" not in document:
        raise InvalidValue("on")
    if "uid" not in document:
        document["uid"] = hashlib.sha256(line.strip()).hexdigest()[:32]
    document.setdefault("changed_at", document["written_at"])
    if kind in STATUS:
        document.setdefault("status", STATUS[kind])
    if kind is Kind.GOAL and "events" not in document:
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
        uid=validators.get_uid(source, "uid"),
        at=validators.get_moment(source, "at", is_required=True),
        name=get_string(source, "command"),
        # As revisions keep it: people and owners stand in it by uid.
        document=None
        if was is None
        else without_empty({**_document(was, b"", _STORED), "owner": get_string(was, "owner")}),
    )


def _text(source: Source, key: str) -> str:
    text = get_string(source, key)
    return clean(text) if text.strip() else ""


def _any_day(source: Source, key: str) -> str:
    """What is due may have no day, or the last of all."""
    found = validators.get_date(source, key)
    return found.isoformat() if found else ""


def _one_of(*known: str) -> Read:
    return lambda source, key: get_choice(source, key, known, "")


def _parts(fields: Sequence[Field], name: str) -> Read:
    readers = _readers(fields, name)

    def read(source: Source, key: str) -> list[Document]:
        parts = validators.get_objects(source, key)
        return [without_empty({key: reader(one, own) for own, (key, reader) in readers.items()}) for one in parts]

    return read


def _reader(field: Field, name: str) -> Read:
    """How a value of this field is read, which the bounds belong to."""
    codec = field.codec
    if codec.parts:
        return _parts(codec.parts, name)
    if codec in (table.NUMBER, table.LINK):
        least, most = field.limits
        return lambda source, key: validators.get_int(source, key, least, most)
    if codec is table.DAY:
        return (lambda source, key: validators.get_day(source, key).isoformat()) if field.is_required else _any_day
    if field.words:
        return _one_of("", *field.words)
    return _READ.get(codec, get_string)


def _readers(fields: Iterable[Field], name: str) -> Readers:
    """What reads the keys called by `name` (json or key) → the key of a document, and how it is read."""
    unread = (table.KIND, table.OWNER, table.AUTHOR)
    return {
        getattr(field, name): (field.key, _reader(field, name))
        for field in fields
        if field.key and field.codec not in unread
    }


_READ: dict[Codec, Read] = {
    table.IDENTITY: lambda source, key: get_matching(source, key, UID),
    table.CLOCK: lambda source, key: get_matching(source, key, TIME, time.fromisoformat),
    table.MOMENT: validators.get_moment,
    table.PROSE: _text,
    table.FLAG: validators.get_bool,
    table.VISIBILITY: _one_of("", *Visibility),
    table.EVENT_TYPE: lambda source, key: get_choice(source, key, tuple(EventType)),
    table.AREAS: validators.get_strings,
    table.PEOPLE: validators.get_strings,
    table.PHRASES: validators.get_strings,
    table.NUMBERS: validators.get_numbers,
}
_JSON = {kind: _readers(fields, "json") for kind, fields in FIELDS_OF.items()}
_STORED = {kind: _readers(fields, "key") for kind, fields in FIELDS_OF.items()}
