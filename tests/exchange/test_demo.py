"""The made-up journal, moved to the week in which it is shown."""

from datetime import date, timedelta

import pytest

from mentorlog.exchange.demo import DemoEntry, DemoEvent, DemoPause, demo_journal
from mentorlog.model.entries import Action, Feedback, Goal, Kind
from tests.entries import TODAY

TODAYS = [
    *(TODAY + timedelta(days=days) for days in (*range(8), 200, 1000, -3000)),
    *(date(2028, 2, 29), date(2090, 1, 1)),
]


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_it_ends_within_the_last_week_and_keeps_its_weekdays(today: date) -> None:
    _, steps = demo_journal(today)
    _, written = demo_journal(TODAY)
    assert timedelta(0) <= today - steps[-1].on < timedelta(days=7)
    moved = {step.on - before.on for step, before in zip(steps, written, strict=True)}
    assert len(moved) == 1
    assert moved.pop().days % 7 == 0


def test_its_links_name_what_was_written_before() -> None:
    _, steps = demo_journal(TODAY)
    written: dict[str, Kind] = {}
    for step in steps:
        if isinstance(step, DemoPause):
            continue
        if isinstance(step, DemoEvent):
            assert written[step.key] in (Kind.GOAL, Kind.ACTION)
            continue
        assert step.key not in written
        assert step.about == "" or step.about in written
        assert {written[key] for key in step.goals} <= {Kind.GOAL}
        assert {written[key] for key in step.answers} <= {Kind.QUESTION}
        written[step.key] = step.draft.kind
    assert set(written.values()) == set(Kind)


def test_its_people_and_days_are_those_of_its_entries() -> None:
    people, steps = demo_journal(TODAY)
    assert [step.on for step in steps] == sorted(step.on for step in steps)
    drafts = [step.draft for step in steps if isinstance(step, DemoEntry)]
    assert {person for draft in drafts for person in draft.people} == set(people)
    assert {draft.owner for draft in drafts if isinstance(draft, Action | Feedback)} <= {None, *people}
    assert {step.person for step in steps if isinstance(step, DemoPause)} < set(people)
    assert all(draft.on == step.on for step in steps if isinstance(step, DemoEntry) for draft in [step.draft])
    assert all(goal.events[0].text == goal.text for goal in drafts if isinstance(goal, Goal))
