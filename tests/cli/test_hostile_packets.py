"""Packets that somebody made with intent: refused with a sentence, or kept where they can do no harm."""

import copy
import json
import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from mentorlog.cli.sharing.mentee_journal import open_mentee_journal
from mentorlog.errors import MentorlogError
from mentorlog.exchange.packets import packet_json, read_packet
from mentorlog.insights.review import with_mentee_as_owner
from mentorlog.insights.timeline import timeline
from mentorlog.model.entries import Reflection
from mentorlog.model.reviews import Mentee, PacketReceipt
from mentorlog.model.serialization import digest_of
from mentorlog.storage.journal import Journal, empty_journal, open_journal
from mentorlog.views.plain.timeline import lines
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.timeline import picture
from tests.conftest import Program
from tests.entries import MEI, NOW, TODAY, examples
from tests.mentees import FIRST, SECOND, uid
from tests.storage.stored_rows import CONTENT, add, dump
from tests.views.test_terminal import HOSTILE, is_harmless

GOOD = json.loads(packet_json(FIRST))
RAW = packet_json(FIRST).encode()
OWN = (*CONTENT, "journal")
THEIRS = ("mentees", "received_packets", "received_entries", "comments", "replies")
values: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(
        [
            *(None, True, False, 0, -1, 1, 2**63, 10**400, 1.5, "", " ", "x", HOSTILE, "x" * 2000, "\u202e", "\0"),
            *("2026-02-30", "9999-12-31", "0001-01-01", "music", "identity", "session", "goal", "feedback", uid(1)),
            *("../../x", "<script>", "'; DROP TABLE entries; --", "Ánh", "me", "private"),
        ]
    )
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "key", "on", "x"]), inner),
    max_leaves=4,
)


def nodes(value: object) -> Iterator[tuple[Any, Any]]:
    """Every place in a document: what holds it, and its key or index."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from nodes(value[key])  # type: ignore[index]


def sealed_again(document: dict[str, Any]) -> bytes:
    """The document with every digest made to fit, so that only what it says can betray it."""
    entries = document.get("entries")
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and "digest" in entry:
            try:
                entry["digest"] = digest_of(entry)
            except ValueError:
                continue
    try:
        return json.dumps(document, ensure_ascii=False).encode()
    except ValueError:
        return b"{}"


def check(journal: Journal, content: bytes) -> bool:
    """Take it in if it can be; whatever comes of it, nothing else changes. Whether it was taken in."""
    own, theirs = dump(journal, OWN), dump(journal, THEIRS)
    arrived: tuple[PacketReceipt, ...] = ()
    with suppress(MentorlogError):
        arrived = journal.import_packets([read_packet(content)], at=NOW)
    assert dump(journal, OWN) == own
    if not arrived:
        assert dump(journal, THEIRS) == theirs
        return False
    assert journal.check().is_intact
    look(journal, arrived[0].mentee)
    journal.undo()
    assert dump(journal, THEIRS) == theirs
    return True


def look(journal: Journal, mentee: Mentee) -> None:
    """Read it in every way that a mentor can."""
    reviews = journal.mentee_queries()
    shown = with_mentee_as_owner(reviews.entries(mentee), mentee)
    with open_mentee_journal(list(shown), reviews.areas(mentee)) as seen:
        entries = seen.entries()
        assert {entry.number for entry in entries} == {one.entry.number for one in shown}
        figure = timeline(entries, seen.goals({4}), (), total=len(entries), period=None, today=TODAY)
        assert seen.tallies().entries == len(entries)
    assert list(lines(figure))
    assert picture(figure, Screen(width=80, has_symbols=True))


@examples(75)
@given(data=st.data())
def test_whatever_it_says_nothing_else_changes(data: st.DataObject) -> None:
    document = copy.deepcopy(GOOD)
    for _ in range(data.draw(st.integers(1, 3))):
        place = list(nodes(document))
        holder, key = data.draw(st.sampled_from(place))
        match data.draw(st.sampled_from(["replace", "replace", "drop", "double", "add"])):
            case "replace":
                holder[key] = data.draw(values)
            case "drop":
                del holder[key]
            case "double" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case _ if isinstance(holder, dict):
                holder[data.draw(st.sampled_from(["about", "goals", "with", "owner", "uid", "tender", "x"]))] = (
                    data.draw(values)
                )
    with empty_journal(NOW) as journal:
        add(journal, Reflection(on=TODAY, text="mine", people=(MEI,)))
        journal.import_packets([read_packet(packet_json(SECOND).encode())], at=NOW)
        check(journal, sealed_again(document))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("with", ["Ánh", "Ánh"]),
        ("with", ["Ánh", "Ánh ", " Ánh"]),
        ("areas", ["identity", "identity"]),
        ("goals", [4, 4]),
        ("about", 4),
        ("time", "23:59+14:00"),
        ("on", "0001-01-01"),
        ("on", "9998-12-31"),
    ],
)
def test_what_a_form_allows_and_no_journal_has(key: str, value: object) -> None:
    document = copy.deepcopy(GOOD)
    document["entries"][0][key] = value
    with empty_journal(NOW) as journal:
        check(journal, sealed_again(document))


@seed(5)
@examples(150)
@given(chance=st.randoms(use_true_random=False))
def test_a_damaged_file_is_refused(chance: random.Random) -> None:
    raw = bytearray(RAW)
    for _ in range(chance.choice([1, 1, 2, 8])):
        place = chance.randrange(len(raw))
        match chance.randrange(4):
            case 0:
                raw[place] ^= 1 << chance.randrange(8)
            case 1:
                del raw[place : place + chance.choice([1, 3, 100])]
            case 2:
                raw[place:place] = raw[place : place + chance.choice([1, 3, 100])]
            case _:
                raw[place:place] = chance.choice([b"\x00", b"[", b"{", b"NaN", b"1e999", b'"', b"\xff", b"9" * 5000])
        raw = raw or bytearray(b" ")
    with empty_journal(NOW) as journal:
        check(journal, bytes(raw))


def test_every_beginning_of_one_is_refused() -> None:
    for end in range(0, len(RAW.rstrip()), 7):
        with pytest.raises(MentorlogError):
            read_packet(RAW[:end])


@pytest.mark.parametrize("words", [HOSTILE, "[bold]x[/bold] [/]", "\x1b]0;x\x07", "\u202egnal"])
def test_its_words_are_shown_and_steer_nothing(words: str, mentorlog: Program) -> None:
    document = copy.deepcopy(GOOD)
    said = words.replace("\r", "").replace("\0", "\x01").strip()
    for entry in document["entries"]:
        entry["text"] = said
        if "with" in entry:
            entry["with"] = ["Ánh \x1b[2J"]
    document["mentee"] = "Lan \x1b[2J\u202e"
    answers = [mentorlog("review", "import", "-", input=sealed_again(document))]
    answers += [
        mentorlog("review", *line)
        for line in (
            ("list",),
            ("timeline", "Lan"),
            ("timeline", "Lan", "--json"),
            ("show", "Lan", "2"),
            ("show", "Lan", "99"),
            ("comment", "Lan", "2", "x"),
            ("reply", "Lan", "--preview"),
            ("reply", "Lan", "--preview", "--json"),
        )
    ]
    answers.append(mentorlog())
    assert [answer.exit for answer in answers] == [0, 0, 0, 0, 0, 3, 0, 0, 0, 0]
    for answer in answers:
        assert [char for char in answer.out + answer.err if char != "\n" and not is_harmless(char)] == []


def test_an_own_journal_knows_nothing_of_them(mentorlog: Program, tmp_path: Path) -> None:
    """No sentinel of a mentee stands in anything that a mentor sees, makes or hands on of their own journal."""
    sentinels = ("grandmothers", "breathe", "Rosa", "project", "music", "Ánh", "Lan", "sekret", "comet")
    mentorlog("reflect", "mine", "--visibility", "public")
    mentorlog("goal", "add", "Lead")
    mentorlog("review", "import", "-", input=RAW)
    mentorlog("review", "comment", "Lan", "1", "comet")
    mentorlog("review", "note", "Lan", "1", "sekret")
    html = tmp_path / "year.html"
    seen = [
        mentorlog(*line)
        for line in (
            ("timeline", "--all"),
            ("timeline", "--all", "--json"),
            ("progress", "--json"),
            ("search", "e", "--json"),
            *((("search", word)) for word in ("grandmothers", "comet", "sekret")),
            ("person", "list", "--json"),
            ("area", "list", "--json"),
            ("goal", "list", "--status", "all"),
            ("action", "list", "--all"),
            ("ask", "--list"),
            ("export", "journal", "--in", "2026"),
            ("export", "year", "-o", str(html)),
            *((("export", "year", "--to", form)) for form in ("md", "json", "csv")),
        )
    ]
    said = "".join(answer.out for answer in seen) + html.read_text("utf-8")
    assert "mine" in said
    assert [word for word in sentinels if word in said] == []


def test_a_great_many_are_read_in_a_moment(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal.db", create_at=NOW) as journal:
        for month in range(1, 25):
            document = copy.deepcopy(GOOD)
            document["packet"] = uid(month)
            journal.import_packets([read_packet(json.dumps(document, ensure_ascii=False).encode())], at=NOW)
        (tally,) = journal.mentee_queries().statuses(datetime.fromisoformat)
        assert (tally.packets, tally.entries, tally.new) == (24, 5, 0)


@pytest.mark.parametrize("opening", [("--key-file", "key.txt"), ("--passphrase-file", "words.txt"), ()])
def test_letters_instead_of_bytes_are_told(opening: tuple[str, ...], mentorlog: Program) -> None:
    done = mentorlog("review", "import", "-", *opening, input=b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n")
    assert (done.exit, "age -d" in done.err) == (4, True)
