"""What a document is made of, before it is HTML or Markdown.

Words of ours are strings in which the user's stand between the marks of `phrases.documents.isolate`. What only HTML
draws or shows in full is a drawing: a template, and a Markdown form of its own.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry


class Heading(NamedTuple):
    """A heading within a section, and how many things stand under it."""

    words: str
    amount: int | None = None


class Paragraph(NamedTuple):
    """Words of ours; `kind` is for a style sheet."""

    words: str
    kind: str = "note"


class Row(NamedTuple):
    """A line of a list: a text of the user's, and what is to be said of it.

    `facts` say all; `aside` leaves out what the heading and the column of days have said. A text of at most `whole`
    characters stands whole beside its day, another by its beginning of `width`; with no width, on one line.
    """

    text: str
    facts: str
    number: int
    on: date | None = None
    due: str = ""
    title: str = ""
    whole: int = 0
    width: int = 150
    aside: str | None = None
    areas: Sequence[Area] = ()
    noun: str = ""
    about: int | None = None
    said: Sequence[str] = ()


class Rows(NamedTuple):
    """A list; `is_ordered` where its order says something."""

    rows: Sequence[Row]
    is_ordered: bool = False


class Quotation(NamedTuple):
    """A text of the user's with who or when, the day, the entry that it is, and the one that it is about."""

    head: str
    text: str
    on: date
    number: int
    about: int | None = None


class References(NamedTuple):
    """The numbers of all the entries that a statement counts."""

    entries: Sequence[Entry]


class Bar(NamedTuple):
    """How many there are of a person or an area, told at `anchor`; `colour` is an area's."""

    anchor: str
    label: str
    amount: int
    latest: date | None
    colour: int | None = None
    note: str = ""


class Bars(NamedTuple):
    """A table that is a chart: what is counted, and in which unit."""

    caption: str
    what: str
    unit: str
    bars: Sequence[Bar]


class Drawing(NamedTuple):
    """What HTML draws with a template, and Markdown writes in its own way."""

    template: str
    text: Iterator[str]


class Group(NamedTuple):
    """A part of a section under a heading of its own; `kind` is for a style sheet."""

    anchor: str
    kind: str
    words: str
    blocks: Sequence["Block"]


Block = Heading | Paragraph | Rows | Quotation | References | Bars | Drawing | Group


class Section(NamedTuple):
    """A part of the document; `short` is what the table of contents calls it."""

    anchor: str
    title: str
    short: str
    blocks: Sequence[Block]
