"""What is left to see of entries and figures when somebody is looking on: all but the words."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

HIDDEN = "(veiled)"
WORDS = frozenset({"title", "text", "measure", "signs", "feelings", "because", "then_words", "before"})

T = TypeVar("T")


def veiled(figure: T) -> T:
    """`figure` with a word in the place of all that was written in it, however deep; days, numbers, names and areas
    stay.
    """
    return cast(T, _veiled(figure))


def _veiled(value: object) -> object:
    if isinstance(value, tuple | list):
        return type(value)(_veiled(part) for part in value)
    if isinstance(value, Mapping):
        return {key: _veiled(part) for key, part in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    changed = {name: _hidden(part) if name in WORDS else _veiled(part) for name, part in parts.items()}
    return replace(value, **{name: part for name, part in changed.items() if part is not parts[name]})


def _hidden(words: object) -> object:
    if isinstance(words, tuple):
        return tuple(map(_hidden, words))
    return HIDDEN if isinstance(words, str) and words else _veiled(words)
