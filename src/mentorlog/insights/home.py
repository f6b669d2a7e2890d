"""Today at a glance."""

from collections.abc import Iterable
from datetime import date, timedelta

from mentorlog.model.entries import Action, Entry, Goal, Question
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.reviews import MenteeStatus
from mentorlog.model.tallies import LastMeeting

SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What lies open today. `drafts` are the days on which unfinished writing was begun, with its kind; `a_year_ago`
    are entries of this week last year, `mentees` those whose packets came. What was not counted is not there: `entries`
    is None, and of `last_meetings` only the day is known. `next` is whom it is time to meet by their rhythm, `handle`
    what to type for the name. `where` names the journal, and `is_default` says whether it is the usual one.
    """

    today: date
    where: str
    is_default: bool
    is_empty: bool
    last_meetings: tuple[LastMeeting, ...]
    actions: tuple[Action, ...]
    goals: tuple[Goal, ...]
    questions: tuple[Question, ...]
    drafts: tuple[tuple[str, date], ...]
    a_year_ago: tuple[Entry, ...]
    entries: int | None = None
    mentees: tuple[MenteeStatus, ...] = ()
    next: Person | None = None
    handle: str = ""


def next_due_person(met: Iterable[LastMeeting], today: date) -> Person | None:
    """Who is to be met next: of those whose rhythm has run out, or does within SOON, the one longest over it."""
    found = min((tally for tally in met if not tally.person.state), key=lambda tally: tally.due, default=None)
    return found.person if found and found.due <= today + SOON else None


def by_urgency(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Open actions, those with the nearest due day first, then the oldest."""
    return tuple(sorted(actions, key=lambda action: (action.due or date.max, action.on, action.number)))
