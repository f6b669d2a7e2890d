"""mentorlog's own lines, read with distrust: whatever they hold, the answer is items or a sentence."""

import json
import random
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorlog.config import local_time
from mentorlog.errors import NOTHING_IMPORTED, Damaged, InvalidInput, MentorlogError, TooNew
from mentorlog.exchange import validators
from mentorlog.exchange.journal_lines import JournalLinesReader, lines
from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Answer,
    Entry,
    Event,
    EventType,
    Goal,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.people import Person
from mentorlog.storage.journal import Journal, empty_journal
from tests.entries import ANH, IDENTITY, MEI, NETWORKING, NOW, TODAY, examples
from tests.storage.stored_rows import CONTENT, PAST, add, check_digests, dump

Source = dict[str, Any]
UID = "0123456789abcdef" * 2


def written() -> list[Source]:
    """The lines of a journal that holds a little of everything."""
    with empty_journal(NOW) as journal:
        happened = (Event(on=TODAY, what=EventType.CHECKIN, text="well", because="so", percent=20, count=1),)
        add(
            journal,
            Session(on=TODAY, time="18:30+01:00", text="talked", minutes=45, people=(MEI, ANH), areas=(IDENTITY,)),
            Goal(on=TODAY, text="lead", due=TODAY, measure="one", signs=("a",), target=3, events=happened),
            Reflection(
                on=TODAY,
                title="A title",
                text="I led it",
                framework="gibbs",
                answers=(Answer(key="what", question="What?", text="It"),),
                feelings=("proud",),
                areas=(IDENTITY, NETWORKING),
                about=1,
                goals=(2,),
            ),
            Action(on=TODAY, text="ask", owner=MEI, status="done", outcome="worked", told=True, events=happened),
            Question(on=TODAY, text="why", answered_in=3, visibility=Visibility.MENTOR),
        )
        with journal.write("edit", at=NOW) as writing:
            for number in range(1, 6):
                writing.change(writing.entry(number))
            writing.remove(3)
        return [json.loads(line) for line in lines(journal.iter_items())]


WRITTEN = written()
HEAD, AREA, PERSON = WRITTEN[0], WRITTEN[1], WRITTEN[10]
ENTRIES = [source for source in WRITTEN if source["type"] == "entry"]
SESSION, GOAL, REFLECTION, ACTION, QUESTION = ENTRIES


def kind(source: Source) -> str:
    return str(source.get("kind", source["type"]))


def as_line(source: object) -> bytes:
    return json.dumps(source, ensure_ascii=False).encode() + b"\n"


def read(*sources: object) -> list[Item]:
    return list(
        JournalLinesReader().read(source if isinstance(source, bytes) else as_line(source) for source in sources)
    )


def read_entry(source: Source) -> Entry:
    (item,) = read(source)
    assert isinstance(item, ArchivedEntry)
    return item.entry


def test_blank_lines_and_heads_are_nothing() -> None:
    assert read(HEAD, b"\n", b"  \r\n", HEAD) == []


def test_the_least_that_an_entry_needs_is_its_kind_and_day() -> None:
    entry = read_entry({"kind": "reflection", "on": "2026-03-12"})
    assert entry == Reflection(on=TODAY)
    assert (len(entry.uid), entry.written_at, entry.changed_at) == (32, *["1970-01-01T00:00:00+00:00"] * 2)


def test_the_same_line_without_a_uid_is_the_same_entry() -> None:
    source = {"kind": "reflection", "on": "2026-03-12", "text": "I led it"}
    assert read_entry(source).uid == read_entry(dict(source)).uid
    assert read_entry(source).uid != read_entry({**source, "text": "We led it"}).uid


def test_a_goal_without_events_was_created() -> None:
    goal = read_entry({"kind": "goal", "on": "2026-03-12", "text": "lead"})
    assert isinstance(goal, Goal)
    assert goal.events == (Event(on=TODAY, what=EventType.CREATED, text="lead"),)


def test_areas_and_people_may_be_named_without_a_line_of_their_own() -> None:
    source = {"kind": "action", "on": "2026-03-12", "areas": ["identity", "music"], "with": ["Mei"], "owner": "Ánh"}
    action = read_entry(source)
    assert isinstance(action, Action)
    assert [(area.slug, area.name) for area in action.areas] == [("identity", IDENTITY.name), ("music", "music")]
    assert (action.people, action.owner) == ((Person(name="Mei"),), Person(name="Ánh"))


def test_only_actions_and_feedback_are_somebodys() -> None:
    items = read({**ACTION, "owner": "Ánh"}, {**ACTION, "owner": "me"}, {**REFLECTION, "owner": "Ánh"})
    assert [item.document.get("owner") for item in items if isinstance(item, ArchivedEntry)] == ["Ánh", None, None]


def test_names_that_are_written_otherwise_are_kept_as_every_command_keeps_them() -> None:
    entry = read_entry({"kind": "session", "on": "2026-03-12", "with": ["Mei  Chen\n", "A\u0301nh"]})
    assert entry.people == (Person(name="Mei Chen"), Person(name="Ánh"))


def test_areas_and_people_are_read_with_all_they_have() -> None:
    area = {"type": "area", "slug": "music", "name": "Âm nhạc", "about": "Songs", "paused": True}
    person = {"type": "person", "uid": UID, "name": "Mei", "role": "mentor", "rhythm": "5 weeks"}
    assert read(area, person) == [
        Area(slug="music", name="Âm nhạc", about="Songs", is_paused=True),
        Person(name="Mei", role="mentor", rhythm="5 weeks"),
    ]
    assert read({"type": "area", "slug": "music"}) == [Area(slug="music", name="music")]


@pytest.mark.parametrize("entry", ENTRIES, ids=kind)
def test_unknown_keys_are_left_alone(entry: Source) -> None:
    more: Source = {**entry, "new": {"deep": [1, None, 1.5]}}
    assert read_entry(more) == read_entry(entry)


# ── What can't be right ──────────────────────────────────────────────────────────────────────────

WRONG: list[tuple[str, list[object]]] = [
    ("type", [None, 1, [], "", "note"]),
    ("kind", [None, "", "letter", "Session", 1, ["session"]]),
    ("on", [None, "", "today", "2026-02-30", "12.03.2026", 20260312, True, "9999-12-31", "٢٠٢٦-٠٣-١٢"]),
    ("number", [0, -1, True, 1.0, "1", 2**53 + 1, [1], float("inf")]),
    ("uid", ["x", UID.upper(), UID + "0", 7, "g" * 32]),
    ("time", ["25:00", "18:30+99:00", "6pm", "18:30Z", "１８:３０", 1830]),
    ("title", [1, [], {}, False, "\ud800"]),
    ("text", [1, ["text"], "\udfff", True]),
    ("areas", ["identity", [1], [None, "a b"], [""], ["-"], [["identity"]], {"identity": 1}, ["a"] * 10_001]),
    ("with", ["Mei", [1], [""], ["\u200b"], ["x" * 1001], [{"name": "Mei"}]]),
    ("visibility", ["secret", "Private", 1]),
    ("written_at", ["now", "2026-03-12", "2026-13-12T00:00:00+00:00", "0001-01-01T00:00:00+00:00", 1]),
    ("changed_at", ["2026-03-12T00:00:00Z", "2026-03-12T25:00:00+00:00"]),
    ("removed_at", ["2026-03-12T00:00:00", True]),
    ("goals", [2, ["2"], [True], [0], [1.5], "2"]),
    ("about", ["1", True, 0, 1.5, [1]]),
    ("earlier", [{}, [1], [{"at": NOW, "uid": UID, "was": 1}], [{"at": NOW}], [{"uid": UID}]]),
    (
        "earlier",
        [[{"at": "", "uid": UID}], [{"at": NOW, "uid": ""}], [{"at": "2026-99-99T00:00:00+00:00", "uid": UID}]],
    ),
]
WRONG_OF_KIND: list[tuple[Source, str, list[object]]] = [
    (SESSION, "minutes", [0, -5, "45", True, 10_001, 1.5]),
    (REFLECTION, "framework", [1, []]),
    (REFLECTION, "answers", [{}, ["a"], [{"key": 1}], [{"text": "\ud800"}], [None]]),
    (REFLECTION, "feelings", ["proud", [1], [True]]),
    (GOAL, "status", ["open", "done", 1]),
    (GOAL, "due", ["soon", 1, "2026-02-30"]),
    (GOAL, "measure", [1]),
    (GOAL, "signs", ["a", [1]]),
    (GOAL, "target", [0, "3", True]),
    (GOAL, "percent", [-1, 101, "20", 20.5, True]),
    (GOAL, "count", [-1, "1"]),
    (GOAL, "events", [{}, [1], [{}], [{"on": "2026-03-12"}], [{"what": "created"}], [{"on": "x", "what": "created"}]]),
    (GOAL, "events", [[{"on": "2026-03-12", "what": "born"}], [{"on": "2026-03-12", "what": "done", "percent": 101}]]),
    (ACTION, "status", ["active", 1]),
    (ACTION, "owner", [1, "", ["Mei"]]),
    (ACTION, "outcome", ["maybe", 1]),
    (ACTION, "told", ["yes", 1, None]),
    (QUESTION, "answered_in", [0, "3", True]),
    (AREA, "slug", [None, "", "a b", "-", "a/b", 1]),
    (AREA, "name", ["", 1, "x" * 1001]),
    (AREA, "about", [1]),
    (AREA, "paused", ["yes", 1, None]),
    (PERSON, "name", [None, "", 1, "\u200b", "x" * 1001, "\ud800"]),
    (PERSON, "uid", ["x", 1]),
    (PERSON, "role", [1]),
    (HEAD, "version", [None, 0, "1", True, 1.0]),
]
CASES = [
    (source, key, value)
    for source, key, values in [*((SESSION, key, values) for key, values in WRONG), *WRONG_OF_KIND]
    for value in values
]


@pytest.mark.parametrize("place", range(len(CASES)), ids=[f"{place} {case[1]}" for place, case in enumerate(CASES)])
def test_a_value_that_can_not_be_right_is_refused(place: int) -> None:
    source, key, value = CASES[place]
    line = json.dumps({**source, key: value}).encode()  # escaped, so that any character gets through
    with pytest.raises(MentorlogError) as caught:
        read(b"\n", line)
    assert isinstance(caught.value, Damaged | InvalidInput)
    if isinstance(caught.value, Damaged):
        assert caught.value.values["place"] == "Line 2"
    else:
        assert caught.value.safe == NOTHING_IMPORTED


@pytest.mark.parametrize("source", [*ENTRIES, AREA, PERSON, HEAD], ids=kind)
def test_only_what_makes_a_line_what_it_is_may_not_be_missing(source: Source) -> None:
    needed = {"kind", "on", "slug", "version"} | ({"name"} if source is PERSON else set())
    for key in source.keys() - {"type"}:
        less = {name: value for name, value in source.items() if name != key}
        if key in needed:
            with pytest.raises(MentorlogError):
                read(less)
        else:
            read(less)


@pytest.mark.parametrize("entry", ENTRIES, ids=kind)
def test_what_was_earlier_is_checked_as_strictly(entry: Source) -> None:
    was = entry["earlier"][1]["was"]
    wrong: list[Source] = [
        {"kind": "note"},
        {"day": "x"},
        {"number": True},
        {"people": [1]},
        {"owner": 1},
        *([{"events": [1]}] if entry["kind"] in ("goal", "action") else []),
    ]
    for change in [*wrong, {"visibility": "all"}, {"text": 1}, {"about": "1"}]:
        past = [{**entry["earlier"][1], "was": {**was, **change}}]
        with pytest.raises(Damaged):
            read({**entry, "earlier": past})


NOT_JSON = {
    "nothing": b"{",
    "a list": b"[]",
    "a word": b'"entry"',
    "a number": b"7",
    "two objects": b"{}{}",
    "not a number": b'{"kind": NaN}',
    "infinity": b'{"number": -Infinity}',
    "a number of 5,000 digits": b'{"number": ' + b"9" * 5000 + b"}",
    "the same key twice": b'{"kind": "session", "kind": "goal"}',
    "the same key twice, deep": b'{"events": [{"a": 1, "a": 2}]}',
    "deep nesting": b'{"a": ' + b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "no UTF-8": b'{"text": "\xff\xfe"}',
    "a bare surrogate": b'{"kind": "session", "on": "2026-03-12", "text": "\xed\xa0\x80"}',
    "a control character": b'{"text": "\x00"}',
    "noise": random.Random(1).randbytes(999).replace(b"\n", b""),
    "a picture": b"\x89PNG\r\n\x1a\n",
    "a zip": b"PK\x03\x04" + bytes(99),
    "a journal": b"SQLite format 3\x00" + bytes(99),
    "encrypted": b"age-encryption.org/v1\n",
}


@pytest.mark.parametrize("name", NOT_JSON)
def test_what_is_no_line_of_ours_is_refused(name: str) -> None:
    with pytest.raises(Damaged, match=r"unreadable|not-an-object") as caught:
        read(NOT_JSON[name])
    assert caught.value.values == {"place": "Line 1"}


def test_a_line_may_not_be_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validators, "LONGEST_LINE", 100)
    with pytest.raises(Damaged, match="too-long"):
        read(b" " * 99 + b"{}")


def test_what_a_newer_mentorlog_wrote_says_so() -> None:
    with pytest.raises(TooNew):
        read({**HEAD, "version": 2}, {"type": "a new thing"})


def test_a_text_over_the_limit_is_refused_without_repeating_it() -> None:
    with pytest.raises(InvalidInput) as caught:
        read({**SESSION, "text": "secret " * 200_000})
    assert (caught.value.reason, caught.value.values) == ("text-too-long", {"what": "text"})


# ── Mutations ────────────────────────────────────────────────────────────────────────────────────

Path = tuple[str | int, ...]
ODD: list[object] = [
    *(None, True, False, 0, 1, 3, -1, 1.5, 2**53, 2**64, "", " ", "x", "\x00", "\ud800", "a" * 2000, "2026-03-12", NOW),
    *(
        [],
        {},
        [[]],
        [1, 1],
        ["identity"] * 2,
        [None],
        {"on": "2026-03-12", "what": "created"},
        "session",
        "goal",
    ),
    *("me", "Mei", UID, "9999-12-31", "0001-01-01", ["Mei", "Mei"], [2, 2], [99], 99, "9999-12-31T23:59:59+00:00"),
]
json_like = st.sampled_from(ODD) | st.text(max_size=3) | st.integers() | st.floats(allow_nan=False)


def paths(value: object, here: Path = ()) -> list[Path]:
    """Where anything stands in a value."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [here, *(path for key, below in inner for path in paths(below, (*here, key)))]


def mutated(value: Any, path: Path, new: object, *, drops: bool) -> Any:
    if not path:
        return new
    changed: Any = dict(value) if isinstance(value, dict) else list(value)
    if drops and len(path) == 1:
        del changed[path[0]]
    else:
        changed[path[0]] = mutated(changed[path[0]], path[1:], new, drops=drops)
    return changed


def is_taken(journal: Journal, content: list[bytes]) -> bool:
    try:
        journal.import_items(JournalLinesReader().read(content), at=NOW)
    except (Damaged, InvalidInput, TooNew):
        return False
    return True


def check_takes_or_refuses(content: list[bytes]) -> None:
    """Either nothing changes and there is a sentence, or what came can be read, shown and given on."""
    with empty_journal(NOW) as journal:
        before = dump(journal, (*CONTENT, *PAST))
        if not is_taken(journal, content):
            assert dump(journal, (*CONTENT, *PAST)) == before
            return
        check_digests(journal)
        journal.tallies()
        journal.commands()
        given_on = [line.encode() for line in lines(journal.iter_items())]
        with empty_journal(NOW) as other:
            other.import_items(JournalLinesReader().read(given_on), at=NOW)
            assert [line.encode() for line in lines(other.iter_items())] == given_on
        for entry in journal.entries():
            local_time(entry.written_at)
            assert all(local_time(version.command.at) for version in journal.versions(entry.number))
        journal.undo()
        assert dump(journal) == {table: before[table] for table in CONTENT}


@given(data=st.data(), new=json_like, drops=st.booleans())
@examples(150)
def test_a_changed_value_is_taken_or_refused(data: st.DataObject, new: object, drops: bool) -> None:
    place = data.draw(st.integers(0, len(WRITTEN) - 1).filter(lambda place: place == 0 or place >= 9))
    path = data.draw(st.sampled_from(paths(WRITTEN[place])))
    changed = mutated(WRITTEN[place], path, new, drops=drops and bool(path))
    sources = [*WRITTEN[:place], changed, *WRITTEN[place + 1 :]]
    check_takes_or_refuses([json.dumps(source).encode() for source in sources])


@given(place=st.integers(0, 10**6), cut=st.integers(0, 3), noise=st.binary(max_size=3))
@example(place=0, cut=0, noise=b"\xef\xbb\xbf")
@examples(80)
def test_changed_bytes_are_taken_or_refused(place: int, cut: int, noise: bytes) -> None:
    content = b"".join(map(as_line, WRITTEN))
    place %= len(content)
    check_takes_or_refuses((content[:place] + noise + content[place + cut :]).splitlines(keepends=True))


@given(order=st.permutations(WRITTEN))
@examples(30)
def test_lines_in_any_order_are_taken_or_refused(order: list[Source]) -> None:
    check_takes_or_refuses([as_line(source) for source in order])


def test_days_are_read_in_every_iso_form() -> None:
    assert read_entry({**SESSION, "on": "20260312"}).on == date(2026, 3, 12)
