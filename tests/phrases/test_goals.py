"""How goals and actions stand, in words."""

from dataclasses import replace

import pytest

from mentorlog.model.entries import Action, Event, EventType, Goal
from mentorlog.phrases import goals
from tests.views import figures as made


@pytest.mark.parametrize(
    ("action", "state", "waiting", "waiting_long"),
    [
        (made.READ, "open", "since 14 Jan", "open since 14 January"),
        (made.SEND, "due tomorrow", "due tomorrow", "due tomorrow"),
        (replace(made.SEND, due=made.TODAY), "due today", "due today", "due today"),
        (replace(made.SEND, due=made.day(3, 11)), "was due yesterday", "was due yesterday", "was due yesterday"),
        (replace(made.SEND, due=made.day(2, 20)), "was due 20 Feb", "was due 20 Feb", "was due on 20 February"),
        (replace(made.SEND, due=made.day(1, 2, 2027)), *("due 2 Jan 2027",) * 2, "due on 2 January 2027"),
    ],
)
def test_says_what_an_action_waits_for(action: Action, state: str, waiting: str, waiting_long: str) -> None:
    assert goals.action_state(action, made.TODAY) == state
    assert goals.due_or_since(action, made.TODAY) == waiting
    assert goals.due_or_since(action, made.TODAY, in_full=True) == waiting_long


def test_says_what_became_of_an_action() -> None:
    dropped = replace(made.DROPPED, events=(Event(on=made.day(3, 6), what=EventType.DROPPED),))
    assert goals.action_state(made.NAME, made.TODAY) == "done 2 Feb, worked"
    assert goals.action_state(dropped, made.TODAY) == "dropped 6 Mar"
    assert goals.action_state(made.DROPPED, made.TODAY) == "dropped"
    assert goals.detailed_state(replace(made.NAME, told=True), made.TODAY) == "done 2 Feb, worked, reported back"


def test_says_how_any_entry_stands() -> None:
    stands = [goals.state(entry, made.TODAY) for entry in (made.LEAD, made.LET_GO, made.ANSWERED, made.DINNER)]
    assert stands == ["60 %", "dropped", "answered in 138", ""]


@pytest.mark.parametrize(
    ("goal", "short", "long", "percent"),
    [
        (made.LEAD, "60 %", "60 percent", 60),
        (made.FIVE, "2 of 5", "2 of 5", 40),
        (made.HOME, "a direction, seen 10 Mar", "a direction, last noticed on 10 March", None),
        (made.UNSEEN, "a direction", "a direction", None),
        (made.UNCOUNTED, "3 so far", "3 so far", None),
        (made.SILENT, "", "", None),
        (replace(made.FIVE, count=9), "9 of 5", "9 of 5", 100),
        (replace(made.FIVE, count=None), "0 of 5", "0 of 5", 0),
        (replace(made.FIVE, percent=50), "50 %, 2 of 5", "50 percent, 2 of 5", 50),
        (replace(made.FIVE, count=None, percent=50), "50 %", "50 percent", 50),
        (replace(made.FIVE, count=2, target=3), "2 of 3", "2 of 3", 67),
    ],
)
def test_says_how_far_a_goal_is(goal: Goal, short: str, long: str, percent: int | None) -> None:
    assert goals.how_far(goal, made.TODAY) == short
    assert goals.how_far(goal, made.TODAY, in_full=True) == long
    assert goals.goal_percent(goal) == percent
