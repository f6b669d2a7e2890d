"""jrnl's files, made by hand and by jrnl itself."""

import json
import subprocess
from pathlib import Path

import pytest

from mentorlog.errors import Damaged
from tests.conftest import need
from tests.exchange.foreign.reading import adopted, facts, from_jrnl

TEXT = """\

[2025-03-01 18:30] Talked with @mei about #identity.
Second line here.

A paragraph with [2020-01-01 10:00] in it.
[ ] and a box to tick

[2025-04-02 09:00] Nguyễn day. *
身份认同 @growth

[2025-04-03 07:00 PM] only a title
"""


def test_text() -> None:
    first, second, third = from_jrnl(TEXT)
    assert facts(first, "on", "time", "title") == ("2025-03-01", "18:30", "Talked with @mei about #identity.")
    body = "Second line here.\n\nA paragraph with [2020-01-01 10:00] in it.\n[ ] and a box to tick"
    assert first.keys["text"] == body
    assert first.tags == ("@mei", "#identity")
    assert facts(second, "title", "text") == ("Nguyễn day.", "身份认同 @growth")
    assert facts(third, "time", "title", "text") == ("19:00", "", "only a title")


@pytest.mark.parametrize(
    ("heading", "day", "time"),
    [
        ("2025-03-01", "2025-03-01", ""),
        ("2025-03-01 06:05:09", "2025-03-01", "06:05"),
        ("2025-03-01T12:00 AM", "2025-03-01", "00:00"),
        ("Sat, 1 Mar 2025 9:30 pm", "2025-03-01", "21:30"),
        ("31.12.2025 23:59 +0100", "2025-12-31", "23:59+01:00"),
    ],
)
def test_days_as_they_were_set_there(heading: str, day: str, time: str) -> None:
    (found,) = from_jrnl(f"[{heading}] words\n")
    assert facts(found, "on", "time") == (day, time)


def test_json_and_text_are_the_same_entries() -> None:
    entries = [{"title": "Nguyễn day.", "body": "身份认同", "date": "2025-04-02", "time": "09:00", "tags": ["@growth"]}]
    (one,) = from_jrnl(json.dumps({"tags": {"@growth": 1}, "entries": entries, "more": 1.5}))
    (other,) = from_jrnl("[2025-04-02 09:00] Nguyễn day. *\n身份认同\n")
    assert one.keys == other.keys
    assert one.tags == ("@growth",)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a stray line\n[2025-01-01 10:00] x\n", "Line 1"),
        ("[11/12/2025 10:00] x\n", "Line 1"),
        ("[2025-01-01 10:00] x\n[31/31/2025 10:00] x\n", "Line 2"),
        (b"[2025-01-01 10:00] \xff\n", "The file"),
        (b'{"entries": [{"title": "\xff', "The file"),
        ('{"entries": [{"title": "x", "date": "2025-01-01"}, {"title": 1, "date": "2025-01-01"}]}', "Entry 2"),
        ('{"entries": [{"title": "x", "date": "tomorrow"}]}', "Entry 1"),
        ('{"entries": [{"title": "x", "date": "2025-02-31"}]}', "Entry 1"),
        ('{"entries": [3]}', "Entry 1"),
        ('{"entries": [{"a": 1, "a": 2}]}', "Entry 1"),
        ('{"entries": [{"a": NaN}]}', "Entry 1"),
        ('{"entries": [' + "[" * 100_000, "Entry 1"),
        ('{"entries": [{}', "Entry 1"),
        ('{"entries": []} x', "The file"),
        ('{"entries": {}}', "The file"),
        ('{"entries": [', "Entry 1"),
        ('{"entries"', "The file"),
        ("{1: 2}", "The file"),
    ],
)
def test_what_can_t_be_right_is_named_by_its_place(content: str | bytes, place: str) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(Damaged) as raised:
        from_jrnl(raw)
    assert raised.value.values.get("place", "Line 1") == place


def test_an_empty_object_holds_nothing() -> None:
    assert from_jrnl("{ }") == []
    assert from_jrnl('{"entries": []}') == []
    assert from_jrnl("") == []


def test_what_is_longer_than_a_piece_is_read_whole() -> None:
    long = "word " * 50_000
    entries = [{"title": "t", "body": long, "date": "2025-04-02", "time": "09:00", "tags": []}] * 3
    found = from_jrnl(json.dumps({"tags": {}, "entries": entries}, indent=1))
    assert [each.keys["text"] for each in found] == [long.rstrip()] * 3


def test_what_is_far_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorlog.exchange.foreign.json_stream.LONGEST_LINE", 100_000)
    with pytest.raises(Damaged, match="unreadable"):
        from_jrnl('{"entries": [{"title": "' + "x" * 1_000_000)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_an_encoding_that_says_what_it_is(encoding: str) -> None:
    """Windows PowerShell writes UTF-16 where output is redirected."""
    assert [found.keys["text"] for found in from_jrnl(TEXT.encode(encoding))][1] == "身份认同 @growth"


# ── Made by jrnl itself ──────────────────────────────────────────────────────────────────────────

CONFIG = """\
colors: {body: none, date: none, tags: none, title: none}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {default: {journal: JOURNAL}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: VERSION
"""


ROOT = Path(__file__).parents[3]


@pytest.fixture
def jrnl_program() -> Path:
    """The real one, in an environment of its own (.ci/run), or anywhere on this machine."""
    found = ROOT / ".venv-neighbours" / "bin" / "jrnl"
    return found if found.exists() else Path(need("jrnl"))


def test_files_of_the_real_jrnl(jrnl_program: Path, tmp_path: Path) -> None:
    settings = tmp_path / "jrnl.yaml"
    journal = tmp_path / "journal.txt"
    settings.write_text(CONFIG.replace("JOURNAL", str(journal)).replace("VERSION", "v4.0"))
    journal.touch()

    def call(*words: str) -> None:
        done = subprocess.run(
            [jrnl_program, "--config-file", settings, *words],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stderr

    call("2025-03-01 18:30: Talked with @mei about #identity. It was good.\nSecond line.\n\nA new paragraph.")
    call("2024-12-31 at 7am: *Nguyễn day. 身份认同 @growth")
    call("2025-04-03: only a title")
    json_file, text_file = tmp_path / "x.json", tmp_path / "x.txt"
    call("--format", "json", "--file", str(json_file))
    call("--format", "text", "--file", str(text_file))
    entries = adopted(from_jrnl(json_file.read_bytes()))
    assert [(entry.on.isoformat(), entry.time, entry.title) for entry in entries] == [
        ("2024-12-31", "07:00", "Nguyễn day."),
        ("2025-03-01", "18:30", "Talked with @mei about #identity. It was good."),
        ("2025-04-03", "09:00", ""),
    ]
    assert [entry.text for entry in entries] == ["身份认同 @growth", "Second line.\n\nA new paragraph.", "only a title"]
    assert [[area.slug for area in entry.areas] for entry in entries] == [["growth"], ["identity"], []]
    for file in (text_file, journal):
        assert adopted(from_jrnl(file.read_bytes())) == entries
        assert [entry.uid for entry in adopted(from_jrnl(file.read_bytes()))] == [entry.uid for entry in entries]
