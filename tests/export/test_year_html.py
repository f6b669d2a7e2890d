"""The yearly summary as one HTML file: honest, harmless, readable by everybody."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

from mentorlog.export import year_document
from mentorlog.insights.year import YearSummary
from mentorlog.model.entries import Event, EventType, Reflection
from mentorlog.text import one_line
from tests.conftest import accessibility_faults
from tests.entries import examples
from tests.export.pages import Page, faults
from tests.export.samples import crafted
from tests.export.script_samples import WORDS, year_in
from tests.export.test_safe_markdown import HOSTILE
from tests.export.years import (
    ALL,
    ANH,
    AREAS,
    CROWDED,
    EMPTY,
    FISCAL,
    FULL,
    LONG,
    MENTOR,
    NAMED,
    PUBLIC,
    SHORT,
    goal,
    summary_of,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

TAGS = {"chinese": "zh", "japanese": "ja", "korean": "ko", "vietnamese": "vi", "tamil": "ta", "hindi": "hi"} | {
    "arabic": "ar",
    "hebrew": "he",
}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Html(SingleFileSnapshotExtension):
    file_extension = "html"


def seen(summary: YearSummary) -> Page:
    return Page(year_document.html(summary))


@pytest.mark.parametrize("name", ["full", "short", "empty"])
def test_documents(name: str, snapshot: SnapshotAssertion) -> None:
    assert year_document.html(ALL[name]).encode() == snapshot(extension_class=Html)


@pytest.mark.parametrize("name", ALL)
def test_nothing_in_it_can_do_anything(name: str) -> None:
    html = year_document.html(ALL[name])
    assert faults(html) == []
    policies = [meta.attributes["content"] for meta in Page(html).all("meta") if "http-equiv" in meta.attributes]
    assert policies == [POLICY]


@pytest.mark.parametrize("name", ALL)
def test_every_link_leads_somewhere_and_every_id_is_one(name: str) -> None:
    found = seen(ALL[name])
    ids = [element.attributes["id"] for element in found.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    hrefs = [link.attributes["href"] for link in found.all("a")]
    assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert year_document.html(FULL) == year_document.html(replace(FULL))


# What it counts


@pytest.mark.parametrize("name", ALL)
def test_the_numbers_are_those_of_the_figures(name: str) -> None:
    found, year = seen(ALL[name]), ALL[name]
    tables = {table.attributes.get("class", "quiet").split()[0]: table.text.split("\n") for table in found.all("table")}
    days = [str(tally.entries) for tally in year.progress.days]
    months = [str(tally.entries) for tally in year.progress.months] if year.entries else []
    assert [cell.text for cell in found.all("td")][: len(days) + len(months)] == [*days, *months]
    bars = [span.text for bar in found.all("div") if bar.attributes.get("class") == "bar" for span in [bar]]
    met = [str(len(each.sessions)) for each in year.meetings if each.sessions]
    assert bars == [*met, *(str(chapter.tally.entries) for chapter in year.chapters)]
    assert ("matrix" in tables) == (len(year.together) > 1)
    assert sum(element.attributes.get("class") == "entry row" for element in found.all("article")) == len(year.entries)


def test_areas_month_by_month_add_up_to_each_area() -> None:
    counts = [int(cell.text) for cell in seen(FULL).all("td") if cell.attributes.get("class") == "month"]
    rows = [counts[start : start + 12] for start in range(0, len(counts), 12)]
    assert [sum(row) for row in rows] == [chapter.tally.entries for chapter in FULL.chapters]


def test_no_shares() -> None:
    text = Page(year_document.html(FULL).replace("10\N{NO-BREAK SPACE}%", "").replace("60\N{NO-BREAK SPACE}%", ""))
    assert "%" not in text.all("body")[0].text


def test_the_opening_says_the_counts_in_words() -> None:
    opening = next(p.text for p in seen(FULL).all("p") if p.attributes.get("class") == "opening")
    assert opening.startswith(
        "37 entries from 6 January to 1 December 2025: 17 reflections, 3 sessions of 1 hour 15 minutes together, "
        "5 actions, 4 goals, 3 questions, 3 check-ins and 2 pieces of feedback. They touch growth (16), "
        "identity (7) and coping (3) most."
    ), opening
    assert "Goals at the end: 2 active, 1 reached, 1 paused and 1 dropped." in opening
    assert opening.endswith("Nothing was written in Q3 2025.")


# What it says


def test_every_quarter_is_named_and_an_empty_one_said_plainly() -> None:
    quarters = [article.text for article in seen(FULL).all("article") if article.attributes.get("class") == "quarter"]
    assert [text.split(",")[0].strip() for text in quarters] == ["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"]
    assert "Nothing was written." in quarters[2]
    assert "12 of the 16 moments stand here, evenly chosen; all are below." in quarters[1]
    assert "Dropped · goal 7" in quarters[2]


def test_a_goal_is_told_with_its_reasons_up_to_the_end_of_the_period() -> None:
    text = one_line(seen(FULL).by_id("g2").text)
    assert "active · 60 % · due 30 June 2026" in text
    assert "Set as “Speak up | more”" in text
    assert "Reworded from “Speak up | more” to “Ask one question in each *review*”, because “Noise.”" in text
    assert "Paused for 5 weeks, because “<b>my</b> father's operation”" in text
    assert "After the year." not in text
    assert "Seen again" in seen(FULL).by_id("g6").text
    assert "Checked in, 2 of 5" in seen(FULL).by_id("g5").text
    assert "reached · 2 of 5" in seen(FULL).by_id("e5").text


def test_actions_tell_what_became_of_them() -> None:
    text = one_line(seen(FULL).by_id("actions").text)
    assert "5 actions. 1 of them was reported back. Tried, and it worked 1" in text
    assert "11 Jan Read the essay yours · done 2 Feb, worked, reported back · 11, from 1 Slept after it." in text
    assert "@introduce me Nguyễn Thị Ánh · due 13 Mar · 12, from 1" in text
    assert "Dropped 1 13 Jan Map course yours · dropped 4 Mar, did not work · 13 It is full." in text


def test_questions_still_open_are_those() -> None:
    text = seen(FULL).by_id("questions").text
    assert "你吃了吗？" in text
    assert "from?" not in text


def test_a_paused_area_is_never_a_lack() -> None:
    assert "paused by you" in seen(FULL).by_id("glance").text
    assert "No entry touches intersectionality, role-modeling or advocacy." in seen(FULL).by_id("glance").text
    assert "community" not in seen(SHORT).by_id("glance").text


def test_an_empty_period() -> None:
    text = seen(EMPTY).all("body")[0].text
    assert "Nothing was written." in text
    assert [h2.text for h2 in seen(EMPTY).all("h2")] == ["The quarter"]


def test_a_period_over_years_stands_in_rows_of_twelve_months() -> None:
    captions = [caption.text for caption in seen(LONG).all("caption")]
    assert captions[1:3] == [
        "Entries by month, July 2024 to June 2025",
        "Entries by month, July 2025 to March 2026",
    ]
    assert "1 July 2024 to 12 March 2026" in seen(LONG).all("h1")[0].text


def test_a_long_text_is_quoted_by_its_beginning_and_stands_in_full_below() -> None:
    quotes = [one_line(quote.text) for quote in seen(CROWDED).all("blockquote")]
    assert all(quote.endswith("…") for quote in quotes)
    assert "Long ago, " * 59 + "Long ago," in seen(CROWDED).by_id("e1").text


def test_areas_that_came_together_stand_in_a_matrix() -> None:
    (matrix,) = [table for table in seen(FULL).all("table") if table.attributes.get("class") == "matrix"]
    counts = [cell.text for cell in seen(FULL).all("td") if cell.attributes.get("class", "") in ("self", "l5", "l0")]
    assert matrix.text.count("16") == 1
    assert counts[:3] == ["16", "1", "0"]


def test_what_goes_on_stands_at_the_end() -> None:
    text = one_line(seen(FULL).by_id("next").text)
    assert "due 30 Jun 2026 Ask one question in each *review* active · 60 % · due 30 June 2026 · 2" in text
    assert "due 13 Mar @introduce me Nguyễn Thị Ánh · 12" in text
    assert "Be made team lead" not in text


def test_people_are_told_by_what_stands_here_of_them() -> None:
    text = one_line(seen(FULL).by_id("people").text)
    assert "Named in 4 entries, which touch identity, 台所 & <stove> and networking most" in text
    assert "most; gave feedback in 1 entry." in text


def test_check_ins_stand_side_by_side_and_are_never_summed() -> None:
    chapters = [one_line(article.text) for article in seen(FULL).all("article") if "Cultural id" in article.text]
    assert "1 Oct At the time, 4 of 5 · 43 I say my name at the door. Looking back, 2 of 5" in chapters[0]
    assert "I thought I had to explain." in chapters[0]


def test_feedback_is_told_with_what_it_is_about() -> None:
    text = one_line(seen(FULL).by_id("feedback").text)
    assert "Nguyễn Thị Ánh4 Oct · 47, about 9 Say <I> once." in text
    assert "5 Oct · 48 I saw." in text


def test_a_year_may_begin_in_any_month() -> None:
    text = one_line(seen(FISCAL).all("body")[0].text)
    assert "A record of mentorship with Mie 美恵 2025/26 1 May 2025 to 30 April 2026." in text
    assert "Only what is with Mie 美恵." in text
    assert "and 2 entries that you left out by hand" in text
    assert "Q1 2025/26, May to July" in text
    assert "Q4 2025/26, February to April" in text


def test_what_is_to_come_is_said_in_one_sentence() -> None:
    summary = replace(SHORT, quarters=FULL.quarters, made_on=date(2025, 2, 28))
    empty = replace(summary, quarters=tuple(replace(each, entries=()) for each in FULL.quarters))
    text = one_line(seen(empty).by_id("quarters").text)
    assert text.endswith(
        "Q1 2025, January to March Nothing was written. Q2 2025, Q3 2025 and Q4 2025 are still to come."
    )


def test_names_in_the_opening_lead_to_what_is_told_of_them() -> None:
    opening = next(p for p in seen(FULL).all("p") if p.attributes.get("class") == "opening")
    found = {link.text: link.attributes["href"] for link in seen(FULL).all("a") if link.text in opening.text}
    assert found["growth"] == "#a1"
    assert found["Nguyễn Thị Ánh"] == "#p1"


def test_what_leads_two_ways_leads_nowhere() -> None:
    twin = replace(FULL.meetings[0], person=replace(ANH, name="growth"))
    opening = year_document.html(replace(FULL, meetings=(twin,))).partition('class="opening">')[2].partition("</p>")[0]
    assert "<bdi>growth</bdi>" in opening
    assert 'href="#a1"' not in opening


def test_areas_together_name_their_entries() -> None:
    korean = year_in("korean")
    pair = korean.together[0]
    assert f"all: {', '.join(str(entry.number) for entry in pair.entries)}" in seen(korean).by_id("glance").text
    assert "Less often" not in seen(korean).by_id("glance").text
    assert "Less often" in seen(CROWDED).by_id("glance").text


def test_many_months_can_be_leapt_to() -> None:
    many = tuple(Reflection(number=n, on=date(2025, 1 + n // 11, 3), text="One") for n in range(1, 122))
    found = seen(summary_of(many))
    leaps = next(ul for ul in found.all("ul") if ul.attributes.get("class") == "aside leap")
    assert one_line(leaps.text).startswith("January 2025 10 February 2025 11 March 2025 11")
    assert found.by_id("m2025-11").text == "November 2025"


def test_what_is_to_come_is_no_gap() -> None:
    text = one_line(Page(year_document.html(replace(FULL, made_on=date(2025, 6, 30)))).all("body")[0].text)
    assert "Q3 2025, July to September Still to come." in text
    assert "Nothing was written in" not in text


def test_only_a_long_appendix_begins_on_a_page_of_its_own() -> None:
    assert seen(FULL).by_id("entries").attributes["class"] == "apart"
    assert "class" not in seen(SHORT).by_id("entries").attributes


def test_many_goals_of_an_area_fold_away() -> None:
    many = tuple(
        goal(n, f"Goal {n}", Event(on=date(2025, 2, 3), what=EventType.CREATED), areas=AREAS[:1]) for n in range(1, 14)
    )
    assert "All 13 goals" in seen(summary_of(many, many)).by_id("a1").text


def test_many_entries_fold_away() -> None:
    many = tuple(Reflection(number=n, on=date(2025, 2, 3), text="One", areas=AREAS[:1]) for n in range(1, 62))
    assert "All 61" in seen(summary_of(many)).by_id("a1").text


# For whom it is


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (FULL, "For yourself: everything that was written in this period, private entries too."),
        (MENTOR, "For a mentor: the entries that were chosen for a mentor to read. Every number counts these alone."),
        (PUBLIC, "For anyone: the entries that were made public. Every number counts these alone."),
        (NAMED, "For Ánh <b>: the entries that were chosen for a mentor to read, with this mentor or with nobody."),
    ],
)
def test_it_names_its_reader(summary: YearSummary, line: str) -> None:
    assert line in seen(summary).all("header")[0].text


def test_another_reader_learns_nothing_of_what_is_not_in_it() -> None:
    text = seen(MENTOR).all("body")[0].text
    for private in ("yourself", "yours", "Nothing was written", "paused by you", "No entry touches", "4 weeks", "דודה"):
        assert private not in text
    assert "mentor may read" not in text
    assert "900" not in text
    assert "901" not in text
    assert "Action, Lan" in text
    assert "Action, the mentee" in seen(PUBLIC).all("body")[0].text
    assert "Nothing in this document." in text
    assert {"900", "901"} <= set(seen(FULL).by_id("e10").text.replace(",", " ").split())


# Whatever the user wrote


@pytest.mark.parametrize("text", [*HOSTILE, "\u202e\x1b[31m\x00\x9b", "{{ 7 * 7 }}{% raw %}", "\u2068<b>\u2069"])
def test_hostile_text_does_nothing(text: str) -> None:
    assert faults(year_document.html(crafted(text))) == []


@examples(150)
@given(text=st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
def test_any_text_is_shown_as_it_was_stored(text: str) -> None:
    html = year_document.html(crafted(text))
    assert faults(html) == []
    found = Page(html)
    titles = [p.text for p in found.all("p") if p.attributes.get("class") == "title"]
    assert titles == [one_line(text)]
    assert found.by_id("g3-h").text == one_line(text)
    assert not {char for char in html if (char < " " and char != "\n") or "\x7f" <= char <= "\x9f"}


# In every script


@pytest.mark.parametrize("tongue", WORDS)
def test_a_year_in_another_script_is_marked_and_whole(tongue: str) -> None:
    html = year_document.html(year_in(tongue))
    found, words = Page(html), WORDS[tongue]
    assert faults(html) == []
    text = one_line(found.all("body")[0].text)
    assert [said for said in ("said", "answered", "asked", "deed") if one_line(words[said]) not in text] == []
    tag, direction = TAGS[tongue], "rtl" if tongue in ("arabic", "hebrew") else "auto"
    (aim,) = [h3 for h3 in found.all("h3") if h3.text == words["aim"]]
    assert (aim.attributes["lang"], aim.attributes["dir"]) == (tag, direction)
    spoken = {bdi.text: bdi.attributes.get("lang", "") for bdi in found.all("bdi")}
    assert spoken[words["area"]]
    assert "**" not in one_line(found.by_id("quarters").text)


# In a real browser


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(("name", "scheme"), [("full", "light"), ("short", "dark"), ("empty", "light")])
def test_a_browser_finds_it_accessible(page: "Tab", name: str, scheme: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_content(year_document.html(ALL[name]))
    assert accessibility_faults(page) == []
    assert requests == []


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("tongue", WORDS)
def test_a_browser_finds_every_script_accessible_and_asks_for_nothing(page: "Tab", tongue: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.set_viewport_size({"width": 375, "height": 800})
    page.set_content(year_document.html(year_in(tongue)))
    assert accessibility_faults(page) == []
    assert requests == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("name", ["full", "long"])
@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_it_never_scrolls_sideways(page: "Tab", name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(year_document.html(ALL[name]))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
