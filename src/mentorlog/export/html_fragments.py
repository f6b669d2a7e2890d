"""What stands many times in the HTML of a summary, and is put together without a template, which takes its time.

Colours stand in the drawings themselves too: not everything that prints reads styles within them.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from mentorlog.dates import date_with_year
from mentorlog.export.layout import Links
from mentorlog.insights.calendar import Strip, level
from mentorlog.model.entries import Entry

TOP, STEP, SIDE = 18, 13, 11  # of a calendar, in pixels: where the days begin, from one to the next, how high one is

OPACITIES = (".07", ".26", ".46", ".7", ".95")


def number_links(links: Links, entries: Iterable[Entry]) -> Markup:
    """The numbers of entries, each a link to where it stands."""
    return Markup(", ").join(_number(links, entry.number) for entry in entries)


def _number(links: Links, number: int) -> Markup:
    return Markup(f'<a class="ref" href="#{links.anchor(number)}">{number}</a>')  # noqa: S704 - numbers alone


def calendar_cells(strip: Strip, most: int) -> Markup:
    """The days of a calendar; those with entries say so when they are pointed at."""
    return Markup("\n".join(_days(strip, most)))  # noqa: S704 - days and numbers alone


def _days(strip: Strip, most: int) -> Iterator[str]:
    """The days level by level."""
    for strength, opacity in enumerate(OPACITIES):
        drawn = "".join(_rectangles(strip, most, strength))
        if drawn:
            yield f'<g fill="#211f1b" opacity="{opacity}">{drawn}</g>'


def _rectangles(strip: Strip, most: int, strength: int) -> Iterator[str]:
    wide = round(84 / len(strip.weeks), 2)
    for week, counts in enumerate(strip.weeks):
        left = round(100 * week / len(strip.weeks), 2)
        for place, count in enumerate(counts):
            if count is not None and level(count, most) == strength:
                told = f"<title>{date_with_year(strip.day(week, place))}: {count}</title>" if count else ""
                shape = f'x="{left}%" y="{TOP + STEP * place}" width="{wide}%" height="{SIDE}" rx="2"'
                yield f"<rect {shape}>{told}</rect>\n"
