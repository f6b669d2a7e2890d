"""What is missing, as at most three gentle questions; about nothing and nobody that rests."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain, islice, zip_longest

from mentorlog.dates import Period, days_between, long_day_month, relative_day
from mentorlog.model.entries import Action, Entry, Session
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import LastMeeting
from mentorlog.text import first_words, one_line

MAX_QUESTIONS = 3
RECENT = timedelta(days=91)  # what an older session meant is not asked for any more


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreflectedSession:
    """A session about which nothing was written since."""

    session: Session
    today: date

    @property
    def question(self) -> str:
        """The question."""
        who = _named(self.session.people)
        return (
            f"What did the session{f' with {who}' if who else ''} on {_day(self.session.on, self.today)} mean to you?"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueAction:
    """An open action whose day is over."""

    action: Action
    today: date

    @property
    def question(self) -> str:
        """The question."""
        action = self.action
        whose = f"{one_line(action.owner.name)}: " if action.owner else ""
        due = f", due on {_day(action.due, self.today)}" if action.due else ""
        return f'What became of "{whose}{first_words(action.text)}"{due}?'


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueMeeting:
    """Somebody not met for longer than the rhythm; `last` is when it was."""

    person: Person
    last: date
    today: date

    @property
    def question(self) -> str:
        """The question."""
        last = f"{_day(self.last, self.today)}, {relative_day(self.last, self.today)}"
        name, rhythm = one_line(self.person.name), one_line(self.person.rhythm)
        return f"You last met {name} on {last}; your rhythm is {rhythm}. What would you like to ask next time?"


CatchupQuestion = UnreflectedSession | OverdueAction | OverdueMeeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Catchup:
    """Unfinished writing (its kind, and when it was begun), and the questions, one of each sort first."""

    today: date
    unfinished: tuple[tuple[str, date], ...]
    questions: tuple[CatchupQuestion, ...]


def recent_period(today: date) -> Period:
    """The days whose sessions are asked about."""
    return Period.of(today - RECENT, today + timedelta(days=1))


def catchup(
    unreflected: Iterable[Entry],
    actions: Iterable[Entry],
    met: Iterable[LastMeeting],
    *,
    unfinished: tuple[tuple[str, date], ...],
    today: date,
) -> Catchup:
    """What is missing today. `unreflected` are sessions about which nothing was written, the newest first, of which
    no more are taken than are asked about; `actions` are open.
    """
    groups: tuple[list[CatchupQuestion], ...] = (
        _unreflected(unreflected, today),
        [OverdueAction(action=action, today=today) for action in _overdue(actions, today)],
        _overdue_meetings(met, today),
    )
    first = [missing for missing in chain.from_iterable(zip_longest(*groups)) if missing]
    return Catchup(today=today, unfinished=unfinished, questions=tuple(first[:MAX_QUESTIONS]))


def _unreflected(sessions: Iterable[Entry], today: date) -> list[CatchupQuestion]:
    awake = (session for session in sessions if isinstance(session, Session) and not _is_paused(session))
    return [UnreflectedSession(session=session, today=today) for session in islice(awake, MAX_QUESTIONS)]


def _overdue(actions: Iterable[Entry], today: date) -> list[Action]:
    late = [entry for entry in actions if isinstance(entry, Action) and entry.due and entry.due < today]
    return sorted(
        (action for action in late if not _is_paused(action) and not (action.owner and action.owner.state)),
        key=lambda action: (action.due or today, action.number),
    )


def _overdue_meetings(met: Iterable[LastMeeting], today: date) -> list[CatchupQuestion]:
    """Those whom one wanted to meet by now, the one longest ago first."""
    found: list[tuple[date, CatchupQuestion]] = []
    for tally in met:
        days = days_between(tally.person.rhythm)
        if tally.last and days and not tally.person.state and tally.last + timedelta(days=days) < today:
            unmet = OverdueMeeting(person=tally.person, last=tally.last, today=today)
            found.append((tally.last + timedelta(days=days), unmet))
    return [unmet for _, unmet in sorted(found, key=lambda pair: pair[0])]


def _is_paused(entry: Entry) -> bool:
    """Whether all that an entry touches is paused, or all whom it is with."""
    areas_rest = bool(entry.areas) and all(area.is_paused for area in entry.areas)
    return areas_rest or (bool(entry.people) and all(person.state for person in entry.people))


def _named(people: Iterable[Person]) -> str:
    *others, last = [one_line(person.name) for person in people] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _day(day: date, today: date) -> str:
    return long_day_month(day, today)
