"""JSON from outside, read with distrust: what is not exactly as it should be is an error with its place."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from datetime import date
from typing import NoReturn, TypeVar

from mentorlog.errors import Damaged
from mentorlog.text import is_unicode

T = TypeVar("T")
LONGEST_LINE = 16 * 1024 * 1024


class InvalidValue(ValueError):
    """A value that can't be right; the message says which."""


def parse_object(line: bytes, place: str) -> dict[str, object]:
    """One JSON object; raises Damaged where it is none, or one that can't be trusted."""
    if len(line) > LONGEST_LINE:
        raise Damaged("too-long", place=place)
    try:
        value = _DECODER.decode(line.removeprefix(BOM_UTF8).decode())
    except (ValueError, RecursionError):
        raise Damaged("unreadable", place=place) from None
    if not isinstance(value, dict):
        raise Damaged("not-an-object", place=place)
    return value


def get_string(source: Mapping[str, object], key: str, default: str = "") -> str:
    """A text; `default` where it is missing or null."""
    value = source.get(key)
    if isinstance(value, str) and (value.isascii() or is_unicode(value)):
        return value
    if value is not None:
        raise InvalidValue(key)
    return default


def get_matching(source: Mapping[str, object], key: str, pattern: re.Pattern[str], default: str = "") -> str:
    """A text of one form."""
    value = get_string(source, key, default)
    if value != default and not pattern.fullmatch(value):
        raise InvalidValue(key)
    return value


def get_required(source: Mapping[str, object], key: str, pattern: re.Pattern[str]) -> str:
    """A text of one form that must not be missing."""
    value = get_matching(source, key, pattern)
    if not value:
        raise InvalidValue(key)
    return value


def get_parsed(
    source: Mapping[str, object], key: str, pattern: re.Pattern[str], read: Callable[[str], object], default: str = ""
) -> str:
    """A text of one form that `read` understands."""
    value = get_matching(source, key, pattern, default)
    try:
        if value != default:
            read(value)
    except ValueError:
        raise InvalidValue(key) from None
    return value


def get_choice(source: Mapping[str, object], key: str, known: tuple[str, ...], default: str | None = None) -> str:
    """One of a few words; `default`, where there is one, if it is missing."""
    value = get_string(source, key) or default
    if value is None or value not in known:
        raise InvalidValue(key)
    return str(value)


def get_int(source: Mapping[str, object], key: str, least: int, most: int) -> int | None:
    """A whole number in a range, or none; true and false are no numbers."""
    value = source.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise InvalidValue(key)
    return value


def get_bool(source: Mapping[str, object], key: str) -> bool:
    """True or false; false where it is missing."""
    value = source.get(key, False)
    if not isinstance(value, bool):
        raise InvalidValue(key)
    return value


def get_date(source: Mapping[str, object], key: str) -> date | None:
    """An ISO day, or none."""
    value = get_string(source, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise InvalidValue(key) from None


def get_list(source: Mapping[str, object], key: str, most: int = 10_000) -> list[object]:
    """A list; empty where it is missing."""
    value = source.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > most:
        raise InvalidValue(key)
    return value


def get_strings(source: Mapping[str, object], key: str) -> tuple[str, ...]:
    """A list of texts."""
    found = get_list(source, key)
    return tuple([one if isinstance(one, str) and one.isascii() else get_string({key: one}, key) for one in found])


def get_numbers(source: Mapping[str, object], key: str) -> tuple[int, ...]:
    """A list of numbers of entries."""
    return tuple([number for value in get_list(source, key) if (number := get_int({key: value}, key, 1, 2**53))])


def get_objects(source: Mapping[str, object], key: str, read: Callable[[Mapping[str, object]], T]) -> tuple[T, ...]:
    """A list of objects, each read by `read`."""
    found = []
    for value in get_list(source, key):
        if not isinstance(value, dict):
            raise InvalidValue(key)
        found.append(read(value))
    return tuple(found)


def reject_constant(_: str) -> NoReturn:
    """For NaN and Infinity, which are no JSON."""
    raise ValueError


def reject_duplicate_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object none of whose keys stands in it twice; raises ValueError."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


_DECODER = json.JSONDecoder(parse_constant=reject_constant, object_pairs_hook=reject_duplicate_keys)
