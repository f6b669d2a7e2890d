"""How much the journal asks of SQLite: indexes where there may be many, and no more statements for more entries."""

from collections.abc import Callable
from datetime import date

import pytest

from mentorlog.dates import Period
from mentorlog.model.entries import Goal, Kind, Reflection
from mentorlog.model.people import Person
from mentorlog.model.selection import Selection
from mentorlog.storage.journal import Journal, empty_journal
from tests.entries import IDENTITY, NETWORKING, NOW, SPOKEN, TODAY
from tests.storage.stored_rows import add

DRAFT = Reflection(on=TODAY, text="I led the meeting")
GOAL = Goal(on=TODAY, text="lead")
Ask = Callable[[Journal], object]
NEWEST_20 = Selection(limit=20)
PERIOD = Selection(within=Period(date(2026, 1, 1), date(2027, 1, 1)))
OPEN_GOALS = Selection(kinds=(Kind.GOAL,), statuses=("active",))


def statements(journal: Journal, ask: Ask) -> list[str]:
    """The statements that a question takes, with their values."""
    found: list[str] = []
    journal._connection.set_trace_callback(found.append)
    ask(journal)
    journal._connection.set_trace_callback(None)
    return found


BY_KIND = "SEARCH e USING INDEX entries_by_kind (kind=?)"
BY_KEY = "SEARCH r USING INDEX revisions_by_key (kind=? AND key=?)"
ASKED: dict[str, tuple[Ask, str]] = {
    "the newest twenty": (lambda journal: journal.entries(NEWEST_20), "SCAN e USING INDEX entries_by_day"),
    "a period": (
        lambda journal: journal.entries(PERIOD),
        "SEARCH e USING INDEX entries_by_day (day>? AND day<?)",
    ),
    "one by one": (
        lambda journal: next(journal.iter_entries(PERIOD)),
        "SEARCH e USING INDEX entries_by_day ((day,time)>(?,?) AND day<?)",
    ),
    "open goals": (lambda journal: journal.entries(OPEN_GOALS), BY_KIND),
    "open questions": (lambda journal: journal.entries(Selection(is_unanswered=True)), BY_KIND),
    "what lies open": (lambda journal: journal.open_entries(), "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"),
    "sessions without a reflection": (
        lambda journal: list(journal.iter_newest_first(Selection(is_unreflected=True, within=PERIOD.within))),
        "SEARCH a USING INDEX entries_by_about (about=?)",
    ),
    "who was met last": (lambda journal: journal.last_met(), "SEARCH e USING COVERING INDEX entries_by_kind (kind=?)"),
    "whether there is anything": (lambda journal: journal.is_empty(), "SCAN e USING COVERING INDEX entries_by_kind"),
    "sessions": (lambda journal: journal.entries(Selection(kinds=(Kind.SESSION,))), BY_KIND),
    "tender ones": (
        lambda journal: journal.entries(Selection(is_tender=True)),
        "SCAN e USING INDEX entries_out_of_sight",
    ),
    "a number": (lambda journal: journal.entry(1), "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"),
    "what is about it": (lambda journal: journal.entries_about(1), "SEARCH e USING INDEX entries_by_about (about=?)"),
    "some goals": (lambda journal: journal.goals({1}), "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"),
    "evidence": (lambda journal: journal.evidence(1), "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"),
    "the last command": (lambda journal: journal.undo(), "SEARCH commands USING INDEX commands_by_state (state=?)"),
    "what it used to be": (lambda journal: journal.versions(1), BY_KEY),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_question_is_answered_by_an_index(journal: Journal, name: str) -> None:
    ask, by = ASKED[name]
    add(journal, GOAL, DRAFT)
    plans = [
        [row["detail"] for row in journal._connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        for statement in statements(journal, ask)
        if statement.startswith(("SELECT", "WITH"))
    ]
    (plan,) = [plan for plan in plans if by in plan]
    assert not [step for step in plan if step.startswith("SCAN e") and "INDEX" not in step]
    if name in ("the newest twenty", "one by one"):
        assert not [step for step in plan if "ORDER BY" in step]  # it stops after twenty, or a part


OF_ANY_SIZE: dict[str, Ask] = {
    "entries": lambda journal: journal.entries(),
    "search": lambda journal: journal.entries(Selection(words=("nguyen",))),
    "tallies": lambda journal: journal.tallies(),
    "evidence": lambda journal: journal.evidence(1),
    "cells": lambda journal: journal.area_person_tallies(),
    "deeds": lambda journal: journal.commands(),
    "meetings": lambda journal: journal.person_tallies(),
    "last met": lambda journal: journal.last_met(),
    "what lies open": lambda journal: journal.open_entries(),
    "everything": lambda journal: list(journal.iter_items()),
}


@pytest.mark.parametrize("name", OF_ANY_SIZE)
def test_the_number_of_statements_does_not_grow_with_the_journal(name: str) -> None:
    def asked(many: int) -> int:
        with empty_journal(NOW) as journal:
            add(journal, GOAL)
            people = [Person(name=name) for name in SPOKEN if name.strip()]
            with journal.write("add", at=NOW) as writing:
                for place in range(many):
                    some = (people[place % len(people)],)
                    writing.add(
                        Reflection(on=TODAY, text=SPOKEN[0], people=some, areas=(IDENTITY, NETWORKING), goals=(1,))
                    )
            return len(statements(journal, OF_ANY_SIZE[name]))

    assert asked(2) == asked(40)
