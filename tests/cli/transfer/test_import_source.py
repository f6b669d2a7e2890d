"""import of other programs' files: recognised, asked about, taken in whole or not at all."""

from pathlib import Path

import pytest

from mentorlog import config
from mentorlog.exchange.foreign.text_stream import PrefixedStream
from tests.cli.terminal import Terminal
from tests.conftest import Program
from tests.exchange.foreign.reading import packed

JRNL = "[2025-03-01 18:30] Talked with @mei.\nAbout #identity.\n\n[2025-03-02 07:00] Alone. @work\nA walk.\n"
DAY_ONE = packed([{"creationDate": "2025-03-01T23:30:00Z", "timeZone": "Asia/Tokyo", "text": "Words."}])
TABLE = "Wann,Was\n2025-03-01,Words\n"


def kept(home: Path, name: str, content: str | bytes) -> str:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def total(mentorlog: Program) -> int:
    found = mentorlog("timeline", "--all", "--json").json()["total"]
    assert isinstance(found, int)
    return found


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("x.txt", JRNL, "jrnl"),
        ("x.json", '{"tags": {}, "entries": [{"title": "A", "date": "2025-01-01", "time": "10:00"}]}', "jrnl"),
        ("x.zip", DAY_ONE, "dayone"),
        ("x.json", '{"metadata": {}, "entries": [{"creationDate": "2025-03-01T23:30:00Z", "text": "A"}]}', "dayone"),
        ("x.csv", "date,text\n2025-01-01,A\n", "csv"),
        ("x", "date;text\n2025-01-01;A\n", "csv"),
        ("2025-01-01.md", "A", "md"),
        ("x.txt", "---\ndate: 2025-01-01\n---\nA", "md"),
        ("x", '{"kind": "reflection", "on": "2025-01-01", "text": "A"}', "jsonl"),
        ("x", '{"on": "2025-01-01", "kind": "reflection", "text": "A"}', "jsonl"),
    ],
)
def test_a_file_is_recognised(name: str, content: str | bytes, form: str, mentorlog: Program, home: Path) -> None:
    file = kept(home, name, content)
    first = mentorlog("import", file, "--json").json()
    assert (first["form"], first["added"]) == (form, first["known"] + first["added"])
    assert mentorlog("import", file, "--json").json()["added"] == 0
    assert mentorlog("undo").exit == 0
    assert total(mentorlog) == 0


@pytest.mark.parametrize(
    ("name", "content"), [("x.txt", JRNL + JRNL), ("x.csv", "date,text\n" + "2025-03-01,Words\n2025-03-02,Words\n" * 2)]
)
def test_the_same_words_twice_in_a_file_are_two_entries(
    name: str, content: str, mentorlog: Program, home: Path
) -> None:
    file = kept(home, name, content)
    assert mentorlog("import", file, "--json").json()["added"] == 4
    again = mentorlog("import", file, "--json").json()
    assert (again["added"], again["known"], again["differing"]) == (0, 4, [])


def test_a_dry_run_shows_the_first_few(mentorlog: Program, home: Path) -> None:
    rows = "".join(f"2025-01-{day:02},Words {day}\n" for day in range(1, 13))
    shown = mentorlog("import", kept(home, "x.csv", f"date,text\n{rows}"), "--dry-run").out.splitlines()
    assert shown[:2] == [
        "12 entries would come in; 0 were here already.",
        "From a table, Wednesday 1 January 2025 to Sunday 12 January 2025.",
    ]
    assert (shown[2], shown[-1], len(shown)) == ("2025-01-01, reflection: Words 1", "and 2 more", 13)


@pytest.mark.parametrize("content", [DAY_ONE, JRNL.encode()])
def test_from_standard_input(content: bytes, mentorlog: Program) -> None:
    assert mentorlog("import", "-", "--json", input=content).json()["added"] >= 1


def test_notes_come_from_a_folder(mentorlog: Program, home: Path) -> None:
    kept(home, "notes/2025-01-01.md", "A walk. #growth")
    kept(home, "notes/list.md", "milk")
    answer = mentorlog("import", str(home / "notes"), "--as", "session")
    assert answer.out == "1 entry came in; 0 were here already.\n"
    assert "Left out: list.md (it has no day)." in answer.err
    assert mentorlog("show", "1", "--json").json()["kind"] == "session"
    assert mentorlog("import", str(home / "notes"), "--from", "jrnl").exit == 4
    assert mentorlog("import", "-", "--from", "md", input="x").exit == 2


def test_tags_become_areas(mentorlog: Program, home: Path) -> None:
    file = kept(home, "x.txt", JRNL)
    answer = mentorlog("import", file, "--map", "@work=ident", "--dry-run", "--json").json()
    assert answer["tags"] == [
        {"tag": "#identity", "area": "identity", "entries": 1},
        {"tag": "@mei", "area": None, "entries": 1},
        {"tag": "@work", "area": "identity", "entries": 1},
    ]
    assert total(mentorlog) == 0
    assert mentorlog("import", file, "--map", "work=nowhere").exit == 3
    assert mentorlog("import", file, "--map", "work").exit == 2


def test_a_backup_is_made_before(lived_in: Program, home: Path) -> None:
    file = kept(home, "x.txt", JRNL)
    before = lived_in("backup", "list", "--json").json()["backups"]
    lived_in("import", file, "--dry-run")
    assert lived_in("backup", "list", "--json").json()["backups"] == before
    lived_in("import", file)
    assert lived_in("backup", "list", "--json").json()["backups"][-1]["entries"] == 6


@pytest.mark.parametrize(
    ("name", "content", "code", "hint"),
    [
        ("x", b"SQLite format 3\0and so on", 2, "--journal FILE"),
        ("x.json.age", b"age-encryption.org/v1\n-> X25519 x", 2, "review import FILE"),
        ("x.html", b"<!DOCTYPE html>", 2, "browser"),
        ("x.json", b'{"format": "mentorlog packet", "version": 1}', 2, "review import FILE"),
        ("x.json", b'{"schema_version": 1, "type": "mentorlog feedback"}', 2, "feedback import FILE"),
        ("x", b"just words", 4, "--from jsonl, jrnl"),
        ("x", b"\x7fELF\0\0", 4, "--from jsonl, jrnl"),
        ("x.json", b'{"a": 1}', 4, ""),
        ("x.json", b"{" * 10, 4, ""),
    ],
)
def test_what_another_door_takes_is_sent_there(
    name: str, content: bytes, code: int, hint: str, mentorlog: Program, home: Path
) -> None:
    answer = mentorlog("import", kept(home, name, content))
    assert (answer.exit, answer.out) == (code, "")
    assert hint in answer.err
    assert "Nothing was imported." in answer.err


def test_a_broken_row_leaves_nothing_behind(mentorlog: Program, home: Path) -> None:
    file = kept(home, "x.csv", "date,text\n2025-01-01,A\n2025-01-02,B\n,SENTINEL\n")
    answer = mentorlog("import", file)
    assert (answer.exit, answer.err.splitlines()[0]) == (4, "Row 4 has no day.")
    assert "SENTINEL" not in answer.err
    assert total(mentorlog) == 0


# ── Columns ──────────────────────────────────────────────────────────────────────────────────────


def test_a_table_whose_columns_are_called_otherwise(mentorlog: Program, home: Path) -> None:
    file = kept(home, "x.csv", TABLE)
    answer = mentorlog("import", file)
    assert (answer.exit, answer.err.splitlines()[-1]) == (2, "Say which: --column on=NAME    It has: Wann, Was")
    assert mentorlog("import", file, "--column", "on=Wann", "--column", "text=Wo").exit == 2
    assert mentorlog("import", file, "--column", "heart=Wann").exit == 2
    columns = ("--column", "on=Wann", "--column", "text=was")
    assert mentorlog("import", file, *columns, "--json").json()["added"] == 1
    assert config.user_table("import.columns") == {}


def test_columns_are_asked_for_once(mentorlog: Program, home: Path) -> None:
    file = kept(home, "x.csv", TABLE)
    with Terminal("import", file) as at:
        at.answer("Which column holds the day? (Wann, Was)", "Wo")
        at.expect("The table has no such column.")
        at.answer("Which column holds the day?", "Wann")
        at.answer("Which column holds the words?", "Was")
        at.expect("1 entry came in")
        assert at.ended() == 0
    assert config.user_table("import.columns") == {"on": "Wann", "text": "Was"}
    assert mentorlog("import", file, "--json").json()["known"] == 1


# ── Tags ─────────────────────────────────────────────────────────────────────────────────────────


def test_tags_are_asked_for_once(mentorlog: Program, home: Path) -> None:
    file = kept(home, "x.txt", JRNL)
    with Terminal("import", file) as at:
        at.expect("Which area is each tag?")
        at.answer("@mei (1):", "?")
        at.expect("identity, networking")
        at.answer("@mei (1):", "nowhere")
        at.expect("There is no area")
        at.answer("@mei (1):", "comm")
        at.answer("@work (1):", "")
        at.expect("2 entries came in")
        assert at.ended() == 0
    assert config.user_table("import.tags") == {"@mei": "community", "@work": ""}
    again = mentorlog("import", file, "--json").json()
    assert (again["added"], again["known"]) == (0, 2)
    with Terminal("import", file) as at:
        assert at.ended() == 0
    assert "Which area" not in at.shown


def test_the_questions_can_be_ended(home: Path) -> None:
    file = kept(home, "x.txt", JRNL)
    with Terminal("import", file) as at:
        at.expect("@mei (1):")
        at.press(b"\x04")
        at.expect("2 entries came in")
        assert at.ended() == 0
    with Terminal("import", kept(home, "y.csv", TABLE)) as at:
        at.expect("Which column")
        at.press(b"\x04")
        assert at.ended() == 130
    assert config.user_table("import.tags") == {}


def test_a_rewound_stream_begins_with_what_was_read(home: Path) -> None:
    with Path(kept(home, "x", b"abcdef")).open("rb") as stream:
        rewound = PrefixedStream(stream.read(4), stream)
        assert rewound.readable()
        assert [rewound.read(3), rewound.read(3), rewound.read(3), rewound.read(3)] == [b"abc", b"d", b"ef", b""]
