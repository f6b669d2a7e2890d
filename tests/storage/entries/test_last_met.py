"""Who was met last, and how often: however many sessions there are, few of them are looked at."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.model.entries import Entry, Reflection, Session
from mentorlog.model.people import Person
from mentorlog.storage.entries import last_met
from mentorlog.storage.journal import Journal, empty_journal
from tests.entries import NOW, TODAY, examples
from tests.storage.stored_rows import add

PEOPLE = [Person(name=name) for name in ("Mei", "Ánh", "美恵", "Rosa")]
Written = tuple[int, bool, bool, list[Person]]
written = st.lists(
    st.tuples(
        st.integers(0, 9), st.booleans(), st.booleans(), st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True)
    ),
    max_size=15,
)


def looking_at(monkeypatch: pytest.MonkeyPatch, recent: int, few: int) -> None:
    """Look at so few sessions, and entries, that a small journal is a large one."""
    for name in ("LAST_MET_ALL", "LAST_MET_ACTIVE"):
        query = getattr(last_met, name)
        query = query.replace(f"LIMIT {last_met.RECENT}", f"LIMIT {recent}")
        query = query.replace(f"LIMIT {last_met.FEW}", f"LIMIT {few}").replace(f"< {last_met.FEW}", f"< {few}")
        monkeypatch.setattr(last_met, name, query)


def entry(days: int, people: list[Person], *, is_session: bool, is_tender: bool) -> Entry:
    on, those = TODAY - timedelta(days=days), tuple(people)
    if is_session:
        return Session(on=on, text="x", people=those, is_tender=is_tender)
    return Reflection(on=on, text="x", people=those, is_tender=is_tender)


@given(written=written, recent=st.integers(0, 4), few=st.integers(0, 4))
@examples(60)
def test_it_is_the_last_day_and_the_number_of_the_sessions_in_sight(
    written: list[Written], recent: int, few: int
) -> None:
    expected = {
        person.name: [
            days for days, is_session, is_tender, people in written if is_session and not is_tender and person in people
        ]
        for person in PEOPLE
    }
    with pytest.MonkeyPatch.context() as patched, empty_journal(NOW) as journal:
        looking_at(patched, recent, few)
        fill(journal, written)
        met, last_met = journal.person_tallies(), journal.last_met()
    assert {each.person.name: each.sessions for each in met} == {name: len(days) for name, days in expected.items()}
    assert {each.person.name: each.last for each in met} == {
        name: TODAY - timedelta(days=min(days)) if days else None for name, days in expected.items()
    }
    days = [each.last or date.min for each in met]
    assert days == sorted(days, reverse=True)
    assert [(each.person, each.last) for each in last_met] == [(each.person, each.last) for each in met]


def fill(journal: Journal, written: list[Written]) -> None:
    with journal.write("add", at=NOW) as writing:
        for person in PEOPLE:
            writing.add_person(person)
        for days, is_session, is_tender, people in written:
            writing.add(entry(days, people, is_session=is_session, is_tender=is_tender))


def test_who_rests_is_not_among_those_met_last(journal: Journal) -> None:
    add(journal, entry(3, PEOPLE[:3], is_session=True, is_tender=False))
    mei, anh, _ = journal.people()
    with journal.write("person pause", at=NOW) as writing:
        writing.change_person(replace(mei, state="paused"))
        writing.change_person(replace(anh, state="closed"))
    assert [each.person.name for each in journal.last_met()] == ["美恵"]
    assert {each.person.state: each.sessions for each in journal.person_tallies()} == {"paused": 1, "closed": 1, "": 1}


def test_it_costs_as_much_after_many_sessions_as_after_few(monkeypatch: pytest.MonkeyPatch) -> None:
    looking_at(monkeypatch, recent=10, few=5)

    def cost(sessions: int) -> int:
        with empty_journal(NOW) as journal:
            long_ago: Written = (900, True, False, PEOPLE[3:])
            fill(journal, [long_ago, *((days, True, False, PEOPLE[:1]) for days in range(sessions))])
            return steps(journal)

    assert cost(200) < 1.1 * cost(20)


def steps(journal: Journal) -> int:
    """How many steps of SQLite's machine it takes to say who was met last."""
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1

    journal._connection.set_progress_handler(step, 1)
    journal.last_met()
    return taken
