"""Day by day: a calendar of weeks beside each other, darker where more was written."""

from collections.abc import Sequence

from rich.text import Text

from mentorlog.dates import MONTHS, WEEKDAYS, Period
from mentorlog.insights.calendar import Strip, level, strips
from mentorlog.model.tallies import DayTally
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal.draw import bold, dim, line

SIGNS = "·░▒▓█"
ASCII = ".:+*#"
WEEKDAY_WIDTH = 4  # cells before the days
MAX_STRIPS = 2  # strips; of more time, months or years tell enough


def day_calendar(days: Sequence[DayTally], period: Period, screen: Screen, *, indent: int) -> list[Text]:
    """The calendar of a period; nothing where it is a month or less, many years, or wider than the screen."""
    drawn = strips(days, period)
    room = screen.edge - indent - WEEKDAY_WIDTH
    fits = len(drawn) <= MAX_STRIPS and all(len(strip.weeks) <= room for strip in drawn)
    if not days or not fits or len(period.months()) < 2:
        return []
    most = max(tally.entries for tally in days)
    symbols = SIGNS if screen.has_symbols else ASCII
    legend = dim(f"none {symbols[0]}  {symbols[1:]} {most}")
    lines = [each for strip in drawn for each in _strip(strip, most, screen, indent)]
    return [line(bold("By day"), "   ", legend, indent=MARGIN), *lines]


def _strip(strip: Strip, most: int, screen: Screen, indent: int) -> list[Text]:
    return [
        line(dim(" " * WEEKDAY_WIDTH + _months(strip)), indent=indent),
        *(line(_weekday(strip, place, most, screen), indent=indent) for place in range(7)),
    ]


def _weekday(strip: Strip, place: int, most: int, screen: Screen) -> Text:
    name = WEEKDAYS[place][:3] if place in (0, 2, 4) else ""
    symbols = SIGNS if screen.has_symbols else ASCII
    cells = "".join(" " if week[place] is None else symbols[level(week[place], most)] for week in strip.weeks)
    return line(dim(name.ljust(WEEKDAY_WIDTH)), _shaded(cells.rstrip(), symbols[0]))


def _shaded(cells: str, none: str) -> Text:
    """Days without entries step back."""
    return Text.assemble(*((cell, "dim" if cell == none else "") for cell in cells))


def _months(strip: Strip) -> str:
    """The months' names above their first weeks, where there is room for them."""
    row = ""
    for week, first in strip.months:
        if week >= len(row):
            row = row.ljust(week) + MONTHS[first.month - 1][:3] + " "
    return row.rstrip()
