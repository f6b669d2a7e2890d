"""The same time in earlier years, a block a year; then this point in a relationship."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import date_with_year, day_month, period_text, short_date
from mentorlog.insights.lookback import Lookback, Relationship
from mentorlog.model.entries import Entry, Reflection
from mentorlog.phrases.days import years_ago
from mentorlog.phrases.entries import headline
from mentorlog.phrases.grammar import name, plural, quote_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal import draw
from mentorlog.views.terminal.columns import Row, tables

INDENT = 4
NOTHING = "Nothing was written at this time of an earlier year."
Block = tuple[str, str, list[Row]]


def picture(figure: Lookback, screen: Screen) -> Text:
    """Each year with its week; what was written on the very day says so."""
    along = _relationship_day(figure.relationship, figure, screen) if figure.relationship else []
    nothing = [] if figure.entries else [Text(), *draw.paragraph(NOTHING, screen)]
    blocks = [*_years(figure), *(_parallels(figure.relationship, figure) if figure.relationship else ())]
    drawn = tables([rows for _, _, rows in blocks], screen, indent=INDENT)
    lines = [
        [Text(), *_title(words, aside, screen), *each] for (words, aside, _), each in zip(blocks, drawn, strict=True)
    ]
    lines.insert(len(figure.years), along)
    heading = draw.heading_lines("Looking back", date_with_year(figure.today), screen)
    return draw.page([*heading, *nothing, *(each for block in lines for each in block)])


def _title(words: str, aside: str, screen: Screen) -> list[Text]:
    lines = draw.paragraph(f"{words}   {aside}", screen, "bold")
    return lines if len(lines) > 1 else [draw.line(draw.title(words), "   ", draw.dim(aside))]


def _years(figure: Lookback) -> Iterator[Block]:
    for year in figure.years:
        rows = [_row(entry, figure, is_day=entry in year.on_the_day) for entry in year.entries]
        yield f"{years_ago(year.moment.years_ago)} this week", period_text(year.moment.week), rows


def _parallels(relationship: Relationship, figure: Lookback) -> Iterator[Block]:
    for point in relationship.others:
        title = f"As far along with {name(point.person)}"
        yield title, day_month(point.on), [_row(entry, figure) for entry in point.entries]


def _row(entry: Entry, figure: Lookback, *, is_day: bool = False) -> Row:
    words = quote_line(headline(entry)) if isinstance(entry, Reflection) else headline(entry)
    day = short_date(entry.on, figure.today) + (", this day" if is_day else "")
    return Row(
        lead=draw.number(entry.number, draw.digits(figure.entries)), words=words, asides=(draw.dim(day),), limit=2
    )


def _relationship_day(relationship: Relationship, figure: Lookback, screen: Screen) -> list[Text]:
    days = relationship.days
    far = plural("week", days // 7) if days and days % 7 == 0 else plural("day", days)
    first = short_date(relationship.first, figure.today)
    words = f"Today is {far} after your first session with {name(relationship.person)}, {first}."
    return [Text(), *draw.paragraph(words, screen)]
