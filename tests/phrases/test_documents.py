"""What documents say of entries and goals."""

import pytest

from mentorlog.insights.goal_story import Step
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
from mentorlog.phrases import documents
from mentorlog.phrases.entries import kind_words
from tests.entries import ANH, MEI, TODAY

COUNTED = Goal(on=TODAY, text="Ask questions", target=5, count=2)
LENGTH = "1 hour 20 minutes"
SIGNS = Goal(on=TODAY, text="Feel at home", signs=("a nod",))


@pytest.mark.parametrize(
    ("entry", "kind", "facts"),
    [
        (Feedback(on=TODAY, owner=ANH, is_question=True), f"Feedback from {ANH.name}", "asks something back"),
        (Feedback(on=TODAY), "Feedback", ""),
        (
            Session(on=TODAY, people=(ANH, MEI), minutes=80),
            f"Session with {ANH.name} and {MEI.name}",
            "1 hour 20 minutes",
        ),
        (Reflection(on=TODAY), "Reflection", ""),
        (Question(on=TODAY, people=(ANH,)), f"Question for {ANH.name}", "open"),
        (Action(on=TODAY, owner=ANH, due=TODAY), f"Action, {ANH.name}", "open · due 12 March 2026"),
        (Action(on=TODAY, status="done", outcome="worked"), "Action", "done · worked"),
        (Checkin(on=TODAY, rating=4, then_rating=2), "Check-in", "2 looking back, now 4 of 5"),
        (COUNTED, "Goal", "active · 2 of 5"),
        (SIGNS, "Goal", "active · a direction"),
    ],
)
def test_says_what_an_entry_is(entry: Entry, kind: str, facts: str) -> None:
    assert kind_words(entry, mine="") == kind
    assert documents.entry_facts(entry) == facts


def test_says_what_happened_to_a_goal() -> None:
    both = Event(on=TODAY, what=EventType.CHECKIN, percent=50, count=2)
    assert documents.step_phrase(Step(event=both), COUNTED) == "Checked in, 50\u00a0%, 2 of 5"
    assert documents.step_phrase(Step(event=Event(on=TODAY, what=EventType.CHECKIN)), SIGNS) == "Seen again"
