"""The growth timeline: by month and day, and under each entry what belongs to it."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import month_name, period_text, short_date
from mentorlog.insights.timeline import Day, GoalEvent, Thread, Timeline
from mentorlog.model.entries import Entry, EventType, Goal
from mentorlog.phrases.entries import headline
from mentorlog.phrases.events import event_word, reached
from mentorlog.phrases.grammar import plural, quote_line
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal import draw
from mentorlog.views.terminal.columns import Row, tables
from mentorlog.views.terminal.entry_block import compact_body, facts, nested_entry_rows
from mentorlog.views.terminal.goal_lanes import goal_lanes

INDENT = 4
LINES = 3  # of a text; the rest is what `show` is for


def picture(figure: Timeline, screen: Screen) -> Text:
    """The story of these entries."""
    return draw.page(
        [
            *draw.heading_lines("Timeline", selection_phrase(figure), screen),
            *goal_lanes(figure.goals, figure.covered, figure.today, screen),
            *TimelineRenderer(figure, screen).lines(),
            *_foot(figure, screen),
        ]
    )


def selection_phrase(figure: Timeline) -> str:
    """Which entries it shows, and in which order."""
    shown, total = len(figure.entries), plural("entry", figure.total)
    order = "newest first" if figure.is_newest_first else "oldest first"
    if figure.period and not shown:
        return period_text(figure.period)
    if figure.period:
        part = f"{shown} of {total}" if shown < figure.total else total
        return f"{period_text(figure.period)}, {part}" + (", newest first" if figure.is_newest_first else "")
    if not shown:
        return ""
    return f"the last {shown} of {total}, {order}" if shown < figure.total else f"{total}, {order}"


class TimelineRenderer:
    """Months, days and entries; what stands under entries shares its columns on the whole page."""

    def __init__(self, figure: Timeline, screen: Screen) -> None:
        self.figure = figure
        self.screen = screen
        self.width = draw.digits(figure.entries)
        self.start = INDENT + self.width + 2  # where the words of an entry begin
        days = [day for month in figure.months for day in month.days]
        self.nested_lines = self._nested_lines([thread for day in days for thread in day.threads])
        happened = tables([self._goal_event_rows(day) for day in days], screen, indent=INDENT)
        self.goal_event_lines = dict(zip((day.on for day in days), happened, strict=True))

    def facts(self, entry: Entry) -> list[str]:
        """What stands beside the number of an entry."""
        return facts(entry, self.figure.today)

    def extra_rows(self, entry: Entry, depth: int) -> list[Row]:  # noqa: ARG002
        """What else stands under an entry, before the entries about it."""
        return []

    def lines(self) -> Iterator[Text]:
        """The whole story."""
        for month in self.figure.months:
            yield from (Text(), draw.bold(month_name(month.first)))
            for day in month.days:
                yield from (Text(), draw.line(short_date(day.on, day.on), indent=MARGIN))
                yield from self._day(day)

    def _day(self, day: Day) -> Iterator[Text]:
        for thread in day.threads:
            yield from self._entry(thread.entry)
            for goal in thread.goals:
                yield from draw.paragraph(_link(goal), self.screen, "dim", indent=self.start)
            yield from self.nested_lines[thread.entry.number]
        yield from self.goal_event_lines[day.on]

    def _entry(self, entry: Entry) -> Iterator[Text]:
        room = self.screen.edge - self.start
        number = draw.line(draw.number(entry.number, self.width), indent=INDENT)
        yield from draw.hanging(number, draw.flow_items(self.facts(entry), room, self.screen), self.start)
        title = draw.wrapped(headline(entry), room, "bold") if entry.title and not isinstance(entry, Goal) else []
        text = draw.shortened(compact_body(entry), room, LINES, self.screen)[0]
        yield from (draw.line(each, indent=self.start) for each in (*title, *text) if each.plain)

    def _nested_lines(self, threads: list[Thread]) -> dict[int, list[Text]]:
        rows = [self._rows(thread) for thread in threads]
        indent = self.start + 2 if not self.screen.is_narrow else INDENT + 2
        drawn = tables(rows, self.screen, indent=indent)
        return dict(zip((thread.entry.number for thread in threads), drawn, strict=True))

    def _rows(self, thread: Thread) -> list[Row]:
        rows = self.extra_rows(thread.entry, 0)
        for entry, depth in _nested(thread):
            rows += nested_entry_rows([(entry, depth)], thread.entry.on, self.figure.today, self.width)
            rows += self.extra_rows(entry, depth + 1)
        return rows

    def _goal_event_rows(self, day: Day) -> list[Row]:
        return [
            Row(
                lead=draw.line("goal ", draw.number(each.goal.number, 1)),
                words=headline(each.goal),
                asides=(draw.dim(_goal_event_phrase(each)),),
                note=_reason(each),
                limit=2,
            )
            for each in day.goal_events
        ]


def _nested(thread: Thread, depth: int = 0) -> Iterator[tuple[Entry, int]]:
    for below in thread.under:
        yield below.entry, depth
        yield from _nested(below, depth + 1)


def _link(goal: Goal) -> str:
    return f"{'seen again:' if goal.is_direction else 'for'} goal {goal.number}, {headline(goal)}"


def _goal_event_phrase(happening: GoalEvent) -> str:
    event, measured = happening.event, reached(happening.event, happening.goal)
    if event.what is not EventType.CHECKIN or not measured:
        return ", ".join(filter(None, (event_word(event, happening.goal), measured)))
    is_moved = happening.before is not None and event.percent is not None
    return f"{happening.before} %, now {measured}" if is_moved else measured


def _reason(happening: GoalEvent) -> str:
    event = happening.event
    words = event.because if event.what is EventType.REWORDED else event.text or event.because
    return quote_line(words) if words else ""


def _foot(figure: Timeline, screen: Screen) -> list[Text]:
    return foot(figure, ["Private unless it says otherwise."], "mentorlog timeline --all", "mentorlog show", screen)


def foot(figure: Timeline, notes: list[str], every: str, show: str, screen: Screen) -> list[Text]:
    """What stands below: that nothing was found; or `notes`, and the commands for `every` entry and to `show` one."""
    if not figure.entries:
        nothing = "Nothing was written in this time." if figure.period else "Nothing was found."
        return [Text(), draw.line(nothing, indent=MARGIN)]
    if len(figure.entries) < figure.total:
        notes = [*notes, f"Earlier: {every}"]
    room = screen.edge - INDENT - 2 - draw.digits(figure.entries)
    cut = next((entry for entry in figure.entries if draw.shortened(compact_body(entry), room, LINES, screen)[1]), None)
    if cut:
        notes = [*notes, f"Where a text ends in {screen.ellipsis}, all of it: {show} {cut.number}"]
    return [Text(), *_paired_notes(notes, screen)]


def _paired_notes(notes: list[str], screen: Screen) -> list[Text]:
    """The notes, two on a line where they fit."""
    lines: list[str] = []
    for note in notes:
        if lines and len(lines[-1]) + len(note) + 5 + MARGIN <= screen.edge:
            lines[-1] += " " * 5 + note
        else:
            lines.append(note)
    return [each for words in lines for each in draw.paragraph(words, screen, "dim")]
