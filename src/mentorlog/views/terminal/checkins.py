"""The check-ins of an area: below each other, what was said then beside how it looked later."""

from datetime import date

from rich.text import Text

from mentorlog.dates import day_month
from mentorlog.insights.checkins import CheckinPair, Checkins
from mentorlog.model.entries import Checkin
from mentorlog.phrases.days import day_in_column
from mentorlog.phrases.entries import of_five
from mentorlog.phrases.grammar import label, quote_line
from mentorlog.text import display_width
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.draw import digits, heading_lines, line, number, padded, page, paragraph

NOTHING = "There is no check-in yet. To begin: mentorlog area checkin"
RATING_WIDTH = 6  # cells of "4 of 5"


def picture(figure: Checkins, screen: Screen) -> Text:
    """Number, day and rating in front, the words behind them, and below how they look from later."""
    heading = heading_lines(f"Check-ins: {label(figure.area)}", "in your own words; nothing is added up", screen)
    if not figure.memories:
        nothing = paragraph(f'{NOTHING} {label(figure.area)} "where you are"', screen)
        return page([*heading, Text(), *nothing])
    rows = [_row(memory, figure) for memory in figure.memories]
    return page([*heading, Text(), *table(rows, screen, indent=MARGIN)])


def _row(memory: CheckinPair, figure: Checkins) -> Row:
    one, every = memory.checkin, [each.checkin for each in figure.memories]
    widest = max(display_width(day_in_column(each.on, figure.today)) for each in every)
    day = padded(day_in_column(one.on, figure.today), widest)
    rating = f"  {of_five(one.now[0]):{RATING_WIDTH}}" if any(each.now[0] for each in every) else ""
    return Row(
        lead=line(number(one.number, digits(every)), "  ", day, rating),
        words=quote_line(one.text) if one.text else "",
        note="\n".join(_looking_back_line(each, figure.today) for each in memory.lookbacks),
    )


def _looking_back_line(one: Checkin, today: date) -> str:
    number, words = one.then
    seen = ", ".join(filter(None, (of_five(number), quote_line(words) if words else "")))
    return f"looking back in {one.number} on {day_month(one.on, today)}: {seen}"
