"""Progress over a period: how much, when, where, what often together, goals and people."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import period_text, relative_day, short_date, short_duration
from mentorlog.insights.progress import Progress
from mentorlog.model.tallies import AreaTally, PersonTally
from mentorlog.phrases.days import day_in_column, rhythm
from mentorlog.phrases.entries import KINDS
from mentorlog.phrases.grammar import label, name, noun, plural
from mentorlog.text import display_width
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal import draw
from mentorlog.views.terminal.calendar import MANY, entries_over_time
from mentorlog.views.terminal.columns import Row, table, table_with_bars
from mentorlog.views.terminal.days import day_calendar
from mentorlog.views.terminal.goal_status import goal_table

INDENT = 4
BARS = (44, 30, 20, 12)
MAX_OVERLAPS = 6  # overlaps that are shown


def picture(figure: Progress, screen: Screen) -> Text:
    """The figures of a period, each block left out where it has nothing to say."""
    blocks = [_total(figure, screen)]
    if figure.entries:
        blocks += [
            entries_over_time(figure.months, screen, indent=INDENT),
            day_calendar(figure.days, figure.period, screen, indent=INDENT),
            _areas(figure, screen),
            _overlaps(figure, screen),
        ]
    blocks += [_goals(figure, screen), _people(figure, screen)]
    heading = draw.heading_lines("Progress", period_text(figure.period), screen)
    return draw.page([*heading, *(each for block in blocks if block for each in (Text(), *block))])


def _total(figure: Progress, screen: Screen) -> list[Text]:
    if not figure.entries:
        return draw.paragraph("Nothing was written in this time.", screen)
    lead, kinds = plural("entry", figure.entries), list(_kinds(figure))
    if screen.is_narrow:
        return [draw.title(lead), *draw.fact_lines(kinds, screen, indent=INDENT)]
    start = MARGIN + display_width(lead) + 3
    return draw.hanging(draw.title(lead), draw.flow_items(kinds, screen.edge - start, screen), start)


def _kinds(figure: Progress) -> Iterator[str]:
    for kind in KINDS:
        count = figure.kinds.get(kind, 0)
        spent = f", {short_duration(figure.total_minutes)}" if kind == "session" and figure.total_minutes else ""
        if count:
            yield plural(noun(kind), count) + spent


def _areas(figure: Progress, screen: Screen) -> list[Text]:
    most = max((tally.entries for tally in figure.areas), default=0)
    if not most:
        return []
    digits = len(str(most))

    def row(tally: AreaTally, width: int) -> Row:
        count = draw.count_with_bar(tally.entries, most, digits, width, screen, draw.colour(tally.area))
        asides = (count, _over_time(tally, figure, width, screen), draw.dim(_last(tally, figure)))
        return Row(words=label(tally.area), asides=asides)

    widest = max(display_width(label(tally.area)) for tally in figure.areas)
    lines = table_with_bars(lambda width: [row(tally, width) for tally in figure.areas], BARS, screen, indent=INDENT)
    return [*_titled("Areas", "an entry may touch several", INDENT + widest + 3 + digits + 2, screen), *lines]


def _over_time(tally: AreaTally, figure: Progress, width: int, screen: Screen) -> Text:
    """The months of an area as blocks, all areas to the same scale; beside bars alone, and up to two years."""
    months = [each.month for each in figure.months]
    if not (width and screen.has_symbols and 1 < len(months) <= MANY):
        return Text()
    counts = {each.month: each.entries for each in tally.months}
    most = max((each.entries for area in figure.areas for each in area.months), default=0)
    blocks = "".join(draw.block_char(counts.get(month, 0), most) for month in months)
    return Text(blocks.rstrip(), draw.colour(tally.area))


def _last(tally: AreaTally, figure: Progress) -> str:
    if tally.area.is_paused:
        return "paused by you"
    return day_in_column(tally.last, figure.today) if tally.last else ""


def _overlaps(figure: Progress, screen: Screen) -> list[Text]:
    if not figure.overlaps:
        return []
    shown = figure.overlaps[:MAX_OVERLAPS]
    pairs = [" and ".join(map(label, tally.areas)) for tally in shown]
    widest, digits = max(map(display_width, pairs)), len(str(shown[0].entries))
    counted = zip(pairs, shown, strict=True)
    parts = [draw.line(draw.padded(pair, widest), "  ", f"{tally.entries:>{digits}}") for pair, tally in counted]
    heading = draw.title("Often together")
    room = screen.edge - INDENT
    if widest + 2 + digits > room:
        return [heading, *(each for part in parts for each in draw.wrapped(part.plain, room, indent=INDENT))]
    beside = 2 if 2 * (widest + 2 + digits) + 4 <= room else 1
    starts = range(0, len(parts), beside)
    return [heading, *(draw.line(Text("    ").join(parts[at : at + beside]), indent=INDENT) for at in starts)]


def _goals(figure: Progress, screen: Screen) -> list[Text]:
    counts = [f"{count} {status}" for status, count in figure.goals.items() if count]
    if not counts:
        return []
    rows = goal_table(figure.current, figure.today, screen, indent=INDENT)
    return [*_titled("Goals", screen.separator.join(counts), 12, screen), *rows]


def _people(figure: Progress, screen: Screen) -> list[Text]:
    met = [tally for tally in figure.people if tally.sessions]
    if not met:
        return []
    digits = len(str(max(tally.sessions for tally in met)))
    rows = [_person(tally, figure, digits) for tally in met]
    return [draw.title("People"), *table(rows, screen, indent=INDENT)]


def _person(tally: PersonTally, figure: Progress, digits: int) -> Row:
    last = f"{short_date(tally.last, figure.today)}, {relative_day(tally.last, figure.today)}" if tally.last else ""
    sessions = " " * (digits - len(str(tally.sessions))) + plural("session", tally.sessions)
    return Row(words=name(tally.person), asides=(Text(sessions), Text(last), draw.dim(rhythm(tally.person))))


def _titled(title: str, remark: str, column: int, screen: Screen) -> list[Text]:
    """A block's heading with a remark beside it from `column` on, or below."""
    heading = draw.title(title)
    if column + display_width(remark) > screen.edge:
        parts = [draw.dim(part) for part in remark.split(screen.separator)]
        return [heading, *draw.fact_lines(parts, screen, indent=INDENT)]
    return [draw.line(draw.padded(heading, column), draw.dim(remark))]
