"""What is missing, as at most three gentle questions; about nothing and nobody that rests."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain, islice, zip_longest

from mentorlog.dates import Period, long_day_month, relative_day
from mentorlog.model.entries import Action, Entry, Session
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import LastMeeting
from mentorlog.text import first_words, one_line

MAX_QUESTIONS = 3
RECENT = timedelta(days=91)  # what an older session meant is not asked for any more


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchupQuestion:
    """What is asked about: a session about which nothing was written since, an open action whose day is over, or
    somebody not met for longer than the rhythm.
    """

    about: Session | Action | LastMeeting
    today: date

    @property
    def question(self) -> str:
        """The question."""
        match self.about:
            case Session(people=people, on=on):
                who = _named(people)
                return f"What did the session{f' with {who}' if who else ''} on {self._day(on)} mean to you?"
            case Action(owner=owner, due=due, text=text):
                whose = f"{one_line(owner.name)}: " if owner else ""
                return f'What became of "{whose}{first_words(text)}"{f", due on {self._day(due)}" if due else ""}?'
            case met:
                name, rhythm = one_line(met.person.name), one_line(met.person.rhythm)
                ago = f"{self._day(met.last)}, {relative_day(met.last, self.today)}" if met.last else ""
                return f"You last met {name} on {ago}; your rhythm is {rhythm}. What would you like to ask next time?"

    def _day(self, day: date) -> str:
        return long_day_month(day, self.today)


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
    groups = (
        islice((one for one in unreflected if isinstance(one, Session) and not _is_paused(one)), MAX_QUESTIONS),
        _overdue(actions, today),
        sorted((one for one in met if not one.person.state and one.due < today), key=lambda one: one.due),
    )
    first = islice(filter(None, chain.from_iterable(zip_longest(*groups))), MAX_QUESTIONS)
    questions = tuple(CatchupQuestion(about=one, today=today) for one in first)
    return Catchup(today=today, unfinished=unfinished, questions=questions)


def _overdue(actions: Iterable[Entry], today: date) -> list[Action]:
    late = [entry for entry in actions if isinstance(entry, Action) and entry.due and entry.due < today]
    return sorted(
        (action for action in late if not _is_paused(action) and not (action.owner and action.owner.state)),
        key=lambda action: (action.due or today, action.number),
    )


def _is_paused(entry: Entry) -> bool:
    """Whether all that an entry touches is paused, or all whom it is with."""
    areas_rest = bool(entry.areas) and all(area.is_paused for area in entry.areas)
    return areas_rest or (bool(entry.people) and all(person.state for person in entry.people))


def _named(people: Iterable[Person]) -> str:
    *others, last = [one_line(person.name) for person in people] or [""]
    return f"{', '.join(others)} and {last}" if others else last
