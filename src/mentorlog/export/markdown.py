"""The blocks of a document in Markdown, for reading raw as much as rendered."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mentorlog.export import document
from mentorlog.export.escaping import inline, quote
from mentorlog.export.layout import Links
from mentorlog.export.safe_markdown import strip_markdown
from mentorlog.insights.year import YearSummary
from mentorlog.model.entries import Entry
from mentorlog.phrases import days, documents
from mentorlog.text import display_width, first_words, one_line

Blocks = Iterator[str]

WIDTH = 24


def document_text(blocks: Iterable[str]) -> str:
    """The whole document."""
    return "\n\n".join(blocks) + "\n"


def blocks_text(blocks: Iterable[document.Block], year: YearSummary, links: Links) -> Blocks:
    """Blocks one after the other."""
    return (text for block in blocks for text in block_text(block, year, links))


def block_text(block: document.Block, year: YearSummary, links: Links) -> Blocks:
    """A block as one or several of Markdown."""
    match block:
        case document.Heading():
            yield f"### {block.words}" + ("" if block.amount is None else f": {block.amount}")
        case document.Paragraph():
            yield escape_user_text(block.words)
        case document.Rows():
            yield "\n".join(_list_item(row, year, links) for row in block.rows)
        case document.Quotation():
            yield f"{escape_user_text(block.head)}, {day(block.on, year)} ({_refs_about(block, links)}):"
            yield quote(block.text)
        case document.References():
            yield entry_references(links, block.entries)
        case document.Bars():
            yield _bar_table(block, year)
        case document.Group():
            yield f"### {block.words}"
            yield from blocks_text(block.blocks, year, links)
        case _:
            yield from block.text


def _list_item(row: document.Row, year: YearSummary, links: Links) -> str:
    when = f"{day(row.on, year)}: " if row.on else ""
    said = "".join(f": “{inline(words)}”" for words in row.said)
    return f"- {when}{excerpt(row.text)} ({escape_user_text(row.facts)}, {row.noun}{_refs_about(row, links)}){said}"


def _refs_about(block: document.Row | document.Quotation, links: Links) -> str:
    word = ", from " if isinstance(block, document.Row) else ", about "
    about = block.about if links.may_name(block.about) else None
    return refs(links, [block.number]) + (word + refs(links, [about]) if about else "")


def _bar_table(block: document.Bars, year: YearSummary) -> str:
    most = max(each.amount for each in block.bars)
    lines = [
        [
            inline(each.label) + (f" ({each.note})" if each.note else ""),
            str(each.amount),
            bar(each.amount, most),
            day(each.latest, year) if each.latest else "",
        ]
        for each in block.bars
    ]
    return table([block.what, block.unit, "", "Latest"], lines, [1, 3])


def escape_user_text(words: str) -> str:
    """Our words with the user's in them escaped."""
    return documents.USER_TEXT.sub(lambda found: inline(found.group(1)), words)


def day(on: date, year: YearSummary) -> str:
    """A day, with its year where that isn't plain."""
    return days.near_day(on, year.period)


def excerpt(text: str) -> str:
    """The beginning of a text, for a line of a list."""
    return inline(first_words(one_line(strip_markdown(text)), 110))


def refs(links: Links, numbers: Iterable[int]) -> str:
    """Numbers, each a link where it leads somewhere in the document."""
    return ", ".join(_ref(links, number) for number in numbers)


def entry_references(links: Links, entries: Iterable[Entry]) -> str:
    """The numbers of all the entries that a statement counts."""
    return f"Entries: {refs(links, (entry.number for entry in entries))}"


def _ref(links: Links, number: int) -> str:
    kinds = {"e": "entry", "g": "goal"}
    anchor = links.anchor(number)
    return f"[{number}](#{kinds[anchor[0]]}-{number})" if anchor else str(number)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> str:
    """A table whose columns stand straight when read raw; those in `numbers` are set to the right."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(3, *(display_width(line[column]) for line in lines)) for column in range(len(heads))]
    rule = [f"{'-' * (width - 1)}:" if column in [*numbers] else "-" * width for column, width in enumerate(widths)]
    return "\n".join(_row(line, widths, numbers) for line in (lines[0], rule, *lines[1:]))


def _row(line: Sequence[str], widths: Sequence[int], numbers: Iterable[int]) -> str:
    gaps = [" " * (width - display_width(cell)) for cell, width in zip(line, widths, strict=True)]
    padded = [
        gap + cell if column in [*numbers] else cell + gap
        for column, (cell, gap) in enumerate(zip(line, gaps, strict=True))
    ]
    return f"| {' | '.join(padded)} |"


def bar(count: int, most: int) -> str:
    """A bar beside its number."""
    return "━" * max(1, round(WIDTH * count / most)) if count else ""
