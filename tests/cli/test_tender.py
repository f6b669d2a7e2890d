"""Tender entries: in no listing, search, figure or document; their number opens them."""

import pytest

from tests.cli.terminal import Terminal
from tests.conftest import Program

WORDS = "Quincunx"  # stands in nothing but the tender entry
LOOKING = [
    *("", "timeline --all", "timeline --tender", "timeline --kind reflection", "progress --all", "map", "catchup"),
    *("search Quincunx", "session list", "goal list --status all", "action list --status all", "ask --list", "prep"),
    *("goal story 2", "show 1", "show 2", "show 4", "show last", "show 1..9", "history", "area list", "person list"),
    *("info", "check", "export year 2026 -o - --to html", "export year 2026 -o - --to md"),
    *("export year 2026 -o - --to csv", "export year 2026 -o - --to json", "show draft", "backup list"),
]


@pytest.fixture
def tender(mentorlog: Program) -> Program:
    """Session 1, goal 2, a tender reflection 3 about both, an action 4 about it."""
    mentorlog("session", "add", "Talked.", "--with", "Ánh", "--on", "2026-03-10")
    mentorlog("goal", "add", "Lead one project")
    line = (
        "reflect",
        WORDS,
        "--about",
        "1",
        "--goal",
        "2",
        "-a",
        "cop",
        "--title",
        WORDS,
        "--feeling",
        WORDS,
        "--tender",
    )
    answer = mentorlog(*line, "--fill", f"what={WORDS}")
    assert "  coping · with Ánh · for goal 2 · private · tender" in answer.err
    assert "It is in no list, search or document. To read it: mentorlog show 3" in answer.err
    mentorlog("action", "add", "Write", "--about", "3", "-a", "growth")
    return mentorlog


@pytest.mark.parametrize("line", LOOKING)
@pytest.mark.parametrize("form", ["--plain", "--json"])
def test_its_words_are_nowhere(line: str, form: str, tender: Program) -> None:
    answer = tender(*line.split(), form)
    assert WORDS.lower() not in (answer.out + answer.err).lower()


@pytest.mark.parametrize("line", [line for line in LOOKING if not line.startswith("export")])
@pytest.mark.usefixtures("tender")
def test_nor_in_a_picture(line: str) -> None:
    with Terminal(*line.split()) as at:
        at.ended()
    assert WORDS.lower() not in at.plain().lower()


def test_nor_is_it_counted(tender: Program) -> None:
    assert tender("timeline", "--json").json()["total"] == 3
    assert tender("search", WORDS, "--json").json()["entries"] == []
    progress = tender("progress", "--json").json()
    assert progress["entries"] == 3
    assert [area["entries"] for area in progress["areas"] if area["area"] == "coping"] == [0]
    assert tender("goal", "story", "2", "--json").json()["evidence"] == []
    assert tender("show", "last", "--json").json()["number"] == 4
    year = tender("export", "year", "2026", "--to", "json").out
    assert '"number": 3' not in year


def test_its_number_opens_it(tender: Program) -> None:
    assert tender("show", "3", "--json").json()["tender"] is True
    assert WORDS in tender("show", "3").out
    with Terminal("show", "3") as at:
        assert at.ended() == 0
    assert "tender" in at.plain()


def test_a_list_of_its_own_says_number_and_day(tender: Program) -> None:
    assert tender("timeline", "--tender").out == "2026-03-12, entry 3\n"
    assert tender("timeline", "--tender", "-a", "cop", "--json").json() == {
        "schema_version": 1,
        "period": {"from": "2026-03-12", "until": "2026-03-12"},
        "total": 1,
        "entries": [{"number": 3, "on": "2026-03-12"}],
    }
    with Terminal("timeline", "--tender") as at:
        assert at.ended() == 0
    assert "    3  Thu 12 Mar 2026\n" in at.plain()
    assert "mentorlog edit 3 --no-tender" in at.plain()


def test_a_list_with_nothing_in_it(mentorlog: Program) -> None:
    mentorlog("reflect", "Words")
    assert mentorlog("timeline", "--tender", "--json").json()["entries"] == []
    with Terminal("timeline", "--tender") as at:
        assert at.ended() == 0
    assert "There is nothing to show here." in at.plain()


def test_it_begins_and_ends_by_hand(tender: Program) -> None:
    answer = tender("edit", "3", "--no-tender")
    assert (answer.exit, "tender" in answer.err) == (0, False)
    assert len(tender("search", WORDS, "--json").json()["entries"]) == 1
    assert "It is in no list" in tender("edit", "1", "--tender").err
    assert tender("timeline", "--json").json()["total"] == 3
    tender("undo")
    assert tender("timeline", "--json").json()["total"] == 4


def test_the_whole_journal_and_backups_hold_it(tender: Program) -> None:
    assert WORDS in tender("export", "journal").out
    [backup] = [tender("backup", "add", "--json").json()["file"]]
    assert WORDS in tender("show", "3", "--journal", backup).out
