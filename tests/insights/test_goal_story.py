"""A goal as a story: rewordings say what stood before, pauses how long they were."""

from datetime import date

import pytest

from mentorlog.insights.goal_story import goal_story
from mentorlog.model.entries import Event, EventType, Goal, Reflection
from tests.entries import TODAY

CREATED = Event(on=date(2026, 1, 1), what=EventType.CREATED, text="lead")


def event(day: int, what: EventType, text: str = "") -> Event:
    return Event(on=date(2026, 1, day), what=what, text=text)


def steps(*events: Event) -> list[tuple[str, str, int | None]]:
    goal = Goal(on=TODAY, text="lead", events=(CREATED, *events))
    return [(step.event.what.value, step.before, step.days) for step in goal_story(goal, (), today=TODAY).steps[1:]]


def test_a_rewording_says_what_it_replaced() -> None:
    assert steps(
        event(3, EventType.REWORDED, "lead one"), event(4, EventType.CHECKIN, "well"), event(9, EventType.REWORDED, "c")
    ) == [
        ("reworded", "lead", None),
        ("checkin", "", None),
        ("reworded", "lead one", None),
    ]


@pytest.mark.parametrize(
    ("events", "days"),
    [
        ([(3, EventType.PAUSED)], None),
        ([(3, EventType.PAUSED), (10, EventType.RESUMED)], 7),
        ([(3, EventType.PAUSED), (5, EventType.CHECKIN), (10, EventType.REACHED)], 7),
        ([(3, EventType.PAUSED), (3, EventType.DROPPED)], 0),
        ([(3, EventType.PAUSED), (5, EventType.RESUMED), (7, EventType.PAUSED)], 2),
    ],
)
def test_a_pause_lasts_until_the_goal_is_taken_up_reached_or_let_go(
    events: list[tuple[int, EventType]], days: int | None
) -> None:
    assert steps(*[event(day, what) for day, what in events])[0] == ("paused", "", days)


def test_events_are_told_by_day_with_what_stands_behind_the_goal() -> None:
    late, early = event(9, EventType.REACHED), event(2, EventType.CHECKIN, "well")
    behind = (Reflection(on=TODAY, text="I led it"),)
    figure = goal_story(Goal(on=TODAY, text="lead", events=(late, CREATED, early)), behind, today=TODAY)
    assert [step.event for step in figure.steps] == [CREATED, early, late]
    assert (figure.evidence, figure.today) == (behind, TODAY)


def test_a_goal_without_events_has_no_steps() -> None:
    assert goal_story(Goal(on=TODAY, text="lead"), (), today=TODAY).steps == ()
