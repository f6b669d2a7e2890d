"""What the page of a packet says in our own words."""

from datetime import date

import pytest

from mentorlog.insights.timeline import GoalEvent
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    Event,
    EventType,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
)
from mentorlog.phrases import packets as say
from tests.entries import ANH, MEI, TODAY

SIGNS = Goal(on=TODAY, text="Feel at home", signs=("a nod",), target=5, count=2)
COUNTED = Goal(on=TODAY, text="Ask questions", target=5, count=2)
BEYOND = Goal(on=TODAY, text="Ask questions", target=5, count=7, percent=20)
PERCENT = Goal(on=TODAY, text="Lead", percent=60, target=5)
PLAIN_COUNT = Goal(on=TODAY, text="Write letters", count=2)
UNMEASURED = Goal(on=TODAY, text="Rest", due=date(2026, 6, 30))


@pytest.mark.parametrize(
    ("goal", "told", "share"),
    [
        (SIGNS, "a direction", None),
        (COUNTED, "2 of 5", 40),
        (BEYOND, "7 of 5", 100),
        (PERCENT, "60 %", 60),
        (PLAIN_COUNT, "2", None),
        (UNMEASURED, "", None),
    ],
)
def test_says_how_far_a_goal_is(goal: Goal, told: str, share: int | None) -> None:
    assert (say.progress_phrase(goal), say.share(goal)) == (told, share)
    assert next(iter(say.facts(goal))) == "active"


@pytest.mark.parametrize(
    ("entry", "kind", "facts"),
    [
        (Feedback(on=TODAY, owner=ANH, is_question=True), f"Feedback from {ANH.name}", ["asks something back"]),
        (Feedback(on=TODAY), "Feedback", []),
        (Session(on=TODAY, people=(ANH, MEI), minutes=80), f"Session with {ANH.name} and {MEI.name}", ["1 h 20 min"]),
        (Reflection(on=TODAY), "Reflection", []),
        (Question(on=TODAY, people=(ANH,)), f"Question for {ANH.name}", ["open"]),
        (Action(on=TODAY, owner=ANH, due=TODAY), f"Action, {ANH.name}", ["open", "due Thu 12 Mar 2026"]),
        (Action(on=TODAY, status="done", outcome="worked", due=TODAY), "Action", ["done", "it worked"]),
        (Checkin(on=TODAY, rating=4, then_rating=2), "Check-in", ["2 of 5 looking back", "4 of 5"]),
    ],
)
def test_says_what_an_entry_is(entry: Entry, kind: str, facts: list[str]) -> None:
    assert say.kind(entry) == kind
    assert [fact for fact in say.facts(entry) if fact] == facts


def test_says_what_happened_between_the_days() -> None:
    checked = Event(on=TODAY, what=EventType.CHECKIN, count=2)
    assert say.happening_phrase(GoalEvent(event=checked, goal=COUNTED)) == "checked in at 2 of 5"
    assert say.happening_phrase(GoalEvent(event=Event(on=TODAY, what=EventType.REACHED), goal=SIGNS)) == "reached"
