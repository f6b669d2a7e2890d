"""Today at a glance: what is due first stands first."""

from datetime import date, timedelta

from mentorlog.insights.home import by_urgency, next_due_person
from mentorlog.model.entries import Action
from mentorlog.model.people import Person
from mentorlog.model.tallies import PersonTally
from tests.entries import TODAY


def test_actions_stand_by_due_day_then_the_oldest_first() -> None:
    early, late = date(2026, 1, 1), date(2026, 2, 1)
    actions = [
        Action(number=1, on=late),
        Action(number=2, on=early),
        Action(number=3, on=late, due=late),
        Action(number=5, on=early, due=early),
        Action(number=4, on=early, due=early),
    ]
    assert [action.number for action in by_urgency(tuple(actions))] == [4, 5, 3, 2, 1]


def test_who_is_to_be_met_next_is_the_one_longest_over_the_rhythm() -> None:
    def met(name: str, rhythm: str, days: int | None, state: str = "") -> PersonTally:
        last = TODAY - timedelta(days=days) if days is not None else None
        return PersonTally(person=Person(name=name, rhythm=rhythm, state=state), sessions=1, last=last)

    week, month = met("Week", "a week", 20), met("Month", "4 weeks", 40)
    assert next_due_person((month, week), TODAY) == week.person
    assert next_due_person((met("Soon", "a week", 4),), TODAY) is not None
    none = (met("Later", "a week", 3), met("Free", "when I need it", 900), met("Unmet", "a week", None))
    assert next_due_person((*none, met("Paused", "a week", 90, "paused")), TODAY) is None
    assert next_due_person((), TODAY) is None
