"""What the Markdown of a yearly summary is put together from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mentorlog.export.escaping import inline
from mentorlog.export.layout import Links
from mentorlog.export.safe_markdown import strip_markdown
from mentorlog.insights.year import YearSummary
from mentorlog.model.entries import Entry
from mentorlog.phrases import days
from mentorlog.phrases.documents import USER_TEXT
from mentorlog.phrases.entries import main_text
from mentorlog.text import display_width, first_words, one_line

Blocks = Iterator[str]

WIDTH = 24


def escape_user_text(words: str) -> str:
    """Our words with the user's in them escaped."""
    return USER_TEXT.sub(lambda found: inline(found.group(1)), words)


def day(on: date, year: YearSummary) -> str:
    """A day, with its year where that isn't plain."""
    return days.near_day(on, year.period)


def excerpt(entry: Entry) -> str:
    """The beginning of an entry's words, for a line of a list."""
    return inline(first_words(one_line(strip_markdown(main_text(entry))), 110))


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
