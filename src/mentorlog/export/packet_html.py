"""A packet as one HTML page: read in any browser, offline, without any script; answered by a form under each entry.

The one script on it collects what is typed into the forms and saves it as a feedback file, locally. The policy in the
page names that script by its hash and forbids every connection. What users wrote is escaped, or tamed in `prose`.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mentorlog import dates
from mentorlog.export.safe_markdown import direction_attributes, isolate_user_text, markdown_html
from mentorlog.export.timeline_document import step
from mentorlog.insights.sharing import PacketPage
from mentorlog.model.frameworks import COMMENT_FRAMEWORK, parse_library
from mentorlog.phrases import documents, summary
from mentorlog.phrases.entries import kind_words
from mentorlog.phrases.events import EVENTS
from mentorlog.phrases.goals import goal_percent
from mentorlog.text import first_words, one_line, safe


def packet_html(page: PacketPage) -> str:
    """The document of `page`; its styles and its script are in it. The same page gives the same bytes."""
    given = {one.entry.number: one for one in page.packet.entries}
    return (
        _environment()
        .get_template("packet.html")
        .render(
            page=page,
            packet=page.packet,
            progress=page.progress,
            timeline=page.timeline,
            given=given,
            policy=_policy(),
            style=Markup(_file("packet.css")),  # noqa: S704 - ours
            script=Markup(_file("packet.js")),  # noqa: S704 - ours
            parts=parse_library().find(COMMENT_FRAMEWORK, "comment").prompts,
        )
    )


def _policy() -> str:
    """What a browser may do with the page: show its style, run its script, and nothing else."""
    style, script = (_hash(_file(name)) for name in ("packet.css", "packet.js"))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    """As "'sha256-…'", over what stands between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    return files("mentorlog.export").joinpath("templates", name).read_text(encoding="utf-8")


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
    environment.globals.update(
        dates=dates,
        EVENTS=EVENTS,
        goal_percent=goal_percent,
        kind_words=kind_words,
        say=documents,
        step=step,
        tell=summary,
    )
    environment.filters.update(
        words=lambda words: isolate_user_text(words, documents.ISOLATE_START, documents.ISOLATE_END),
        prose=markdown_html,
        tagged=direction_attributes,
        line=one_line,
        safe_text=safe,
        first_words=first_words,
    )
    return environment
