"""The page of a packet in a real browser: on every screen, on paper, without script, and answered by its forms."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.sharing_samples import ANH, write_entries
from tests.conftest import Program, accessibility_faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.needs("chromium")
WIDTHS = [1280, 768, 360]
HOSTILE = "<script>fetch('http://127.0.0.1:9/')</script> ![](http://127.0.0.1:9/a.png) שלום 정체성"
UNBROKEN = "unbroken" * 30
ASKS_THE_WORLD = """async () => {
    const found = [];
    document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
    await fetch("http://127.0.0.1:9/").catch(() => {});
    const picture = new Image();
    picture.src = "http://127.0.0.1:9/a.png";
    const script = document.createElement("script");
    script.textContent = "document.title = 'another'";
    const frame = document.createElement("iframe");
    frame.src = "http://127.0.0.1:9/";
    document.body.append(picture, script, frame);
    navigator.sendBeacon("http://127.0.0.1:9/", "words");
    await new Promise((done) => setTimeout(done, 300));
    return found.sort();
}"""


@pytest.fixture
def html(mentorlog: Program, tmp_path: Path) -> Path:
    """The page of a packet with an entry of nearly every kind; what users wrote is unkind to it."""
    write_entries(mentorlog)
    mentorlog("goal", "checkin", "4", "The plan has my name on it.", "--percent", "40")
    mentorlog("goal", "reword", "4", f"Lead {UNBROKEN}", "--because", "a title is theirs to give")
    mentorlog("action", "add", "Write to Rosa", "--about", "1", "--due", "2026-04-01", "--visibility", "mentor")
    mentorlog("ask", "Where are you really from?", "--with", ANH, "--visibility", "mentor")
    mentorlog("reflect", HOSTILE, "-a", "identity", "--visibility", "mentor")
    mentorlog("reflect", f"# A heading\n\n- a list\n- {UNBROKEN}", "--feeling", "calm", "--visibility", "mentor")
    return page_of(mentorlog, tmp_path)


def page_of(mentorlog: Program, folder: Path) -> Path:
    made = mentorlog("share", "make", "--with", ANH, "-o", str(folder), "--json").json()
    return next(Path(file) for file in made["files"] if file.endswith(".html"))


def opened(tab: "Tab", html: Path) -> list[str]:
    """Open the page; returns what it asks for, this file included."""
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(html.as_uri())
    return requests


def answered(tab: "Tab", number: int, fields: Mapping[str, str], *, asks: bool = False) -> None:
    """Type into the form under an entry."""
    form = tab.locator(f'form[data-number="{number}"]')
    form.locator("summary").first.click()
    if fields.keys() - {"text"}:
        form.get_by_text("Or in four parts").click()
    for name, words in fields.items():
        form.locator(f'[name="{name}"]').fill(words)
    if asks:
        form.get_by_label("It asks something back").check()


def saved(tab: "Tab", folder: Path) -> Path:
    """Press the last button of the page; returns the file that the browser saves."""
    with tab.expect_download() as download:
        tab.locator("#answer button").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_right_on_every_screen(page: "Tab", html: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    requests = opened(page, html)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert accessibility_faults(page) == [], scheme
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert accessibility_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(
        "[...document.querySelectorAll('.typed, .prose')].every((e) => e.scrollWidth <= e.clientWidth)"
    )
    assert requests == [html.as_uri()]


def test_dark_is_dark(page: "Tab", html: Path) -> None:
    opened(page, html)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) != light
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(paper) not in (light, "rgb(23, 22, 20)")


def test_paper_has_the_words_and_no_forms(page: "Tab", html: Path) -> None:
    opened(page, html)
    page.emulate_media(media="print")
    assert not any(form.is_visible() for form in page.locator("form").all())
    assert not page.locator("nav").is_visible()
    articles = page.locator("#timeline article").all()
    assert len(articles) == 7
    assert all(article.is_visible() for article in articles)
    assert page.locator("#answer h2").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_it_is_read_without_script(chromium: "Browser", html: Path) -> None:
    context = chromium.new_context(offline=True, java_script_enabled=False)
    tab = context.new_page()
    opened(tab, html)
    shown = tab.locator("body").inner_text()
    for words in ("Went through the packet.", "I heard myself say we.", "Where are you really from?", "40\u00a0%"):
        assert words in shown
    assert "Sentinel" not in tab.content()
    assert not any(form.is_visible() for form in tab.locator("form").all())
    assert "Write back as you like" in shown
    context.close()


def test_it_can_reach_nobody(page: "Tab", html: Path) -> None:
    opened(page, html)
    failed: list[str | None] = []
    page.on("requestfailed", lambda request: failed.append(request.failure))
    refused = page.evaluate(ASKS_THE_WORLD)
    assert {"connect-src", "img-src", "script-src-elem", "frame-src"} <= set(refused)
    assert page.title() != "another"
    assert set(failed) <= {"csp"}


def test_its_forms_make_a_file_that_comes_in(page: "Tab", html: Path, mentorlog: Program, tmp_path: Path) -> None:
    opened(page, html)
    page.locator("#answer button").click()
    assert page.locator("#said").inner_text() == "There are no words yet."
    answered(page, 1, {"text": "Say I once. 정체성 <b>"})
    answered(page, 2, {"situation": "In the meeting.", "next": "Begin with it."}, asks=True)
    page.get_by_label("Your name").fill("Ánh of the office")
    file = saved(page, tmp_path)
    assert page.locator("#said").inner_text().startswith(f"Saved as {file.name}, 2 answers.")
    done = mentorlog("feedback", "import", str(file))
    assert done.out.startswith('2 answers were added, claimed to be from Ánh (signed "Ánh of the office")')
    entries = mentorlog("feedback", "list", "--json").json()["entries"]
    assert [(one["about"], one["text"], one["asks"]) for one in entries] == [
        (1, "Say I once. 정체성 <b>", False),
        (3, "", True),
    ]
    assert [(one["key"], one["text"]) for one in entries[1]["answers"]] == [
        ("situation", "In the meeting."),
        ("next", "Begin with it."),
    ]


def test_saved_again_it_adds_only_what_is_new(page: "Tab", html: Path, mentorlog: Program, tmp_path: Path) -> None:
    opened(page, html)
    answered(page, 1, {"text": "Once."})
    first = saved(page, tmp_path)
    answered(page, 3, {"text": "And here."})
    (tmp_path / "again").mkdir()
    again = saved(page, tmp_path / "again")
    uids = [[item["uid"] for item in json.loads(file.read_text("utf-8"))["items"]] for file in (first, again)]
    assert uids[1][0] == uids[0][0]
    results = [mentorlog("feedback", "import", str(file), "--json").json() for file in (again, first)]
    assert [(done["added"], done["known"]) for done in results] == [(2, 0), (0, 1)]


def test_it_asks_before_words_are_lost(page: "Tab", html: Path, tmp_path: Path) -> None:
    opened(page, html)
    asked: list[str] = []

    def leave(dialog: "Dialog") -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    answered(page, 1, {"text": "Not saved yet."})
    page.reload()
    assert asked == ["beforeunload"]
    answered(page, 1, {"text": "Saved."})
    saved(page, tmp_path)
    page.reload()
    assert asked == ["beforeunload"]
