"""Tender entries: their numbers and days, and nothing else."""

from rich.text import Text

from mentorlog.dates import date_with_year
from mentorlog.insights.listing import Listing
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.drawing import (
    DIM,
    MARGIN,
    bold,
    digits,
    edge,
    line,
    number,
    page,
    wrapped,
)


def picture(figure: Listing, screen: Screen) -> Text:
    """One entry a line, and how one is opened."""
    if not figure.entries:
        return page([bold(figure.heading), Text(), line("There is nothing to show here.", indent=MARGIN)])
    width = digits(figure.entries)
    rows = [
        line(number(entry.number, width), "  ", date_with_year(entry.on), indent=MARGIN) for entry in figure.entries
    ]
    last = figure.entries[-1].number
    foot = f"To open one: mentorlog show {last}    To end it: mentorlog edit {last} --no-tender"
    return page(
        [bold(figure.heading), Text(), *rows, Text(), *wrapped(foot, edge(screen) - MARGIN, DIM, indent=MARGIN)]
    )
