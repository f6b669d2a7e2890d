"""The user's Markdown as HTML that can do nothing but be read.

No HTML, no images, no link but http, https and mailto; what isn't taken as Markdown stands there as it was typed.
Rules that would make words disappear (reference definitions, entities, fence languages) are off.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from mentorlog.export.language_tag import language_tag
from mentorlog.phrases.documents import USER_TEXT
from mentorlog.text import safe

RULES = ["blockquote", "emphasis", "escape", "heading", "hr", "backticks", "link", "list", "newline"]
LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
# What holds words has a direction of its own; lists and quotes take that of the text, for their bullets and bars.
BLOCKS = {"paragraph_open", "heading_open", "list_item_open"}
BREAKS = ("softbreak", "hardbreak")
RIGHT_TO_LEFT = ("he", "ar", "und-Arab")
# Deeper lists and quotes than anybody writes, or more Markdown than is worth reading as such: shown as it was typed.
TOO_NESTED = re.compile(r"^(?:[ \t]|>|[-+*](?=[ \t])|\d+[.)](?=[ \t])){40}", re.MULTILINE)
LONGEST = 20_000
# Without any of these a text is paragraphs, and needs no parser.
HAS_MARKDOWN = re.compile(r"[*_`\[\]\\#>]|^[ \t]|[ \t]$|^[-+]|^\d+[.)]", re.MULTILINE)

END = Token(type="end", tag="", nesting=0)


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return bool(LINK.match(url))


def markdown_html(text: str) -> Markup:
    """A text as paragraphs, lists and quotes, each in its own direction."""
    shown = safe(text)
    if len(shown) > LONGEST or TOO_NESTED.search(shown):
        return _paragraphs(shown, ' class="typed"')
    if not HAS_MARKDOWN.search(shown):
        return _paragraphs(shown)
    reader = _reader()
    tokens = reader.parse(shown)
    _harden_tokens(tokens)
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - made by the reader, which escapes


@cache
def _reader() -> MarkdownIt:
    return _Reader("zero", {"breaks": True, "maxNesting": 100}).enable(RULES)


def _harden_tokens(tokens: Iterable[Token]) -> None:
    for token in tokens:
        if token.type in BLOCKS:
            token.attrSet("dir", "auto")
        if token.type in ("heading_open", "heading_close"):
            token.tag = "p"  # the document's outline is its own
        if token.type == "heading_open":
            token.attrSet("class", "heading")
        if token.type == "link_open":
            token.attrSet("rel", "noreferrer")
        if token.children:
            token.children = [one for pair in pairwise([*token.children, END]) for one in _with_link_address(*pair)]
            _harden_tokens(token.children)


def _with_link_address(token: Token, following: Token) -> Iterator[Token]:
    """A token; after a link without words its address, so that there is something to read and to follow."""
    yield token
    if token.type == "link_open" and following.type == "link_close":
        yield Token(type="text", tag="", nesting=0, content=str(token.attrGet("href")))


def _paragraphs(text: str, attributes: str = "") -> Markup:
    parts = [str(escape(part)) for part in re.split(r"\n{2,}", text.strip("\n")) if part]
    html = [f'<p dir="auto"{attributes}>{part}</p>\n'.replace("\n", "<br>\n", part.count("\n")) for part in parts]
    return Markup("".join(html))  # noqa: S704 - its texts are escaped


def direction_attributes(text: str) -> Markup:
    """The attributes that set a text right: its direction, and its language where its script tells."""
    return _attributes(language_tag(text))


@cache
def _attributes(tag: str) -> Markup:
    direction = "rtl" if tag in RIGHT_TO_LEFT else "auto"
    return Markup('dir="{}" lang="{}"').format(direction, tag) if tag else Markup('dir="auto"')


def language_attribute(text: str) -> Markup:
    """The attribute that names the language, where the script tells it."""
    tag = language_tag(text)
    return Markup(' lang="{}"').format(tag) if tag else Markup("")


def strip_markdown(text: str) -> str:
    """A text without the signs of its Markdown, block by block, as its beginning stands in a list."""
    shown = safe(text)
    if len(shown) > LONGEST or not HAS_MARKDOWN.search(shown) or TOO_NESTED.search(shown):
        return shown
    return "\n".join(filter(None, (_words(token) for token in _reader().parse(shown))))


def _words(token: Token) -> str:
    return "".join("\n" if part.type in BREAKS else part.content for part in token.children or ())


def isolate_user_text(words: str, anchors: Mapping[str, str] | None = None) -> Markup:
    """Our words with the user's set apart from the sentence around them, and linked where `anchors` knows them."""
    found = USER_TEXT.split(words)
    if len(found) == 1:
        return escape(words)
    parts = [_apart(part, (anchors or {}).get(part, "")) if at % 2 else escape(part) for at, part in enumerate(found)]
    return Markup("".join(parts))  # noqa: S704 - each part is escaped


def _apart(words: str, anchor: str) -> Markup:
    html = Markup("<bdi{}>{}</bdi>").format(language_attribute(words), words)
    return Markup('<a href="#{}">{}</a>').format(anchor, html) if anchor else html
