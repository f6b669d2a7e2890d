"""export: the yearly summary, and the whole journal."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli import sharing_samples
from tests.cli.progress_bars import record_bars
from tests.conftest import Program


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def test_a_year_goes_to_a_file_named_for_it(lived_in: Program, here: Path) -> None:
    answer = lived_in("export", "year")
    assert (
        answer.out == "mentorlog-2026-self.html written: 1 January 2026 to 31 December 2026, 6 entries, for yourself.\n"
    )
    page = (here / "mentorlog-2026-self.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "I could breathe." in page
    refused = lived_in("export", "year")
    assert (refused.exit, refused.out) == (2, "")
    assert lived_in("export", "year", "--force").exit == 0
    assert lived_in("export", "year", "2025-07..2026-06").out.startswith("mentorlog-2025-07-01-to-2026-06-30-self.html")


def test_the_other_forms_go_to_standard_output(lived_in: Program) -> None:
    assert "I could breathe." in lived_in("export", "year", "--to", "md").out
    assert lived_in("export", "year", "--to", "json").json()["schema_version"] == 1
    assert lived_in("export", "year", "--json").json() == lived_in("export", "year", "--to", "json").json()
    rows = list(csv.reader(io.StringIO(lived_in("export", "year", "--to", "csv").out)))
    assert sum("I could breathe." in row for row in rows) == 1
    assert lived_in("export", "year", "--to", "html", "-o", "-").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "begins"), [("y.htm", "<!doctype"), ("y.md", "# "), ("y.JSON", "{"), ("y.csv", ""), ("y", "<!doctype")]
)
def test_the_form_follows_the_ending(name: str, begins: str, lived_in: Program, here: Path) -> None:
    answer = lived_in("export", "year", "-o", name, "--json")
    assert answer.json() == {"schema_version": 1, "file": name, "entries": 6}
    assert (here / name).read_text().startswith(begins)
    assert (here / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("year", "--to", "docx"), 2),
        (("year", "-o", "y.docx"), 2),
        (("year", "-o", "folder"), 2),
        (("year", "-o", "missing/y.html"), 5),
        (("journal", "--to", "docx"), 2),
        (("journal", "99"), 3),
        (("journal", "--to", "csv", "-o", "folder"), 2),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, lived_in: Program, here: Path) -> None:
    (here / "folder").mkdir()
    answer = lived_in("export", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert [path.name for path in here.iterdir()] == ["folder"]


def test_the_whole_journal_comes_back(lived_in: Program, here: Path) -> None:
    answer = lived_in("export", "journal", "-o", "journal.jsonl")
    assert answer.out == "journal.jsonl written: 6 entries.\n"
    assert lived_in("export", "journal").out == (here / "journal.jsonl").read_text()
    assert lived_in("export", "journal", "-o", "-").out == (here / "journal.jsonl").read_text()
    assert lived_in("export", "journal", "-o", "journal.jsonl").exit == 2


@pytest.mark.parametrize(("words", "expected"), [(("1", "3..4"), [1, 3, 4]), (("last",), [6]), (("-a", "none"), [6])])
def test_a_part_of_it(words: tuple[str, ...], expected: list[int], lived_in: Program) -> None:
    lines = [json.loads(line) for line in lived_in("export", "journal", *words).out.splitlines()]
    assert [line["number"] for line in lines if line["type"] == "entry"] == expected


def test_another_journal_is_named(lived_in: Program, home: Path) -> None:
    other = {"MENTORLOG_JOURNAL": str(home / "other.db")}
    lived_in("init", env=other)
    assert lived_in("export", "year", env=other).out.endswith("0 entries, for yourself, in ~/other.db.\n")
    assert lived_in("export", "journal", "-o", "j", env=other).out == "j written: 0 entries, in ~/other.db.\n"


def test_the_journal_is_written_as_it_is_read(lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lived_in("export", "journal").out
    parts: list[bytes] = []
    monkeypatch.setattr("mentorlog.cli.transfer.journal_export.PART", 4)
    monkeypatch.setattr("mentorlog.cli.transfer.journal_export.print_bytes", parts.append)
    lived_in("export", "journal")
    assert b"".join(parts).decode() == whole
    assert [part.count(b"\n") for part in parts[:-1]] == [4] * (len(parts) - 1)


def test_a_bar_moves_where_there_is_much_to_write(lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    told = record_bars(monkeypatch, "mentorlog.cli.transfer.journal_export")
    assert lived_in("export", "journal", "-o", "a").exit == 0
    monkeypatch.setattr("mentorlog.cli.transfer.export.MANY", 6)
    for out in ("b", "b.csv", "notes/"):
        assert lived_in("export", "journal", "-o", out).exit == 0
    assert lived_in("export", "journal").exit == 0
    assert told == [("Exporting", 0, [6]), *[("Exporting", 6, [6])] * 2, ("Exporting", 6, [1] * 6)]


def test_the_bar_is_gone_when_the_answer_comes(lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    @contextmanager
    def moving(*_: object) -> Iterator[Callable[[int], None]]:
        order.append("bar")
        yield lambda _: None
        order.append("none")

    monkeypatch.setattr("mentorlog.cli.transfer.journal_export.progress_bar", moving)
    monkeypatch.setattr("mentorlog.cli.transfer.journal_export.print_result", lambda *_: order.append("answer"))
    for out in ("x.jsonl", "x.csv", "notes/"):
        lived_in("export", "journal", "-o", out)
    assert order == ["bar", "none", "answer"] * 3


def test_what_is_not_in_the_lines_is_told(mentorlog: Program, tmp_path: Path) -> None:
    sharing_samples.write_entries(mentorlog)
    assert mentorlog("export", "journal").err == ""
    sharing_samples.make_packet(mentorlog, tmp_path)
    told = "Not in it: 1 packet that left. A backup holds everything: mentorlog backup add\n"
    assert mentorlog("export", "journal").err == told
    assert mentorlog("export", "journal", "1").err == ""
    assert told not in mentorlog("export", "journal", "--json", "-o", str(tmp_path / "j.jsonl")).err
