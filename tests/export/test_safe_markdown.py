"""The user's Markdown: it can do nothing but be read, and nothing of it gets lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.export.safe_markdown import (
    HAS_MARKDOWN,
    LONGEST,
    _reader,
    markdown_html,
    strip_markdown,
)
from mentorlog.text import safe
from tests.export.pages import Page, faults

MARKDOWN = st.text(st.sampled_from("ab \n\t#>*_-+`[]()!<>&;:/\\|~=.1\"'@é美ש\u202e\x1b\x00"), max_size=120)
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT:alert(1))",
    "[a](data:text/html,<b>)",
    "[a](vbscript:x) [b](file:///etc/passwd) [c](//example.org) [d](/x)",
    "[a](java\tscript:alert(1)) [b](&#106;avascript:alert(1))",
    "![a](https://example.org/a.png)",
    "[![a](https://example.org/a.png)](https://example.org)",
    "[a]\n\n[a]: javascript:alert(1)",
    "<https://example.org> <javascript:alert(1)>",
    "```html\n<script>\n```",
    "    <script>",
    "<!-- hidden -->",
    "<style>@import url(https://example.org)</style>",
    '[a](https://example.org/"onmouseover="alert(1) "t\\"it")',
    "&lt;script&gt;",
    "a\n===\nb\n---",
    "]]>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_does_nothing(text: str) -> None:
    assert faults(str(markdown_html(text))) == []


@settings(max_examples=1500, deadline=None)
@given(text=st.one_of(MARKDOWN, st.text(max_size=200)))
def test_any_text_does_nothing(text: str) -> None:
    assert faults(str(markdown_html(text))) == []


@settings(max_examples=500, deadline=None)
@given(text=st.one_of(MARKDOWN, st.text(max_size=200)).filter(lambda text: "](" not in text))
def test_no_letter_gets_lost(text: str) -> None:
    assert letters(shown(text)) == letters(safe(text))


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def shown(text: str) -> str:
    return Page(f"<div>{markdown_html(text)}</div>").elements[0].text


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(MARKDOWN, st.text(max_size=200)).filter(lambda text: "](" not in text))
def test_no_letter_gets_lost_without_the_signs(text: str) -> None:
    assert letters(strip_markdown(text)) == letters(safe(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One *and* two\nlines of `it`", "One and two\nlines of it"),
        ("# First\n\n- [one](https://example.org)\n- **two**", "First\none\ntwo"),
        ("Plain", "Plain"),
        ("a*" * LONGEST, "a*" * LONGEST),
    ],
)
def test_without_the_signs(text: str, words: str) -> None:
    assert strip_markdown(text) == words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\ntwo", '<p dir="auto">One<br>\ntwo</p>\n'),
        ("# Not a heading", '<p dir="auto" class="heading">Not a heading</p>\n'),
        ("*a* **b** `c`", '<p dir="auto"><em>a</em> <strong>b</strong> <code>c</code></p>\n'),
        ("[a](mailto:a@example.org)", '<p dir="auto"><a href="mailto:a@example.org" rel="noreferrer">a</a></p>\n'),
        ("[a](javascript:b)", '<p dir="auto">[a](javascript:b)</p>\n'),
        ("![a](https://example.org)", '<p dir="auto">!<a href="https://example.org" rel="noreferrer">a</a></p>\n'),
        (
            "[](https://a.example/)",
            '<p dir="auto"><a href="https://a.example/" rel="noreferrer">https://a.example/</a></p>\n',
        ),
        ("&amp; <b>", '<p dir="auto">&amp;amp; &lt;b&gt;</p>\n'),
        ("a\u202eb", '<p dir="auto">a&lt;U+202E&gt;b</p>\n'),
        ("> שלום", '<blockquote>\n<p dir="auto">שלום</p>\n</blockquote>\n'),
    ],
)
def test_what_becomes_of_markdown(text: str, html: str) -> None:
    assert markdown_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        ">" * 50_000 + " deep",
        "- " * 50_000 + "deep",
        "x\n" + " " * 400 + "- deep",
        "word " * LONGEST,
        "**a *b " * 2500,
        "[" * 5000 + "a" + "](x)" * 20,
        "\n".join("  " * depth + "- deep" for depth in range(60)),
    ],
    ids=["quotes", "bullets", "indent", "long", "stars", "brackets", "lists"],
)
def test_tangled_text_is_shown_as_it_was_typed(text: str) -> None:
    assert letters(shown(text)) == letters(text)


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from('ab \n."&<é美-1')).filter(lambda text: not HAS_MARKDOWN.search(text)))
def test_paragraphs_need_no_parser(text: str) -> None:
    parsed = _reader().render(text).replace("&quot;", "&#34;")
    assert str(markdown_html(text)).strip() == parsed.replace("<p>", '<p dir="auto">').strip()
