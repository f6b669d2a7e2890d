"""`mentorlog` alone: today at a glance, or how to begin."""

from pathlib import Path

from tests.conftest import Program


def test_nothing_written_yet(mentorlog: Program, home: Path) -> None:
    answer = mentorlog()
    assert answer.exit == 0
    assert answer.out.splitlines()[0] == "Nothing is written yet."
    assert "~/data/mentorlog/journal.db" in answer.out
    assert mentorlog("--json").json()["entries"] == 0
    assert not (home / "data").exists()


def test_lived_in(lived_in: Program) -> None:
    lived_in("action", "add", "Second", "--due", "2026-03-13")
    lived_in("reflect", "A year ago.", "--on", "2025-03-11")
    lived_in("reflect", "-", "-a", "nowhere", input="kept")
    assert lived_in().out.splitlines() == [
        "Today is Thursday 12 March 2026.",
        "Last met Mie 美恵 on Tuesday 10 February, 4 weeks ago.",
        "Last met Ánh on Wednesday 14 January, 8 weeks ago.",
        "Action 7, yours, due tomorrow: Second",
        "Action 2, yours, open since 14 January: Write to Rosa",
        "Goal 5: Lead one project",
        "Question 6, for Mie 美恵: Where are you really from?",
        f"Unfinished: a reflection begun on {today()}. To go on, type: mentorlog edit draft",
        "A year ago this week, entry 8, Tuesday 11 March 2025: A year ago.",
    ]
    as_json = lived_in("--json").json()
    assert (len(as_json["unfinished"]), as_json["entries"]) == (1, 8)
    assert [(met["name"], met["sessions"]) for met in as_json["met"]] == [("Mie 美恵", 1), ("Ánh", 1)]


def today() -> str:
    """The real day: drafts are begun on the machine's clock."""
    from datetime import UTC, date, datetime

    from mentorlog.dates import long_date

    return long_date(datetime.now(UTC).date(), date(2026, 3, 12))


def test_what_is_settled_is_not_open(lived_in: Program) -> None:
    lived_in("reflect", "From here.", "--answers", "6")
    lived_in("action", "done", "2")
    lived_in("goal", "reach", "5")
    assert [line for line in lived_in().out.splitlines() if line.startswith(("Action", "Goal", "Question"))] == []


def test_another_journal_is_named(mentorlog: Program, home: Path) -> None:
    path = ("--journal", str(home / "other.db"))
    mentorlog(*path, "init")
    assert "Your journal is the file ~/other.db" in mentorlog(*path).out
    mentorlog(*path, "reflect", "x")
    assert "The journal is the file ~/other.db" in mentorlog(*path).out


def test_it_names_the_page_for_whom_it_is_time_to_meet(lived_in: Program) -> None:
    assert lived_in("--json").json()["next"] is None
    lived_in("person", "edit", "mie", "--rhythm", "5 weeks")
    assert lived_in().out.splitlines()[-1].startswith("Question")
    lived_in("person", "edit", "mie", "--rhythm", "4 weeks")
    assert lived_in().out.splitlines()[-1] == "For your next session with Mie 美恵, type: mentorlog prep --with Mie"
    assert lived_in("--json").json()["next"] == "Mie 美恵"
