"""The yearly summary in Markdown: reads well raw, and no user text breaks it."""

import re
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

from mentorlog.dates import Period
from mentorlog.export import year_document
from mentorlog.export.escaping import inline, quote
from mentorlog.text import one_line, safe
from tests.export.samples import crafted
from tests.export.test_safe_markdown import HOSTILE, MARKDOWN, letters
from tests.export.years import ALL, EMPTY, FULL, LONG, MENTOR, PUBLIC, summary_of

READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


class Markdown(SingleFileSnapshotExtension):
    file_extension = "md"


def blocks(markdown: str) -> list[Token]:
    """What a renderer makes of it that lets everything through."""
    tokens = READER.parse(markdown)
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def fences(tokens: list[Token]) -> list[str]:
    return [token.content for token in tokens if token.type == "fence"]


def headings(markdown: str) -> list[str]:
    tokens = READER.parse(markdown)
    return [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]


@pytest.mark.parametrize("name", ["full", "short", "empty"])
def test_documents(name: str, snapshot: SnapshotAssertion) -> None:
    assert year_document.markdown(ALL[name]).encode() == snapshot(extension_class=Markdown)


@pytest.mark.parametrize("name", ALL)
def test_every_link_leads_to_a_heading(name: str) -> None:
    text = year_document.markdown(ALL[name])
    anchors = {heading.lower().replace(" ", "-") for heading in headings(text)}
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= anchors


@pytest.mark.parametrize("name", ALL)
def test_the_numbers_are_those_of_the_figures(name: str) -> None:
    text, year = year_document.markdown(ALL[name]), ALL[name]
    cells = [[cell.strip() for cell in line.split("|")] for line in text.split("\n") if line.startswith("| ")]
    months = [row[2] for row in cells if re.fullmatch(r"[A-Z]\w+ \d{4}", row[1])]
    assert months == ([str(tally.entries) for tally in year.progress.months] if year.entries else [])
    assert sum(heading.startswith("Entry ") for heading in headings(text)) == len(year.entries)
    areas = [row for row in cells if len(row) == 6 and "━" in row[3]]
    met = [str(len(each.sessions)) for each in year.meetings if each.sessions]
    assert [row[2] for row in areas] == [*met, *(str(chapter.tally.entries) for chapter in year.chapters)]


def test_it_says_what_the_html_says() -> None:
    text = year_document.markdown(FULL)
    assert "No entry touches intersectionality, role-modeling or advocacy." in text
    assert "community (paused by you)" in text
    assert "Nothing was written." in text
    assert (
        "- 3 Feb: Reworded from “Speak up \\| more” to “Ask one question in each \\*review\\*”, because “Noise.”"
        in text
    )
    assert "- 20 Jan: Checked in, 10\N{NO-BREAK SPACE}%: “Spoke twice. Both times to agree.”" in text
    assert "- 1 Aug: Be made team lead (Dropped, goal [7](#goal-7))" in text
    done = "yours · done 2 Feb, worked, reported back, [11](#entry-11), from [1](#entry-1)"
    assert f"- 11 Jan: Read the essay ({done}): “Slept after it.”" in text
    assert "About 900; For goal 901." in text
    assert "Answered in [17](#entry-17)." in text


def test_another_reader_learns_nothing_of_what_is_not_in_it() -> None:
    for summary in (MENTOR, PUBLIC):
        text = year_document.markdown(summary)
        for private in (
            "yourself",
            "yours",
            "Nothing was written",
            "paused by you",
            "No entry touches",
            "4 weeks",
            "900",
        ):
            assert private not in text
    assert "Action, Lan" in year_document.markdown(MENTOR)
    assert "Action, the mentee" in year_document.markdown(PUBLIC)


def test_a_calendar_of_many_years_is_left_out() -> None:
    for years, is_there in ((6, True), (7, False)):
        summary = summary_of(FULL.entries, period=Period(date(2026 - years, 1, 1), date(2026, 1, 1)))
        assert ("```text" in year_document.markdown(summary)) is is_there


def test_an_empty_period_and_a_long_one() -> None:
    assert headings(year_document.markdown(EMPTY)) == ["Q3 2025", "The quarter", "Q3 2025, July to September"]
    assert "### When it touched what" not in year_document.markdown(LONG)


# Whatever the user wrote


@pytest.mark.parametrize(
    "text", [*HOSTILE, "a\n---", "a\n===", "# a", "1. # a", "- > - # a", "a | b\n--- | ---", "- - -"]
)
def test_hostile_text_breaks_nothing(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(MARKDOWN, st.text(max_size=60)).filter(lambda text: bool(text.strip())))
def test_no_text_breaks_the_document(text: str) -> None:
    check(text)


@cache
def plainly() -> list[Token]:
    """The blocks that there are where every text is one plain word."""
    return blocks(year_document.markdown(crafted("plain")))


def check(text: str) -> None:
    plain, odd = plainly(), blocks(year_document.markdown(crafted(text)))
    assert [token.tag for token in odd if token.type == "heading_open"] == [
        token.tag for token in plain if token.type == "heading_open"
    ]
    assert not {token.type for token in odd} & {"html_block", "html_inline", "image", "code_block"}
    assert fences(odd) == fences(plain)  # the calendar is one
    links = [str(token.attrs["href"]) for token in odd if token.type == "link_open"]
    assert all(link.startswith("#") for link in links)
    for kind in ("hr", "table_open", "tr_open", "td_open"):
        assert sum(token.type == kind for token in odd) == sum(token.type == kind for token in plain), kind


@settings(max_examples=500, deadline=None)
@given(text=st.one_of(MARKDOWN, st.text(max_size=80)))
def test_a_line_is_shown_as_it_was_typed(text: str) -> None:
    paragraph = f"- x {inline(text)} x"
    shown = "".join(token.content for token in blocks(paragraph) if token.type in ("text", "code_inline", "softbreak"))
    assert one_line(shown) == one_line(f"x {one_line(text)} x")


@settings(max_examples=500, deadline=None)
@given(text=st.one_of(MARKDOWN, st.text(max_size=80)))
def test_a_quote_keeps_every_letter(text: str) -> None:
    tokens = blocks(quote(text))
    assert letters("".join(token.content for token in tokens if token.type == "text")) == letters(safe(text))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("One\ntwo\n\nthree", "> One  \n> two\n>\n> three"),
        ("*a* <b> [c](d) `e` R&D &amp;", "> *a* &lt;b> \\[c\\](d) \\`e\\` R&D &amp;amp;"),
        ("# a\n---\n> b", "> \\# a  \n> \\---  \n> \\> b"),
        ("- a\n      - b\n        c", "> - a  \n>      - b  \n>    c"),
    ],
)
def test_what_becomes_of_a_quote(text: str, quoted: str) -> None:
    assert quote(text) == quoted


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("1. a", "1\\. a"),
        ("- a", "\\- a"),
        ("a_b *c* |", "a\\_b \\*c\\* \\|"),
        ("#5", "#5"),
        ("# 5", "\\# 5"),
        ("2025", "2025"),
    ],
)
def test_what_becomes_of_a_line(words: str, escaped: str) -> None:
    assert inline(words) == escaped
