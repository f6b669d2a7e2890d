"""One page for the next session with somebody, from what was written and from nothing else."""

from collections.abc import Mapping
from datetime import date, timedelta

from mentorlog.insights.home import by_urgency
from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Entry, EventType, Feedback, Goal, Question, Session, named_people
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass

STALE_AFTER = timedelta(weeks=6)
CLOSING_EVENTS = (EventType.DONE, EventType.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreportedAction:
    """An action that was done or set aside, and that the other has not heard of; `on` is the day it ended."""

    action: Action
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleGoal:
    """A goal of which nothing was heard since that day: no event, and no entry behind it."""

    goal: Goal
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedTopic:
    """Areas that never came up with somebody, and a question to begin the first with, where there is one."""

    areas: tuple[Area, ...]
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prep:
    """The page. `handle` is what to type for the name. `last` is the latest session, None before the first; actions of
    both sides are in `open_actions`, questions in the order in which they were parked, those for anybody behind those
    for this person.
    """

    person: Person
    handle: str
    today: date
    last: Session | None = None
    unreported: tuple[UnreportedAction, ...] = ()
    open_actions: tuple[Action, ...] = ()
    questions: tuple[Question, ...] = ()
    stale_goals: tuple[StaleGoal, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    suggestion: SuggestedTopic | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say yet."""
        return not (
            self.last or self.unreported or self.open_actions or self.questions or self.stale_goals or self.feedback
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepInput:
    """What a page is made of. `actions` are all there are, `goals` the active ones, `feedback` what nothing was written
    about yet; `last_evidence` has the latest day of an entry behind a goal, `discussed_areas` came up with the person,
    `starters` are an area's questions by its slug.
    """

    sessions: tuple[Entry, ...] = ()
    actions: tuple[Entry, ...] = ()
    questions: tuple[Entry, ...] = ()
    goals: tuple[Goal, ...] = ()
    last_evidence: Mapping[int, date]
    feedback: tuple[Entry, ...] = ()
    areas: tuple[Area, ...] = ()
    discussed_areas: frozenset[Area] = frozenset()
    starters: Mapping[str, tuple[str, ...]]


def prep(person: Person, given: PrepInput, *, handle: str, today: date) -> Prep:
    """The page for `person`; `handle` is what to type for the name."""
    sessions = [entry for entry in given.sessions if isinstance(entry, Session)]
    actions = [entry for entry in given.actions if isinstance(entry, Action) and person in named_people(entry)]
    return Prep(
        person=person,
        handle=handle,
        today=today,
        last=sessions[-1] if sessions else None,
        unreported=_to_tell(actions, person),
        open_actions=by_urgency(tuple(action for action in actions if action.status == "open")),
        questions=_questions(given.questions, person),
        stale_goals=_stale_goals(given, person, today),
        feedback=tuple(e for e in given.feedback if isinstance(e, Feedback) and e.owner == person),
        suggestion=_suggested_topic(given),
    )


def _to_tell(actions: list[Action], person: Person) -> tuple[UnreportedAction, ...]:
    """The newest first; of what the person did themself there is nothing to tell."""
    ended = [a for a in actions if a.status != "open" and not a.told and a.owner != person]
    days = {
        a.number: max((event.on for event in a.events if event.what in CLOSING_EVENTS), default=a.on) for a in ended
    }
    untold = [UnreportedAction(action=action, on=days[action.number]) for action in ended]
    return tuple(sorted(untold, key=lambda one: (one.on, one.action.number), reverse=True))


def _questions(found: tuple[Entry, ...], person: Person) -> tuple[Question, ...]:
    parked = [q for q in found if isinstance(q, Question) and q.status == "open"]
    mine = [question for question in parked if person in question.people]
    return (*mine, *(question for question in parked if not question.people))


def _stale_goals(given: PrepInput, person: Person, today: date) -> tuple[StaleGoal, ...]:
    """The longest silence first; a goal that is set with others alone is theirs to hear of."""
    mine = [goal for goal in given.goals if not goal.people or person in goal.people]
    heard = [StaleGoal(goal=goal, since=_last_heard(goal, given.last_evidence)) for goal in mine]
    return tuple(sorted((q for q in heard if today - q.since > STALE_AFTER), key=lambda q: (q.since, q.goal.number)))


def _last_heard(goal: Goal, behind: Mapping[int, date]) -> date:
    return max(behind.get(goal.number, goal.on), goal.on, *(event.on for event in goal.events))


def _suggested_topic(given: PrepInput) -> SuggestedTopic | None:
    blank = tuple(area for area in given.areas if not area.is_paused and area not in given.discussed_areas)
    if not blank:
        return None
    questions = given.starters.get(blank[0].slug, ())
    return SuggestedTopic(areas=blank, question=questions[0] if questions else "")
