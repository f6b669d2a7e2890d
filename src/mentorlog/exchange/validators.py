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
NOTHING = "Nothing was imported."
LONGEST_LINE = 16 * 1024 * 1024


class Unfit(ValueError):
    """A value that can't be right; the message says which."""


def parse(line: bytes, place: str) -> dict[str, object]:
    """One JSON object; raises Damaged where it is none, or one that can't be trusted."""
    if len(line) > LONGEST_LINE:
        raise Damaged(f"{place} is too long.", safe=NOTHING)
    try:
        value = _DECODER.decode(line.removeprefix(BOM_UTF8).decode())
    except (ValueError, RecursionError):
        raise Damaged(f"{place} can't be read.", safe=NOTHING, hint="Is it a whole file of mentorlog's?") from None
    if not isinstance(value, dict):
        raise Damaged(f"{place} is not an entry.", safe=NOTHING)
    return value


def words(source: Mapping[str, object], key: str, usual: str = "") -> str:
    """A text; `usual` where it is missing or null."""
    value = source.get(key)
    if isinstance(value, str) and (value.isascii() or is_unicode(value)):
        return value
    if value is not None:
        raise Unfit(key)
    return usual


def matching(source: Mapping[str, object], key: str, pattern: re.Pattern[str], usual: str = "") -> str:
    """A text of one form."""
    value = words(source, key, usual)
    if value != usual and not pattern.fullmatch(value):
        raise Unfit(key)
    return value


def readable(
    source: Mapping[str, object], key: str, pattern: re.Pattern[str], read: Callable[[str], object], usual: str = ""
) -> str:
    """A text of one form that `read` understands."""
    value = matching(source, key, pattern, usual)
    try:
        if value != usual:
            read(value)
    except ValueError:
        raise Unfit(key) from None
    return value


def one_of(source: Mapping[str, object], key: str, known: tuple[str, ...], usual: str | None = None) -> str:
    """One of a few words; `usual`, where there is one, if it is missing."""
    value = words(source, key) or usual
    if value is None or value not in known:
        raise Unfit(key)
    return str(value)


def whole(source: Mapping[str, object], key: str, least: int, most: int) -> int | None:
    """A whole number in a range, or none; true and false are no numbers."""
    value = source.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Unfit(key)
    return value


def flag(source: Mapping[str, object], key: str) -> bool:
    """True or false; false where it is missing."""
    value = source.get(key, False)
    if not isinstance(value, bool):
        raise Unfit(key)
    return value


def day(source: Mapping[str, object], key: str) -> date | None:
    """An ISO day, or none."""
    value = words(source, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise Unfit(key) from None


def each(source: Mapping[str, object], key: str, most: int = 10_000) -> list[object]:
    """A list; empty where it is missing."""
    value = source.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > most:
        raise Unfit(key)
    return value


def all_words(source: Mapping[str, object], key: str) -> tuple[str, ...]:
    """A list of texts."""
    found = each(source, key)
    return tuple([one if isinstance(one, str) and one.isascii() else words({key: one}, key) for one in found])


def all_numbers(source: Mapping[str, object], key: str) -> tuple[int, ...]:
    """A list of numbers of entries."""
    return tuple([number for value in each(source, key) if (number := whole({key: value}, key, 1, 2**53))])


def all_objects(source: Mapping[str, object], key: str, read: Callable[[Mapping[str, object]], T]) -> tuple[T, ...]:
    """A list of objects, each read by `read`."""
    found = []
    for value in each(source, key):
        if not isinstance(value, dict):
            raise Unfit(key)
        found.append(read(value))
    return tuple(found)


def refuse(_: str) -> NoReturn:
    """For NaN and Infinity, which are no JSON."""
    raise ValueError


def without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object none of whose keys stands in it twice; raises ValueError."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


_DECODER = json.JSONDecoder(parse_constant=refuse, object_pairs_hook=without_doubles)
