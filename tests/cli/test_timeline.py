"""timeline: what was written, in order."""

from pathlib import Path

import pytest

from tests.cli.json_contract import LISTING, numbers
from tests.conftest import Program


def test_oldest_first_by_day_time_and_number(mentorlog: Program) -> None:
    for on, at in (("2026-03-12", "10:00"), ("2026-03-12", "09:00"), ("2026-03-10", "23:00"), ("2026-03-12", "09:00")):
        mentorlog("reflect", "words", "--on", on, "--at", at)
    found = mentorlog("timeline", "--json").json()
    assert (list(found), numbers(found), found["total"]) == (LISTING, [3, 2, 4, 1], 4)
    assert numbers(mentorlog("timeline", "--newest-first", "--json").json()) == [1, 4, 2, 3]


def test_without_a_period_the_last_20(mentorlog: Program) -> None:
    for number in range(22):
        mentorlog("reflect", f"words {number}")
    found = mentorlog("timeline", "--json").json()
    assert (numbers(found), found["total"]) == (list(range(3, 23)), 22)
    assert found["period"] == {"from": "2026-03-12", "until": "2026-03-12"}
    assert len(mentorlog("timeline").out.splitlines()) == 20
    assert numbers(mentorlog("timeline", "-n", "2", "--json").json()) == [21, 22]
    for words in (("--all",), ("2026",), ("--in", "2026"), ("--since", "2026"), ("--until", "2026-03-12")):
        assert len(numbers(mentorlog("timeline", *words, "--json").json())) == 22
    assert numbers(mentorlog("timeline", "2026", "-n", "1", "--json").json()) == [22]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (("2026",), "2026-01-01", "2026-12-31"),
        (("2026-Q1",), "2026-01-01", "2026-03-31"),
        (("2026-03",), "2026-03-01", "2026-03-31"),
        (("2026-W12",), "2026-03-16", "2026-03-22"),
        (("2026-03-05",), "2026-03-05", "2026-03-05"),
        (("yesterday",), "2026-03-11", "2026-03-11"),
        (("2025-07..2026-06",), "2025-07-01", "2026-06-30"),
        (("this year",), "2026-01-01", "2026-12-31"),
        (("--in", "last quarter"), "2025-10-01", "2025-12-31"),
        (("--since", "2026-02", "--until", "2026-03-05"), "2026-02-01", "2026-03-05"),
        (("--since", "2026-02"), "2026-02-01", "2026-03-12"),
    ],
)
def test_periods(words: tuple[str, ...], first: str, last: str, mentorlog: Program) -> None:
    for command in (("timeline",), ("progress",), ("export", "year", "--to", "json")):
        found = mentorlog(*command, *words, "--json").json()
        period = found["period"]
        assert (period["from"], period["until"]) == (first, last)


@pytest.mark.parametrize(
    "words", [("2026", "--in", "2026"), ("2026", "--since", "2026-01"), ("nonsense",), ("2026-Q5",)]
)
@pytest.mark.parametrize("command", [("timeline",), ("progress",), ("export", "year")])
def test_periods_that_can_t_be_right(command: tuple[str, ...], words: tuple[str, ...], mentorlog: Program) -> None:
    answer = mentorlog(*command, *words)
    assert (answer.exit, answer.out) == (2, "")


def test_a_year_may_begin_in_any_month(mentorlog: Program) -> None:
    mentorlog("config", "set", "year.starts", "4")
    period = mentorlog("timeline", "this year", "--json").json()["period"]
    assert period == {"from": "2025-04-01", "until": "2026-03-31"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), [1, 2, 3, 4, 5, 6]),
        (("-a", "ident"), [1, 2, 3]),
        (("-a", "ident", "-a", "growth"), [1, 2, 3, 4, 5]),
        (("-a", "ident,growth"), [1, 2, 3, 4, 5]),
        (("-a", "identity+validation"), [1, 2, 3]),
        (("-a", "identity+growth"), []),
        (("-a", "none"), [6]),
        (("-a", "none", "-a", "growth"), [4, 5, 6]),
        (("--with", "anh"), [1, 2, 3]),
        (("--with", "anh", "--with", "mie"), [1, 2, 3, 4, 6]),
        (("--kind", "session"), [1, 4]),
        (("--kind", "session", "--kind", "g"), [1, 4, 5]),
        (("--visibility", "mentor"), [3]),
        (("--visibility", "mentor", "--visibility", "public"), [3]),
        (("--in", "2026-02"), [4, 5]),
        (("--since", "2026-02-11"), [5, 6]),
        (("--until", "2026-01-14"), [1, 2]),
        (("-n", "2"), [5, 6]),
        (("--all",), [1, 2, 3, 4, 5, 6]),
    ],
)
def test_filters_are_the_same_everywhere(words: tuple[str, ...], expected: list[int], lived_in: Program) -> None:
    assert numbers(lived_in("timeline", *words, "--json").json()) == expected
    lines = lived_in("export", "journal", *words).out.splitlines()
    assert sum('"type":"entry"' in line for line in lines) == len(expected)
    if "-n" not in words:
        whole = () if {"--in", "--since", "--until"} & set(words) else ("--all",)
        assert lived_in("progress", *words, *whole, "--json").json()["entries"] == len(expected)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("-a", "idenity"), 3),
        (("-a", "co"), 2),
        (("--with", "anhh"), 3),
        (("--with", "nobody"), 3),
        (("--kind", "note"), 2),
        (("--visibility", "all"), 2),
        (("-n", "0"), 2),
        (("-n", "many"), 2),
    ],
)
def test_filters_that_can_t_be_right(words: tuple[str, ...], code: int, lived_in: Program) -> None:
    for command in (("timeline",), ("search", "x"), ("export", "journal"), ("progress",), ("session", "list")):
        if {"-n", "--kind"} & set(words) and command[0] in ("progress", "session"):
            continue
        answer = lived_in(*command, *words)
        assert (answer.exit, answer.out) == (code, "")


def test_in_a_pipe_one_entry_is_one_line(lived_in: Program) -> None:
    lines = lived_in("timeline").out.splitlines()
    assert lines[0] == "2026-01-14, session 1, with Ánh, 45 minutes, identity validation, private: Spoke of names."
    assert len(lines) == 6
    assert lived_in("timeline", "--plain").out.splitlines() == lines


def test_nothing_is_an_answer_too(mentorlog: Program) -> None:
    answer = mentorlog("timeline")
    assert (answer.exit, answer.out, answer.err) == (0, "", "There is nothing to show.\n")
    found = mentorlog("timeline", "--json")
    assert (found.exit, found.json()["entries"], found.err) == (0, [], "")


def test_as_a_document(lived_in: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert lived_in("timeline", "--to", "html").out.startswith("<!doctype html>")
    assert lived_in("timeline", "2026", "--to", "md", "-o", "-").out.startswith("# Timeline, 2026\n")
    assert lived_in("timeline", "-o", "t.md").out == "t.md written: 6 entries.\n"
    assert (tmp_path / "t.md").read_text().startswith("# Timeline")
    assert lived_in("timeline", "-o", "t.html", "--json").json() == {
        "schema_version": 1,
        "file": "t.html",
        "entries": 6,
    }
    assert lived_in("timeline", "-o", "t.html").exit == 2
    assert lived_in("timeline", "-o", "t.html", "--force").exit == 0
    assert lived_in("timeline", "--to", "pdf").exit == 2


@pytest.mark.parametrize("form", [("--to", "html"), ("--to", "md"), ("--json",), ()])
def test_a_goal_that_is_left_out_is_not_named(form: tuple[str, ...], mentorlog: Program) -> None:
    mentorlog("goal", "add", "Sekret")
    mentorlog("reflect", "A step", "--goal", "1", "--visibility", "mentor")
    assert "Sekret" not in mentorlog("timeline", "--all", "--visibility", "mentor", *form).out
    if form[:1] == ("--to",):
        assert (
            "Sekret" in mentorlog("timeline", "--all", "--visibility", "mentor", "--visibility", "private", *form).out
        )
