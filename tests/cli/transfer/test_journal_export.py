"""export journal for other programs: a table, notes, a calendar."""

import csv
import errno
import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.conftest import Program


def test_a_table(lived_in: Program, home: Path) -> None:
    shown = lived_in("export", "journal", "--to", "csv").out
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [(row["number"], row["kind"]) for row in rows][:3] == [
        ("1", "session"),
        ("2", "action"),
        ("3", "reflection"),
    ]
    answer = lived_in("export", "journal", "-a", "growth", "-o", str(home / "x.csv"))
    assert answer.out == "~/x.csv written: 2 entries.\n"


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "＝", " ="])
def test_no_cell_is_computed_and_all_come_back(begins: str, mentorlog: Program, home: Path) -> None:
    mentorlog("reflect", "-a", "growth", "-", input=f"{begins}1+1")
    mentorlog("edit", "1", f"--title={begins}HYPERLINK(1)")
    file = home / "x.csv"
    mentorlog("export", "journal", "--to", "csv", "-o", str(file))
    cells = [cell for row in csv.reader(io.StringIO(file.read_text())) for cell in row]
    assert [cell for cell in cells if cell.strip()[:1] in tuple("=+-@＝\t")] == []
    again = mentorlog("import", str(file), "--json").json()
    assert again["added"] == 0
    assert again["known"] == (begins != "\t")  # a tab is shown as spaces


def test_a_folder_of_notes_and_back_again(lived_in: Program, home: Path) -> None:
    folder = home / "vault"
    answer = lived_in("export", "journal", "--to", "md", "-o", str(folder), "--json").json()
    assert answer == {"schema_version": 1, "file": str(folder), "entries": 6}
    assert sorted(path.name for path in folder.iterdir())[:2] == ["2026-01-14-action-2.md", "2026-01-14-session-1.md"]
    session = (folder / "2026-01-14-session-1.md").read_text()
    assert session.startswith("---\ndate: 2026-01-14\nkind: session\nnumber: 1\ntags: [identity, validation]\n")
    assert session.endswith("---\nSpoke of names.\n")
    again = lived_in("import", str(folder), "--json").json()
    assert (again["added"], again["known"] + len(again["differing"])) == (0, 6)
    (home / "data" / "mentorlog" / "journal.db").unlink()
    fresh = lived_in("import", str(folder), "--json").json()
    assert fresh["added"] == 6
    assert lived_in("show", "1", "--json").json()["with"] == ["Ánh"]


def test_a_check_in_is_a_note_of_its_words(mentorlog: Program, home: Path) -> None:
    mentorlog("area", "checkin", "identity", "Half said.", "--rating", "3")
    mentorlog("export", "journal", "--to", "md", "-o", str(home / "vault"))
    (note,) = (home / "vault").iterdir()
    assert note.read_text().startswith("---\ndate: 2026-03-12\nkind: checkin\nnumber: 1\ntags: [identity]\n")
    assert note.read_text().endswith("---\nHalf said.\n")


def test_notes_are_written_over_only_when_asked(lived_in: Program, home: Path) -> None:
    (home / "vault").mkdir()
    words = ("export", "journal", "-o", str(home / "vault"))
    assert lived_in(*words).exit == 0
    before = (home / "vault" / "2026-01-14-session-1.md").stat().st_mtime_ns
    refused = lived_in(*words)
    assert (refused.exit, refused.err.splitlines()[0]) == (
        2,
        "~/vault/2026-01-14-action-2.md exists already.",
    ) or refused
    assert refused.exit == 2
    assert (home / "vault" / "2026-01-14-session-1.md").stat().st_mtime_ns == before
    assert lived_in(*words, "--force").exit == 0


def test_a_folder_of_notes_is_whole_or_not_there(
    lived_in: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, real, names = home / "vault", os.link, []

    def link(source: Path, target: Path) -> None:
        names.append(target)
        if len(names) == 3:
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)

    monkeypatch.setattr(os, "link", link)
    answer = lived_in("export", "journal", "-o", str(folder) + "/")
    assert (answer.exit, answer.err.splitlines()[1]) == (5, "No file was changed.")
    assert list(folder.iterdir()) == []


def test_one_document(lived_in: Program, home: Path) -> None:
    shown = lived_in("export", "journal", "--to", "md").out
    assert shown.startswith(
        "## Wed 14 Jan 2026, session 1\n\nidentity, validation · Ánh · private\n\nSpoke of names.\n"
    )
    lived_in("export", "journal", "-o", str(home / "x.md"))
    assert (home / "x.md").read_text() == shown


def test_a_note_holds_what_its_kind_has(mentorlog: Program, home: Path) -> None:
    mentorlog("goal", "add", "Lead", "--due", "2026-06-30", "--sign", "I say I")
    mentorlog("goal", "pause", "1", "Not now")
    mentorlog("action", "add", "Write", "--owner", "Ánh", "--goal", "1")
    mentorlog("edit", "1", "--title", "Yes: [a] title")
    mentorlog("export", "journal", "-o", f"{home}/vault/")
    goal = (home / "vault" / "2026-03-12-goal-1.md").read_text()
    assert 'due: 2026-06-30\nsigns: ["I say I"]\n' in goal
    assert "# Yes: [a] title\n\nLead\n\n- Thu 12 Mar 2026: paused: Not now\n" in goal
    assert 'owner: "Ánh"\ngoals: [1]\n' in (home / "vault" / "2026-03-12-action-2.md").read_text()


@pytest.fixture
def of_every_kind(mentorlog: Program) -> Program:
    """A journal with a check-in and a second look at it, feedback, a goal that counts, and a tender reflection."""
    mentorlog("session", "add", "Met.", "--with", "Ánh", "--action", "Write", "--promised", "Call")
    mentorlog("action", "done", "2", "--worked")
    mentorlog("area", "checkin", "growth", "Here now.", "--rating", "3", "--on", "2026-01-10")
    looking_back = ("--then", "2", "--then-words", "It was less.")
    mentorlog("area", "checkin", "growth", "Further.", "--rating", "4", *looking_back)
    mentorlog("feedback", "add", "Say I.", "--by", "Ánh", "--about", "1")
    mentorlog("goal", "add", "Talks", "--target", "5", "--measure", "talks held")
    mentorlog("goal", "checkin", "7", "--count", "2")
    mentorlog("ask", "Why?", "--with", "Ánh")
    mentorlog("reflect", "Hard.", "--tender")
    return mentorlog


@pytest.mark.parametrize("out", ["x.csv", "vault"])
def test_every_kind_comes_back_with_what_it_has(
    out: str, of_every_kind: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    keys = ("kind", "status", "owner", "due", "outcome", "rating", "measure", "target", "tender", "by")
    before = [of_every_kind("show", str(number), "--json").json() for number in range(1, 10)]
    assert of_every_kind("export", "journal", "1..8", "9", "-o", out).exit == 0
    (home / "data" / "mentorlog" / "journal.db").unlink()
    assert of_every_kind("import", out, "--json").json()["added"] == 9
    after = {
        entry["uid"]: entry for entry in of_every_kind("show", *map(str, range(1, 10)), "--json").json()["entries"]
    }
    assert [{key: after[entry["uid"]].get(key) for key in keys} for entry in before] == [
        {key: entry.get(key) for key in keys} for entry in before
    ]
    hard = next(entry["number"] for entry in after.values() if entry["text"] == "Hard.")
    assert "Hard." not in of_every_kind("timeline", "--all").out
    assert "Hard." in of_every_kind("show", str(hard)).out


def test_tender_entries_go_out_when_they_are_named(of_every_kind: Program) -> None:
    assert "Hard." not in of_every_kind("export", "journal", "--to", "csv").out
    assert "Hard." not in of_every_kind("export", "journal", "--to", "md").out
    assert "Hard." in of_every_kind("export", "journal", "9", "--to", "csv").out


def test_a_calendar(mentorlog: Program, home: Path) -> None:
    with_ = ("--with", "Ánh", "--on", "2026-01-14")
    mentorlog("session", "add", "SENTINEL words.", *with_, "--title", "Names", "--minutes", "45")
    mentorlog("edit", "1", "--at", "18:30")
    mentorlog("session", "add", "SENTINEL", *with_, "--action", "Write to Rosa")
    mentorlog("edit", "3", "--due", "2026-04-01")
    mentorlog("goal", "add", "Lead", "--due", "2026-06-30")
    mentorlog("goal", "add", "Given up", "--due", "2026-06-30")
    mentorlog("goal", "drop", "5")
    mentorlog("goal", "add", "Some day")
    answer = mentorlog("export", "journal", "-o", str(home / "x.ics"))
    assert answer.out == "~/x.ics written: 4 entries.\n"
    content = (home / "x.ics").read_bytes()
    assert b"SENTINEL" not in content
    calendar = Calendar.from_ical(content)
    assert calendar.to_ical() == content
    events: list[Any] = list(calendar.walk("VEVENT"))
    assert [(str(event["summary"]), event["dtstart"].dt.isoformat()) for event in events] == [
        ("Session with Ánh", "2026-01-14"),
        ("Due: Write to Rosa", "2026-04-01"),
        ("Session with Ánh: Names", "2026-01-14T18:30:00+00:00"),
        ("Due: Lead", "2026-06-30"),
    ]
    assert {str(event["class"]) for event in events} == {"PRIVATE"}
    assert mentorlog("export", "journal", "--to", "ics").out.encode() == content


def test_without_the_library_it_says_how_to_get_it(lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    answer = lived_in("export", "journal", "--to", "ics")
    assert (answer.exit, answer.out) == (2, "")
    assert "pipx inject mentorlog icalendar" in answer.err


def test_an_ending_that_says_no_form(lived_in: Program, home: Path) -> None:
    refused = lived_in("export", "journal", "-o", str(home / "journal.docx"))
    assert (refused.exit, refused.err.splitlines()[:2]) == (
        2,
        ["The file's ending doesn't tell its format.", "No file was changed."],
    )
    assert not (home / "journal.docx").exists()
    assert lived_in("export", "journal", "--to", "jsonl", "-o", str(home / "journal.old")).exit == 0
    assert lived_in("export", "journal", "-o", str(home / "journal")).exit == 0
    assert (home / "journal").read_bytes() == (home / "journal.old").read_bytes()


def test_no_other_form(lived_in: Program) -> None:
    assert lived_in("export", "journal", "--to", "doc").exit == 2
