"""A packet as one HTML page: read in any browser, offline, without any script; answered by a form under each entry.

The one script on it collects what is typed into the forms and saves it as a feedback file, locally. The policy in the
page names that script by its hash and forbids every connection. What users wrote is escaped, or tamed in `prose`.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from mentorlog.export.html import page_html
from mentorlog.insights.sharing import PacketPage
from mentorlog.model.frameworks import COMMENT_FRAMEWORK, parse_library

# What a browser may do with the page: show its style, run its script, and nothing else.
POLICY = "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'"


def packet_html(page: PacketPage) -> str:
    """The document of `page`; its styles and its script are in it. The same page gives the same bytes."""
    style, script = _file("base.css") + _file("packet.css"), _file("packet.js")
    return page_html(
        "packet.html",
        page=page,
        packet=page.packet,
        progress=page.progress,
        timeline=page.timeline,
        given={one.entry.number: one for one in page.packet.entries},
        policy=POLICY.format(_hash(style), _hash(script)),
        style=Markup(style),  # noqa: S704 - ours
        script=Markup(script),  # noqa: S704 - ours
        parts=parse_library().find(COMMENT_FRAMEWORK, "comment").prompts,
    )


def _hash(content: str) -> str:
    """As "'sha256-…'", over what stands between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    return files("mentorlog.export").joinpath("templates", name).read_text(encoding="utf-8")
