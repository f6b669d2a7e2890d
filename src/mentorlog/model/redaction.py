"""What is left to see of entries and figures when somebody is looking on: all but the words.

A text is hidden unless its field says that it is none of the user's words: in the table of fields, or in SHOWN for the
fields of figures.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from mentorlog.model.fields import ANSWERS, FIELDS

PLACEHOLDER = "(veiled)"
SHOWN = frozenset(
    (
        *("name", "names", "handle", "role", "rhythm", "state", "slug", "about", "area", "tag"),  # people and areas
        *("mentee", "addressee", "by", "reader", "token", "entry", "digest", "encryption"),  # packets
        *("at", "since", "last", "answered", "made_at", "revoked_at"),  # moments
        *("command", "drafts", "unfinished", "file_kind", "where", "place", "heading", "reason", "notes"),  # ours
        *(field.name for field in (*FIELDS, *ANSWERS.parts) if not field.codec.is_text),
    )
)
T = TypeVar("T")


def redact_text(figure: T) -> T:
    """`figure` with a word in the place of all that was written in it, however deep; numbers, names and areas stay."""
    return cast(T, _redacted(figure, is_shown=True))


def _redacted(value: object, *, is_shown: bool) -> object:
    if isinstance(value, str):
        return value if is_shown or not value or isinstance(value, Enum) else PLACEHOLDER
    if isinstance(value, tuple | list):
        return type(value)(_redacted(part, is_shown=is_shown) for part in value)
    if isinstance(value, Mapping):
        return {key: _redacted(part, is_shown=is_shown) for key, part in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    changed = {name: _redacted(part, is_shown=name in SHOWN) for name, part in parts.items()}
    return replace(value, **{name: part for name, part in changed.items() if part is not parts[name]})
