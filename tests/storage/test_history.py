"""The line of commands: taking back, doing again, and what an entry used to be."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.errors import MentorlogError, NotFound
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Goal, Question, Reflection
from mentorlog.model.people import Person
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.journal import Journal, empty_journal
from tests.entries import MEI, NOW, TODAY, drafts, examples
from tests.storage.stored_rows import CONTENT, add, add_person, check_digests, dump, rows

DRAFT = Reflection(on=TODAY, text="I led the meeting")
LATER = "2026-03-13T10:00:00+00:00"

# ── Any commands at all ──────────────────────────────────────────────────────────────────────────


class Commands:
    """Commands as somebody might type them, right or wrong; `draw` chooses."""

    def __init__(self, journal: Journal, writing: Transaction, draw: Callable[[Any], Any]) -> None:
        self.journal, self.writing, self.draw = journal, writing, draw

    def number(self) -> int:
        return int(self.draw(st.integers(1, 6)))

    def area(self) -> Area:
        return self.draw(st.sampled_from(self.journal.areas()))  # type: ignore[no-any-return]

    def person(self) -> Person:
        return self.draw(st.sampled_from([*self.journal.people(), MEI]))  # type: ignore[no-any-return]

    def draft(self) -> Entry:
        people = tuple({person.name: person for person in (self.person(), Person(name="Ánh"))}.values())
        numbers = self.journal.numbers(1, 99)
        return self.draw(drafts(self.journal.areas()[:3], people, numbers))  # type: ignore[no-any-return]

    def add(self) -> None:
        self.writing.add(self.draft())

    def add_two(self) -> None:
        self.add()
        self.add()

    def change(self) -> None:
        kept, draft = self.writing.entry(self.number()), self.draft()
        if draft.kind is not kept.kind:  # which nothing changes
            shared = {name: getattr(draft, name) for name in ("on", "title", "text", "areas", "people", "about")}
            draft = replace(kept, **shared)
        self.writing.change(replace(draft, number=kept.number, uid=kept.uid, written_at=kept.written_at))

    def remove(self) -> None:
        self.writing.remove(self.number())

    def restore(self) -> None:
        self.writing.restore(self.number())

    def answer(self) -> None:
        self.writing.answer(self.number(), self.writing.entry(self.number()).number)

    def add_person(self) -> None:
        self.writing.add_person(Person(name=self.draw(st.sampled_from(["Mei", "Bảo", "윤가람"]))))

    def change_person(self) -> None:
        self.writing.change_person(replace(self.person(), name=self.draw(st.sampled_from(["Mei", "Kozue"]))))

    def merge_people(self) -> None:
        old, new = self.person(), self.person()
        if old.uid and new.uid and old != new:
            self.writing.merge_person(old, new)

    def add_area(self) -> None:
        self.writing.add_area(Area(slug=self.draw(st.sampled_from(["music", "food"])), name="Mine"))

    def change_area(self) -> None:
        area = self.area()
        self.writing.change_area(replace(area, is_paused=not area.is_paused))

    def merge_areas(self) -> None:
        old, new = self.area(), self.area()
        if old != new:
            self.writing.merge_area(old, new)


NAMES = sorted(name for name in vars(Commands) if name.split("_")[0] in ("add", "change", "remove", "restore", "merge"))


def type_any(journal: Journal, draw: Callable[[Any], Any], name: str) -> bool:
    """Whether the command called `name` was done."""
    try:
        with journal.write(name, at=NOW) as writing:
            getattr(Commands(journal, writing, draw), name)()
    except (MentorlogError, KeyError):
        return False
    return True


@given(data=st.data(), names=st.lists(st.sampled_from([*NAMES, "add_two", "answer"]), max_size=10))
@examples(30)
def test_everything_can_be_taken_back_and_done_again(data: st.DataObject, names: list[str]) -> None:
    with empty_journal(NOW) as journal:
        states = [dump(journal)]
        for name in names:
            if type_any(journal, data.draw, name):
                states.append(dump(journal))
            assert dump(journal) == states[-1]
        check_digests(journal)
        for state in states[-2::-1]:
            journal.undo()
            assert dump(journal) == state
        with pytest.raises(NotFound, match="nothing-to-undo"):
            journal.undo()
        check_digests(journal)
        for state in states[1:]:
            journal.redo()
            assert dump(journal) == state
        with pytest.raises(NotFound, match="nothing-to-redo"):
            journal.redo()
        check_digests(journal)
        assert rows(journal, "PRAGMA foreign_key_check") == []


# ── One by one ───────────────────────────────────────────────────────────────────────────────────


def test_a_new_write_ends_redo(journal: Journal) -> None:
    add(journal, DRAFT, DRAFT)
    journal.undo()
    add(journal, DRAFT)
    with pytest.raises(NotFound, match="nothing-to-redo"):
        journal.redo()
    assert [deed.state for deed in journal.commands()] == ["done", "dropped", "done"]
    journal.undo()
    journal.undo()
    assert journal.entries() == ()


def test_a_command_is_taken_back_as_a_whole(journal: Journal) -> None:
    with journal.write("session add", at=LATER) as writing:
        writing.add(replace(DRAFT, people=(MEI,)))
        writing.add(DRAFT)
        writing.change_area(replace(journal.areas()[0], about="Who I am"))
    deed = journal.undo()
    assert (deed.command, deed.at, deed.numbers, deed.names) == ("session add", LATER, (1, 2), ("Mei", "identity"))
    assert (journal.entries(), journal.people()) == ((), ())
    assert journal.redo().names == ("Mei", "identity")
    assert journal.count() == 2


def test_what_was_done_is_listed_newest_first(journal: Journal) -> None:
    add_person(journal, "Mei")
    add(journal, DRAFT)
    with journal.write("remove", at=LATER) as writing:
        writing.remove(1)
    journal.undo()
    found = [(deed.command, deed.at, deed.state, deed.numbers, deed.names) for deed in journal.commands()]
    assert found == [
        ("remove", LATER, "undone", (1,), ()),
        ("add", NOW, "done", (1,), ()),
        ("person add", NOW, "done", (), ("Mei",)),
    ]
    assert [deed.command for deed in journal.commands(1)] == ["remove"]


def test_somebody_who_is_gone_is_named_as_they_were(journal: Journal) -> None:
    mai, mei = add_person(journal, "Mai", "Mei")
    with journal.write("person merge", at=NOW) as writing:
        writing.merge_person(mai, mei)
    assert [deed.names for deed in journal.commands()] == [("Mai",), ("Mai", "Mei")]
    journal.undo()
    journal.undo()
    assert [deed.names for deed in journal.commands()] == [("Mai",), ("Mai", "Mei")]


def test_an_entry_tells_what_it_used_to_be(journal: Journal) -> None:
    (first,) = add(journal, replace(DRAFT, people=(MEI,), areas=journal.areas()[:1]))
    for text in ("We led it", "They led it"):
        with journal.write("edit", at=LATER) as writing:
            writing.change(replace(writing.entry(1), text=text))
    versions = journal.versions(1)
    assert [version.command.command for version in versions] == ["add", "edit", "edit"]
    assert [version.entry for version in versions] == [None, first, replace(first, text="We led it")]
    journal.undo()
    assert len(journal.versions(1)) == 2


def test_the_past_of_what_was_put_away_can_be_read(journal: Journal) -> None:
    add(journal, DRAFT)
    with journal.write("remove", at=LATER) as writing:
        writing.remove(1)
    assert len(journal.versions(1)) == 2
    with pytest.raises(NotFound, match="no-entry"):
        journal.versions(2)


def test_what_was_taken_back_has_no_past(journal: Journal) -> None:
    add(journal, DRAFT)
    journal.undo()
    with pytest.raises(NotFound, match="no-entry"):
        journal.versions(1)


def test_links_in_a_circle_can_be_taken_back(journal: Journal) -> None:
    before = dump(journal, CONTENT)
    add(journal, Question(on=TODAY, text="why"), Goal(on=TODAY, text="lead"))
    with journal.write("edit", at=NOW) as writing:
        writing.change(replace(writing.entry(1), about=1))
        writing.change(replace(writing.entry(2), about=1, goals=(2,)))
        writing.answer(1, 2)
    for _ in range(3):
        journal.undo()
    assert dump(journal, CONTENT) == before
    for _ in range(3):
        journal.redo()
    assert [entry.about for entry in journal.entries()] == [1, 1]
