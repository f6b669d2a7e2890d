"""What a document is made of, before it is HTML or Markdown.

Words of ours are strings in which the user's stand between the marks of `phrases.wording.isolate`. What only one of
the forms can show (a drawing, a text in full) has a template and a Markdown form of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading within a section, and how many things stand under it."""

    words: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words of ours; `kind` is for a style sheet."""

    words: str
    kind: str = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a list: a text of the user's, and what is to be said of it.

    `facts` say all; `aside` leaves out what the heading and the column of days have said. A text of at most `whole`
    characters stands whole beside its day, another by its beginning of `width`; with no width, on one line.
    """

    on: date | None = None
    due: str = ""
    title: str = ""
    text: str
    whole: int = 0
    width: int = 150
    facts: str
    aside: str | None = None
    areas: Sequence[Area] = ()
    noun: str = ""
    number: int
    about: int | None = None
    said: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A list; `is_ordered` where its order says something."""

    rows: Sequence[Row]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A text of the user's with who or when, the day, the entry that it is, and the one that it is about."""

    head: str
    text: str
    on: date
    number: int
    about: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """The numbers of all the entries that a statement counts."""

    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A count with its bar: of a person or an area, told at `anchor`; `colour` is an area's."""

    anchor: str
    label: str
    note: str = ""
    count: int
    latest: date | None
    colour: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A table that is a chart."""

    caption: str
    heads: tuple[str, str, str]
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What HTML draws with a template, and Markdown writes in its own way."""

    template: str
    text: Iterator[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of a section under a heading of its own; `kind` is for a style sheet."""

    anchor: str
    kind: str
    words: str
    blocks: Sequence["Block"]


Block = Heading | Paragraph | Rows | Quotation | References | Bars | Drawing | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document; `short` is what the table of contents calls it."""

    anchor: str
    title: str
    short: str
    blocks: Sequence[Block]
    is_apart: bool = False
