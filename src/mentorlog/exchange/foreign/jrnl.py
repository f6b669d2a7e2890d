"""jrnl: its JSON export (`jrnl --format json`), and its text, exported or as it keeps it."""

import re
from collections.abc import Iterator
from typing import IO

from mentorlog.errors import Damaged
from mentorlog.exchange.foreign.foreign_entry import DateParser, ForeignEntry, content_uid
from mentorlog.exchange.foreign.json_stream import read_entries
from mentorlog.exchange.foreign.text_stream import text_reader
from mentorlog.exchange.validators import InvalidValue, Source, get_string, get_strings

HEADING = re.compile(r"\[([^\]\n]{6,40})\] (.*)")
TAG = re.compile(r"(?<!\S)[@#][-+*#/\w]+")


def read(stream: IO[bytes], days: DateParser, *, is_json: bool) -> Iterator[ForeignEntry]:
    """Its entries. Times are those of its clock: jrnl keeps no time zone."""

    def entry(place: str, source: Source) -> ForeignEntry:
        day, time = days.parse_moment(f"{get_string(source, 'date')} {get_string(source, 'time')}", place)
        if day is None:
            raise InvalidValue("date")
        title, body = get_string(source, "title"), get_string(source, "body")
        return _entry(place, day.isoformat(), time, title, body, get_strings(source, "tags"))

    return read_entries(stream, entry) if is_json else _from_text(stream, days)


def _from_text(stream: IO[bytes], days: DateParser) -> Iterator[ForeignEntry]:
    """An entry begins where a line begins with a day in brackets; what stands before the first is no entry."""
    heading: tuple[str, str, str, str] | None = None
    body: list[str] = []
    for number, line in enumerate(iter(text_reader(stream).readline, ""), start=1):
        begun = _heading(line, days, f"Line {number}")
        if begun and heading:
            yield _from_lines(*heading, body)
        if begun:
            heading, body = begun, []
        elif heading:
            body.append(line)
        elif line.strip():
            raise Damaged("before-first-entry", number=number)
    if heading:
        yield _from_lines(*heading, body)


def _heading(line: str, days: DateParser, place: str) -> tuple[str, str, str, str] | None:
    found = HEADING.match(line)
    day, time = days.parse_moment(found[1], place) if found else (None, "")
    return (place, day.isoformat(), time, found[2]) if found and day else None


def _from_lines(place: str, day: str, time: str, title: str, body: list[str]) -> ForeignEntry:
    text = "".join(body).rstrip()
    title = title.rstrip().removesuffix(" *").removeprefix("* ")
    return _entry(place, day, time, title, text, tuple(TAG.findall(f"{title}\n{text}")))


def _entry(place: str, day: str, time: str, title: str, body: str, tags: tuple[str, ...]) -> ForeignEntry:
    title, body = title.strip(), body.strip("\n").rstrip()
    keys: dict[str, object] = {"on": day, "time": time, "uid": content_uid("jrnl", day, time, title, body)}
    return ForeignEntry(place=place, keys={**keys, "title": title if body else "", "text": body or title}, tags=tags)
