"""A view declared once, as data: what its picture, its plain lines and its JSON are rendered from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mentorlog.insights.listing import Detail
from mentorlog.model.entries import Entry, EntryWithAnswers, Reflection
from mentorlog.model.json_form import Keys
from mentorlog.phrases.entries import looking_back
from mentorlog.text import one_line, safe

BOLD, DIM, NUMBER = "bold", "dim", "cyan"
Cell = str | tuple[str, str]  # words, with a style where they have one


class Row(NamedTuple):
    """One item of a list. In a picture `lead` stands before the words, `asides` beside them, `note` below, words and
    note on at most `limit` lines each; `line` is the item in plain words, `keys` in JSON.
    """

    words: str
    lead: Cell = ""
    asides: tuple[Cell, ...] = ()
    note: str = ""
    limit: int | None = None
    line: str = ""
    keys: Keys | None = None


class Heading(NamedTuple):
    """A heading, with secondary words at the other edge."""

    words: str
    beside: str = ""


class Paragraph(NamedTuple):
    """Words, as many margins deep; `right` margins more than usual stay free behind them."""

    words: str
    style: str = ""
    depth: int = 1
    right: int = 0


class Table(NamedTuple):
    """Rows in columns, as many margins deep. The columns are as wide as those of the rows `beside`; where `stacks`, a
    narrow screen shows the words below their lead.
    """

    rows: Sequence[Row]
    depth: int = 1
    beside: Sequence[Row] = ()
    stacks: bool = False


class Facts(NamedTuple):
    """Facts with a dot between them; those that are empty are left out."""

    words: Sequence[str]


class FullEntry(NamedTuple):
    """All that is kept of one entry; `whose` stands below its heading, `show` is the command that shows another."""

    detail: Detail
    show: str = "mentorlog show"
    whose: str = ""


Part = Heading | Paragraph | Table | Facts | FullEntry


class Sheet(NamedTuple):
    """The parts of a picture, in groups with a blank line between them; the plain lines; the JSON."""

    groups: Sequence[Sequence[Part]]
    lines: Iterable[str]
    keys: Keys

    @classmethod
    def of_rows(
        cls,
        heading: Heading,
        key: str,
        rows: Sequence[Row],
        *,
        empty: Sequence[Part] = (),
        foot: Sequence[Part] = (),
        keys: Keys | None = None,
    ) -> "Sheet":
        """A list under its heading, with `foot` below; `empty` where there is none. In JSON it stands under `key`,
        after `keys`.
        """
        return cls(
            groups=([heading], [Table(rows)], foot) if rows else ([heading], empty),
            lines=[row.line for row in rows],
            keys={**(keys or {}), key: [row.keys for row in rows]},
        )


def entry_text(entry: Entry) -> Iterator[Sequence[Paragraph]]:
    """All that was written, in groups: title, text, answers below their questions, feelings."""
    for words, style in ((one_line(entry.title), BOLD), (safe(entry.text), "")):
        if words:
            yield [Paragraph(words, style)]
    if isinstance(entry, EntryWithAnswers):
        for answer in entry.answers:
            yield [Paragraph(one_line(answer.question), DIM), Paragraph(safe(answer.text))]
    if seen := looking_back(entry):
        yield [Paragraph(one_line(seen))]
    if isinstance(entry, Reflection) and entry.feelings:
        yield [Paragraph(f"Feelings: {', '.join(map(one_line, entry.feelings))}")]


def dim(words: str) -> Cell:
    """Secondary words."""
    return words, DIM


def joined(*facts: str) -> str:
    """The facts that there are, with commas between them."""
    return ", ".join(filter(None, facts))


def number_cell(number: int, width: int) -> Cell:
    """The number of an entry, at the right of `width` cells."""
    return f"{number:>{width}}", NUMBER
