"""A yearly summary as a table: one row an entry, after one row of headings.

RFC 4180: commas, quotes doubled, lines ended by CR LF. It is UTF-8 without a byte order mark, because most programs
would take that for a part of the first heading; a spreadsheet asks for the encoding when it imports the file.

A spreadsheet computes a cell that begins like a formula, so such a text gets a `'` in front (as OWASP advises), and
invisible characters are shown. JSON is the form that loses nothing.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date

from mentorlog.insights.year import YearSummary
from mentorlog.model.entries import Action, Checkin, Entry, Feedback, Goal, Question, Reflection, Session
from mentorlog.text import safe

COLUMNS = (
    *("number", "kind", "on", "time", "with", "areas", "minutes", "visibility", "title", "text"),
    *("framework", "answers", "feelings", "about", "goals", "status", "due", "owner", "outcome"),
    *(
        "percent",
        "count",
        "target",
        "measure",
        "signs",
        "answered_in",
        "rating",
        "then_rating",
        "then_words",
        "written_at",
    ),
    "uid",
)
WITH_TENDER = (*COLUMNS, "tender")
FORMULA = re.compile(r"'*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])")

Cells = dict[str, str | int | None]


def render(summary: YearSummary) -> str:
    """The entries of `summary`, oldest first."""
    return "".join(rows(summary.entries))


def rows(entries: Iterable[Entry], columns: tuple[str, ...] = COLUMNS) -> Iterator[str]:
    """The headings, then a row an entry, each with its line end."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    for entry in entries:
        tender: Cells = {"tender": "yes" if entry.is_tender else ""} if "tender" in columns else {}
        cells = {**_shared(entry), **_own(entry), **tender}
        writer.writerow({column: _escape_formula(value) for column, value in cells.items()})
        yield table.getvalue()
        table.seek(0)
        table.truncate()
    yield table.getvalue()


def _shared(entry: Entry) -> Cells:
    return {
        "number": entry.number,
        "kind": str(entry.kind),
        "on": entry.on.isoformat(),
        "time": entry.time,
        "with": _joined(person.name for person in entry.people),
        "areas": _joined(area.slug for area in entry.areas),
        "visibility": str(entry.visibility),
        "title": entry.title,
        "text": entry.text,
        "about": entry.about,
        "goals": _joined(str(number) for number in entry.goals),
        "written_at": entry.written_at,
        "uid": entry.uid,
    }


def _own(entry: Entry) -> Cells:
    match entry:
        case Session():
            return {"minutes": entry.minutes}
        case Reflection():
            answers = _joined(f"{answer.question} {answer.text}" for answer in entry.answers)
            return {"framework": entry.framework, "answers": answers, "feelings": _joined(entry.feelings)}
        case Goal():
            return _goal(entry)
        case Action():
            owner = entry.owner.name if entry.owner else "me"
            return {"status": entry.status, "owner": owner, "outcome": entry.outcome, "due": _day(entry.due)}
        case Question():
            return {"status": entry.status, "answered_in": entry.answered_in}
        case _:
            return _checkin_or_feedback_cells(entry)


def _checkin_or_feedback_cells(entry: Entry) -> Cells:
    match entry:
        case Checkin():
            return {"rating": entry.rating, "then_rating": entry.then_rating, "then_words": entry.then_words}
        case Feedback():
            answers = _joined(f"{answer.question} {answer.text}" for answer in entry.answers)
            return {"owner": entry.owner.name if entry.owner else "", "framework": entry.framework, "answers": answers}
        case _:
            return {}


def _goal(goal: Goal) -> Cells:
    return {
        "status": goal.status,
        "due": _day(goal.due),
        "percent": goal.percent,
        "count": goal.count,
        "target": goal.target,
        "measure": goal.measure,
        "signs": _joined(goal.signs),
    }


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _escape_formula(value: str | int | None) -> str | int | None:
    """A cell that no spreadsheet computes."""
    if not isinstance(value, str):
        return value
    return f"'{safe(value)}" if FORMULA.match(value) else safe(value)
