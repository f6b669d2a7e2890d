"""A yearly summary as a table: one row an entry, after one row of headings.

RFC 4180: commas, quotes doubled, lines ended by CR LF. It is UTF-8 without a byte order mark, because most programs
would take that for a part of the first heading; a spreadsheet asks for the encoding when it imports the file.

A spreadsheet computes a cell that begins like a formula, so such a text gets a `'` in front (as OWASP advises), and
invisible characters are shown. JSON is the form that loses nothing.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from mentorlog.insights.year import YearSummary
from mentorlog.model.entries import Answer, Entry, Kind
from mentorlog.model.fields import ANSWERS, AUTHOR, FIELDS_OF
from mentorlog.text import safe

HEADINGS = (
    "number kind on time with areas minutes visibility title text framework answers feelings about goals status due "
    "owner outcome percent count target measure signs answered_in rating then_rating then_words written_at uid"
)
COLUMNS = tuple(HEADINGS.split())
WITH_TENDER = (*COLUMNS, "tender")
FORMULA = re.compile(r"'*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])")

Cell = str | int | None
Plan = list[tuple[str, Callable[[object], object] | None] | None]  # for each column, what stands in it


def render(summary: YearSummary) -> str:
    """The entries of `summary`, oldest first."""
    return "".join(rows(summary.entries))


def rows(entries: Iterable[Entry], columns: tuple[str, ...] = COLUMNS) -> Iterator[str]:
    """The headings, then a row an entry, each with its line end."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(columns)
    plans = {kind: _plan(kind, columns) for kind in Kind}
    for entry in entries:
        writer.writerow([_cell(entry, *of) if of else "" for of in plans[entry.kind]])
        yield table.getvalue()
        table.seek(0)
        table.truncate()
    yield table.getvalue()


def _plan(kind: Kind, columns: Iterable[str]) -> Plan:
    """For each column, the field that stands in it and how its value is shown."""
    fields = {
        "owner" if field.codec is AUTHOR else field.json: (
            field.name,
            _answers if field.codec is ANSWERS else field.codec.json,
        )
        for field in FIELDS_OF[kind]
    }
    if kind is Kind.GOAL:  # an import puts answers below the text, and a goal's text is its wording
        del fields["framework"], fields["answers"]
    return [fields.get(column) for column in columns]


def _cell(entry: Entry, name: str, shown: Callable[[object], object] | None) -> Cell:
    value = getattr(entry, name)
    if shown:
        value = shown(value)
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, bool):
        value = "yes" if value else ""
    return _escape_formula(value)


def _answers(answers: object) -> list[str]:
    return [f"{answer.question} {answer.text}" for answer in cast(tuple[Answer, ...], answers)]


def _escape_formula(value: Cell) -> Cell:
    """A cell that no spreadsheet computes."""
    if not isinstance(value, str):
        return value
    return f"'{safe(value)}" if FORMULA.match(value) else safe(value)
