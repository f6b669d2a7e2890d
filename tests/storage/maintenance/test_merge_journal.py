"""From one journal into another: nothing is lost, twice is once, and it is all or nothing."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.errors import Damaged, NotFound
from mentorlog.exchange.journal_lines import JournalLinesReader, lines
from mentorlog.model.archive import ArchivedEntry, ImportResult, Item
from mentorlog.model.areas import DEFAULT_AREAS, DEFAULT_AREAS_BY_SLUG, Area
from mentorlog.model.entries import Action, Entry, Event, EventType, Goal, Question, Reflection, Session
from mentorlog.model.history import Revision
from mentorlog.model.people import Person
from mentorlog.model.serialization import entry_document
from mentorlog.storage.entries.write_rows import BATCH_SIZE
from mentorlog.storage.journal import Journal, empty_journal
from mentorlog.storage.maintenance import dump_journal
from mentorlog.storage.maintenance.merge_journal import CHUNK, PAGE, SparseIntArray
from tests.entries import ANH, IDENTITY, MEI, NETWORKING, NOW, TODAY, VALIDATION, examples
from tests.storage.stored_rows import CONTENT, PAST, add, add_person, check_digests, dump, whole
from tests.storage.test_history import NAMES, type_any

DRAFT = Reflection(on=TODAY, text="I led the meeting")
LATER = "2026-03-13T10:00:00+00:00"
COMMAND = "c0" * 16
NUMBERS = st.integers(0, 3 * PAGE) | st.integers(0, 2**53)


def given_out(journal: Journal) -> list[Item]:
    """The whole journal, through the lines of its export."""
    return list(JournalLinesReader().read(line.encode() for line in lines(journal.iter_items())))


def take(journal: Journal, items: list[Item]) -> ImportResult:
    return journal.import_items(items, at=LATER)


@pytest.fixture
def other() -> Iterator[Journal]:
    """An empty journal beside the one of the test."""
    with empty_journal(NOW) as journal:
        yield journal


@pytest.fixture
def full(journal: Journal) -> Journal:
    """A journal with every kind of entry, all links, people, areas and a past."""
    with journal.write("area add", at=NOW) as writing:
        music = writing.add_area(Area(slug="music", name="Music", about="What I play"))
        writing.change_area(replace(IDENTITY, position=1, is_paused=True))
        mai = writing.add_person(Person(name="Mai", role="mentor", rhythm="5 weeks"))
    add(
        journal,
        Session(on=TODAY, text="talked", minutes=45, people=(mai, ANH), areas=(IDENTITY, music)),
        Goal(on=TODAY, text="lead", events=(Event(on=TODAY, what=EventType.CREATED, text="lead"),)),
        replace(DRAFT, about=1, goals=(2,), areas=(NETWORKING,)),
        Action(on=TODAY, text="ask", owner=mai, about=1),
        Question(on=TODAY, text="why"),
        Reflection(on=TODAY, text="put away"),
        replace(DRAFT, areas=(VALIDATION,)),
    )
    with journal.write("edit", at=LATER) as writing:
        writing.answer(5, 7)
        writing.change(replace(writing.entry(3), text="We led it", about=7))
        writing.remove(6)
    with journal.write("merge", at=LATER) as writing:
        writing.merge_person(mai, writing.add_person(MEI))
        writing.merge_area(VALIDATION, NETWORKING)
        writing.change(replace(writing.entry(5), title="once more"))
    return journal


def test_an_empty_journal_becomes_equal(full: Journal, other: Journal) -> None:
    taken = take(other, given_out(full))
    assert taken == ImportResult(added=7)
    assert whole(other) == whole(full)
    assert other.entries() == full.entries()
    check_digests(other)
    assert [version.entry for version in other.versions(5)] == [version.entry for version in full.versions(5)]


@given(data=st.data(), names=st.lists(st.sampled_from([*NAMES, "answer", "add"]), max_size=10))
@examples(40)
def test_any_journal_goes_into_an_empty_one_whole(data: st.DataObject, names: list[str]) -> None:
    with empty_journal(NOW) as journal, empty_journal(NOW) as other:
        for name in names:
            type_any(journal, data.draw, name)
        take(other, given_out(journal))
        assert whole(other) == whole(journal)
        check_digests(other)
        state = dump(other)
        again = take(other, given_out(journal))
        assert (again.added, again.conflicts) == (0, ())
        assert dump(other) == state


def test_a_long_journal_is_given_a_chunk_at_a_time(full: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = whole(full)
    monkeypatch.setattr(dump_journal, "CHUNK", 2)
    assert whole(full) == at_once


def test_twice_is_once(full: Journal, other: Journal) -> None:
    items = given_out(full)
    take(other, items)
    before = dump(other)
    assert take(other, items) == ImportResult(known=7)
    assert dump(other) == before
    assert take(full, given_out(full)) == ImportResult(known=7)


@pytest.mark.parametrize("many", [1, 4, CHUNK])
def test_the_same_lines_twice_in_one_file_are_one_entry(
    many: int, full: Journal, other: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorlog.storage.maintenance.merge_journal.CHUNK", many)
    assert take(other, given_out(full) * 2) == ImportResult(added=7, known=7)
    assert whole(other) == whole(full)
    assert take(other, given_out(full) * 2) == ImportResult(known=14)


@pytest.mark.parametrize("many", [1, 2, CHUNK])
def test_the_same_words_twice_are_two_entries_and_the_same_ones_each_time(
    many: int, other: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorlog.storage.maintenance.merge_journal.CHUNK", many)
    items: list[Item] = [replace(item(place, DRAFT), may_repeat=True) for place in (1, 2, 1, 1)]
    assert take(other, items[:3]) == ImportResult(added=3)
    assert take(other, items) == ImportResult(added=1, known=3)
    assert take(other, items) == ImportResult(known=4)
    uids = [entry.uid for entry in other.entries()]
    assert uids[:2] == [f"{place:032x}" for place in (1, 2)]
    assert len(set(uids)) == 4


def test_an_import_is_one_command(full: Journal, other: Journal) -> None:
    before, history = dump(other), other.commands()
    take(other, given_out(full))
    after = dump(other)
    assert [deed.command for deed in other.commands()] == ["import"]
    other.undo()
    assert dump(other) == before
    assert [deed.state for deed in other.commands()] == ["undone", *(deed.state for deed in history)]
    other.redo()
    assert dump(other) == after
    with pytest.raises(NotFound):
        other.redo()


def test_what_came_can_be_changed_taken_back_and_given_on(full: Journal, other: Journal) -> None:
    take(other, given_out(full))
    with other.write("edit", at=LATER) as writing:
        writing.change(replace(writing.entry(1), text="We talked"))
    with empty_journal(NOW) as third:
        take(third, given_out(other))
        assert whole(third) == whole(other)
    assert [version.command.command for version in other.versions(1)] == ["add", "merge", "edit"]
    assert other.versions(1)[0].command.state == "elsewhere"
    other.undo()
    assert whole(other) == whole(full)


def test_numbers_that_are_used_here_are_given_anew_and_links_follow(full: Journal, other: Journal) -> None:
    add(other, DRAFT, replace(DRAFT, text="mine"))
    other.undo()  # 2 is free, but was used
    taken = take(other, given_out(full))
    assert (taken.added, taken.renumbered) == (7, 7)
    assert other.existing_numbers(range(20)) == {1, 3, 4, 5, 6, 7, 8, 9}
    found = {entry.text: entry for entry in other.entries()}
    assert found["We led it"].about == 9
    assert found["We led it"].goals == (found["lead"].number,)
    assert found["ask"].about == found["talked"].number
    question = found["why"]
    assert isinstance(question, Question)
    assert question.answered_in == 9
    check_digests(other)
    past = [version.entry for version in other.versions(question.number)]
    assert isinstance(past[-1], Question)
    assert (past[-1].number, past[-1].answered_in) == (question.number, 9)


def test_a_known_entry_that_says_something_else_stays_as_it_is_here(full: Journal, other: Journal) -> None:
    items = given_out(full)
    take(other, items)
    with other.write("edit", at=LATER) as writing:
        writing.change(replace(writing.entry(1), text="Mine"))
        writing.remove(2)
    before = dump(other)
    assert take(other, items) == ImportResult(known=5, conflicts=(1, 2))
    assert dump(other) == before


def test_people_and_areas_that_are_here_stay_as_they_are_here(full: Journal, other: Journal) -> None:
    add_person(other, "Mei")
    with other.write("area add", at=NOW) as writing:
        writing.add_area(Area(slug="music", name="My music"))
        writing.add_area(Area(slug="food", name="Food"))
    (uid,) = [person.uid for person in other.people()]
    take(other, given_out(full))
    assert [person.uid for person in other.people() if person.name == "Mei"] == [uid]
    assert [area.name for area in other.areas()[-2:]] == ["My music", "Food"]
    assert other.areas()[0].is_paused  # as it is there, since nothing was changed here
    talked = next(entry for entry in other.entries() if entry.text == "talked")
    assert [person.uid for person in talked.people][:1] == [uid]
    check_digests(other)


def test_somebody_who_was_renamed_here_is_known_by_uid(full: Journal, other: Journal) -> None:
    items = given_out(full)
    take(other, items)
    mei = next(person for person in other.people() if person.name == "Mei")
    with other.write("person edit", at=LATER) as writing:
        writing.change_person(replace(mei, name="Mei Chen"))
    assert take(other, items).added == 0
    assert [person.name for person in other.people()] == [
        "Mei Chen" if person.name == "Mei" else person.name for person in full.people()
    ]


def test_the_past_of_what_came_names_the_people_of_this_journal(other: Journal) -> None:
    (here,) = add_person(other, "Mei")
    there = Person(name="Mei", uid="e" * 32)
    draft = Action(on=TODAY, text="ask", people=(there,), owner=there)
    past = Revision(uid=COMMAND, at=NOW, name="edit", document=entry_document(replace(draft, uid="1" * 32)))
    take(other, [there, item(1, draft, past)])
    (version,) = other.versions(1)
    assert isinstance(version.entry, Action)
    assert [version.entry.people, version.entry.owner] == [(here,), here]


def test_an_area_of_ones_own_is_not_lost_to_an_import(other: Journal) -> None:
    with other.write("area add", at=NOW) as writing:
        writing.add_area(Area(slug="music", name="Music"))
    take(other, [*DEFAULT_AREAS[:3]])
    assert len(other.areas()) == 10


def test_areas_alone_replace_the_given_ones(other: Journal) -> None:
    take(other, [NETWORKING, IDENTITY])
    assert other.areas() == (NETWORKING, IDENTITY)
    take(other, [VALIDATION])
    assert other.areas() == (NETWORKING, IDENTITY, VALIDATION)  # they are the journal's own by now
    other.undo()
    other.undo()
    assert other.areas() == DEFAULT_AREAS


# ── Items made by hand ───────────────────────────────────────────────────────────────────────────


def item(place: int, draft: Entry, *past: Revision, number: int = 0) -> ArchivedEntry:
    whole = replace(draft, number=number, uid=f"{place:032x}", written_at=NOW, changed_at=NOW)
    return ArchivedEntry.of(whole, *past)


def test_entries_without_a_number_get_one_and_are_about_nothing(other: Journal) -> None:
    taken = take(other, [item(1, DRAFT), item(2, DRAFT), item(3, Question(on=TODAY, text="why"))])
    assert (taken.added, taken.renumbered) == (3, 0)
    assert [entry.number for entry in other.entries()] == [1, 2, 3]
    assert [entry.about for entry in other.entries()] == [None, None, None]


def test_links_to_what_did_not_come_are_left_out(other: Journal) -> None:
    draft = replace(DRAFT, about=7, goals=(8, 9))
    take(other, [item(1, draft, number=1), item(2, Question(on=TODAY, text="why", answered_in=5), number=2)])
    found = other.entries()
    assert (found[0].about, found[0].goals) == (None, ())
    assert isinstance(found[1], Question)
    assert found[1].answered_in is None


def test_what_is_named_twice_is_there_once(other: Journal) -> None:
    draft = replace(DRAFT, areas=(IDENTITY, IDENTITY), people=(MEI, MEI), goals=(2, 2))
    take(other, [item(1, draft, number=1), item(2, Goal(on=TODAY, text="lead"), number=2)])
    (found, _) = other.entries()
    assert (found.areas, len(found.people), found.goals) == ((IDENTITY,), 1, (2,))


def test_what_only_an_entry_names_comes_with_it(other: Journal) -> None:
    music = Area(slug="music", name="Music")
    mei, anh = replace(MEI, uid="e" * 32), replace(ANH, uid="a" * 32)
    take(other, [item(1, Action(on=TODAY, text="ask", areas=(music,), people=(mei,), owner=anh))])
    (found,) = other.entries()
    assert isinstance(found, Action)
    assert (found.areas, found.people, found.owner) == ((music,), (MEI,), ANH)


def test_a_past_never_joins_a_command_of_this_journal(journal: Journal) -> None:
    add(journal, DRAFT)
    ((uid,),) = [tuple(row) for row in journal._connection.execute("SELECT uid FROM commands")]
    was: dict[str, Any] = {"kind": "reflection", "day": "2026-03-12", "people": ["e" * 32], "visibility": "private"}
    past = Revision(
        uid=uid, at=NOW, name="edit", document={**was, "uid": "1" * 32, "written_at": NOW, "changed_at": NOW}
    )
    take(journal, [item(1, DRAFT, past, past)])
    assert len(journal.versions(2)) == 2
    journal.undo()
    journal.undo()
    assert journal.entries() == ()


def test_a_command_that_touched_several_entries_comes_once(other: Journal) -> None:
    past = Revision(uid=COMMAND, at=NOW, name="session add", document=None)
    take(other, [item(1, DRAFT, past), item(2, DRAFT, past)])
    assert [version.command.command for number in (1, 2) for version in other.versions(number)] == ["session add"] * 2
    rows = other._connection.execute("SELECT uid FROM commands WHERE state = 'elsewhere'").fetchall()
    assert [tuple(row) for row in rows] == [(COMMAND,)]


def test_a_long_past_stays_in_its_order(other: Journal) -> None:
    wording = [f"wording {place}" for place in range(2 * BATCH_SIZE + 1)]
    drafts = [entry_document(replace(DRAFT, text=text, uid=f"{1:032x}")) for text in wording]
    past = [Revision(uid=COMMAND, at=NOW, name="edit", document=document) for document in drafts]
    take(other, [item(1, DRAFT, *past)])
    assert [version.entry.text for version in other.versions(1) if version.entry] == wording


def test_a_trial_tells_what_would_come_and_changes_nothing(full: Journal, other: Journal) -> None:
    before = dump(other, (*CONTENT, *PAST))
    assert other.import_items(given_out(full), at=LATER, is_trial=True).added == 7
    assert dump(other, (*CONTENT, *PAST)) == before


@pytest.mark.parametrize("error", [Damaged("Line 9 can't be read."), OSError("gone"), KeyboardInterrupt()], ids=repr)
def test_what_breaks_halfway_changes_nothing(full: Journal, other: Journal, error: BaseException) -> None:
    def broken() -> Iterator[Item]:
        yield from given_out(full)
        raise error

    before = dump(other, (*CONTENT, *PAST))
    with pytest.raises(type(error)):
        other.import_items(broken(), at=LATER)
    assert dump(other, (*CONTENT, *PAST)) == before
    assert DEFAULT_AREAS_BY_SLUG.keys() == {area.slug for area in other.areas()}


@pytest.mark.parametrize("many", [1, 2, 3])
def test_it_does_not_matter_how_many_are_written_at_once(
    many: int, full: Journal, other: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = given_out(full)
    monkeypatch.setattr("mentorlog.storage.maintenance.merge_journal.CHUNK", many)
    take(other, items)
    assert whole(other) == whole(full)
    assert given_out(other) == items


def test_numbers_that_are_taken_here_go_on_from_the_last(full: Journal, other: Journal) -> None:
    add(other, *[replace(DRAFT, text="here first")] * 3)
    assert take(other, given_out(full)).renumbered == 7
    assert other.existing_numbers(range(20)) == {*range(1, 11)}


def test_memory_is_the_same_however_many_come() -> None:
    def peak(count: int) -> int:
        with empty_journal(NOW) as journal:
            journal.import_items((), at=NOW)
            tracemalloc.start()
            journal.import_items(
                (replace(item(n, DRAFT, number=n), may_repeat=bool(n % 2)) for n in range(1, count)), at=NOW
            )
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            return most

    few, many = peak(2 * CHUNK), peak(8 * CHUNK)
    assert many < 1.5 * few


@given(st.lists(st.tuples(NUMBERS, NUMBERS)), st.lists(NUMBERS))
def test_what_was_put_last_is_found_and_else_a_nought(put: list[tuple[int, int]], asked: list[int]) -> None:
    numbers, known = SparseIntArray("q"), {}
    for number, value in put:
        numbers[number] = known[number] = value
    assert [numbers[number] for number in asked] == [known.get(number, 0) for number in asked]
    assert [numbers[number] for number in known] == list(known.values())


def test_two_of_them_have_nothing_in_common() -> None:
    first, second = SparseIntArray("B"), SparseIntArray("B")
    first[1], second[2] = 1, 2
    assert (first[1], first[2], second[1], second[2]) == (1, 0, 0, 2)
