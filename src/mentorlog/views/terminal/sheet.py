"""A declared view, drawn."""

from rich.text import Text

from mentorlog.views.lists import sheet
from mentorlog.views.lists.sheet import DIM, Cell, Facts, FullEntry, Heading, Paragraph, Part, Sheet
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal.columns import Row, tables
from mentorlog.views.terminal.detail import detail_lines
from mentorlog.views.terminal.draw import fact_lines, heading_lines, page, wrapped


def picture(figure: Sheet, screen: Screen) -> Text:
    """Its groups below each other."""
    groups = [[line for part in group for line in _lines(part, screen)] for group in figure.groups]
    first, *others = filter(None, groups)
    return page([*first, *(line for group in others for line in (Text(), *group))])


def _lines(part: Part, screen: Screen) -> list[Text]:
    if isinstance(part, Heading):
        return heading_lines(part.words, part.beside, screen)
    if isinstance(part, Facts):
        return fact_lines(part.words, screen)
    if isinstance(part, FullEntry):
        first, *others = detail_lines(part.detail, screen, part.show)
        return [first, *(_lines(Paragraph(part.whose, DIM), screen) if part.whose else []), *others]
    indent = part.depth * MARGIN
    if isinstance(part, Paragraph):
        room = screen.edge - indent - part.right * MARGIN
        return wrapped(part.words, room, part.style, indent=indent)
    if part.stacks and screen.is_narrow:
        return [line for below in map(_stacked, part.rows) for each in below for line in _lines(each, screen)]
    rows, _ = tables([list(map(_row, rows)) for rows in (part.rows, part.beside)], screen, indent=indent)
    return rows


def _stacked(row: sheet.Row) -> tuple[Part, Part]:
    return Paragraph(_text(row.lead).plain, DIM), Paragraph(row.words, depth=2)


def _row(row: sheet.Row) -> Row:
    asides = tuple(map(_text, row.asides))
    return Row(lead=_text(row.lead), words=row.words, asides=asides, note=row.note, limit=row.limit)


def _text(cell: Cell) -> Text:
    return Text(cell) if isinstance(cell, str) else Text(*cell)
