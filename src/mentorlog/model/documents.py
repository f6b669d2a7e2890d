"""What is digested and kept of a record when it changes: its document, a plain dict; and the way back to the record.

A document holds only what is there: empty fields are left out. It names areas by slug, people by
uid and entries by number. It is what `revisions` keep, what undo puts back, and, in canonical
JSON, what the digest is made of.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from mentorlog.model.areas import Area
from mentorlog.model.entries import ENTRY_CLASSES, Answer, Entry
from mentorlog.model.enums import Kind
from mentorlog.model.fields import ANSWERS, FIELDS, FIELDS_OF, Document, Value, decode, decoders, encode, encoders
from mentorlog.model.people import Person

TEXT_KEYS = tuple([field.key for field in FIELDS if field.codec.is_text])
_PART_TEXTS = (("answers", ("text",)), ("events", ("text", "because")))
_ENCODERS = {kind: encoders(fields) for kind, fields in FIELDS_OF.items()}
_DECODERS = {kind: decoders(fields) for kind, fields in FIELDS_OF.items()}
_ANSWER = encoders(ANSWERS.parts)  # all of them texts
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), check_circular=False)


def canonical(document: Document | None) -> str:
    """The one JSON text of a document: keys sorted, no white space, not escaped to ASCII."""
    return _CANONICAL.encode(document)


def digest(text: str) -> str:
    """SHA-256 in hexadecimal."""
    import hashlib  # OpenSSL comes with it, and who only reads needs none

    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(form: Document) -> str:
    """The digest of an entry's form in a packet, its own digest aside."""
    return digest(canonical({key: value for key, value in form.items() if key != "digest"}))


def without_empty(fields: Mapping[str, Value]) -> Document:
    """`fields` less those that say nothing: "", None, False and []; a zero stays."""
    return {key: value for key, value in fields.items() if value or (value == 0 and value is not False)}


def area_document(area: Area) -> Document:
    """An area, with its place in the list."""
    return {key: getattr(area, key) for key in ("slug", "name", "about", "is_paused", "position")}


def person_document(person: Person) -> Document:
    """A person; a state is there only where it is not the usual one."""
    keys = ("uid", "name", "role", "rhythm", *(("state",) if person.state else ()))
    return {"id": person.number, **{key: getattr(person, key) for key in keys}}


def entry_document(entry: Entry) -> Document:
    """An entry with all that hangs on it: areas, people, goals, answers, events."""
    return encode(entry, _ENCODERS[entry.kind])


def entry_record(document: Document, areas: Mapping[str, Area], people: Mapping[str, Person]) -> Entry:
    """The entry of `document`; `areas` are by slug, `people` by uid. One that is no longer there is left out."""
    kind = Kind(cast(str, document["kind"]))
    values: dict[str, object] = {**decode(document, _DECODERS[kind])}
    del values["kind"]
    if "areas" in document:
        touched = [areas[slug] for slug in strings(document, "areas") if slug in areas]
        values["areas"] = tuple(sorted(touched, key=lambda area: (area.position, area.slug)))
    if "people" in document:
        values["people"] = tuple([people[uid] for uid in strings(document, "people") if uid in people])
    if "owner" in document:
        values["owner"] = people.get(cast(str, document["owner"]))
    return ENTRY_CLASSES[kind](**values)  # type: ignore[arg-type]  # the table of fields says which there are


def answer_documents(answers: Iterable[Answer]) -> list[Document]:
    """Answers to a framework's questions."""
    return [encode(answer, _ANSWER) for answer in answers]


def texts(document: Document, keys: Iterable[str] = TEXT_KEYS) -> Iterator[str]:
    """All that the user wrote in an entry: in these fields, in answers and in events."""
    for key in keys:
        if key in document:
            value = document[key]
            yield from (value,) if isinstance(value, str) else cast(list[str], value)
    for key, names in _PART_TEXTS:
        if key in document:
            for part in cast(list[Mapping[str, str]], document[key]):
                yield from [part[name] for name in names if name in part]


def strings(document: Document, key: str) -> tuple[str, ...]:
    """A list of texts in a document; empty where it is not there."""
    return tuple(cast(list[str], document.get(key, ())))
