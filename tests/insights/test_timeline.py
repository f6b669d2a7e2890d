"""The timeline: every entry once, under what it is about, and what happened to goals between."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.dates import Period
from mentorlog.insights.timeline import MAX_DEPTH, Thread, Timeline, covered_period, newest_first, timeline
from mentorlog.model.entries import Checkin, Entry, Event, EventType, Goal, Reflection, Session
from tests.entries import TODAY, examples

JAN = [date(2026, 1, day) for day in range(1, 29)]
GOAL = Goal(
    number=50,
    on=JAN[0],
    text="lead",
    events=(
        Event(on=JAN[0], what=EventType.CREATED, text="lead"),
        Event(on=JAN[4], what=EventType.CHECKIN, percent=20),
        Event(on=JAN[5], what=EventType.PAUSED),
        Event(on=JAN[9], what=EventType.CHECKIN, percent=20),
        Event(on=JAN[9], what=EventType.CHECKIN, percent=20),
    ),
)


def entry(number: int, about: int | None = None, on: date = JAN[0]) -> Reflection:
    return Reflection(number=number, on=on, about=about)


def told(*entries: Entry, goals: tuple[Goal, ...] = (), period: Period | None = None) -> Timeline:
    return timeline(entries, goals, goals, total=len(entries), period=period, today=TODAY)


def numbers(thread: Thread) -> object:
    """A thread as numbers: 1, or (1, [2, 3]) where 2 and 3 stand under it."""
    return (thread.entry.number, [numbers(under) for under in thread.under]) if thread.under else thread.entry.number


def shape(figure: Timeline) -> list[object]:
    return [numbers(thread) for month in figure.months for day in month.days for thread in day.threads]


def all_in(thread: Thread) -> list[int]:
    return [thread.entry.number, *(number for under in thread.under for number in all_in(under))]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({1: None, 2: None}, [1, 2]),
        ({1: None, 2: 1, 3: 1}, [(1, [2, 3])]),
        ({1: None, 2: 1, 3: 2}, [(1, [(2, [3])])]),
        ({1: 2, 2: None}, [(2, [1])]),
        ({1: 9, 2: None}, [1, 2]),
        ({1: 1}, [1]),
        ({1: 2, 2: 1}, [(2, [1])]),
        ({1: 2, 2: 3, 3: 1, 4: 2}, [(3, [(2, [1, 4])])]),
    ],
)
def test_an_entry_stands_under_what_it_is_about(about: dict[int, int | None], expected: list[object]) -> None:
    assert shape(told(*[entry(number, of) for number, of in about.items()])) == expected


@given(about=st.lists(st.none() | st.integers(0, 12), max_size=12))
@examples(100)
def test_every_entry_is_told_once_whatever_it_is_about(about: list[int | None]) -> None:
    figure = told(*[entry(number, of, JAN[number]) for number, of in enumerate(about, start=1)])
    threads = [thread for month in figure.months for day in month.days for thread in day.threads]
    assert sorted(number for thread in threads for number in all_in(thread)) == list(range(1, len(about) + 1))


def test_a_long_chain_is_told_without_going_ever_deeper() -> None:
    figure = told(*[entry(number, number - 1 or None) for number in range(1, 3001)])
    ((thread,),) = [day.threads for month in figure.months for day in month.days]
    assert len(all_in(thread)) == 3000
    depth = 0
    while thread.under:
        thread, depth = thread.under[-1], depth + 1
    assert depth == MAX_DEPTH


def test_an_entry_names_the_goals_that_it_stands_behind() -> None:
    session = Session(number=1, on=JAN[1], goals=(50, 51))
    figure = told(session, goals=(GOAL,))
    assert figure.months[0].days[0].threads[0].goals == (GOAL,)


def test_what_happened_to_goals_stands_between_the_days() -> None:
    figure = told(entry(1), entry(2, on=JAN[20]), goals=(GOAL,))
    found = [(day.on.day, [h.event.what for h in day.goal_events]) for day in figure.months[0].days]
    checkin = EventType.CHECKIN
    assert found == [(1, []), (5, [checkin]), (6, [EventType.PAUSED]), (10, [checkin, checkin]), (21, [])]
    assert [h.before for day in figure.months[0].days for h in day.goal_events] == [None, 20, 20, 20]


def test_what_happened_outside_the_days_is_not_told() -> None:
    happened = [
        h.event.on.day
        for month in told(entry(1, on=JAN[5]), goals=(GOAL,), period=Period(JAN[5], JAN[9])).months
        for day in month.days
        for h in day.goal_events
    ]
    assert happened == [6]
    assert told(goals=(GOAL,)).months == ()
    assert len(told(goals=(GOAL,), period=Period(JAN[0], JAN[27])).months[0].days) == 3


def test_days_stand_in_their_months() -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)]
    figure = told(*[entry(place, on=on) for place, on in enumerate(days, start=1)])
    months = [(month.first, [day.on for day in month.days]) for month in figure.months]
    assert months == [(date(2025, 12, 1), days[:1]), (date(2026, 1, 1), days[1:])]


def test_told_backwards_the_newest_stands_first() -> None:
    figure = told(entry(1), entry(2), entry(3, on=JAN[3]), entry(4, on=date(2026, 2, 1)))
    backwards = newest_first(figure)
    assert [each.number for each in backwards.entries] == [4, 3, 2, 1]
    assert [day.on for month in backwards.months for day in month.days] == [date(2026, 2, 1), JAN[3], JAN[0]]
    assert (backwards.is_newest_first, figure.is_newest_first) == (True, False)
    assert replace(newest_first(backwards), is_newest_first=False) == figure


def test_without_a_period_it_covers_its_entries() -> None:
    first, last = entry(1), entry(2, on=JAN[3])
    assert covered_period((first, last), None) == Period(JAN[0], JAN[3] + timedelta(days=1))
    assert covered_period((), None) is None
    assert covered_period((first,), Period(JAN[0], JAN[9])) == Period(JAN[0], JAN[9])


def test_a_check_in_keeps_its_own_day_whatever_it_looks_back_at() -> None:
    then, now = Checkin(number=1, on=JAN[0]), Checkin(number=2, on=JAN[20], about=1, then_rating=2)
    assert [numbers(thread) for month in told(then, now).months for day in month.days for thread in day.threads] == [
        1,
        2,
    ]
