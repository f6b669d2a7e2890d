"""Writing: what is saved comes back equal, and one command is one transaction."""

from dataclasses import replace

import pytest
from hypothesis import example, given

from mentorlog.errors import InvalidInput, MentorlogError, NotFound
from mentorlog.model.areas import DEFAULT_AREAS, Area
from mentorlog.model.entries import Action, Entry, Goal, Question, Reflection, Session
from mentorlog.model.people import Person
from mentorlog.storage.journal import Journal, empty_journal
from tests.entries import ANH, IDENTITY, MEI, NETWORKING, NOW, TODAY, VALIDATION, drafts, examples
from tests.storage.stored_rows import CONTENT, PAST, add, add_person, check_digests, dump, rows

LATER = "2026-03-13T10:00:00+00:00"
DRAFT = Reflection(on=TODAY, text="I led the meeting")


@given(draft=drafts(numbers=(1, 2)))
@example(draft=Reflection(on=TODAY, text="NUL\x00 and \U0010ffff and e\u0301", title="\x00"))
@examples(80)
def test_any_entry_comes_back_as_it_was_saved(draft: Entry) -> None:
    with empty_journal(NOW) as journal:
        add(journal, Goal(on=TODAY, text="lead"), Session(on=TODAY, text="talked"))
        (saved,) = add(journal, draft)
        assert saved == draft
        assert journal.entry(3) == saved
        assert (saved.number, saved.written_at, saved.changed_at) == (3, NOW, NOW)
        check_digests(journal)


def test_each_entry_has_a_number_and_a_uid_of_its_own(journal: Journal) -> None:
    first, second = add(journal, DRAFT, DRAFT)
    assert (first.number, second.number) == (1, 2)
    assert first.uid != second.uid
    assert len(first.uid) == 32


def test_a_change_takes_the_place_of_what_was_there(journal: Journal) -> None:
    (saved,) = add(journal, replace(DRAFT, areas=(IDENTITY, NETWORKING), people=(MEI,)))
    with journal.write("edit", at=LATER) as writing:
        kept = writing.entry_of_kind(1, Reflection)
        changed = writing.change(replace(kept, text="We led it", areas=(VALIDATION,), people=(ANH,)))
    assert journal.entry(1) == changed
    assert (changed.text, changed.areas, changed.people) == ("We led it", (VALIDATION,), (ANH,))
    assert (changed.uid, changed.written_at, changed.changed_at) == (saved.uid, NOW, LATER)
    check_digests(journal)


def test_an_entry_of_another_kind_is_refused(journal: Journal) -> None:
    add(journal, DRAFT)
    with pytest.raises(NotFound, match="wrong-kind"), journal.write("goal", at=NOW) as writing:
        writing.entry_of_kind(1, Goal)


def test_what_was_put_away_is_gone_until_it_is_restored(journal: Journal) -> None:
    (saved,) = add(journal, DRAFT)
    with journal.write("remove", at=LATER) as writing:
        assert writing.remove(1).removed_at == LATER
    assert (journal.entries(), journal.count()) == ((), 0)
    assert (journal.numbers(1, 9), journal.numbers(1, 9, removed=True)) == ([], [1])
    with pytest.raises(NotFound, match="removed"):
        journal.entry(1)
    with journal.write("restore", at=LATER) as writing:
        writing.restore(1)
    assert journal.entries() == (saved,)
    assert journal.numbers(1, 9) == [1]


def test_what_was_put_away_can_not_be_put_away_again(journal: Journal) -> None:
    add(journal, DRAFT, DRAFT)
    with journal.write("remove", at=NOW) as writing:
        writing.remove(1)
    with pytest.raises(NotFound, match="removed"), journal.write("remove", at=NOW) as writing:
        writing.remove(1)
    with pytest.raises(InvalidInput, match="not-removed"), journal.write("restore", at=NOW) as writing:
        writing.restore(2)


@pytest.mark.parametrize("name", ["entry", "remove", "restore"])
def test_a_number_never_used_is_not_found(journal: Journal, name: str) -> None:
    with pytest.raises(NotFound, match="no-entry"), journal.write(name, at=NOW) as writing:
        getattr(writing, name)(7)


def test_links_to_what_was_put_away_are_kept_but_not_shown(journal: Journal) -> None:
    add(journal, Goal(on=TODAY, text="lead"), Session(on=TODAY, text="talked"))
    linked = [replace(DRAFT, about=2, goals=(1,)), Action(on=TODAY, text="ask", about=2, goals=(1,))]
    linked += [Question(on=TODAY, text="why", answered_in=2)]
    before = add(journal, *linked)
    with journal.write("remove", at=NOW) as writing:
        writing.remove(1)
        writing.remove(2)
    shown = journal.entries()
    assert [(entry.about, entry.goals) for entry in shown] == [(None, ())] * 3
    assert isinstance(shown[2], Question)
    assert shown[2].status == "open"
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(writing.entry(3), title="still about it"))
        writing.restore(1)
        writing.restore(2)
    assert journal.entries()[2:] == (replace(before[0], title="still about it"), *before[1:])


def test_an_answer_is_noted_with_its_question(journal: Journal) -> None:
    add(journal, Question(on=TODAY, text="why"), DRAFT)
    with journal.write("answer", at=NOW) as writing:
        assert writing.answer(1, 2).status == "answered"
    assert [entry.number for entry in journal.entries_about(2)] == [1]


def test_people_who_are_new_come_with_the_entry(journal: Journal) -> None:
    (mei,) = add_person(journal, "Mei")
    saved, other = add(
        journal,
        Action(on=TODAY, text="ask", people=(MEI, ANH), owner=Person(name="Bảo")),
        Action(on=TODAY, text="ask", people=(ANH,), owner=ANH),
    )
    assert [person.name for person in journal.people()] == ["Mei", "Ánh Nguyễn", "Bảo"]
    assert saved.people[0].uid == mei.uid
    assert saved.owner
    assert saved.owner.uid == journal.people()[2].uid
    assert other.owner
    assert other.owner.uid == other.people[0].uid == saved.people[1].uid


def test_a_change_may_bring_somebody_new(journal: Journal) -> None:
    add(journal, DRAFT)
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(writing.entry(1), people=(MEI,)))
    assert [person.name for person in journal.people()] == ["Mei"]


def test_a_name_stands_for_one_person(journal: Journal) -> None:
    mei, anh = add_person(journal, "Mei", "Ánh")
    with pytest.raises(InvalidInput, match="person-exists"):
        add_person(journal, "Mei")
    with pytest.raises(InvalidInput, match="name-taken"), journal.write("person edit", at=NOW) as writing:
        writing.change_person(replace(anh, name="Mei"))
    with journal.write("person edit", at=NOW) as writing:
        writing.change_person(replace(mei, name="Mei Chen", role="mentor", rhythm="5 weeks"))
    assert journal.people()[0] == Person(name="Mei Chen", role="mentor", rhythm="5 weeks")
    check_digests(journal)


def test_areas_come_at_the_end_and_keep_their_place(journal: Journal) -> None:
    music = Area(slug="music", name="Music")
    with journal.write("area add", at=NOW) as writing:
        assert writing.add_area(music).position == 10
    with journal.write("area pause", at=NOW) as writing:
        writing.change_area(replace(journal.areas()[0], name="Who I am", is_paused=True))
    assert [area.label for area in journal.areas()] == ["Who I am", *(area.slug for area in DEFAULT_AREAS[1:]), "Music"]
    with pytest.raises(InvalidInput, match="area-exists"), journal.write("area add", at=NOW) as writing:
        writing.add_area(music)
    check_digests(journal)


def test_merged_people_stand_wherever_they_stood(journal: Journal) -> None:
    old, new = add_person(journal, "Mai", "Mei")
    add(
        journal,
        replace(DRAFT, people=(old, new)),
        Action(on=TODAY, text="ask", owner=old),
        Action(on=TODAY, text="ask", owner=new, people=(old,)),
        replace(DRAFT, people=(new,)),
    )
    before = dump(journal)
    with journal.write("person merge", at=NOW) as writing:
        writing.remove(4)
        assert writing.merge_person(old, new) == 3
    assert journal.people() == (new,)
    entries = journal.entries()
    assert [entry.people for entry in entries] == [(new,), (), (new,)]
    assert [entry.owner for entry in entries if isinstance(entry, Action)] == [new, new]
    check_digests(journal)
    journal.undo()
    assert dump(journal) == before


def test_merged_areas_stand_wherever_they_stood(journal: Journal) -> None:
    add(journal, replace(DRAFT, areas=(IDENTITY, NETWORKING)), replace(DRAFT, areas=(IDENTITY,)), DRAFT)
    before = dump(journal)
    identity, networking = journal.areas()[:2]
    with journal.write("area merge", at=NOW) as writing:
        assert writing.merge_area(identity, networking) == 2
    assert IDENTITY not in journal.areas()
    assert [entry.areas for entry in journal.entries()] == [(NETWORKING,), (NETWORKING,), ()]
    check_digests(journal)
    journal.undo()
    assert dump(journal) == before
    journal.redo()
    assert len(journal.areas()) == 8


def test_a_command_that_fails_leaves_nothing(journal: Journal) -> None:
    def interrupted() -> None:
        with journal.write("session add", at=NOW) as writing:
            writing.add(Session(on=TODAY, text="talked", people=(MEI,)))
            writing.remove(1)
            writing.add_area(Area(slug="music", name="Music"))
            raise KeyboardInterrupt

    add(journal, DRAFT)
    before = dump(journal, (*CONTENT, *PAST))
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert dump(journal, (*CONTENT, *PAST)) == before
    assert not journal._connection.in_transaction
    assert add(journal, DRAFT)[0].number == 2


def test_an_error_of_sqlite_that_ends_the_transaction_is_told(journal: Journal) -> None:
    def fails() -> None:
        with journal.write("add", at=NOW) as writing:
            writing.add(DRAFT)
            journal._connection.execute("ROLLBACK")  # as SQLite does by itself when the disk is full
            raise MentorlogError("meant")

    with pytest.raises(MentorlogError, match="meant"):
        fails()
    assert journal.count() == 0


def test_a_number_is_never_used_again(journal: Journal) -> None:
    add(journal, DRAFT, DRAFT)
    journal.undo()
    assert add(journal, DRAFT)[0].number == 3
    journal.undo()
    journal.undo()
    assert add(journal, DRAFT)[0].number == 4
    assert rows(journal, "SELECT number FROM entries") == [(4,)]
