"""Progress over a period: how much, when, where, what often together, goals and people."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import period_text, relative_day, short_date, short_duration
from mentorlog.insights.progress import Progress
from mentorlog.model.tallies import AreaTally, OverlapTally, PersonTally
from mentorlog.phrases.days import day_in_column, rhythm
from mentorlog.phrases.entries import KINDS
from mentorlog.phrases.grammar import label, name, noun, plural
from mentorlog.text import display_width
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.calendar import MANY, entries_over_time
from mentorlog.views.terminal.columns import Row, table, table_with_bars
from mentorlog.views.terminal.days import day_calendar
from mentorlog.views.terminal.drawing import (
    MARGIN,
    NARROW,
    bar,
    block_char,
    bold,
    colour,
    dim,
    edge,
    flow_items,
    heading_lines,
    line,
    padded,
    page,
    separator,
    wrapped,
)
from mentorlog.views.terminal.goal_status import BARS as GOAL_BARS
from mentorlog.views.terminal.goal_status import goal_rows

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
    heading = heading_lines(bold("Progress"), period_text(figure.period), screen)
    return page([*heading, *(each for block in blocks if block for each in (Text(), *block))])


def _total(figure: Progress, screen: Screen) -> list[Text]:
    if not figure.entries:
        return wrapped("Nothing was written in this time.", edge(screen) - MARGIN, indent=MARGIN)
    lead, kinds = plural("entry", figure.entries), list(_kinds(figure))
    if screen.width < NARROW:
        return [line(bold(lead), indent=MARGIN), *flow_items(kinds, edge(screen) - INDENT, screen, indent=INDENT)]
    start = MARGIN + display_width(lead) + 3
    first, *rest = flow_items(kinds, edge(screen) - start, screen)
    return [
        line(padded(bold(lead), start - MARGIN), first, indent=MARGIN),
        *(line(each, indent=start) for each in rest),
    ]


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
    days = [_last(tally, figure) for tally in figure.areas]

    def rows(width: int) -> list[Row]:
        return [
            Row(
                words=label(tally.area),
                asides=(_count(tally, most, digits, width, screen), _over_time(tally, figure, width, screen), dim(day)),
            )
            for tally, day in zip(figure.areas, days, strict=True)
        ]

    widest = max(display_width(label(tally.area)) for tally in figure.areas)
    remark = "an entry may touch several"
    return [
        *_titled("Areas", remark, INDENT + widest + 3 + digits + 2, screen),
        *table_with_bars(rows, BARS, edge(screen), screen, indent=INDENT),
    ]


def _count(tally: AreaTally, most: int, digits: int, width: int, screen: Screen) -> Text:
    count = f"{tally.entries:>{digits}}"
    if not (width and tally.entries):
        return Text(count)
    return line(count, "  ", bar(tally.entries / most, width, screen, colour(tally.area)))


def _over_time(tally: AreaTally, figure: Progress, width: int, screen: Screen) -> Text:
    """The months of an area as blocks, all areas to the same scale; beside bars alone, and up to two years."""
    months = [each.month for each in figure.months]
    if not (width and screen.has_symbols and 1 < len(months) <= MANY):
        return Text()
    counts = {each.month: each.entries for each in tally.months}
    most = max((each.entries for area in figure.areas for each in area.months), default=0)
    return Text("".join(block_char(counts.get(month, 0), most) for month in months).rstrip(), colour(tally.area))


def _last(tally: AreaTally, figure: Progress) -> str:
    if tally.area.is_paused:
        return "paused by you"
    return day_in_column(tally.last, figure.today) if tally.last else ""


def _overlaps(figure: Progress, screen: Screen) -> list[Text]:
    if not figure.overlaps:
        return []
    shown = figure.overlaps[:MAX_OVERLAPS]
    pairs = [_pair(tally) for tally in shown]
    widest, digits = max(map(display_width, pairs)), len(str(shown[0].entries))
    parts = [
        line(padded(pair, widest), "  ", f"{tally.entries:>{digits}}") for pair, tally in zip(pairs, shown, strict=True)
    ]
    heading = line(bold("Often together"), indent=MARGIN)
    room = edge(screen) - INDENT
    if widest + 2 + digits > room:
        return [heading, *(each for part in parts for each in wrapped(part.plain, room, indent=INDENT))]
    beside = 2 if 2 * (widest + 2 + digits) + 4 <= room else 1
    starts = range(0, len(parts), beside)
    return [heading, *(line(Text("    ").join(parts[at : at + beside]), indent=INDENT) for at in starts)]


def _pair(tally: OverlapTally) -> str:
    one, other = tally.areas
    return f"{label(one)} and {label(other)}"


def _goals(figure: Progress, screen: Screen) -> list[Text]:
    counts = [f"{count} {status}" for status, count in figure.goals.items() if count]
    if not counts:
        return []
    rows = table_with_bars(
        lambda width: goal_rows(figure.current, figure.today, width, screen),
        GOAL_BARS,
        edge(screen),
        screen,
        indent=INDENT,
    )
    return [*_titled("Goals", separator(screen).join(counts), 12, screen), *rows]


def _people(figure: Progress, screen: Screen) -> list[Text]:
    met = [tally for tally in figure.people if tally.sessions]
    if not met:
        return []
    digits = len(str(max(tally.sessions for tally in met)))
    rows = [_person(tally, figure, digits) for tally in met]
    return [line(bold("People"), indent=MARGIN), *table(rows, edge(screen), screen, indent=INDENT)]


def _person(tally: PersonTally, figure: Progress, digits: int) -> Row:
    last = f"{short_date(tally.last, figure.today)}, {relative_day(tally.last, figure.today)}" if tally.last else ""
    sessions = " " * (digits - len(str(tally.sessions))) + plural("session", tally.sessions)
    return Row(words=name(tally.person), asides=(Text(sessions), Text(last), dim(rhythm(tally.person))))


def _titled(title: str, remark: str, column: int, screen: Screen) -> list[Text]:
    """A block's heading with a remark beside it from `column` on, or below."""
    heading = line(bold(title), indent=MARGIN)
    if column + display_width(remark) > edge(screen):
        parts = [dim(part) for part in remark.split(separator(screen))]
        return [heading, *flow_items(parts, edge(screen) - INDENT, screen, indent=INDENT)]
    return [line(padded(heading, column), dim(remark))]
