"""Today at a glance: what is due first stands first."""

from datetime import date

from mentorlog.insights.home import by_urgency
from mentorlog.model.entries import Action


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
