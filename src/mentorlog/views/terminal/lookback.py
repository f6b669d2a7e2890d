"""The same time in earlier years, a block a year; then this point in a relationship."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import date_with_year, day_month, period_text, short_date
from mentorlog.insights.lookback import Lookback, Parallel, Relationship
from mentorlog.model.entries import Entry, Reflection
from mentorlog.phrases.days import years_ago
from mentorlog.phrases.entries import headline
from mentorlog.phrases.grammar import name, plural, quote_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, tables
from mentorlog.views.terminal.drawing import MARGIN, bold, digits, dim, edge, heading_lines, line, number, page, wrapped

INDENT = 4
NOTHING = "Nothing was written at this time of an earlier year."
Block = tuple[str, str, list[Row]]


def picture(figure: Lookback, screen: Screen) -> Text:
    """Each year with its week; what was written on the very day says so."""
    heading = heading_lines(bold("Looking back"), date_with_year(figure.today), screen)
    along = _relationship_day(figure.relationship, figure, screen) if figure.relationship else []
    nothing = [] if figure.entries else [Text(), *wrapped(NOTHING, edge(screen) - MARGIN, indent=MARGIN)]
    blocks = [*_years(figure), *(_parallels(figure.relationship, figure) if figure.relationship else ())]
    years = len(figure.years)
    drawn = tables([rows for _, _, rows in blocks], edge(screen), screen, indent=INDENT)
    lines = [
        [Text(), *_title(title, aside, screen), *each] for (title, aside, _), each in zip(blocks, drawn, strict=True)
    ]
    ordered = [*lines[:years], along, *lines[years:]]
    return page([*heading, *nothing, *(each for block in ordered for each in block)])


def _title(title: str, aside: str, screen: Screen) -> list[Text]:
    words = f"{title}   {aside}"
    room = edge(screen) - MARGIN
    if len(wrapped(words, room)) > 1:
        return wrapped(words, room, "bold", indent=MARGIN)
    return [line(bold(title), "   ", dim(aside), indent=MARGIN)]


def _years(figure: Lookback) -> Iterator[Block]:
    for year in figure.years:
        rows = [_row(entry, figure, is_day=entry in year.on_the_day) for entry in year.entries]
        yield f"{years_ago(year.moment.years_ago)} this week", period_text(year.moment.week), rows


def _parallels(relationship: Relationship, figure: Lookback) -> Iterator[Block]:
    for point in relationship.others:
        yield _point(point), day_month(point.on), [_row(entry, figure) for entry in point.entries]


def _point(point: Parallel) -> str:
    return f"As far along with {name(point.person)}"


def _row(entry: Entry, figure: Lookback, *, is_day: bool = False) -> Row:
    words = quote_line(headline(entry)) if isinstance(entry, Reflection) else headline(entry)
    day = short_date(entry.on, figure.today) + (", this day" if is_day else "")
    return Row(lead=number(entry.number, digits(figure.entries)), words=words, asides=(dim(day),), limit=2)


def _relationship_day(relationship: Relationship, figure: Lookback, screen: Screen) -> list[Text]:
    days = relationship.days
    far = plural("week", days // 7) if days and days % 7 == 0 else plural("day", days)
    first = short_date(relationship.first, figure.today)
    words = f"Today is {far} after your first session with {name(relationship.person)}, {first}."
    return [Text(), *wrapped(words, edge(screen) - MARGIN, indent=MARGIN)]
