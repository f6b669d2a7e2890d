"""The JSON forms: exactly the keys that are documented."""

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.dates import Period
from mentorlog.insights.goal_story import goal_story
from mentorlog.insights.home import Home
from mentorlog.insights.listing import Detail, Listing
from mentorlog.insights.timeline import newest_first, timeline
from mentorlog.model.entries import ENTRY_CLASSES, Checkin, Entry, Feedback, Kind
from mentorlog.model.history import CommandRecord, Version
from mentorlog.model.json_form import UNSAFE, Keys, entry_keys, escape_unsafe, json_text, period_keys
from mentorlog.model.reports import Backup
from mentorlog.model.tallies import LastMeeting, PersonTally
from mentorlog.views.json.figures import (
    detail_keys,
    goal_story_keys,
    home_keys,
    listing_keys,
    progress_keys,
    timeline_keys,
)
from mentorlog.views.json.records import backup_keys
from mentorlog.views.lists import entries, journal, maintenance
from tests.export.years import ANH, AREAS, ENTRIES, FULL, MIE, QUESTIONS, TODAY, YEAR, area_tally

SHARED = "number uid kind on time title text areas with visibility tender written_at"
EVENT = "on what because percent count text"
OWN = {
    Kind.SESSION: "minutes goals",
    Kind.REFLECTION: "about goals framework answers feelings",
    Kind.GOAL: "status due measure percent target count signs events framework answers",
    Kind.ACTION: "owner due status outcome told about goals events",
    Kind.QUESTION: "status answered_in",
    Kind.CHECKIN: "about rating then_rating then_words",
    Kind.FEEDBACK: "by about packet asks framework answers",
}


def entry(number: int) -> Keys:
    return entry_keys(next(entry for entry in ENTRIES if entry.number == number))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind}-{entry.number}")
def test_an_entry_has_the_keys_of_its_kind(entry: Entry) -> None:
    assert list(entry_keys(entry)) == f"{SHARED} {OWN[entry.kind]}".split()


@pytest.mark.parametrize(
    "record", [record(on=TODAY) for record in ENTRY_CLASSES.values()], ids=[str(kind) for kind in ENTRY_CLASSES]
)
def test_what_is_missing_is_empty_text_an_empty_list_or_null(record: Entry) -> None:
    found = entry_keys(record)
    texts = (
        "time",
        "title",
        "text",
        "uid",
        "written_at",
        "framework",
        "measure",
        "outcome",
        "then_words",
        "by",
        "packet",
    )
    lists = ("areas", "with", "goals", "answers", "feelings", "signs", "events")
    absent = ("minutes", "about", "due", "percent", "target", "count", "answered_in", "rating", "then_rating")
    assert all(found[key] == "" for key in texts if key in found)
    assert all(found[key] == [] for key in lists if key in found)
    assert all(found[key] is None for key in absent if key in found)


def test_a_session() -> None:
    assert entry(1) == {
        "number": 1,
        "uid": "u1",
        "kind": "session",
        "on": "2025-01-06",
        "time": "18:30+01:00",
        "title": "First & <i>last</i>",
        "text": "We met.",
        "areas": ["identity", "validation"],
        "with": ["Nguyễn Thị Ánh"],
        "visibility": "mentor",
        "tender": False,
        "written_at": "2025-01-06T17:45:00",
        "minutes": 50,
        "goals": [],
    }


def test_an_action_says_whose_it_is() -> None:
    assert (entry(11)["owner"], entry(12)["owner"]) == ("me", "Nguyễn Thị Ánh")
    assert (entry(11)["outcome"], entry(11)["told"], entry(12)["due"]) == ("worked", True, "2025-03-13")


def test_a_goal_tells_its_events() -> None:
    events = entry_keys(QUESTIONS)["events"]
    assert isinstance(events, list)
    assert [list(event) for event in events] == [EVENT.split()] * 7
    assert events[2] == {
        "on": "2025-02-03",
        "what": "reworded",
        "because": "Noise.",
        "percent": None,
        "count": None,
        "text": "Ask one question in each *review*",
    }


def test_answers_and_a_question() -> None:
    assert entry(10)["answers"] == [
        {"key": "what", "question": "What happened?", "text": "I *breathed*.\n\nTwice.", "spine": "happened"},
        {"key": "now", "question": "Now what?", "text": "שלום, עמר", "spine": "next"},
    ]
    assert (entry(15)["status"], entry(15)["answered_in"]) == ("answered", 17)
    assert (entry(16)["status"], entry(16)["answered_in"]) == ("open", None)


@pytest.mark.parametrize(
    "record",
    [Checkin(on=TODAY, about=3, rating=4, then_rating=2, then_words="Lower."), Feedback(on=TODAY, owner=ANH, about=3)],
    ids=["checkin", "feedback"],
)
def test_a_checkin_and_feedback(record: Entry) -> None:
    found = entry_keys(record)
    assert list(found) == f"{SHARED} {OWN[record.kind]}".split()
    own = [found[key] for key in OWN[record.kind].split()]
    assert own in ([3, 4, 2, "Lower."], ["Nguyễn Thị Ánh", 3, "", False, "", []])


def test_lists_name_their_period_and_count_all() -> None:
    listing = Listing(heading="Entries", entries=ENTRIES[:2], total=30, today=TODAY, period=YEAR)
    found = listing_keys(listing)
    assert (list(found), found["total"]) == (["period", "total", "entries"], 30)
    assert found["period"] == {"from": "2025-01-01", "until": "2025-12-31"}
    assert listing_keys(Listing(heading="", entries=(), total=0, today=TODAY)) == {
        "period": None,
        "total": 0,
        "entries": [],
    }


def test_a_timeline_is_flat_and_in_its_own_order() -> None:
    told = newest_first(timeline(ENTRIES[:3], (), (), total=3, period=None, today=TODAY))
    assert timeline_keys(told) == {
        "period": {"from": ENTRIES[0].on.isoformat(), "until": ENTRIES[2].on.isoformat()},
        "total": 3,
        "entries": [entry_keys(entry) for entry in reversed(ENTRIES[:3])],
    }


def test_progress() -> None:
    found = progress_keys(FULL.progress)
    assert list(found) == ["period", "entries", "sessions", "minutes", "areas", "overlaps", "months", "goals", "people"]
    assert (found["entries"], found["sessions"], found["minutes"]) == (len(FULL.entries), 3, 75)
    assert dict(areas(found))["cooking"] == {
        "area": "cooking",
        "entries": 1,
        "sessions": 0,
        "reflections": 1,
        "goals": 0,
        "last": "2025-01-09",
    }
    assert found["goals"] == {"active": 1, "reached": 1, "paused": 1, "dropped": 1}
    months = found["months"]
    assert isinstance(months, list)
    assert (months[2], len(months)) == ({"month": "2025-03", "entries": 2}, 12)
    assert {"areas": ["identity", "validation"], "entries": 1} in members(found, "overlaps")
    assert {"name": "Mie 美恵", "sessions": 1, "last": "2025-03-05"} in members(found, "people")


def areas(found: Keys) -> list[tuple[object, object]]:
    return [(area["area"], area) for area in members(found, "areas")]


def members(found: Keys, key: str) -> list[dict[str, object]]:
    value = found[key]
    assert isinstance(value, list)
    return value


def test_home() -> None:
    home = Home(
        today=TODAY,
        where="journal.db",
        is_default=True,
        is_empty=False,
        entries=3,
        last_meetings=FULL.progress.people[:1],
        actions=(),
        goals=(QUESTIONS,),
        questions=(),
        drafts=(("reflection", date(2026, 3, 10)),),
        a_year_ago=ENTRIES[:1],
    )
    found = home_keys(home)
    assert list(found) == [
        "today",
        "journal",
        "mentees",
        "entries",
        "met",
        "actions",
        "goals",
        "questions",
        "unfinished",
        "a_year_ago",
        "next",
    ]
    assert found["unfinished"] == [{"kind": "reflection", "on": "2026-03-10"}]
    (met,) = FULL.progress.people[:1]
    assert members(found, "met") == [
        {"name": met.person.name, "sessions": met.sessions, "last": met.last and met.last.isoformat()}
    ]
    uncounted = replace(home, last_meetings=(LastMeeting(person=met.person, last=met.last),), entries=None)
    assert members(home_keys(uncounted), "met")[0]["sessions"] is None


def test_a_story_tells_what_was_before() -> None:
    found = goal_story_keys(goal_story(QUESTIONS, ENTRIES[:1], today=TODAY))
    steps = members(found, "steps")
    assert (list(found), len(steps)) == (["goal", "steps", "evidence"], 7)
    assert (steps[2]["before"], steps[3]["days"], steps[4]["days"]) == ("Speak up | more", 35, None)


def test_one_entry_is_itself() -> None:
    assert detail_keys(Detail(entry=ENTRIES[0], today=TODAY)) == entry_keys(ENTRIES[0])


def test_areas_and_people() -> None:
    tally = area_tally(AREAS[-2], [ENTRIES[0]])
    assert members(journal.areas((tally,)).keys, "areas")[0] == {
        "area": "community",
        "name": "Community building",
        "about": "Meeting others.",
        "paused": True,
        "entries": 1,
        "sessions": 1,
        "reflections": 0,
        "goals": 0,
        "last": "2025-01-06",
    }
    assert journal.people(
        (PersonTally(person=ANH, sessions=2, last=TODAY), PersonTally(person=MIE, sessions=0))
    ).keys == {
        "people": [
            {
                "name": "Nguyễn Thị Ánh",
                "role": "mentor",
                "rhythm": "4 weeks",
                "state": "active",
                "sessions": 2,
                "last": "2026-03-12",
            },
            {"name": "Mie 美恵", "role": "דודה", "rhythm": "", "state": "active", "sessions": 0, "last": None},
        ]
    }


def test_settings() -> None:
    assert maintenance.settings((("plain", "true"),)).keys == {"settings": {"plain": "true"}}


def test_history() -> None:
    deed = CommandRecord(id=4, at="2026-03-12T10:00:00", command="reflect", state="done", numbers=(7,), names=("Ánh",))
    told = {
        "id": 4,
        "at": "2026-03-12T10:00:00",
        "command": "reflect",
        "state": "done",
        "numbers": [7],
        "names": ["Ánh"],
    }
    assert journal.history((deed,)).keys == {"commands": [told]}
    versions = (Version(command=deed, entry=None), Version(command=deed, entry=ENTRIES[0]))
    assert entries.versions(versions).keys == {
        "versions": [{"command": told, "entry": None}, {"command": told, "entry": entry_keys(ENTRIES[0])}]
    }


def test_backups() -> None:
    made = Backup(path=Path("/b/j.db"), at="2026-03-12T10:00:00+00:00", is_automatic=True, entries=None, size=9)
    told = {"file": "/b/j.db", "at": made.at, "automatic": True, "entries": None, "size": 9}
    assert backup_keys(made) == told
    assert maintenance.backups((made,)).keys == {"backups": [told]}


def test_a_period_of_one_day() -> None:
    day = Period(date(2025, 3, 3), date(2025, 3, 4))
    assert period_keys(day) == {"from": "2025-03-03", "until": "2025-03-03"}


def test_text_begins_with_the_version_and_keeps_every_script() -> None:
    assert json_text({"names": ["Nguyễn", "美恵"]}) == (
        '{\n  "schema_version": 1,\n  "names": [\n    "Nguyễn",\n    "美恵"\n  ]\n}'
    )


@given(words=st.text(st.characters(codec=None)))
def test_text_loses_nothing_and_steers_no_terminal(words: str) -> None:
    text = json_text({"text": words})
    assert json.loads(text) == {"schema_version": 1, "text": words}
    assert text.encode().decode() == text
    assert not {
        char for char in text if (char < " " and char != "\n") or "\x7f" <= char <= "\x9f" or char in "\u202e\u2066"
    }


def test_what_a_terminal_would_obey_is_escaped_by_itself_and_within() -> None:
    obeyed = [chr(point) for point in range(sys.maxunicode + 1) if UNSAFE.match(chr(point))]
    for sign in obeyed:
        assert sign not in escape_unsafe(sign)
        assert json.loads(escape_unsafe(f'"before {sign} after"')) == f"before {sign} after"
