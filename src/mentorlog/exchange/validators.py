"""JSON from outside, read with distrust: what is not exactly as it should be is an error with its place."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Mapping
from datetime import MAXYEAR, date, datetime
from typing import NoReturn

from mentorlog.errors import Damaged
from mentorlog.model.fields import LARGEST
from mentorlog.text import clean_line, is_unicode

Source = Mapping[str, object]
UID = re.compile(r"[0-9a-f]{32}")
DIGEST = re.compile(r"[0-9a-f]{64}")
SLUG = re.compile(r"\w+(?:-\w+)*")
MOMENT = re.compile(r"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", re.ASCII)
LONGEST_LINE = 16 * 1024 * 1024


class InvalidValue(ValueError):
    """A value that can't be right; the message says which."""


def parse_object(line: bytes, place: str) -> dict[str, object]:
    """One JSON object; raises Damaged where it is none, or one that can't be trusted."""
    if len(line) > LONGEST_LINE:
        raise Damaged("too-long", place=place)
    try:
        value = DECODER.decode(line.removeprefix(BOM_UTF8).decode())
    except (ValueError, RecursionError):
        raise Damaged("unreadable", place=place) from None
    if not isinstance(value, dict):
        raise Damaged("not-an-object", place=place)
    return value


def get_string(source: Source, key: str, default: str = "") -> str:
    """A text; `default` where it is missing or null."""
    value = source.get(key)
    if isinstance(value, str) and (value.isascii() or is_unicode(value)):
        return value
    if value is not None:
        raise InvalidValue(key)
    return default


def get_line(source: Source, key: str, what: str = "text") -> str:
    """A title or a name, which must not be missing."""
    return clean_line(get_string(source, key), what=what)


def get_matching(
    source: Source,
    key: str,
    pattern: re.Pattern[str],
    read: Callable[[str], object] = str,
    *,
    is_required: bool = False,
) -> str:
    """A text of one form that `read` understands; empty where it may be missing and is."""
    value = get_string(source, key)
    try:
        if (value or is_required) and not (pattern.fullmatch(value) and read(value)):
            raise InvalidValue(key)
    except ValueError:
        raise InvalidValue(key) from None
    return value


def get_uid(source: Source, key: str) -> str:
    """An identity that must not be missing."""
    return get_matching(source, key, UID, is_required=True)


def get_moment(source: Source, key: str, *, is_required: bool = False) -> str:
    """UTC seconds in ISO form; empty where they may be missing and are."""
    return get_matching(source, key, MOMENT, datetime.fromisoformat, is_required=is_required)


def get_choice(source: Source, key: str, known: Collection[str], default: str | None = None) -> str:
    """One of a few words; `default`, where there is one, if it is missing."""
    value = get_string(source, key) or default
    if value is None or value not in known:
        raise InvalidValue(key)
    return str(value)


def get_int(source: Source, key: str, least: int, most: int) -> int | None:
    """A whole number in a range, or none; true and false are no numbers."""
    value = source.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise InvalidValue(key)
    return value


def get_bool(source: Source, key: str) -> bool:
    """True or false; false where it is missing."""
    value = source.get(key, False)
    if not isinstance(value, bool):
        raise InvalidValue(key)
    return value


def get_date(source: Source, key: str) -> date | None:
    """An ISO day, or none."""
    value = get_string(source, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise InvalidValue(key) from None


def get_day(source: Source, key: str) -> date:
    """A day that must not be missing, and that a calendar can go on from."""
    found = get_date(source, key)
    if found is None or found.year == MAXYEAR:
        raise InvalidValue(key)
    return found


def get_list(source: Source, key: str, least: int = 0, most: int = 10_000) -> list[object]:
    """A list of so many; empty where it is missing."""
    value = source.get(key)
    if value is None:
        value = []
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise InvalidValue(key)
    return value


def get_strings(source: Source, key: str) -> tuple[str, ...]:
    """A list of texts."""
    found = get_list(source, key)
    return tuple([one if isinstance(one, str) and one.isascii() else get_string({key: one}, key) for one in found])


def get_numbers(source: Source, key: str) -> tuple[int, ...]:
    """A list of numbers of entries."""
    return tuple([number for value in get_list(source, key) if (number := get_int({key: value}, key, 1, LARGEST))])


def get_objects(source: Source, key: str, least: int = 0, most: int = 10_000) -> list[dict[str, object]]:
    """A list of so many objects."""
    found = get_list(source, key, least, most)
    objects = [one for one in found if isinstance(one, dict)]
    if len(objects) < len(found):
        raise InvalidValue(key)
    return objects


def check_known_keys(source: Source, known: Collection[str]) -> None:
    """Raise Damaged where a key stands that the format does not have."""
    if not source.keys() <= set(known):
        raise Damaged("unknown-key")


def _reject_constant(_: str) -> NoReturn:
    """For NaN and Infinity, which are no JSON."""
    raise ValueError


def _reject_duplicate_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object none of whose keys stands in it twice; raises ValueError."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


DECODER = json.JSONDecoder(parse_constant=_reject_constant, object_pairs_hook=_reject_duplicate_keys)
