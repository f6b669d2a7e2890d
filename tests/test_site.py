"""The pages as a site: every page has its place, no link is broken, nothing comes from elsewhere."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from docs.console import ROOT
from tests.conftest import need

if TYPE_CHECKING:
    from playwright.sync_api import Page

DOCS = ROOT / "docs"
LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


def placed(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    else:
        for each in nav.values() if isinstance(nav, dict) else nav:
            yield from placed(each)


def test_every_page_has_its_place() -> None:
    named = list(placed(tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"]))
    listed = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}
    assert sorted(named) == sorted(page for page in listed if not re.match(r"decisions/\d", page))


def test_pages_link_to_pages_of_the_site_alone() -> None:
    """A link that leaves docs/ leads nowhere on the site: name the file instead."""
    found = {page: re.findall(r"\]\(((?:\.\./)+[^)#]+)", page.read_text("utf-8")) for page in DOCS.rglob("*.md")}
    leaving = [
        (page.name, target)
        for page, targets in found.items()
        for target in targets
        if not (page.parent / target).resolve().is_relative_to(DOCS)
    ]
    assert leaving == []


class Found(HTMLParser):
    """What a page of the site loads, where it leads, and what in it can be led to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.names: set[str] = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        having = {name: value or "" for name, value in attrs}
        self.loads += [having[LOADS[tag]]] if LOADS.get(tag) in having else []
        self.leads += [having["href"]] if tag == "a" and "href" in having else []
        self.names.add(having.get("id", ""))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Found]:
    """The pages, built by the site's own environment (`just site` makes it)."""
    tool = ROOT / ".venv-site" / "bin" / "zensical"
    builder = str(tool) if tool.exists() else need("zensical")
    top = tmp_path_factory.mktemp("site")
    shutil.copy(ROOT / "zensical.toml", top)
    shutil.copytree(DOCS, top / "docs")
    subprocess.run([builder, "build", "--strict"], cwd=top, check=True, capture_output=True)
    return {page: Found(page) for page in (top / "site").rglob("*.html")}


def is_elsewhere(address: str) -> bool:
    return bool(re.match(r"(?:[a-z]+:)?//", address))


def test_it_is_made_of_every_page(site: dict[Path, Found]) -> None:
    assert len(site) == len(list(DOCS.rglob("*.md"))) + 1  # where nothing is
    assert [page.name for page in site if page.suffix != ".html"] == []


def test_it_loads_nothing_from_elsewhere(site: dict[Path, Found]) -> None:
    assert [address for found in site.values() for address in found.loads if is_elsewhere(address)] == []
    top = next(page for page in site if page.name == "404.html").parent
    styles = "".join(style.read_text("utf-8") for style in top.rglob("*.css"))
    assert re.findall(r"(?:url\(|@import )[\"']?(?:https?:)?//", styles) == []
    assert list(top.rglob("*.py")) == []


def test_its_links_lead_somewhere(site: dict[Path, Found]) -> None:
    broken = []
    for page, found in site.items():
        for address in [*found.leads, *found.loads]:
            file, _, name = unquote(address).partition("#")
            if is_elsewhere(address) or page.name == "404.html":
                continue
            there = (page.parent / file).resolve() if file else page
            if not there.exists() or (name and there in site and name not in site[there].names):
                broken.append((page.name, address))
    assert broken == []


@pytest.mark.needs("chromium")
def test_a_browser_asks_for_nothing_from_elsewhere(site: dict[Path, Found], page: "Page") -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    start = next(place for place in site if place.name == "index.html" and place.parent.name == "site")
    page.goto(start.as_uri())
    page.get_by_role("link", name="Sharing with a mentor").first.click()
    page.get_by_role("heading", name="Make the packet").wait_for()
    assert asked
    assert [address for address in asked if not address.startswith("file://")] == []
