"""Lists in columns: a number first, the words, and what stands beside them.

Where the screen is too narrow for columns, bars go first, then what stood beside the words moves
below them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, zip_longest

from rich.text import Text

from mentorlog.text import display_width
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.draw import DIM, dim, flow_items, line, padded, shortened, wrapped

GAP = 2
WIDE_GAP = 3
MIN_TEXT_WIDTH = 24  # cells: words squeezed into fewer beside others are no pleasure to read
AMPLE_TEXT_WIDTH = 30  # beyond which a longer bar is better than more room for words
LEAST_ROOM = 20  # of fewer, a lead stands above the words, not in front of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`lead` stands before the words, `asides` beside them, `note` below.

    `limit` is how many lines words and note may take each; None: as many as they need.
    """

    lead: Text = field(default_factory=Text)
    words: str
    asides: tuple[Text, ...] = ()
    note: str = ""
    limit: int | None = None

    @property
    def has_asides(self) -> bool:
        """Whether anything stands beside the words; otherwise they have the whole line."""
        return any(aside.plain for aside in self.asides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where things stand, in cells: words begin at `start` and are `words` wide.

    What is beside them begins at `places`, counted from `start`; None where there is no room beside them. `is_stacked`
    says that the lead is a line of its own.
    """

    start: int
    words: int
    aside_offsets: tuple[int, ...] | None = None
    is_stacked: bool = False


def table(rows: Sequence[Row], screen: Screen, *, indent: int = 0) -> list[Text]:
    """The rows below each other."""
    return [each for drawn in tables([rows], screen, indent=indent) for each in drawn]


def tables(groups: Sequence[Sequence[Row]], screen: Screen, *, indent: int = 0) -> list[list[Text]]:
    """Several groups of rows that share their columns, up to the edge of the screen."""
    room = screen.edge - indent
    columns = _columns([row for group in groups for row in group], room)
    return [
        [line(each, indent=indent) for row in group for each in _row_lines(row, columns, room, screen)]
        for group in groups
    ]


def table_with_bars(
    make: Callable[[int], Sequence[Row]], widths: Iterable[int], screen: Screen, *, indent: int = 0
) -> list[Text]:
    """Rows made with the bars of `widths` that leave the words most room, the longest of these; or without bars."""
    made = {bars: make(bars) for bars in (*widths, 0)}
    rooms = {bars: _room(rows, screen.edge - indent) for bars, rows in made.items()}
    best = max(made, key=lambda bars: (rooms[bars], bars))
    return table(made[best if rooms[best] else 0], screen, indent=indent)


def _room(rows: Sequence[Row], width: int) -> int:
    columns = _columns(rows, width)
    return min(columns.words, AMPLE_TEXT_WIDTH) if columns.aside_offsets is not None else 0


def _columns(rows: Sequence[Row], width: int) -> Columns:
    lead = _widest(row.lead for row in rows)
    asides = tuple(map(_widest, zip_longest(*(row.asides for row in rows), fillvalue=Text())))
    words = _widest(row.words for row in rows if row.has_asides) or _widest(row.words for row in rows)
    start = lead + GAP if lead else 0
    room = width - start
    for gap, enough in ((WIDE_GAP, words), (GAP, words), (WIDE_GAP, MIN_TEXT_WIDTH), (GAP, MIN_TEXT_WIDTH)):
        beside = room - sum(each + gap for each in asides if each)
        if beside >= enough:
            column = min(words, beside)
            offsets = accumulate((each + gap if each else 0 for each in asides), initial=column + gap)
            return Columns(start=start, words=column, aside_offsets=tuple(offsets))
    longest = max([words, _widest(row.note for row in rows), *(each + GAP for each in asides)])
    if lead and room < min(longest, LEAST_ROOM):
        return Columns(start=GAP, words=width - GAP, is_stacked=True)
    return Columns(start=start, words=room)


def _widest(parts: Iterable[Text | str]) -> int:
    return max((display_width(part if isinstance(part, str) else part.plain) for part in parts), default=0)


def _row_lines(row: Row, columns: Columns, width: int, screen: Screen) -> list[Text]:
    column = columns.words if row.has_asides and columns.aside_offsets else width - columns.start
    first, *rest = _limited(row.words, column, row.limit, screen)
    if columns.is_stacked:
        top, rest = wrapped(row.lead.plain.strip(), width, DIM), [first, *rest]
    else:
        top = [line(padded(row.lead, columns.start), _with_asides(first, row, columns))]
    rest += _below(row, columns, width - columns.start, screen)
    return [*top, *(line(each, indent=columns.start) for each in rest)]


def _limited(words: str, width: int, limit: int | None, screen: Screen, style: str = "") -> list[Text]:
    """All of the words, or what `limit` lines hold."""
    return shortened(words, width, limit, screen, style)[0] if limit else wrapped(words, width, style)


def _with_asides(words: Text, row: Row, columns: Columns) -> Text:
    drawn = words
    for place, aside in zip(columns.aside_offsets or (), row.asides, strict=False):
        if aside.plain:
            drawn = line(padded(drawn, place), aside)
    return drawn


def _below(row: Row, columns: Columns, room: int, screen: Screen) -> list[Text]:
    indent = 0 if columns.start else GAP
    note = _limited(row.note, room - indent, row.limit, screen, DIM) if row.note else []
    note = [line(each, indent=indent) for each in note]
    if columns.aside_offsets is not None:
        return note
    parts = [dim(" ".join(aside.plain.split())) for aside in row.asides if aside.plain]
    return [*flow_items(parts, room - GAP, screen, indent=GAP), *note]
