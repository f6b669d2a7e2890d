"""A month of somebody's journal, kept through the commands, comes back whole; its figures are worked out by hand."""

import html
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

SCRIPT = [  # the day, and what was typed; entries get the numbers 1, 2, 3 …
    ("2026-02-02", ("person", "add", "Mie 美恵", "--role", "mentor", "--rhythm", "5 weeks")),
    (
        "2026-02-02",
        (
            *("session", "add", "We spoke of names, and who gets to choose them.", "--with", "Ánh", "--minutes", "50"),
            *("-a", "ident,valid", "--at", "18:30", "--action", "Write to Rosa", "--promised", "Send the essay"),
        ),
    ),  # 1, and 2, 3
    ("2026-02-03", ("reflect", "I could breathe.", "--about", "last", "--feeling", "calm")),  # 4
    (
        "2026-02-04",
        ("goal", "add", "Be made team lead", "-a", "growth,advocacy", "--due", "2026-06-30", "--measure", "It ships"),
    ),  # 5
    ("2026-02-05", ("ask", "How did you answer where you are really from?", "--with", "mie", "-a", "ident")),  # 6
    (
        "2026-02-06",
        ("reflect", "Wrote before the dinner.", "-a", "cop", "--visibility", "mentor", "--goal", "5"),
    ),  # 7
    ("2026-02-09", ("goal", "checkin", "5", "I asked for the rollout.", "--percent", "20")),
    ("2026-02-10", ("action", "done", "2", "She answered.", "--worked", "--told")),
    (
        "2026-02-11",
        ("goal", "add", "Feel at home in both families", "--sign", "I stop explaining", "--sign", "I cook", "-a", "id"),
    ),  # 8
    ("2026-02-12", ("goal", "pause", "5", "my father's operation")),
    (
        "2026-02-13",
        (
            *("session", "add", "Mie keeps two answers ready: 人前と友達.", "--with", "mie", "-a", "ident,role"),
            *("--minutes", "45", "--answers", "6", "--action", "Try it on Tuesday"),
        ),
    ),  # 9, and 10
    ("2026-02-14", ("reflect", "Tried one, and it worked.", "--about", "9", "--goal", "8", "-a", "ident")),  # 11
    ("2026-02-16", ("goal", "resume", "5")),
    ("2026-02-17", ("goal", "reword", "5", "Lead one project end to end", "--because", "a title is theirs to give")),
    ("2026-02-18", ("goal", "checkin", "5", "The plan has my name on it.", "--percent", "60")),
    ("2026-02-18", ("goal", "checkin", "8", "Both dishes on one table.")),
    ("2026-02-19", ("goal", "add", "Five conversations in policy", "--target", "5", "-a", "network")),  # 12
    ("2026-02-20", ("goal", "checkin", "12", "--count", "2")),
    ("2026-02-21", ("action", "add", "Thank Rosa", "--due", "2026-03-01", "-a", "network")),  # 13
    ("2026-02-22", ("edit", "7", "Wrote before the dinner, and slept.", "--add-area", "ident")),
    ("2026-02-23", ("reflect", "Not to be kept.")),  # 14
    ("2026-02-23", ("remove", "14")),
    ("2026-02-24", ("remove", "1")),
    ("2026-02-24", ("restore", "1")),
    ("2026-02-24", ("edit", "9", "--minutes", "40", "--on", "2026-02-12")),
    ("2026-02-25", ("action", "drop", "10", "done in another way")),
    ("2026-02-26", ("goal", "drop", "12", "not mine")),
    ("2026-02-27", ("goal", "reach", "5", "It shipped.")),
    ("2026-02-27", ("ask", "Whose word is mixed?", "--with", "mie")),  # 15
    ("2026-02-28", ("reflect", "A month.", "--title", "February", "--visibility", "public", "-a", "growth")),  # 16
    ("2026-02-28", ("undo",)),
    ("2026-02-28", ("redo",)),
]
TEXTS = {
    1: "We spoke of names, and who gets to choose them.",
    2: "Write to Rosa",
    3: "Send the essay",
    4: "I could breathe.",
    5: "Lead one project end to end",
    6: "How did you answer where you are really from?",
    7: "Wrote before the dinner, and slept.",
    8: "Feel at home in both families",
    9: "Mie keeps two answers ready: 人前と友達.",
    10: "Try it on Tuesday",
    11: "Tried one, and it worked.",
    12: "Five conversations in policy",
    13: "Thank Rosa",
    15: "Whose word is mixed?",
    16: "A month.",
}


@pytest.fixture
def kept(mentorlog: Program) -> Program:
    for day, words in SCRIPT:
        answer = mentorlog(*words, env={"MENTORLOG_TODAY": day})
        assert answer.exit == 0, (words, answer.err)
    return mentorlog


def test_the_timeline_has_it_all(kept: Program) -> None:
    found = kept("timeline", "2026-02", "--json").json()
    assert (found["total"], found["period"]) == (15, {"from": "2026-02-01", "until": "2026-02-28"})
    assert [(entry["number"], entry["text"]) for entry in found["entries"]] == list(TEXTS.items())
    entries = {entry["number"]: entry for entry in found["entries"]}
    assert (entries[1]["time"], entries[1]["with"], entries[1]["minutes"]) == ("18:30+00:00", ["Ánh"], 50)
    assert (entries[2]["status"], entries[2]["outcome"], entries[2]["told"]) == ("done", "worked", True)
    assert (entries[3]["owner"], entries[3]["status"], entries[3]["about"]) == ("Ánh", "open", 1)
    assert (entries[4]["about"], entries[4]["areas"], entries[4]["feelings"]) == (
        *(1, ["identity", "validation"], ["calm"]),
    )
    assert (entries[6]["status"], entries[6]["answered_in"]) == ("answered", 9)
    assert (entries[7]["areas"], entries[7]["visibility"], entries[7]["goals"]) == (
        *(["identity", "coping"], "mentor", [5]),
    )
    assert (entries[9]["on"], entries[9]["minutes"], entries[9]["with"]) == ("2026-02-12", 40, ["Mie 美恵"])
    assert (entries[10]["status"], entries[12]["status"], entries[12]["count"]) == ("dropped", "dropped", 2)
    assert (entries[16]["title"], entries[16]["visibility"]) == ("February", "public")


def test_the_figures(kept: Program) -> None:
    found = kept("progress", "2026-02", "--json").json()
    assert (found["entries"], found["sessions"], found["minutes"]) == (15, 2, 90)
    # identity: 1 2 3 4 6 7 8 9 10 11, of which the latest is 11 · validation: 1 2 3 4 · growth: 5 16
    # networking: 12 13 · role-modeling: 9 10 · coping: 7 · advocacy: 5 · without an area: 15
    areas = {area.pop("area"): area for area in found["areas"]}
    assert {name: area["entries"] for name, area in areas.items() if area["entries"]} == {
        "identity": 10,
        "validation": 4,
        "growth": 2,
        "networking": 2,
        "role-modeling": 2,
        "coping": 1,
        "advocacy": 1,
    }
    assert areas["identity"] == {"entries": 10, "sessions": 2, "reflections": 3, "goals": 1, "last": "2026-02-14"}
    assert areas["growth"] == {"entries": 2, "sessions": 0, "reflections": 1, "goals": 1, "last": "2026-02-28"}
    assert areas["community"] == {"entries": 0, "sessions": 0, "reflections": 0, "goals": 0, "last": None}
    assert {frozenset(overlap["areas"]): overlap["entries"] for overlap in found["overlaps"]} == {
        frozenset({"identity", "validation"}): 4,
        frozenset({"identity", "role-modeling"}): 2,
        frozenset({"identity", "coping"}): 1,
        frozenset({"growth", "advocacy"}): 1,
    }
    assert found["months"] == [{"month": "2026-02", "entries": 15}]
    assert found["goals"] == {"active": 1, "reached": 1, "paused": 0, "dropped": 1}
    assert {(person["name"], person["sessions"], person["last"]) for person in found["people"]} == {
        ("Ánh", 1, "2026-02-02"),
        ("Mie 美恵", 1, "2026-02-12"),
    }


def test_a_goal_s_story(kept: Program) -> None:
    told = kept("goal", "story", "5", "--json").json()
    assert [(step["on"][8:], step["what"], step["percent"]) for step in told["steps"]] == [
        ("04", "created", None),
        ("09", "checkin", 20),
        ("12", "paused", None),
        ("16", "resumed", None),
        ("17", "reworded", None),
        ("18", "checkin", 60),
        ("27", "reached", None),
    ]
    assert [entry["number"] for entry in told["evidence"]] == [7]
    assert "my father's operation" in kept("goal", "story", "5").out


@pytest.mark.parametrize("form", ["html", "md", "csv", "json"])
def test_the_month_as_a_document(form: str, kept: Program, tmp_path: Path) -> None:
    document = tmp_path / f"month.{form}"
    assert kept("export", "year", "2026-02", "-o", str(document)).exit == 0
    content = html.unescape(document.read_text())
    if form == "md":
        content = content.replace("\\", "")
    assert {number: text for number, text in TEXTS.items() if text not in content} == {}
    assert "Not to be kept." not in content


def everything(mentorlog: Program) -> dict[str, Any]:
    """All that can be read of a journal, but for the commands that wrote it."""
    found = {
        " ".join(words): mentorlog(*words, "--json").json()
        for words in (
            ("timeline", "--all"),
            ("progress", "--all"),
            ("progress", "2026-02"),
            ("person", "list"),
            ("area", "list"),
            *(("goal", "story", number) for number in ("5", "8", "12")),
        )
    }
    for number in range(1, 17):
        versions = mentorlog("history", str(number), "--json").json()["versions"]
        found[f"history {number}"] = [
            (version["command"]["at"], version["command"]["command"], version["entry"])
            for version in versions
            if version["command"]["command"] != "import"
        ]
    return found


def test_it_comes_whole_into_an_empty_journal(kept: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = everything(kept)
    handed_on = kept("export", "journal").out
    monkeypatch.setitem(os.environ, "MENTORLOG_JOURNAL", str(home / "other.db"))
    kept("init")
    taken = kept("import", "-", "--json", input=handed_on).json()
    assert (taken["added"], taken["known"], taken["renumbered"]) == (16, 0, 0)
    assert everything(kept) == here
    assert kept("export", "journal").out == handed_on
    restored = kept("restore", "14", "--json").json()
    assert restored["text"] == "Not to be kept."


def test_every_command_can_be_taken_back(kept: Program) -> None:
    commands = len([words for _, words in SCRIPT if words[0] not in ("undo", "redo")])
    for _ in range(commands):
        assert kept("undo").exit == 0
    assert kept("undo").exit == 3
    lines = [json.loads(line) for line in kept("export", "journal").out.splitlines()]
    assert [line for line in lines if line["type"] in ("entry", "person")] == []
    for _ in range(commands):
        assert kept("redo").exit == 0
    assert kept("timeline", "2026-02", "--json").json()["total"] == 15
