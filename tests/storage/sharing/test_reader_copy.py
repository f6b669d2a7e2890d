"""What a reader may see is all that there is."""

import sqlite3
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Entry, EntryWithOwner, Feedback, Goal, Question, Reflection, Session
from mentorlog.model.people import Person
from mentorlog.storage.journal import Journal, empty_journal, reader_journal
from tests.entries import ANH, IDENTITY, MEI, NOW, TODAY, VALIDATION, drafts, examples
from tests.storage.stored_rows import add, check_digests, rows


def everything_in(journal: Journal) -> str:
    """Every value of every row of every table."""
    tables = [name for (name,) in rows(journal, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return repr([rows(journal, f"SELECT * FROM {table}") for table in tables])


def test_numbers_links_names_and_areas_are_those_of_the_reader(journal: Journal) -> None:
    family = Area(slug="family", name="Family")
    with journal.write("area add", at=NOW) as writing:
        writing.add_area(family)
    add(
        journal,
        Session(on=TODAY, text="withheld", areas=(family,), people=(Person(name="Nobody"),)),
        Goal(on=TODAY, text="Lead", areas=(IDENTITY,), people=(ANH,)),
        Reflection(on=TODAY, text="b", about=1, goals=(2,), areas=(VALIDATION,)),
        Question(on=TODAY, text="q", answered_in=1),
        Question(on=TODAY, text="r", answered_in=3),
        Action(on=TODAY, text="a", about=3, owner=MEI),
        Feedback(on=TODAY, text="f", about=3, owner=ANH),
    )
    chosen = [entry for entry in journal.entries() if entry.number != 1]
    numbers = {entry.number: place for place, entry in enumerate(chosen, start=1)}
    initials = {person.uid: f"{person.name[0]}." for person in journal.people()}
    with reader_journal(chosen, numbers=numbers, names=initials) as theirs:
        found = theirs.entries()
        assert [entry.number for entry in found] == [1, 2, 3, 4, 5, 6]
        assert [entry.about for entry in found] == [None, None, None, None, 2, 2]
        assert [entry.answered_in for entry in found if isinstance(entry, Question)] == [None, 2]
        assert found[1].goals == (1,)
        assert [person.name for person in theirs.people()] == ["Á.", "M."]
        assert [entry.owner and entry.owner.name for entry in found if isinstance(entry, EntryWithOwner)] == [
            "M.",
            "Á.",
        ]
        assert [area.slug for area in theirs.areas()] == ["identity", "validation"]
        assert theirs.tallies().entries == 6
        assert theirs.commands() == ()
        check_digests(theirs)
        assert not any(word in everything_in(theirs) for word in ("withheld", "Nobody", "family", "Family"))


@given(data=st.data())
@examples(60)
def test_whatever_is_withheld_is_not_there(data: st.DataObject) -> None:
    with empty_journal(NOW) as journal:
        for place in range(data.draw(st.integers(1, 5))):
            draft = data.draw(drafts(numbers=range(1, place + 1)))
            add(journal, replace(draft, title=f"sentinel-{place + 1}-"))
        every = journal.entries()
        chosen = [entry for entry in every if data.draw(st.booleans())]
        with reader_journal(chosen, numbers={entry.number: entry.number + 50 for entry in chosen}) as theirs:
            held = everything_in(theirs)
            for entry in every:
                is_chosen = entry in chosen
                assert (f"sentinel-{entry.number}-" in held, entry.uid in held) == (is_chosen, is_chosen)
            assert [_without_links(entry) for entry in theirs.entries()] == [_without_links(entry) for entry in chosen]


def _without_links(entry: Entry) -> Entry:
    bare = replace(entry, about=None, goals=(), areas=entry.areas)
    return replace(bare, answered_in=None) if isinstance(bare, Question) else bare


def test_it_can_not_reach_a_file() -> None:
    with reader_journal((), numbers={}) as theirs:
        assert theirs.entries() == ()
        assert isinstance(theirs._connection, sqlite3.Connection)
        assert rows(theirs, "PRAGMA database_list")[0][2] == ""
