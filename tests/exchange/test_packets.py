"""Packets, read with distrust: what is written is read back, and nothing else is."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from mentorlog.errors import Damaged, TooNew
from mentorlog.exchange.packets import packet_json, read_packet
from mentorlog.model.entries import Entry
from mentorlog.model.enums import Visibility
from mentorlog.model.packets import MAX_BYTES
from mentorlog.model.serialization import digest_of
from tests.entries import examples
from tests.exchange.packet_samples import EVERY, document, linked, packet

Whole = dict[str, Any]
Change = Callable[[Whole], object]


def test_every_kind_is_read_back() -> None:
    made, read = packet(), read_packet(document())
    assert [one.digest for one in read.entries] == [one.digest for one in made.entries]
    assert [type(one.entry) for one in read.entries] == [type(entry) for entry in EVERY]
    assert (read.name, read.mentee, read.addressee, read.made_on) == ("7f3a", "Linh", "Ánh", made.made_on)
    assert [area.slug for area in read.areas] == ["identity", "reading-家"]
    assert {one.entry.visibility for one in read.entries} == {Visibility.MENTOR}
    assert b"former-name" not in document()
    assert b"ffffffff" not in document()  # the packet that a feedback answered is nobody else's business


@given(linked())
@examples(60)
def test_what_is_written_is_read_back(entries: tuple[Entry, ...]) -> None:
    read = read_packet(document(entries))
    again = packet(entries)
    assert [(one.entry.number, one.entry.uid, one.digest) for one in read.entries] == [
        (one.entry.number, one.entry.uid, one.digest) for one in again.entries
    ]
    for one, made in zip(read.entries, again.entries, strict=True):
        assert (one.entry.text, one.entry.on, one.entry.about) == (made.entry.text, made.entry.on, made.entry.about)
    assert packet_json(again).encode() == document(entries)


def changed(change: Change, *, digests: bool = True) -> bytes:
    """The document after a change, its digests made right again."""
    whole = json.loads(document())
    change(whole)
    if digests:
        for entry in whole["entries"]:
            if isinstance(entry, dict) and "digest" in entry:
                entry["digest"] = digest_of(entry)
    return json.dumps(whole).encode()


def put(key: str, value: object, at: int | None = None) -> Change:
    def change(whole: Whole) -> None:
        (whole if at is None else whole["entries"][at])[key] = value

    return change


def drop(key: str, at: int | None = None) -> Change:
    return lambda whole: (whole if at is None else whole["entries"][at]).pop(key)


WRONG: dict[str, Change] = {
    "no entries": put("entries", []),
    "entries are no list": put("entries", {}),
    "an entry is no object": lambda whole: whole["entries"].append(1),
    "an unknown key": put("more", 1),
    "an unknown key in an entry": put("more", 1, 0),
    "a key of another kind": put("minutes", 5, 1),
    "an unknown key in an answer": lambda whole: whole["entries"][1]["answers"][0].update(more=1),
    "an unknown key in an event": lambda whole: whole["entries"][2]["events"][0].update(more=1),
    "an unknown key in an area": lambda whole: whole["areas"][0].update(about="x"),
    "no token": drop("packet"),
    "a token of another form": put("packet", "XYZ"),
    "no reader": drop("reader"),
    "no mentee": drop("mentee"),
    "an empty name": put("mentee", " "),
    "a name that is a number": put("for", 5),
    "no day": drop("made_on"),
    "a day that is none": put("made_on", "2026-02-30"),
    "the last of all days": put("made_on", "9999-12-31"),
    "an area twice": lambda whole: whole["areas"].append(whole["areas"][0]),
    "an area without a slug": lambda whole: whole["areas"][0].pop("slug"),
    "an area that is not in the packet": put("areas", ["coping"], 0),
    "no kind": drop("kind", 0),
    "a kind that is none": put("kind", "poem", 0),
    "a kind that is a list": put("kind", ["goal"], 0),
    "no number": drop("number", 0),
    "true for a number": put("number", True, 0),
    "a number of many digits": put("number", 10**400, 0),
    "a fraction": put("minutes", 4.5, 0),
    "a number twice": put("number", 2, 0),
    "no uid": drop("uid", 0),
    "a uid twice": lambda whole: whole["entries"][0].update(uid=whole["entries"][1]["uid"]),
    "no digest": drop("digest", 0),
    "something that says nothing": put("title", "", 0),
    "false where nothing is said": put("told", False, 3),
    "null": put("title", None, 0),
    "a title of 1,001 characters": put("title", "x" * 1001, 0),
    "a text of more than a MiB": put("text", "x" * (1024 * 1024 + 1), 0),
    "a lone surrogate": put("text", "\ud800", 0),
    "about what is not there": put("about", 99, 1),
    "about itself": put("about", 2, 1),
    "a goal that is none": put("goals", [1], 1),
    "a goal that is not there": put("goals", [99], 1),
    "answered in what is not there": put("answered_in", 99, 5),
    "an outcome that is none": put("outcome", "perhaps", 3),
    "a percent over a hundred": put("percent", 101, 2),
    "a name in an entry that is empty": put("with", [" "], 0),
    "a time that is none": put("time", "25:00", 0),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_can_not_be_right_is_damage(what: str) -> None:
    with pytest.raises(Damaged):
        read_packet(changed(WRONG[what], digests=what not in ("no digest", "a lone surrogate")))


def test_a_changed_word_is_damage() -> None:
    with pytest.raises(Damaged, match="bad-sent-value") as error:
        read_packet(document().replace(b"We met.", b"We fed."))
    assert error.value.values["key"] == "digest"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"format": "mentorlog feedback", "version": 1}',
        b'{"format": "mentorlog packet"}',
        b'{"format": "mentorlog packet", "version": true}',
        b'{"format": "mentorlog packet", "version": 0}',
        b'{"format": "mentorlog packet", "version": 1, "version": 1}',
        b'{"format": "mentorlog packet", "version": NaN}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 400_000,
        b" " * (MAX_BYTES + 1),
        b"\xff\xfe{\x00}\x00",
        b"\xef\xbb\xbf{}",
        b"\x1f\x8b\x08\x00" + b"\x00" * 100,
        b'{"version": ' + b"9" * 5_000 + b"}",
    ],
    ids=range(18),
)
def test_no_packet_at_all(content: bytes) -> None:
    with pytest.raises(Damaged):
        read_packet(content)


def test_a_later_version_is_known_before_anything_else() -> None:
    with pytest.raises(TooNew):
        read_packet(b'{"format": "mentorlog packet", "version": 2, "anything": [null]}')
