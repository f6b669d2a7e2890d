"""What is left to see of entries and figures when somebody is looking on: all but the words."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

PLACEHOLDER = "(veiled)"
TEXT_FIELDS = frozenset({"title", "text", "measure", "signs", "feelings", "because", "then_words", "before"})

T = TypeVar("T")


def redact_text(figure: T) -> T:
    """`figure` with a word in the place of all that was written in it, however deep; days, numbers, names and areas
    stay.
    """
    return cast(T, _redact_value(figure))


def _redact_value(value: object) -> object:
    if isinstance(value, tuple | list):
        return type(value)(_redact_value(part) for part in value)
    if isinstance(value, Mapping):
        return {key: _redact_value(part) for key, part in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    changed = {name: _hidden(part) if name in TEXT_FIELDS else _redact_value(part) for name, part in parts.items()}
    return replace(value, **{name: part for name, part in changed.items() if part is not parts[name]})


def _hidden(words: object) -> object:
    if isinstance(words, tuple):
        return tuple(map(_hidden, words))
    return PLACEHOLDER if isinstance(words, str) and words else _redact_value(words)
