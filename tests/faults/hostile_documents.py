"""Every document that leaves, over hostile words: no script, no event handler, no address but http, https and
mailto, nothing that is loaded, no formula, no character that could steer a terminal; nothing of it missing in
the forms that lose nothing.
"""

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from random import Random
from unittest import mock

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.export.pages import Page, faults
from tests.faults.harness import Count, Home, Result, call, empty_folder
from tests.faults.hostile_views import is_hidden
from tests.faults.hostile_words import AT_ONCE, EACH, filled, own_word, payload

POLICY = "default-src 'none'"
FORMULA = "=+-@＝＋－＠\t\r\0"
HARMFUL = ("html_block", "html_inline", "image", "fence", "code_block")
Judge = Callable[[str, list[str]], Iterator[str]]


def html(said: str, texts: list[str]) -> Iterator[str]:
    try:
        page = Page(said)
        yield from faults(said)
    except (AssertionError, IndexError) as error:
        yield f"it is not well formed: {error}"
        return
    policies = [meta.attributes for meta in page.all("meta") if "http-equiv" in meta.attributes]
    if not any(POLICY in policy.get("content", "") for policy in policies):
        yield "it has no policy"
    yield from _missing(page, texts)


def _missing(page: Page, texts: list[str]) -> Iterator[str]:
    """Whose own word is nowhere to be read."""
    body = page.all("body")[0].text
    yield from (f"{own} is missing" for own in map(own_word, texts) if own not in body)


def markdown(said: str, texts: list[str]) -> Iterator[str]:
    tokens = [
        token
        for block in MarkdownIt("commonmark", {"html": True}).enable("table").parse(said)
        for token in [block, *(block.children or [])]
    ]
    owned = [own_word(text) for text in texts]
    yield from {f"{token.type} in it" for token in tokens if token.type in HARMFUL and not _is_calendar(token, owned)}
    for token in tokens:
        target = str(token.attrs.get("href", "#"))
        if not target.startswith(("#", "https://", "http://", "mailto:")):
            yield f"it links to {target!a}"
    whole = "".join(token.content for token in tokens if token.type == "text")
    yield from (f"{own} is missing" for own in map(own_word, texts) if own not in whole)


def _is_calendar(token: Token, owned: list[str]) -> bool:
    """The one fence of the document's own, with no word of anybody in it."""
    return token.type == "fence" and token.info == "text" and not any(own in token.content for own in owned)


def table(said: str, texts: list[str]) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(said, newline="")))
    if len(rows) != 1 + EACH * len(texts) or len({len(row) for row in rows}) != 1:
        yield f"it has {len(rows)} rows"
    cells = [cell for row in rows for cell in row if cell]
    yield from (f"a formula: {cell[:40]!a}" for cell in cells if cell.lstrip(" \n")[:1] in FORMULA)


def whole(said: str, texts: list[str]) -> Iterator[str]:
    """JSON: every text is in it as it was stored."""
    strings = set(_strings(json.loads(said)))
    yield from (f"not as stored: {text!a}" for text in texts if text not in strings)


def lines(said: str, texts: list[str]) -> Iterator[str]:
    strings = {string for line in said.splitlines() for string in _strings(json.loads(line))}
    yield from (f"not as stored: {text!a}" for text in texts if text not in strings)


DOCUMENTS: dict[tuple[str, ...], Judge] = {
    ("export", "year", "2026", "--to", "html", "-o", "-"): html,
    ("export", "year", "2026", "--to", "md", "-o", "-"): markdown,
    ("export", "year", "2026", "--to", "csv", "-o", "-"): table,
    ("export", "year", "2026", "--to", "json", "-o", "-"): whole,
    ("export", "journal"): lines,
}


def run(tries: int, folder: Path, *, trusts: str = "", seed: int = 1) -> Count:
    """Hand on `tries` texts in every document; `trusts` is a form ("html", "csv") that takes them as they are."""
    count, random, home = Count(), Random(seed), Home(folder / "home")
    with mock.patch.dict(os.environ, home.env(), clear=True), _trusting(trusts):
        while count.tries < tries and not (trusts and count.losses):
            texts = [payload(number, random) for number in range(count.tries, min(tries, count.tries + AT_ONCE))]
            empty_folder(home.folder)
            filled(home.journal, texts)
            for words, judge in DOCUMENTS.items():
                count.losses += [f"{' '.join(words)}: {wrong}" for wrong in _wrong(call(*words), judge, texts)]
                count.seen["documents"] += 1
            count.tries += len(texts)
    return count


def _wrong(done: Result, judge: Judge, texts: list[str]) -> list[str]:
    wrong = [f"{fault}: {done.err[-200:]}" for fault in done.faults]
    if done.exit:
        return [*wrong, f"exit {done.exit}: {done.err[:200]}"]
    odd = {char for char in done.out if char not in "\r\n" and is_hidden(char)}
    return [*wrong, *([f"{sorted(map(ascii, odd))} in it"] if odd else []), *judge(done.out, texts)]


def _trusting(form: str) -> "mock._patch[object] | nullcontext[None]":
    if form == "html":
        return mock.patch("markdown_it.renderer.escapeHtml", lambda text: text)
    return mock.patch("mentorlog.export.year_csv._escape_formula", lambda value: value) if form else nullcontext()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
