"""A tender entry: kept, backed up, handed on with the whole journal, and in nothing else."""

from dataclasses import replace

import pytest

from mentorlog.errors import NotFound
from mentorlog.model.entries import Action, Goal, Kind, Question, Reflection, Session
from mentorlog.model.selection import Selection
from mentorlog.storage.journal import Journal
from tests.entries import ANH, IDENTITY, NOW, TODAY
from tests.storage.stored_rows import add, check_digests, whole


def test_no_question_finds_it(journal: Journal) -> None:
    add(
        journal,
        Session(on=TODAY, text="kept", is_tender=True, areas=(IDENTITY,), people=(ANH,)),
        Goal(on=TODAY, text="kept", is_tender=True),
        Reflection(on=TODAY, text="seen", about=1, goals=(2,)),
        Question(on=TODAY, text="asked", answered_in=1),
        Action(on=TODAY, text="kept", is_tender=True, about=3),
    )
    assert [entry.number for entry in journal.entries()] == [3, 4]
    assert journal.count(Selection(words=("kept",))) == 0
    assert (journal.tallies().entries, journal.tallies().people) == (2, ())
    assert journal.active_goals() == ()
    assert (journal.entries_about(3), journal.evidence(2), journal.goals({2})) == ((), (journal.entry(3),), ())
    assert [tally.sessions for tally in journal.person_tallies()] == [0]
    assert journal.numbers(1, 9) == [3, 4]
    assert journal.newest().number == 4
    with pytest.raises(NotFound):
        journal.newest(Kind.SESSION)
    seen = journal.entry(3)
    assert (seen.about, seen.goals) == (None, ())
    assert isinstance(asked := journal.entry(4), Question)
    assert asked.status == "open"


def test_its_number_opens_it_and_the_whole_journal_holds_it(journal: Journal) -> None:
    add(journal, Reflection(on=TODAY, text="kept", is_tender=True))
    assert journal.entry(1).text == "kept"
    assert [entry.number for entry in journal.entries(Selection(is_tender=True))] == [1]
    assert "kept" in repr(whole(journal))
    assert journal.check().is_intact
    check_digests(journal)


def test_it_ends_and_can_be_taken_back(journal: Journal) -> None:
    (saved,) = add(journal, Reflection(on=TODAY, text="kept", is_tender=True))
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(saved, is_tender=False))
    assert journal.count() == 1
    journal.undo()
    assert journal.count() == 0
