"""Every field of an entry, declared once: what it is called in Python, in documents and tables, and in JSON; how its
value is written there; which kinds have it; who sees it. Documents, rows, JSON, tables and notes derive from it.

A field whose codec is TEXT, PROSE or PHRASES is free text: search finds it, `--veil` hides it, a purge forgets it. So
is one that no codec is given to.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from mentorlog.model.entries import Answer, Event
from mentorlog.model.enums import EventType, Kind, Visibility

if TYPE_CHECKING:
    from mentorlog.model.areas import Area
    from mentorlog.model.people import Person

T = TypeVar("T")
S = TypeVar("S")
Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]
Document = Mapping[str, Value]
Plan = Sequence[tuple[str, str, Callable[[object], Value] | None]]  # keys, attributes, and how the value is changed
LARGEST = 2**53  # up to here every program that reads JSON has the same whole numbers


class Codec:
    """How a kind of value is written. `encode` makes of an attribute what stands in a document, `decode` the reverse,
    `json` what `--json` gives; None where the value stands there as it is. Nothing is encoded or decoded where there
    is nothing.

    `column` is how the table of entries says nothing: NULL, '', '[]' or 0; it is empty where the value stands in a
    table of its own. `parts` are the fields of each part of a list.
    """

    def __init__(
        self,
        column: str = "''",
        encode: Callable[[T], Value] | None = None,
        decode: Callable[[S], object] | None = None,
        *,
        json: Callable[[T], Value] | None = None,
        is_text: bool = False,
        parts: "Sequence[Field]" = (),
    ) -> None:
        self.column = column
        self.encode = cast("Callable[[object], Value] | None", encode)
        self.decode = cast("Callable[[object], Value] | None", decode)
        self.json = cast("Callable[[object], Value] | None", json)
        self.is_text = is_text
        self.parts = parts


class Field:
    """One field: `name` is the attribute, `key` what documents and tables call it (the same, where it is not said),
    `json` what JSON does. A field without a key is derived: it is shown, and not kept.

    `limits` are the least and the greatest that a number may be, `words` the only ones that there are. What `is_own`
    is for the writer alone, and in no packet. What isn't `is_listed` is in packets and the export of the journal, but
    not in `--json`.
    """

    def __init__(  # noqa: PLR0913 - the columns of a table
        self,
        name: str,
        codec: "Codec | None" = None,
        *kinds: Kind,
        key: str | None = None,
        json: str = "",
        limits: tuple[int, int] = (1, LARGEST),
        words: tuple[str, ...] = (),
        is_required: bool = False,
        is_own: bool = False,
        is_listed: bool = True,
        is_searched: bool = True,
    ) -> None:
        self.name = name
        self.codec = codec or TEXT
        self.kinds: tuple[Kind, ...] = kinds or tuple(Kind)
        self.key = name if key is None else key
        self.json = json or name
        self.limits = limits
        self.words = words
        self.is_required = is_required
        self.is_own = is_own
        self.is_listed = is_listed
        self.is_searched = is_searched and self.codec.is_text


def encoders(fields: Iterable[Field]) -> Plan:
    """How a record with these fields becomes a document."""
    return [(field.key, field.name, field.codec.encode) for field in fields if field.key]


def decoders(fields: Iterable[Field]) -> Plan:
    """How a document with these fields becomes a record."""
    return [(field.key, field.name, field.codec.decode) for field in fields if field.key]


def shown(fields: Iterable[Field]) -> Plan:
    """How a record with these fields becomes JSON."""
    return [(field.json, field.name, field.codec.json) for field in fields]


def encode(record: object, plan: Plan) -> dict[str, Value]:
    """The document of a record; what says nothing is left out, and a zero stays."""
    document: dict[str, Value] = {}
    for key, name, change in plan:
        value = getattr(record, name)
        if value or (value == 0 and value is not False):
            document[key] = change(value) if change else value
    return document


def show(record: object, plan: Plan) -> dict[str, Value]:
    """The JSON of a record: all its fields, whether or not they say anything."""
    return {key: change(getattr(record, name)) if change else getattr(record, name) for key, name, change in plan}


def decode(document: Document, plan: Plan) -> dict[str, Value]:
    """The values of a record, by name; what is not there is as usual."""
    return {name: change(document[key]) if change else document[key] for key, name, change in plan if key in document}


def _list_of(record: type[Answer | Event], *parts: Field) -> Codec:
    """A list of records with fields of their own, in a table of its own."""
    to, back, seen = encoders(parts), decoders(parts), shown(parts)

    def to_documents(records: Iterable[object]) -> list[Value]:
        return [encode(one, to) for one in records]

    def to_records(documents: Iterable[Document]) -> tuple[object, ...]:
        return tuple([record(**decode(one, back)) for one in documents])  # type: ignore[arg-type]

    def to_json(records: Iterable[object]) -> list[Value]:
        return [show(one, seen) for one in records]

    return Codec("", to_documents, to_records, json=to_json, parts=parts)


def _value(one: EventType | Kind | Visibility) -> str:
    return one.value


def _slugs(areas: "Iterable[Area]") -> list[str]:
    return [area.slug for area in areas]


def _sorted_slugs(areas: "Iterable[Area]") -> list[str]:
    return sorted(_slugs(areas))


def _uids(people: "Iterable[Person]") -> list[str]:
    return [person.uid for person in people]


def _names(people: "Iterable[Person]") -> list[str]:
    return [person.name for person in people]


def _uid(person: "Person") -> str:
    return person.uid


def day_key(day: date | None) -> str | None:
    """A day in ISO form, or null."""
    return day.isoformat() if day else None


def _name_or(nobody: str) -> "Callable[[Person | None], str]":
    return lambda person: person.name if person else nobody


_TO_LIST: Callable[[Iterable[str]], list[str]] = list
_IN_ORDER: Callable[[Iterable[int]], list[int]] = sorted
_AS_THEY_ARE: Callable[[Iterable[int]], list[int]] = list
TEXT = Codec(is_text=True)
PROSE = Codec(is_text=True)  # of any number of lines
PHRASES = Codec("'[]'", _TO_LIST, tuple, json=_TO_LIST, is_text=True)
CODE = Codec()  # a word of ours, or the name of a framework or a packet
IDENTITY = Codec()  # 32 hexadecimal digits
CLOCK = Codec()
MOMENT = Codec("NULL")
NUMBER = Codec("NULL")
LINK = Codec("NULL")  # the number of another entry
FLAG = Codec("0")
DAY = Codec("NULL", date.isoformat, date.fromisoformat, json=day_key)
KIND = Codec("''", _value, Kind, json=_value)
VISIBILITY = Codec("''", _value, Visibility, json=_value)
EVENT_TYPE = Codec("''", _value, EventType, json=_value)
AREAS = Codec("", _sorted_slugs, json=_slugs)
PEOPLE = Codec("", _uids, json=_names)
OWNER = Codec("", _uid, json=_name_or("me"))
AUTHOR = Codec("", _uid, json=_name_or(""))
NUMBERS = Codec("", _IN_ORDER, tuple, json=_AS_THEY_ARE)
ANSWERS = _list_of(Answer, Field("key", CODE), Field("question", CODE), Field("text"), Field("spine", CODE))
EVENTS = _list_of(
    Event,
    Field("on", DAY, key="day", is_required=True),
    Field("what", EVENT_TYPE, is_required=True),
    Field("because"),
    Field("percent", NUMBER, limits=(0, 100)),
    Field("count", NUMBER, limits=(0, LARGEST)),
    Field("text"),
)
SESSION, REFLECTION, GOAL, ACTION, QUESTION, CHECKIN, FEEDBACK = Kind
FIELDS = (  # in the order of JSON
    Field("number", NUMBER, is_required=True),
    Field("uid", IDENTITY, is_required=True),
    Field("kind", KIND, is_required=True),
    Field("on", DAY, key="day", is_required=True),
    Field("time", CLOCK),
    Field("title"),
    Field("text", PROSE),
    Field("areas", AREAS),
    Field("people", PEOPLE, json="with"),
    Field("visibility", VISIBILITY, is_required=True, is_own=True),
    Field("is_tender", FLAG, key="tender", json="tender", is_own=True),
    Field("written_at", MOMENT, is_required=True, is_own=True),
    Field("minutes", NUMBER, SESSION, limits=(1, 10_000)),
    Field("owner", OWNER, ACTION),
    Field("status", CODE, GOAL, words=("active", "paused", "reached", "dropped")),
    Field("due", DAY, GOAL, ACTION),
    Field("status", CODE, ACTION, words=("open", "done", "dropped")),
    Field("outcome", CODE, ACTION, words=("", "worked", "did-not-work")),
    Field("told", FLAG, ACTION),
    Field("measure", TEXT, GOAL),
    Field("percent", NUMBER, GOAL, limits=(0, 100)),
    Field("target", NUMBER, GOAL),
    Field("count", NUMBER, GOAL, limits=(0, LARGEST)),
    Field("signs", PHRASES, GOAL),
    Field("status", CODE, QUESTION, key="", is_own=True),
    Field("answered_in", LINK, QUESTION),
    Field("owner", AUTHOR, FEEDBACK, json="by"),
    Field("about", LINK, REFLECTION, ACTION, CHECKIN, FEEDBACK),
    Field("packet", CODE, FEEDBACK, is_own=True),
    Field("is_question", FLAG, FEEDBACK, json="asks"),
    Field("goals", NUMBERS, SESSION, REFLECTION, ACTION),
    Field("events", EVENTS, GOAL, ACTION),
    Field("framework", CODE, REFLECTION, GOAL, FEEDBACK),
    Field("answers", ANSWERS, REFLECTION, GOAL, FEEDBACK),
    Field("feelings", PHRASES, REFLECTION, is_searched=False),
    Field("rating", NUMBER, CHECKIN, limits=(1, 5)),
    Field("then_rating", NUMBER, CHECKIN, limits=(1, 5)),
    Field("then_words", TEXT, CHECKIN),
    Field("about", LINK, SESSION, GOAL, QUESTION, is_listed=False),
    Field("goals", NUMBERS, GOAL, QUESTION, CHECKIN, FEEDBACK, is_listed=False),
    Field("changed_at", MOMENT, is_required=True, is_own=True, is_listed=False),
    Field("removed_at", MOMENT, is_own=True, is_listed=False),
)
FIELDS_OF = {kind: tuple([field for field in FIELDS if kind in field.kinds]) for kind in Kind}
