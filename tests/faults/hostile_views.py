"""Every view over hostile words: no character that could steer a terminal comes out, and what is shown is
what was stored; in a pipe, drawn at a terminal, and as JSON.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from random import Random
from unicodedata import category
from unittest import mock

from mentorlog import text as words_of_text
from mentorlog.text import one_line, safe
from tests.faults.harness import Count, Home, Result, call, empty_folder
from tests.faults.hostile_words import AT_ONCE, EACH, filled, payload

VIEWS = (
    *((), ("timeline", "--all"), ("timeline", "2026"), ("progress", "--all"), ("progress", "2026"), ("search", "q")),
    *(("session", "list"), ("goal", "list", "--status", "all"), ("action", "list", "--status", "all"), ("info",)),
    *(("ask", "--list"), ("area", "list"), ("person", "list"), ("history",), ("history", "1"), ("check",)),
    *(("config", "list"), ("goal", "story", "3"), ("show", f"1..{EACH * AT_ONCE}")),
)
OURS = re.compile(r"\x1b\[[0-9;]*m")
WHOLE = ("show", "goal")  # views that show a text as a whole


def run(tries: int, folder: Path, *, shows_raw: bool = False, seed: int = 1) -> Count:
    """Show `tries` texts in every view; `shows_raw`: nothing is made visible."""
    count, random, home = Count(), Random(seed), Home(folder / "home")
    unsafe = mock.patch.object(words_of_text, "_shown", lambda char: char) if shows_raw else nullcontext()
    with mock.patch.dict(os.environ, home.env(), clear=True), unsafe:
        while count.tries < tries:
            numbers = range(count.tries, min(tries, count.tries + AT_ONCE))
            texts = [payload(number, random) for number in numbers]
            empty_folder(home.folder)
            filled(home.journal, texts)
            for view in VIEWS:
                count.losses += [f"{' '.join(view)}: {wrong}" for wrong in _wrong(view, texts)]
            count.losses += [f"--json: {wrong}" for wrong in _otherwise(texts)]
            count.tries += len(texts)
            count.seen["looks"] += len(texts) * (2 * len(VIEWS) + 1)
    return count


def _wrong(view: tuple[str, ...], texts: list[str]) -> Iterator[str]:
    """What is wrong with a view, in plain lines and drawn."""
    width = "40" if len(texts) % 2 else "100"
    for way, done in (("plain", call(*view)), ("drawn", drawn(width, *view))):
        yield from (f"{way}: {fault} {done.err[-200:]}" for fault in done.faults)
        if done.exit:
            yield f"{way}: exit {done.exit}: {done.err[:200]}"
        odd = {char for char in OURS.sub("", done.out) + done.err if char != "\n" and not is_harmless(char)}
        if odd:
            yield f"{way}: {sorted(map(ascii, odd))} came out"
        if view and view[0] in WHOLE:
            said = squashed(OURS.sub("", done.out))
            shown, form = (texts, safe) if view[0] == "show" else (texts[:1], one_line)
            yield from (f"{way}: not shown as stored: {text!a}" for text in shown if squashed(form(text)) not in said)


def _otherwise(texts: list[str]) -> Iterator[str]:
    """What JSON says otherwise than it was stored."""
    answer = call("timeline", "--all", "--json")
    entries = json.loads(answer.out)["entries"] if not answer.exit else []
    if len(entries) != EACH * len(texts):
        yield f"{len(entries)} entries of {EACH * len(texts)}: {answer.err[:200]}"
    for entry in entries:
        text = texts[(entry["number"] - 1) // EACH]
        if entry["text"] != text or entry["with"] != [one_line_of(text)]:
            yield f"entry {entry['number']} says {entry['text']!a}, stored was {text!a}"
    if odd := {char for char in answer.out if char != "\n" and is_hidden(char)}:
        yield f"{sorted(map(ascii, odd))} came out"


def one_line_of(text: str) -> str:
    return " ".join(text.split())


def squashed(text: str) -> str:
    """The text without white space, which wrapping and indents change."""
    return "".join(text.split())


VISIBLE = (
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # they enclose a number
)


def is_hidden(char: str) -> bool:
    """What a terminal obeys, or shows nothing of."""
    kind = category(char)
    glyphs = range(0x13430, 0x13460)  # they join hieroglyphs
    return kind in ("Cc", "Zl", "Zp", "Cs") or (
        kind == "Cf" and char not in f"{VISIBLE}\u200c\u200d" and ord(char) not in glyphs
    )


def is_harmless(char: str) -> bool:
    """Printable, a space of another width, a joiner, or for private use."""
    return char.isprintable() or char in "\u200c\u200d" or category(char) in ("Zs", "Co")


def drawn(width: str, *words: str) -> Result:
    """One call at a terminal of that width."""
    with mock.patch.dict(os.environ, {"TERM": "xterm-256color", "COLUMNS": width, "LINES": "50"}):
        return call(*words, at_terminal=True)
