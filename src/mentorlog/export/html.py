"""The HTML of every document: one template environment, in which no user text goes unescaped."""

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
from mentorlog.export.timeline_document import step
from mentorlog.insights import calendar
from mentorlog.phrases import days, documents, summary
from mentorlog.phrases.entries import kind_words, main_text
from mentorlog.phrases.events import EVENTS
from mentorlog.phrases.goals import goal_percent, percent_along
from mentorlog.phrases.grammar import plural
from mentorlog.text import first_words, one_line, safe


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
        EVENTS=EVENTS,
        goal_percent=goal_percent,
        kind_words=kind_words,
        main_text=main_text,
        percent_along=percent_along,
        plural=plural,
        say=documents,
        step=step,
        called=days,
        tell=summary,
        cut=layout,
        draw=html_fragments,
    )
    environment.filters.update(
        words=isolate_user_text,
        prose=markdown_html,
        excerpt=excerpt,
        plain=strip_markdown,
        tagged=direction_attributes,
        line=one_line,
        safe_text=safe,
        first_words=first_words,
        spoken=language_attribute,
    )
    return environment


def excerpt(text: str, width: int) -> Markup:
    """The beginning of a text that is too long to quote whole."""
    return Markup("<p>{}</p>").format(first_words(one_line(strip_markdown(text)), width))
