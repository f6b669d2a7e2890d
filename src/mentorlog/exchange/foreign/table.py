"""A table: CSV, or what a spreadsheet makes of it. Columns are known by their names, in any order."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from mentorlog.errors import Damaged
from mentorlog.exchange.foreign.foreign_entry import CLOCK, DateParser, ForeignEntry, content_uid, format_time
from mentorlog.exchange.foreign.text_stream import detect_encoding, text_reader
from mentorlog.model import fields
from mentorlog.model.fields import FIELDS, Field
from mentorlog.text import fold

LONGEST_CELL = 2 * 1024 * 1024
DELIMITERS = ",;\t|"
# The mark that keeps a spreadsheet from computing a cell.
FORMULA_GUARD = re.compile(r"\A'(?='*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠]))")
SYNONYMS = {  # what a column may be called, in a few languages
    "on": "on date day when created 日期 日付 날짜 ngày datum fecha",
    "time": "time hour 时间 時間 시간 giờ zeit hora",
    "title": "title subject heading name 标题 題名 제목 tiêu-đề titel título",
    "text": "text body note notes content entry description reflection 内容 本文 내용 nội-dung texto",
    "areas": "areas area tags tag labels label category categories topics topic 标签 タグ 태그 thẻ",
    "with": "with person people mentor mentors mentee participants who",
    "minutes": "minutes duration min",
    "kind": "kind type",
}
# Not in our tables.
UNREAD = ("changed_at", "removed_at", "told", "packet", "asks", "by", "events", "framework")
COLUMNS = {field.json: field for field in FIELDS if field.json not in UNREAD}
NAMES = {**dict(zip(COLUMNS, COLUMNS, strict=True)), **SYNONYMS}
NEEDED = ("on", "text")
WHOLE = re.compile(r"(\d{1,9})(?:\.0+)?", re.ASCII)
YES = ("yes", "true", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHeader:
    """The first row: the names of the columns, and what stands between them."""

    names: tuple[str, ...]
    delimiter: str

    def column_indexes(self, chosen: Mapping[str, str]) -> dict[str, int]:
        """Where each known column stands; `chosen` says for a field what its column is called here."""
        here = {_key(name): place for place, name in enumerate(self.names)}
        found: dict[str, int] = {}
        for field, names in NAMES.items():
            wanted = [chosen.get(field, ""), *names.split()]
            place = next((here[_key(name)] for name in wanted if name and _key(name) in here), None)
            if place is not None:
                found[field] = place
        return found

    def missing_columns(self, chosen: Mapping[str, str]) -> list[str]:
        """Of the columns that there must be, those that aren't there."""
        return [field for field in NEEDED if field not in self.column_indexes(chosen)]

    def lacks_any(self, names: Iterable[str]) -> bool:
        """Whether one of these columns isn't there."""
        return not {_key(name) for name in names} <= {_key(name) for name in self.names}


def read_header(head: bytes) -> TableHeader:
    """The heading of a table that begins so."""
    text = head.decode(detect_encoding(head), errors="replace")
    first = text.split("\n", 1)[0]
    mark = max(DELIMITERS, key=first.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    return TableHeader(names=tuple(next(rows, [])), delimiter=mark)


def read(stream: IO[bytes], days: DateParser, top: TableHeader, chosen: Mapping[str, str]) -> Iterator[ForeignEntry]:
    """Its rows. Raises Damaged, naming the row, where one can't be right."""
    if missing := top.missing_columns(chosen):
        raise Damaged("missing-columns", columns=tuple(missing))
    csv.field_size_limit(LONGEST_CELL)
    rows = enumerate(csv.reader(text_reader(stream, newline=""), delimiter=top.delimiter, strict=True), 1)
    places = top.column_indexes(chosen)
    number = 0
    try:
        for number, row in rows:
            if number > 1 and any(map(str.strip, row)):
                yield _entry(f"Row {number}", row, len(top.names), places, days)
    except csv.Error:
        raise Damaged("not-a-row", number=number + 1) from None


def _entry(place: str, row: Sequence[str], width: int, places: dict[str, int], days: DateParser) -> ForeignEntry:
    if len(row) > width and any(cell.strip() for cell in row[width:]):
        raise Damaged("too-many-cells", place=place)
    cells = {
        field: FORMULA_GUARD.sub("", row[at], count=1) for field, at in places.items() if at < len(row) and row[at]
    }
    day, time = days.parse_moment(cells.get("on", ""), place)
    if day is None:
        raise Damaged("no-day", place=place)
    keys = {"on": day.isoformat(), "time": _time(cells.get("time", "").strip(), place) or time, **_keys(cells, place)}
    if "uid" not in keys:
        keys["uid"] = content_uid("table", *[f"{field}={cells[field]}" for field in sorted(cells)])
    if "answers" in cells:
        keys["text"] = "\n\n".join(filter(None, (cells.get("text", ""), cells["answers"])))
    if keys.get("kind") not in ("goal", "action"):
        keys.pop("status", None)
    return ForeignEntry(place=place, keys=keys, tags=tuple(_split_cell(cells.get("areas", ""))))


def _keys(cells: Mapping[str, str], place: str) -> dict[str, object]:
    """What the cells say that can be taken one by one."""
    keys: dict[str, object] = {}
    for field, cell in cells.items():
        if field in _READ and not cell.isspace():
            try:
                keys[field] = _READ[field](cell)
            except ValueError:
                raise Damaged("bad-number", place=place, key=field) from None
    return keys


def _time(cell: str, place: str) -> str:
    clock = CLOCK.fullmatch(cell)
    if cell and not clock:
        raise Damaged("bad-time", place=place)
    return format_time(clock) if clock else ""


def _key(name: str) -> str:
    """A column's name as it is compared."""
    return fold(name.strip()).replace(" ", "-")


def _split_cell(cell: str) -> list[str]:
    """The parts of a cell, between semicolons, line ends or, where there are none, commas."""
    cell = cell.replace("\n", ";")
    parts = cell.split(";" if ";" in cell else ",")
    return [part.strip() for part in parts if part.strip()]


def _number(cell: str) -> int:
    found = WHOLE.fullmatch(cell.strip())
    if not found:
        raise ValueError
    return int(found[1])


def _reader(field: Field) -> Callable[[str], object]:
    """How a cell is read, by what it holds."""
    match field.codec:
        case fields.NUMBER | fields.LINK:
            return _number
        case fields.PHRASES | fields.PEOPLE:
            return _split_cell
        case fields.NUMBERS:
            return lambda cell: [_number(each) for each in _split_cell(cell)]
        case fields.FLAG:
            return lambda cell: cell.strip().lower() in YES
    if field.name in ("title", "text"):
        return str
    return (lambda cell: cell.strip().lower()) if field.name in ("kind", "status") else str.strip


_READ = {name: _reader(field) for name, field in COLUMNS.items() if name not in ("on", "time", "areas", "answers")}
