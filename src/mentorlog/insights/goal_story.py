"""A goal as a story: what became of it, day by day, and what stands behind it."""

from datetime import date

from mentorlog.model.entries import Entry, Event, EventType, Goal, Session
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event of a goal; `before` is the wording that a rewording replaced, `session` the session of that day in
    which it may have come up, and `days` how long a pause lasted (None while it lasts, and for every other event).
    """

    event: Event
    before: str = ""
    session: Session | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStory:
    """A goal, its steps in order of day, and the entries that are its evidence."""

    goal: Goal
    steps: tuple[Step, ...]
    evidence: tuple[Entry, ...]
    today: date


def goal_story(goal: Goal, evidence: tuple[Entry, ...], *, today: date) -> GoalStory:
    """The story of `goal`; `evidence` are the entries that name it, oldest first."""
    events = sorted(goal.events, key=lambda event: event.on)
    steps = []
    wording = ""
    for place, event in enumerate(events):
        later = events[place + 1 :]
        reworded = event.what is EventType.REWORDED
        steps.append(
            Step(
                event=event,
                before=wording if reworded else "",
                session=_session_of_day(event, evidence) if reworded else None,
                days=_pause_length(event, later),
            )
        )
        if reworded or event.what is EventType.CREATED:
            wording = event.text
    return GoalStory(goal=goal, steps=tuple(steps), evidence=evidence, today=today)


def _session_of_day(event: Event, evidence: tuple[Entry, ...]) -> Session | None:
    """The session among the evidence that was on the day of the event, where there is but one."""
    found = [entry for entry in evidence if isinstance(entry, Session) and entry.on == event.on]
    return found[0] if len(found) == 1 else None


def _pause_length(event: Event, later: list[Event]) -> int | None:
    if event.what is not EventType.PAUSED:
        return None
    ends = (EventType.RESUMED, EventType.REACHED, EventType.DROPPED)
    return next(((end.on - event.on).days for end in later if end.what in ends), None)
