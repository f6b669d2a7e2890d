"""A yearly summary as one HTML file: nothing remote, no script, and no user text that isn't escaped.

The templates beside this file only lay out; what is said stands in `phrases`, how it is cut in `layout`, and the
user's Markdown is tamed in `prose`. The same summary gives the same bytes.
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mentorlog import dates
from mentorlog.export import html_fragments, layout
from mentorlog.export.safe_markdown import (
    direction_attributes,
    isolate_user_text,
    language_attribute,
    markdown_html,
    strip_markdown,
)
from mentorlog.insights import calendar
from mentorlog.insights.year import YearSummary
from mentorlog.phrases import days, documents, summary
from mentorlog.phrases.entries import main_text
from mentorlog.phrases.goals import percent_along
from mentorlog.phrases.grammar import plural
from mentorlog.text import first_words, one_line, safe


def render(summary: YearSummary) -> str:
    """The document of `summary`; its styles are in it."""
    return (
        environment()
        .get_template("year.html")
        .render(
            year=summary,
            links=layout.links(summary),
            colours=layout.colours([tally.area for tally in summary.progress.areas]),
        )
    )


def excerpt(text: str, width: int) -> Markup:
    """The beginning of a text that is too long to quote whole."""
    return Markup("<p>{}</p>").format(first_words(one_line(strip_markdown(text)), width))


@cache
def environment() -> Environment:
    """The templates, with the words and shapes that they use."""
    environment = Environment(
        loader=PackageLoader("mentorlog.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        dates=dates,
        calendar=calendar,
        main_text=main_text,
        percent_along=percent_along,
        plural=plural,
        say=documents,
        called=days,
        tell=summary,
        cut=layout,
        draw=html_fragments,
    )
    environment.filters.update(
        words=lambda words, anchors=None: isolate_user_text(
            words, documents.ISOLATE_START, documents.ISOLATE_END, anchors
        ),
        prose=markdown_html,
        excerpt=excerpt,
        tagged=direction_attributes,
        line=one_line,
        safe_text=safe,
        first_words=lambda text, width: first_words(strip_markdown(text), width),
        spoken=language_attribute,
    )
    return environment
