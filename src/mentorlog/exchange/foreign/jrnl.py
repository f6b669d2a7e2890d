"""jrnl: its JSON export (`jrnl --format json`), and its text, exported or as it keeps it."""

import re
from collections.abc import Iterator
from typing import IO

from mentorlog.errors import Damaged
from mentorlog.exchange.foreign.foreign_entry import Days, Found, uid_of
from mentorlog.exchange.foreign.json_stream import entries
from mentorlog.exchange.foreign.text_stream import characters
from mentorlog.exchange.validators import (
    NOTHING,
    Unfit,
    all_words,
    words,
)

HEADING = re.compile(r"\[([^\]\n]{6,40})\] (.*)")
TAG = re.compile(r"(?<!\S)[@#][-+*#/\w]+")


def read(stream: IO[bytes], days: Days, *, is_json: bool) -> Iterator[Found]:
    """Its entries. Times are those of its clock: jrnl keeps no time zone."""
    yield from _from_json(stream, days) if is_json else _from_text(stream, days)


def _from_json(stream: IO[bytes], days: Days) -> Iterator[Found]:
    for place, source in entries(stream):
        try:
            day, time = days.moment(f"{words(source, 'date')} {words(source, 'time')}", place)
            if day is None:
                raise Unfit("date")
            title, body = words(source, "title"), words(source, "body")
            yield _found(place, day.isoformat(), time, title, body, all_words(source, "tags"))
        except Unfit as error:
            raise Damaged(f"{place} can't be right: {error}.", safe=NOTHING) from None


def _from_text(stream: IO[bytes], days: Days) -> Iterator[Found]:
    """An entry begins where a line begins with a day in brackets; what stands before the first is no entry."""
    source = characters(stream)
    heading: tuple[str, str, str, str] | None = None
    body: list[str] = []
    number = 0
    while line := source.readline():
        number += 1
        begun = _heading(line, days, f"Line {number}")
        if begun and heading:
            yield _from_lines(*heading, body)
        if begun:
            heading, body = begun, []
        elif heading:
            body.append(line)
        elif line.strip():
            raise Damaged(
                f"Line {number} belongs to no entry.", safe=NOTHING, hint="jrnl --format text writes the form."
            )
    if heading:
        yield _from_lines(*heading, body)


def _heading(line: str, days: Days, place: str) -> tuple[str, str, str, str] | None:
    found = HEADING.match(line)
    day, time = days.moment(found[1], place) if found else (None, "")
    return (place, day.isoformat(), time, found[2]) if found and day else None


def _from_lines(place: str, day: str, time: str, title: str, body: list[str]) -> Found:
    text = "".join(body).rstrip()
    title = title.rstrip().removesuffix(" *").removeprefix("* ")
    return _found(place, day, time, title, text, tuple(TAG.findall(f"{title}\n{text}")))


def _found(place: str, day: str, time: str, title: str, body: str, tags: tuple[str, ...]) -> Found:
    title, body = title.strip(), body.strip("\n").rstrip()
    keys: dict[str, object] = {"on": day, "time": time, "uid": uid_of("jrnl", day, time, title, body)}
    return Found(place=place, keys={**keys, "title": title if body else "", "text": body or title}, tags=tags)
