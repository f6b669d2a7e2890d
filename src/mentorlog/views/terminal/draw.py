"""Colours, bars and lines: what every picture is drawn with.

A picture is one Text of finished lines, laid out by terminal cells. No markup is ever read, so that
whatever a user wrote stands as it was written.
"""

from collections.abc import Iterable
from itertools import islice

from rich.text import Text

from mentorlog.model.areas import DEFAULT_AREAS, Area
from mentorlog.model.entries import Entry
from mentorlog.text import display_width
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.wrapping import spans

BOLD, DIM, NUMBER = "bold", "dim", "cyan"

# Paul Tol's muted scheme (https://personal.sron.nl/~pault/, distinct without colour vision too), its darkest
# colours lightened so that they show on a black screen as well as on a white one.
MUTED = ("#6a5fc1", "#44aa99", "#cc6677", "#999933", "#3f9fc8", "#aa4499", "#ddaa55", "#2f8f4e", "#a8486b")
_COLOURS = {area.slug: colour for area, colour in zip(DEFAULT_AREAS, MUTED, strict=True)}
_LEVELS = "▁▂▃▄▅▆▇█"


def colour(area: Area) -> str:
    """The colour of an area's bar; none for an area of the user's own."""
    return _COLOURS.get(area.slug, "")


def page(lines: Iterable[Text]) -> Text:
    """The finished picture: these lines and no others, never wrapped again."""
    drawn = Text("\n", no_wrap=True, overflow="ignore", end="\n").join(lines)
    drawn.no_wrap = True
    return drawn


def line(*parts: Text | str, indent: int = 0) -> Text:
    """One line of several parts."""
    return Text.assemble(" " * indent, *parts)


def bold(words: str) -> Text:
    """A heading."""
    return Text(words, BOLD)


def title(words: str) -> Text:
    """The heading of a block."""
    return line(bold(words), indent=MARGIN)


def dim(words: str) -> Text:
    """Secondary words."""
    return Text(words, DIM)


def number(of: int, width: int) -> Text:
    """The number of an entry, bare, at the right of `width` cells."""
    return Text(f"{of:>{width}}", NUMBER)


def digits(entries: Iterable[Entry]) -> int:
    """How many cells the numbers of these entries take; three at least, so that most lists look alike."""
    return max([3, *(len(str(entry.number)) for entry in entries)])


def padded(part: Text | str, width: int) -> Text:
    """The part with spaces after it, up to `width` cells."""
    drawn = part if isinstance(part, Text) else Text(part)
    return line(drawn, " " * (width - display_width(drawn.plain)))


def heading_lines(words: str, right: str, screen: Screen) -> list[Text]:
    """A heading with secondary words at the other edge, or below where they don't fit."""
    gap = screen.edge - display_width(words) - display_width(right)
    if right and gap >= MARGIN:
        return [line(bold(words), " " * gap, dim(right))]
    return [*wrapped(words, screen.edge, BOLD), *(paragraph(right, screen, DIM) if right else ())]


def wrapped(words: str, width: int, style: str = "", *, indent: int = 0) -> list[Text]:
    """The words on lines of at most `width` cells, the indent not counted."""
    parts = [part[start:end] for part in words.split("\n") for start, end in spans(part, width)]
    return _indented([Text(part, style) for part in parts], indent)


def paragraph(words: str, screen: Screen, style: str = "", *, indent: int = MARGIN) -> list[Text]:
    """The words on lines up to the edge."""
    return wrapped(words, screen.edge - indent, style, indent=indent)


def shortened(words: str, width: int, limit: int, screen: Screen, style: str = "") -> tuple[list[Text], bool]:
    """The words on at most `limit` lines, ended by an ellipsis where more follows, and whether it does.

    Words in quotes keep the closing one.
    """
    parts = [(part, start, end) for part in words.split("\n") for start, end in islice(spans(part, width), limit + 1)]
    lines = [part[start:end] for part, start, end in parts]
    if len(lines) <= limit:
        return [Text(each, style) for each in lines], False
    ending = screen.ellipsis + ('"' if words[0] == words[-1] == '"' else "")
    part, start, _ = parts[limit - 1]
    _, until = next(spans(part[start:], max(width - display_width(ending), 1)))
    lines[limit - 1 :] = [part[start : start + until].rstrip(" ,;:.") + ending]
    return [Text(each, style) for each in lines], True


def hanging(lead: Text, lines: list[Text], indent: int) -> list[Text]:
    """The lines, `indent` deep, with the lead in front of the first."""
    return [line(padded(lead, indent), lines[0]), *_indented(lines[1:], indent)]


def fact_lines(facts: Iterable[Text | str], screen: Screen, *, indent: int = MARGIN) -> list[Text]:
    """The facts with a dot between them, up to the edge."""
    return flow_items(facts, screen.edge - indent, screen, indent=indent)


def flow_items(items: Iterable[Text | str], width: int, screen: Screen, *, indent: int = 0) -> list[Text]:
    """The items with a dot between them, on as few lines as they need, empty ones left out; an item breaks only where
    it must.
    """
    dot = screen.separator
    lines: list[Text] = []
    for words in [item if isinstance(item, Text) else Text(item) for item in items if item]:
        if lines and display_width(lines[-1].plain) + display_width(dot) + display_width(words.plain) <= width:
            lines[-1] = line(lines[-1], dim(dot), words)
        else:
            lines += wrapped(words.plain, width, str(words.style)) if display_width(words.plain) > width else [words]
    return _indented(lines, indent)


def bar(share: float, width: int, screen: Screen, style: str = "") -> Text:
    """A bar of up to `width` cells, at least one."""
    return Text(("━" if screen.has_symbols else "#") * max(round(share * width), 1), style)


def count_with_bar(count: int, most: int, digits: int, width: int, screen: Screen, style: str = "") -> Text:
    """The count in `digits` cells, with a bar where there is room for one."""
    number = f"{count:>{digits}}"
    return line(number, "  ", bar(count / most, width, screen, style)) if count and width else Text(number)


def percent_bar(percent: int, width: int, screen: Screen) -> Text:
    """A bar with the rest of the way beside it."""
    done = round(percent * width / 100)
    full, rest = ("━", "─") if screen.has_symbols else ("#", ".")
    return line(full * done, dim(rest * (width - done)))


def block_char(count: int, most: int) -> str:
    """A block as high as the count; a space for none."""
    return _LEVELS[max(round(count / most * len(_LEVELS)), 1) - 1] if count else " "


def _indented(lines: list[Text], indent: int) -> list[Text]:
    return [line(each, indent=indent) if each.plain else each for each in lines] if indent else lines
