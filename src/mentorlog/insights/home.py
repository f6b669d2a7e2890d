"""Today at a glance."""

from dataclasses import dataclass
from datetime import date

from mentorlog.insights.review import Standing
from mentorlog.model.entries import Action, Entry, Goal, Question
from mentorlog.model.tallies import PersonTally


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What lies open today. `drafts` are the days on which unfinished writing was begun, with its
    kind; `a_year_ago` are entries of this week last year, `mentees` those
    whose packets came. `where` names the journal, and
    `is_default` says whether it is the usual one.
    """

    today: date
    where: str
    is_default: bool
    entries: int
    met: tuple[PersonTally, ...]
    actions: tuple[Action, ...]
    goals: tuple[Goal, ...]
    questions: tuple[Question, ...]
    drafts: tuple[tuple[str, date], ...]
    a_year_ago: tuple[Entry, ...]
    mentees: tuple[Standing, ...] = ()


def waiting_first(standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Those who wait for an answer, then the others, each in their order."""
    return tuple(sorted(standings, key=lambda standing: not standing.waits))


def by_urgency(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Open actions, those with the nearest due day first, then the oldest."""
    return tuple(sorted(actions, key=lambda action: (action.due or date.max, action.on, action.number)))
