"""A yearly summary as a table that no spreadsheet computes."""

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

from mentorlog.export import year_csv
from mentorlog.insights.year import YearSummary
from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Answer, Checkin, Entry, Feedback, Goal, Reflection
from mentorlog.model.people import Person
from tests.export.years import ALL, EMPTY, FULL, SHORT, summary_of

PREFIXES = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "\0", " =", "\n=", "\t@"]


class Csv(SingleFileSnapshotExtension):
    file_extension = "csv"


def rows(summary: YearSummary) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(year_csv.render(summary), newline="")))


@pytest.mark.parametrize("name", ["full", "short", "empty"])
def test_documents(name: str, snapshot: SnapshotAssertion) -> None:
    assert year_csv.render(ALL[name]).encode() == snapshot(extension_class=Csv)


def test_one_row_an_entry_after_the_headings() -> None:
    assert [int(row["number"]) for row in rows(FULL)] == [entry.number for entry in FULL.entries]
    assert year_csv.render(EMPTY) == ",".join(year_csv.COLUMNS) + "\r\n"
    assert year_csv.render(SHORT).count("\r\n") == 4


def test_lists_are_joined_and_what_is_missing_is_empty() -> None:
    row = {row["number"]: row for row in rows(FULL)}
    assert row["1"]["areas"] == "identity; validation"
    assert (row["9"]["feelings"], row["9"]["goals"], row["9"]["about"]) == ("seen; =tired", "2; 6", "1")
    assert (row["1"]["minutes"], row["17"]["minutes"], row["1"]["owner"]) == ("50", "", "")
    assert (row["11"]["owner"], row["12"]["owner"], row["12"]["due"]) == ("me", "Nguyễn Thị Ánh", "2025-03-13")
    assert row["5"]["target"] == "5"


def hostile(prefix: str) -> tuple[Entry, ...]:
    """Entries whose every text begins with `prefix`."""
    text = f"{prefix}1+1"
    person = Person(name=text)
    some: dict[str, Any] = dict.fromkeys(("uid", "time", "title", "text", "written_at"), text)
    some |= {"on": date(2025, 5, 5), "areas": (Area(slug=text, name=text),), "people": (person,)}
    return (
        Reflection(**some, framework=text, answers=(Answer(key="", question=text, text=text),), feelings=(text,)),
        Goal(**some, status=text, measure=text, signs=(text,)),
        Action(**some, status=text, owner=person, outcome=text),
        Checkin(**some, then_words=text),
        Feedback(**some, owner=person, framework=text),
    )


TEXTS = {
    *("time", "with", "areas", "title", "text", "uid", "written_at"),
    *("framework", "answers", "feelings", "status", "measure", "signs", "owner", "outcome", "then_words"),
}


@pytest.mark.parametrize("prefix", PREFIXES, ids=ascii)
def test_no_cell_is_a_formula(prefix: str) -> None:
    summary = replace(summary_of(()), entries=hostile(prefix))
    guarded = {column for row in rows(summary) for column, cell in row.items() if cell.startswith("'")}
    assert guarded == TEXTS
    for row in rows(summary):
        assert not any(cell.lstrip()[:1] in set("=+-@＝＋－＠\t\r\0") - {""} for cell in row.values() if cell)


def test_every_text_column_is_covered() -> None:
    numbers = {"number", "minutes", "about", "percent", "count", "target", "answered_in", "rating", "then_rating"}
    ours = {"kind", "on", "visibility", "goals", "due"}
    assert set(year_csv.COLUMNS) == TEXTS | numbers | ours


def test_hidden_characters_are_shown() -> None:
    row = rows(summary_of((Reflection(number=1, on=date(2025, 5, 5), text='a\0b\u202ec, "d"\ne'),)))[0]
    assert row["text"] == 'a␀b<U+202E>c, "d"\ne'
