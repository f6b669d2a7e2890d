"""How goals and actions change: every change is an event, and what they are now follows."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.model.entries import Action, Event, EventType, Goal
from mentorlog.model.event_replay import (
    apply_action_event,
    apply_goal_event,
    correct_goal,
    replay_events,
)
from tests.entries import events, examples

DAYS = [date(2026, 1, day) for day in range(1, 8)]
CREATED = Event(on=DAYS[1], what=EventType.CREATED, text="lead")
GOAL = Goal(on=DAYS[1], text="lead", events=(CREATED,))
ACTION = Action(on=DAYS[1], text="ask")


def event(day: int, what: EventType, text: str = "", percent: int | None = None, count: int | None = None) -> Event:
    return Event(on=DAYS[day], what=what, text=text, percent=percent, count=count)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ([], ("lead", "active", None, None)),
        ([event(2, EventType.CHECKIN, percent=20)], ("lead", "active", 20, None)),
        (
            [event(3, EventType.CHECKIN, percent=40), event(2, EventType.CHECKIN, percent=20)],
            ("lead", "active", 40, None),
        ),
        ([event(2, EventType.CHECKIN, count=3), event(3, EventType.CHECKIN, "so so")], ("lead", "active", None, 3)),
        ([event(2, EventType.CHECKIN, percent=0)], ("lead", "active", 0, None)),
        ([event(2, EventType.CHECKIN, percent=50), event(3, EventType.CHECKIN, count=3)], ("lead", "active", None, 3)),
        ([event(2, EventType.CHECKIN, count=3), event(3, EventType.CHECKIN, percent=50)], ("lead", "active", 50, 3)),
        ([event(2, EventType.REWORDED, "lead one")], ("lead one", "active", None, None)),
        ([event(3, EventType.REWORDED, "b"), event(2, EventType.REWORDED, "a")], ("b", "active", None, None)),
        ([event(2, EventType.PAUSED)], ("lead", "paused", None, None)),
        ([event(2, EventType.PAUSED), event(3, EventType.RESUMED)], ("lead", "active", None, None)),
        ([event(2, EventType.REACHED), event(3, EventType.RESUMED)], ("lead", "active", None, None)),
        ([event(3, EventType.REACHED), event(2, EventType.PAUSED)], ("lead", "reached", None, None)),
        ([event(2, EventType.DROPPED)], ("lead", "dropped", None, None)),
    ],
)
def test_a_goal_is_what_its_events_made_of_it(
    happened: list[Event], expected: tuple[str, str, int | None, int | None]
) -> None:
    goal = GOAL
    for each in happened:
        goal = apply_goal_event(goal, each)
    assert (goal.text, goal.status, goal.percent, goal.count) == expected
    assert [each.on for each in goal.events] == sorted(each.on for each in goal.events)


def test_a_goal_without_events_keeps_its_words() -> None:
    goal = replay_events(replace(GOAL, status="reached", percent=9), ())
    assert (goal.text, goal.status, goal.percent) == ("lead", "active", None)


@given(happened=st.lists(events(*EventType), max_size=6))
@examples(100)
def test_telling_the_events_again_changes_nothing(happened: list[Event]) -> None:
    once = replay_events(GOAL, (CREATED, *happened))
    assert replay_events(once, once.events) == once


@pytest.mark.parametrize(
    ("happened", "on", "told"),
    [
        ([], DAYS[1], [(1, "right")]),
        ([], DAYS[0], [(0, "right")]),
        ([event(3, EventType.REWORDED, "b")], DAYS[1], [(1, "lead"), (3, "right")]),
        ([event(3, EventType.CHECKIN, "so so")], DAYS[1], [(1, "right"), (3, "so so")]),
        ([event(3, EventType.CHECKIN, "so so")], DAYS[5], [(3, "so so"), (5, "right")]),
        ([event(3, EventType.REWORDED, "b")], DAYS[5], [(3, "b"), (5, "right")]),
    ],
)
def test_a_goal_put_right_by_hand_has_its_words_and_day(
    happened: list[Event], on: date, told: list[tuple[int, str]]
) -> None:
    goal = correct_goal(replace(replay_events(GOAL, (CREATED, *happened)), text="right", on=on))
    assert goal.text == "right"
    assert [(DAYS.index(each.on), each.text) for each in goal.events] == told


def test_a_goal_without_events_can_be_put_right() -> None:
    assert correct_goal(replace(GOAL, text="right", events=())).text == "right"


def test_an_action_is_done_dropped_and_open_again() -> None:
    done = apply_action_event(ACTION, event(2, EventType.DONE), outcome="worked")
    assert (done.status, done.outcome, done.told) == ("done", "worked", False)
    told = apply_action_event(done, event(3, EventType.DONE), told=True)
    assert (told.status, told.outcome, told.told) == ("done", "worked", True)
    again = apply_action_event(told, event(4, EventType.DONE), outcome="did-not-work")
    assert (again.outcome, again.told) == ("did-not-work", True)
    reopened = apply_action_event(again, event(5, EventType.REOPENED))
    assert (reopened.status, reopened.outcome, reopened.told) == ("open", "", False)
    assert apply_action_event(reopened, event(6, EventType.DROPPED)).status == "dropped"
    assert len(reopened.events) == 4
