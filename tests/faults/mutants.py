"""Packets and feedback files as accident or malice makes them: byte by byte, value by value, and those on a list."""

import copy
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from mentorlog.model.packets import MAX_BYTES
from mentorlog.model.serialization import digest_of
from tests.exchange.mutations import mutated

Whole = dict[str, Any]
HOSTILE = "\x1b]0;x\x07[bold]<script>alert(1)</script>\u202e=1+1"
VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1, 2, 2**53, 2**63, 10**400, 1.5, -0.0, "", " ", "x", "x" * 2000, "\0", "\ud800"),
    *("2026-02-30", "9999-12-31", "0001-01-01", "2026-03-12", "23:59+14:00", "2026-03-12T09:00:00+00:00", "music"),
    *("session", "reflection", "goal", "action", "question", "checkin", "feedback", "comment", "created", "done"),
    *("../../x", "/dev/zero", "'; DROP TABLE entries; --", "{0.__class__}", "%n", HOSTILE, "Ánh", "me", "private"),
    *([], {}, [[]], [None], [1], ["x"], [True], [{}], ["x", "x"], {"x": 1}, {"key": "x", "text": "y"}, [1, "x", None]),
    *("0" * 32, "f" * 32, "0" * 64, "F" * 32, "٣" * 32, "mentorlog packet", "mentorlog feedback"),
)
KEYS = ("about", "goals", "with", "owner", "uid", "tender", "visibility", "digest", "events", "answers", "x", "")
WORDS = ("text", "title", "mentee", "by", "name", "owner", "measure", "question", "because")
ADDED = (HOSTILE, "\n# x", " " * 999, "\u0301" * 50, "長" * 200, "[x](javascript:x)", "\t=1", "\U000e0041", "x" * 5000)
DEEP = 100_000
CHUNK = 1024 * 1024


def places(value: object) -> Iterator[tuple[Any, Any]]:
    """Every place in a document: what holds it, and its key or index."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])  # type: ignore[index]


def twisted(document: Whole, chance: Random, foreign: list[Any]) -> bytes:
    """The document after one to three changes of its values; `foreign` are values of other files. Mostly its digests
    fit again, so that only what it says can betray it.
    """
    made = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 2, 3))):
        holder, key = chance.choice(list(places(made)) or [(made, "x")])
        match chance.randrange(8):
            case 6 | 7 if said := [place for place in places(made) if place[1] in WORDS]:
                holder, key = chance.choice(said)
                holder[key] = f"{holder[key]}{chance.choice(ADDED)}"
            case 0 | 1:
                holder[key] = copy.deepcopy(chance.choice(VALUES))
            case 2:
                holder[key] = copy.deepcopy(chance.choice(foreign))
            case 3 if key in holder or isinstance(holder, list):
                del holder[key]
            case 4 if isinstance(holder, list):
                holder += [copy.deepcopy(holder[key])] * chance.choice((1, 1, 2, 50))
            case _ if isinstance(holder, dict):
                holder[chance.choice(KEYS)] = copy.deepcopy(chance.choice((*VALUES, *foreign)))
    return sealed_again(made) if chance.random() < 0.8 else written(made)


def sealed_again(document: Whole) -> bytes:
    """The document with every digest made to fit."""
    entries = document.get("entries")
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and "digest" in entry:
            try:
                entry["digest"] = digest_of(entry)
            except ValueError:
                continue
    return written(document)


def written(document: object) -> bytes:
    try:
        return json.dumps(document, ensure_ascii=False).encode(errors="surrogatepass")
    except ValueError:
        return b"{}"


def mutant(content: bytes, chance: Random, foreign: list[Any]) -> bytes:
    """One file made of a good one: half of those that are JSON are changed value by value, all others byte by byte."""
    if content[:1] == b"{" and chance.random() < 0.5:
        return twisted(json.loads(content), chance, foreign)
    return mutated(content, chance)


# ── Those on a list ──────────────────────────────────────────────────────────────────────────────


def _with(content: bytes, **keys: object) -> bytes:
    return sealed_again({**json.loads(content), **keys})


def _first(content: bytes, **keys: object) -> bytes:
    """The first entry or item says this too."""
    document = json.loads(content)
    held = "entries" if "entries" in document else "items"
    document[held][0] |= keys
    return sealed_again(document)


def _often(content: bytes, times: int) -> bytes:
    """So many entries or items, each with a uid and a number of its own."""
    document = json.loads(content)
    held = "entries" if "entries" in document else "items"
    (one, *_) = document[held]
    made = [{**one, "uid": f"{place:032x}"} for place in range(times)]
    for number, entry in enumerate(made if held == "entries" else (), start=1):
        entry["number"] = number
    for link in ("about", "goals") if held == "entries" else ():
        for entry in made:
            entry.pop(link, None)
    return sealed_again({**document, held: made})


def _raw(content: bytes, value: bytes) -> bytes:
    """The document in which a number is written as these bytes."""
    return content.replace(b'"version": 1', b'"version": ' + value, 1).replace(b'"number": 1', b'"number": ' + value, 1)


def _zip(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("packet.json", content * 1000)
    return made.getvalue()


LISTED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "white space": lambda _: b" \n" * 1000,
    "a byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "UTF-16": lambda content: content.decode().encode("utf-16"),
    "Latin-1": lambda content: content.decode().encode("latin-1", "replace"),
    "no UTF-8": lambda content: content[:-9] + b"\xff" + content[-9:],
    "NUL bytes": lambda content: content + b"\0" * 4096,
    "twice": lambda content: content + content,
    "in a list": lambda content: b"[" + content + b"]",
    "a deep list": lambda _: b"[" * DEEP + b"]" * DEEP,
    "a deep object": lambda _: b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "deep within": lambda content: content.rstrip()[:-1] + b', "x": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "brackets alone": lambda _: b"[" * (MAX_BYTES - 1),
    "commas alone": lambda _: b"[" + b"0," * 2_000_000 + b"0]",
    "a long number": lambda content: _raw(content, b"9" * 5000),
    "a very long number": lambda content: _raw(content, b"9" * 1_000_000),
    "a number without end": lambda content: _raw(content, b"1e999"),
    "NaN": lambda content: _raw(content, b"NaN"),
    "-Infinity": lambda content: _raw(content, b"-Infinity"),
    "a fraction": lambda content: _raw(content, b"1.0"),
    "a truth for a number": lambda content: _raw(content, b"true"),
    "a key twice": lambda content: content.replace(b"{", b'{"version": 1, "version": 1, ', 1),
    "a key twice, escaped": lambda content: content.replace(b"{", b'{"versio\\u006e": 1, ', 1),
    "a lone surrogate": lambda content: _first(content, text="x").replace(b'"x"', b'"\\udc00"'),
    "a newer version": lambda content: _with(content, version=2),
    "a much newer version": lambda content: _with(content, version=10**300, more={"x": []}),
    "version nought": lambda content: _with(content, version=0),
    "a version in words": lambda content: _with(content, version="1"),
    "another format": lambda content: _with(content, format="mentorlog journal"),
    "no format": lambda content: _with(content, format=None),
    "an unknown key": lambda content: _with(content, more="x"),
    "an unknown key within": lambda content: _first(content, more="x"),
    "a prototype": lambda content: _first(content, __class__="x", __proto__={"x": 1}),
    "a reader that is none": lambda content: _with(content, reader="x"),
    "another reader": lambda content: _with(content, reader="f" * 32),
    "a token for a path": lambda content: _with(content, packet="../../../../etc/x"),
    "markup in names": lambda content: _with(content, mentee=HOSTILE, by=HOSTILE, **{"for": HOSTILE}),
    "markup in a text": lambda content: _first(content, text=HOSTILE),
    "a text of 1 MiB": lambda content: _first(content, text="x" * CHUNK),
    "a text over 1 MiB": lambda content: _first(content, text="x" * (CHUNK + 1)),
    "a text that NFC makes longer": lambda content: _first(content, text="\U0001d15e" * 90_000),
    "8 MiB of a text": lambda content: _first(content, text="x" * MAX_BYTES),
    "escapes alone": lambda content: _first(content, text="x").replace(b'"x"', b'"' + b"\\u0041" * 1_300_000 + b'"'),
    "nobody's number": lambda content: _first(content, number=2**53, about=2**53),
    "a number beyond": lambda content: _first(content, number=2**63),
    "about itself": lambda content: _first(content, about=1),
    "no entries": lambda content: _with(content, entries=[], items=[]),
    "1,000 of them": lambda content: _often(content, 1000),
    "10,001 of them": lambda content: _often(content, 10_001),
    "50,000 of them": lambda content: _often(content, 50_000),
    "gzip": gzip.compress,
    "a gzip bomb": lambda _: gzip.compress(bytes(64 * CHUNK)),
    "zip": _zip,
    "a database": lambda _: b"SQLite format 3\0" + bytes(4096),
    "a program": lambda _: b"\x7fELF" + bytes(4096),
    "a page": lambda content: b"<!doctype html><script>" + content,
}
_HEAD = b"age-encryption.org/v1\n"
SEALED: dict[str, Callable[[bytes], bytes]] = {
    "armoured": lambda _: b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n",
    "an age head alone": lambda _: _HEAD,
    "an age version to come": lambda sealed: sealed.replace(b"/v1", b"/v2", 1),
    "age without a stanza": lambda sealed: _HEAD + b"--- " + sealed[-60:],
    "age with 10,000 stanzas": lambda sealed: _HEAD + sealed.split(b"\n", 1)[1][:120] * 10_000 + sealed[len(_HEAD) :],
    "age for a post": lambda _: _HEAD + b"-> ssh-ed25519 x y\nz\n--- w\n" + bytes(64),
    "scrypt and nothing": lambda _: _HEAD + b"-> scrypt \n--- \n",
    "scrypt of absurd work": lambda _: _scrypt(b"63"),
    "scrypt of more work than ours": lambda _: _scrypt(b"21"),
    "scrypt of negative work": lambda _: _scrypt(b"-1"),
    "scrypt of work without end": lambda _: _scrypt(b"9" * 5000),
    "scrypt of work in other digits": lambda _: _scrypt("٢٢".encode()),
    "scrypt of little work": lambda _: _scrypt(b"1"),
    "age of 9 MiB": lambda sealed: sealed + bytes(9 * CHUNK),
}


def _scrypt(work: bytes) -> bytes:
    salt, body = b"A" * 22, b"A" * 43
    return _HEAD + b"-> scrypt " + salt + b" " + work + b"\n" + body + b"\n--- " + b"A" * 43 + b"\n" + bytes(64)
