"""The HTML of every document: one template environment, in which no user text goes unescaped.

What stands many times in a page is put together without a template, which takes its time. Colours stand in drawings
themselves too: not everything that prints reads styles within them.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mentorlog import dates
from mentorlog.dates import date_with_year
from mentorlog.export import safe_markdown, year_content
from mentorlog.export.document import Row
from mentorlog.export.year_content import Links
from mentorlog.insights import calendar
from mentorlog.insights.calendar import Strip, level
from mentorlog.model.entries import Entry
from mentorlog.phrases import days, documents, entries, events, goals, summary
from mentorlog.phrases.grammar import plural
from mentorlog.text import first_words, one_line, safe

TOP, STEP, SIDE = 18, 13, 11  # of a calendar, in pixels: where the days begin, from one to the next, how high one is
OPACITIES = (".07", ".26", ".46", ".7", ".95")


def page_html(template: str, **shown: object) -> str:
    """A page; the same things shown give the same bytes."""
    return _environment().get_template(template).render(shown)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("mentorlog.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    modules = (calendar, dates, days, documents, entries, events, goals, year_content, summary)
    environment.globals.update({module.__name__.rpartition(".")[2]: module for module in modules})
    environment.globals.update(plural=plural, number_links=_number_links, calendar_cells=_calendar_cells)
    environment.filters.update(
        words=safe_markdown.isolate_user_text,
        prose=safe_markdown.markdown_html,
        excerpt=_excerpt,
        row_text=_row_text,
        kind=lambda block: type(block).__name__,
        plain=safe_markdown.strip_markdown,
        tagged=safe_markdown.direction_attributes,
        line=one_line,
        safe_text=safe,
        first_words=first_words,
        spoken=safe_markdown.language_attribute,
    )
    return environment


def _row_text(row: Row) -> str:
    """What is shown of a row's text."""
    if len(row.text) <= row.whole:
        return safe(row.text)
    return first_words(safe_markdown.strip_markdown(row.text), row.width) if row.width else one_line(row.text)


def _excerpt(text: str, width: int) -> Markup:
    """The beginning of a text that is too long to quote whole."""
    return Markup("<p>{}</p>").format(first_words(one_line(safe_markdown.strip_markdown(text)), width))


def _number_links(links: Links, found: Iterable[Entry]) -> Markup:
    """The numbers of entries, each a link to where it stands."""
    numbers = (f'<a class="ref" href="#{links.anchor(entry.number)}">{entry.number}</a>' for entry in found)
    return Markup(", ".join(numbers))  # noqa: S704 - numbers alone


def _calendar_cells(strip: Strip, most: int) -> Markup:
    """The days of a calendar, level by level; those with entries say so when they are pointed at."""
    drawn = [("".join(_rectangles(strip, most, strength)), opacity) for strength, opacity in enumerate(OPACITIES)]
    levels = [f'<g fill="#211f1b" opacity="{opacity}">{days}</g>' for days, opacity in drawn if days]
    return Markup("\n".join(levels))  # noqa: S704 - days and numbers alone


def _rectangles(strip: Strip, most: int, strength: int) -> Iterator[str]:
    wide = round(84 / len(strip.weeks), 2)
    for week, counts in enumerate(strip.weeks):
        left = round(100 * week / len(strip.weeks), 2)
        for place, count in enumerate(counts):
            if count is not None and level(count, most) == strength:
                told = f"<title>{date_with_year(strip.day(week, place))}: {count}</title>" if count else ""
                shape = f'x="{left}%" y="{TOP + STEP * place}" width="{wide}%" height="{SIDE}" rx="2"'
                yield f"<rect {shape}>{told}</rect>\n"
