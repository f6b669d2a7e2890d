"""A timeline as HTML and as Markdown."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from syrupy.assertion import SnapshotAssertion

from mentorlog.export import timeline_document
from mentorlog.insights.timeline import Timeline, newest_first, timeline
from mentorlog.insights.year import SummaryOptions
from mentorlog.text import one_line
from tests.conftest import accessibility_faults
from tests.export.pages import Page, faults
from tests.export.test_year_html import Html
from tests.export.test_year_markdown import Markdown
from tests.export.years import ENTRIES, GOALS, TODAY, YEAR

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

EMPTY = timeline((), (), (), total=0, period=None, today=TODAY)


def told(count: int = len(ENTRIES)) -> Timeline:
    return timeline(ENTRIES[:count], GOALS, GOALS, total=len(ENTRIES), period=YEAR, today=TODAY)


def test_html(snapshot: SnapshotAssertion) -> None:
    assert timeline_document.html(told(), SummaryOptions(name="Lan")).encode() == snapshot(extension_class=Html)


def test_markdown(snapshot: SnapshotAssertion) -> None:
    assert timeline_document.markdown(told(), SummaryOptions(name="Lan")).encode() == snapshot(extension_class=Markdown)


@pytest.mark.parametrize("figure", [told(), told(3), newest_first(told()), EMPTY])
def test_it_is_harmless_and_every_id_is_one(figure: Timeline) -> None:
    html = timeline_document.html(figure)
    assert faults(html) == []
    ids = [element.attributes["id"] for element in Page(html).elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_what_belongs_to_an_entry_stands_in_it() -> None:
    found = Page(timeline_document.html(told()))
    session = one_line(found.by_id("e1").text)
    assert "Read the essay" in session
    assert "For goal 2: Ask one question" in session
    assert "Seen again, goal 6" in session
    text = timeline_document.markdown(told())
    assert "> 11 · Action, yours" in text
    assert "> > Read the essay" in text


def test_goals_are_threads_through_the_time() -> None:
    found = Page(timeline_document.html(told()))
    assert "Ask one question in each *review*" in found.by_id("goals").text
    assert "Paused for 5 weeks" in one_line(found.all("main")[0].text)
    assert "- 1 Mar: Paused for 5 weeks" in timeline_document.markdown(told())


def test_it_says_how_much_it_tells_of() -> None:
    assert f"3 of {len(ENTRIES)} entries, oldest first, for yourself." in timeline_document.html(told(3))
    assert "entries, newest first, for yourself." in timeline_document.markdown(newest_first(told()))
    assert "Nothing was found." in timeline_document.html(EMPTY)
    assert timeline_document.markdown(EMPTY) == "# Timeline, 12 March 2026\n\nNothing was found.\n"
    assert date(2026, 3, 12) == TODAY


def test_newest_first_turns_it_round() -> None:
    forth, back = timeline_document.markdown(told()), timeline_document.markdown(newest_first(told()))
    assert forth.index("## January 2025") < forth.index("## December 2025")
    assert back.index("## January 2025") > back.index("## December 2025")


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_finds_it_accessible(page: "Tab", scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_content(timeline_document.html(told()))
    assert accessibility_faults(page) == []
