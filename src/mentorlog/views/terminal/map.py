"""Who helps with what: areas below each other, people side by side, or below their area where that is too wide."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from mentorlog.dates import day_month, period_text
from mentorlog.dates.wording import MONTHS
from mentorlog.insights.map import Map
from mentorlog.model.people import Person
from mentorlog.model.tallies import AreaPersonTally
from mentorlog.phrases.days import day_in_column
from mentorlog.phrases.grammar import label, name, plural
from mentorlog.text import display_width as width_of
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal.draw import bold, dim, heading_lines, line, padded, page, paragraph

GAPS = (3, 2)
NOBODY = "nobody yet"
PAUSED_AREA = "paused by you"
EMPTY = "Nobody is in this journal yet. To log a session: mentorlog session add --with NAME"


def picture(figure: Map, screen: Screen) -> Text:
    """A table where it fits, else a list."""
    heading = heading_lines("Who helps with what", period_text(figure.period) if figure.period else "", screen)
    if not figure.people:
        return page([*heading, Text(), *paragraph(EMPTY, screen)])
    tables = (_table(figure, gap) for gap in GAPS)
    fitting = (table for table in tables if max(width_of(each.plain) for each in table) <= screen.edge)
    drawn = next(fitting, None) or _list(figure, screen)
    foot = "An entry may touch several areas, and be with several people."
    return page([*heading, Text(), *drawn, Text(), *paragraph(foot, screen, "dim")])


def _table(figure: Map, gap: int) -> list[Text]:
    digits = max((len(str(cell.entries)) for cell in figure.cells), default=1)
    first = max((width_of(label(area)) for area in figure.areas), default=0)
    columns = [_column(figure, person, digits) for person in figure.people]
    lines = [line(" " * first, *(_beside(column[0], column, gap) for column in columns))]
    for place, area in enumerate(figure.areas, start=1):
        parts = [_beside(column[place], column, gap) for column in columns]
        if area in figure.unmet:
            parts = [line(" " * gap, dim(NOBODY))]
        elif area.is_paused:
            parts.append(line(" " * gap, dim(PAUSED_AREA)))
        lines.append(line(padded(label(area), first), *parts))
    for each in lines:
        each.rstrip()
    return [line(each, indent=MARGIN) for each in lines]


def _beside(part: Text, column: Sequence[Text], gap: int) -> Text:
    return padded(line(" " * gap, part), gap + max(width_of(each.plain) for each in column))


def _column(figure: Map, person: Person, digits: int) -> list[Text]:
    """The name, then what each area has with that person."""
    found = {cell.area: cell for cell in figure.cells if cell.person == person}
    head = line(bold(name(person)), dim(f", {person.state}" if person.state else ""))
    return [head, *(_cell(found[area], figure, digits) if area in found else Text() for area in figure.areas)]


def _cell(cell: AreaPersonTally, figure: Map, digits: int) -> Text:
    return line(f"{cell.entries:>{digits}}  ", dim(_when(cell.last, figure.today)))


def _when(day: date, today: date) -> str:
    """The day, or of another year the month."""
    return day_in_column(day, today) if day.year == today.year else f"{MONTHS[day.month - 1][:3]} {day.year}"


def _list(figure: Map, screen: Screen) -> list[Text]:
    lines: list[Text] = []
    for area in figure.areas:
        aside = NOBODY if area in figure.unmet else PAUSED_AREA if area.is_paused else ""
        lines += paragraph(label(area), screen)
        lines += paragraph(aside, screen, "dim", indent=2 * MARGIN) if aside else []
        for cell in figure.cells:
            if cell.area == area:
                last = f"last {day_month(cell.last, figure.today)}"
                words = f"{name(cell.person)}: {plural('entry', cell.entries)}, {last}"
                lines += paragraph(words, screen, indent=2 * MARGIN)
    return lines
