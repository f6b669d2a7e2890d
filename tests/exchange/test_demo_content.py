"""The content of the demo journal: whole, made up, and free to move to any year."""

import datetime as dt
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "src" / "mentorlog" / "exchange" / "demo.toml"

Entry = dict[str, Any]

AREAS = {
    "identity",
    "networking",
    "validation",
    "intersectionality",
    "role-modeling",
    "coping",
    "advocacy",
    "growth",
    "community",
}
SIZES = {
    "session": range(16, 21),
    "reflection": range(28, 37),
    "goal": range(6, 8),
    "action": range(22, 29),
    "question": range(8, 11),
    "checkin": range(4, 8),
    "feedback": range(3, 6),
}
COMMON = {"key", "kind", "on", "text", "title", "with", "areas", "visibility"}
FIELDS = {
    "session": COMMON | {"minutes", "goals", "answers"},
    "reflection": COMMON | {"about", "goals", "feelings", "answers"},
    "goal": COMMON | {"due", "measure", "signs", "target", "events"},
    "action": COMMON | {"about", "goals", "owner", "due", "events"},
    "question": COMMON,
    "checkin": COMMON | {"about", "rating", "then_rating", "then_words"},
    "feedback": COMMON | {"about", "owner"},
}
GOAL_EVENTS = {"checkin", "reworded", "paused", "resumed", "reached", "dropped"}
ACTION_EVENTS = {"done", "dropped"}
SCRIPTS = {
    "Vietnamese": "[\u1ea0-\u1ef9ăđơư]",
    "Han": "[\u4e00-\u9fff]",
    "Kana": "[\u3040-\u30ff]",
    "Hangul": "[\uac00-\ud7a3]",
    "Tamil": "[\u0b80-\u0bff]",
}
# Capitalised only: "may" and "march" are words too (so no sentence may begin with them).
CALENDAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|\b(?:19|20)\d\d\b"
    r"|(?i:\b(?:spring|summer|autumn|winter|new year|christmas|easter|diwali|deepavali|pongal|t[eế]t)\b)"
    r"|[\d一二三四五六七八九十]月(?!曜)|\d월|[春夏秋冬]|봄|여름|가을|겨울|(?i:\btháng\b)"
)


@pytest.fixture(scope="module")
def demo() -> Entry:
    return tomllib.loads(DEMO.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def entries(demo: Entry) -> list[Entry]:
    found: list[Entry] = demo["entries"]
    return found


@pytest.fixture(scope="module")
def by_key(entries: list[Entry]) -> dict[str, Entry]:
    return {entry["key"]: entry for entry in entries if "key" in entry}


def of(entries: list[Entry], kind: str) -> list[Entry]:
    return [entry for entry in entries if entry["kind"] == kind]


def words_of(entry: Entry) -> Iterator[str]:
    """Every string of an entry that a reader meets as words."""
    yield entry["text"]
    yield from (entry[field] for field in ("title", "measure", "then_words") if field in entry)
    yield from entry.get("signs", [])
    yield from entry.get("feelings", [])
    for event in entry.get("events", []):
        yield from (event[field] for field in ("text", "because") if field in event)


def events_named(goal: Entry) -> list[str]:
    return [event["what"] for event in goal.get("events", [])]


def state(entry: Entry) -> str:
    return events_named(entry)[-1] if entry.get("events") else "open"


def test_today_is_a_thursday(demo: Entry) -> None:
    assert demo["today"] == dt.date(2026, 3, 12)
    assert demo["today"].strftime("%A") == "Thursday"


@pytest.mark.parametrize("kind", SIZES)
def test_size(entries: list[Entry], kind: str) -> None:
    assert len(of(entries, kind)) in SIZES[kind]


def test_fields_belong_to_their_kind(entries: list[Entry]) -> None:
    for entry in entries:
        assert set(entry) <= FIELDS[entry["kind"]], entry["text"]
        assert entry["text"].strip()
        assert entry.get("visibility", "private") in {"private", "mentor", "public"}
        assert ("minutes" in entry) == (entry["kind"] == "session")


def test_keys_are_unique(entries: list[Entry]) -> None:
    keys = [entry["key"] for entry in entries if "key" in entry]
    assert len(keys) == len(set(keys))


def test_references_stand_earlier_and_have_the_right_kind(entries: list[Entry]) -> None:
    written = {"session", "action", "reflection", "goal"}
    allowed = {"goals": {"goal"}, "answers": {"question"}}
    seen: dict[str, Entry] = {}
    for entry in entries:
        about = {"checkin"} if entry["kind"] == "checkin" else written
        for field, kinds in {**allowed, "about": about}.items():
            value = entry.get(field, [])
            for key in [value] if isinstance(value, str) else value:
                assert key in seen, (entry["text"], key)
                assert seen[key]["kind"] in kinds
                assert seen[key]["on"] <= entry["on"]
        if "key" in entry:
            seen[entry["key"]] = entry


def test_every_question_is_answered_at_most_once(entries: list[Entry]) -> None:
    answered = Counter(key for entry in entries for key in entry.get("answers", []))
    assert set(answered.values()) == {1}
    assert len(answered) < len(of(entries, "question"))


def test_answers_come_from_the_person_asked(entries: list[Entry], by_key: dict[str, Entry]) -> None:
    for entry in entries:
        for key in entry.get("answers", []):
            assert set(by_key[key]["with"]) & set(entry["with"])


def test_people_are_known_and_all_met(demo: Entry, entries: list[Entry]) -> None:
    names = [person["name"] for person in demo["people"]]
    assert len(names) == len(set(names))
    assert len(names) in range(3, 6)
    for entry in entries:
        assert set(entry.get("with", [])) <= set(names)
        assert entry.get("owner", names[0]) in names
        if "owner" in entry:
            assert entry["owner"] in entry["with"]
    assert {name for session in of(entries, "session") for name in session["with"]} == set(names)


def test_areas(entries: list[Entry]) -> None:
    for entry in entries:
        assert entry["areas"]
        assert set(entry["areas"]) <= AREAS
        assert len(entry["areas"]) == len(set(entry["areas"]))
    counts = Counter(area for entry in entries for area in entry["areas"])
    assert set(counts) == AREAS
    assert counts["community"] == min(counts.values())
    assert counts["identity"] >= 3 * counts["community"]
    assert sum(len(entry["areas"]) > 1 for entry in entries) > len(entries) / 2


def test_every_area_has_first_and_latest_words_in_reflections(entries: list[Entry]) -> None:
    for area in AREAS:
        texts = [entry["text"] for entry in of(entries, "reflection") if area in entry["areas"]]
        assert len(texts) > 1
        assert texts[0] != texts[-1]


def test_days_are_in_range_and_in_order(demo: Entry, entries: list[Entry]) -> None:
    days = [entry["on"] for entry in entries]
    assert days == sorted(days)
    assert days[0] == dt.date(2025, 1, 8)
    assert days[-1] == dt.date(2026, 3, 11)
    for entry in entries:
        assert entry.get("due", entry["on"]) >= entry["on"]
        for event in entry.get("events", []):
            assert entry["on"] <= event["on"] < demo["today"]


def test_quiet_and_busy_months(entries: list[Entry]) -> None:
    months = Counter((entry["on"].year, entry["on"].month) for entry in entries)
    assert len(months) == 15
    assert min(months.values()) <= 2
    assert max(months.values()) >= 9


def test_a_year_ago_this_week(entries: list[Entry]) -> None:
    week = {dt.date(2025, 3, 10) + dt.timedelta(days=day) for day in range(7)}
    assert [entry for entry in of(entries, "reflection") if entry["on"] in week]


def test_goal_events(entries: list[Entry]) -> None:
    for goal in of(entries, "goal"):
        days = [event["on"] for event in goal["events"]]
        assert days == sorted(days)
        status = "active"
        for event in goal["events"]:
            what = event["what"]
            assert what in GOAL_EVENTS
            assert status == ("paused" if what == "resumed" else "active")
            status = {"paused": "paused", "reached": "closed", "dropped": "closed"}.get(what, "active")
            assert ("text" in event) == (what in {"checkin", "reworded"})
            assert ("because" in event) == (what != "checkin")
            assert 0 < event.get("percent", 50) < 100
            if "signs" in goal or "target" in goal:
                assert "percent" not in event
        percents = [event["percent"] for event in goal["events"] if "percent" in event]
        assert percents == sorted(percents)


def test_goals_of_every_fate(entries: list[Entry]) -> None:
    goals = of(entries, "goal")
    fates = [events_named(goal) for goal in goals]
    assert any(fate[-1] == "reached" for fate in fates)
    assert any(fate[-1] == "dropped" for fate in fates)
    assert any("checkin" in fate[fate.index("reworded") :] for fate in fates if "reworded" in fate)
    assert any("resumed" in fate for fate in fates)
    assert [goal for goal in goals if "signs" in goal]
    assert [goal for goal in goals if "target" in goal]


def test_a_counting_goal_is_under_way(entries: list[Entry]) -> None:
    for goal in of(entries, "goal"):
        if "target" in goal:
            evidence = [entry for entry in entries if goal["key"] in entry.get("goals", [])]
            assert 0 < len(evidence) < goal["target"]


def test_every_goal_has_evidence(entries: list[Entry]) -> None:
    evidence = {key for entry in entries for key in entry.get("goals", [])}
    assert evidence == {goal["key"] for goal in of(entries, "goal")}


def test_actions_of_every_fate(demo: Entry, entries: list[Entry]) -> None:
    actions = of(entries, "action")
    for action in actions:
        assert set(events_named(action)) <= ACTION_EVENTS
        assert len(action.get("events", [])) <= 1
        for event in action.get("events", []):
            assert ("because" in event) == (event["what"] == "dropped")
            assert event.get("outcome", "worked") in {"worked", "did-not-work"}
            assert not ("told" in event and "owner" in action)
    outcomes = Counter(event.get("outcome") for action in actions for event in action.get("events", []))
    assert outcomes["worked"] >= 3
    assert outcomes["did-not-work"] >= 2
    assert Counter(map(state, actions)).keys() == {"done", "dropped", "open"}
    assert {"owner" in action for action in actions if state(action) == "open"} == {True, False}
    tomorrow = demo["today"] + dt.timedelta(days=1)
    assert len([a for a in actions if a.get("due") == tomorrow and state(a) == "open" and "owner" not in a]) == 1


def test_visibility_is_mostly_private(entries: list[Entry]) -> None:
    counts = Counter(entry.get("visibility", "private") for entry in entries)
    assert counts["private"] > len(entries) / 2
    assert len(entries) / 4 < counts["mentor"] < len(entries) * 0.45
    assert 3 <= counts["public"] <= 8


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts(entries: list[Entry], script: str) -> None:
    assert sum(bool(re.search(SCRIPTS[script], " ".join(words_of(entry)))) for entry in entries) >= 4


def test_whole_entries_in_other_scripts(entries: list[Entry]) -> None:
    assert sum(not re.search("[A-Za-z]{3}", entry["text"]) for entry in entries) >= 10


def test_text_is_composed() -> None:
    text = DEMO.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_no_text_names_a_month_a_season_or_a_year(entries: list[Entry]) -> None:
    for entry in entries:
        for words in words_of(entry):
            assert not CALENDAR.search(words), words


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("It was May.", True),
        ("in March", True),
        ("since 1998", True),
        ("3月に", True),
        ("I may say no.", False),
        ("We march on", False),
        ("月曜日に", False),
        ("Street 114", False),
    ],
)
def test_the_calendar_pattern_itself(words: str, named: bool) -> None:
    assert bool(CALENDAR.search(words)) is named


def test_no_text_ends_in_white_space(entries: list[Entry]) -> None:
    for entry in entries:
        for words in words_of(entry):
            assert words == words.strip()
