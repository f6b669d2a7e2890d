"""A goal told in sentences: what became of it, in the order of the days."""

from collections.abc import Iterator
from datetime import date

from mentorlog.dates import long_day_month
from mentorlog.insights.goal_story import GoalStory, Step
from mentorlog.model.entries import Event, EventType, Goal
from mentorlog.phrases.goals import amount
from mentorlog.phrases.words import names, quote_line, sentence
from mentorlog.text import one_line

_VERBS = {
    EventType.CREATED: "set",
    EventType.CHECKIN: "checked in",
    EventType.REWORDED: "reworded",
    EventType.PAUSED: "paused",
    EventType.RESUMED: "taken up again",
    EventType.REACHED: "reached",
    EventType.DROPPED: "let go",
}


def story_sentences(story: GoalStory, *, percent: str = " %") -> Iterator[str]:
    """The sentences of a paragraph; a year is said where it changes. `percent` is how a percentage is said."""
    before: Event | None = None
    clauses: list[str] = []
    for step in story.steps:
        runs_on = before is not None and _runs_on(before, step.event)
        if clauses and not runs_on:
            yield _sentence(clauses)
            clauses = []
        clauses.append(_clause(step, story.goal, before, runs_on=runs_on, percent=percent))
        before = step.event
    if clauses:
        yield _sentence(clauses)


def dated_events(story: GoalStory) -> Iterator[str]:
    """A sentence for each event: "On 4 December 2025, checked in at 20 percent: I asked for the rollout."."""
    for step in story.steps:
        event = step.event
        words = f": {one_line(event.text)}" if _has_words(event) else ""
        more = _details(event, story.goal, percent=" percent")
        more += _because(event) + _session_reference(step)
        yield sentence(f"On {long_day_month(event.on)}, {_verb(event, story.goal)}{more}{words}")


def _sentence(clauses: list[str]) -> str:
    words = ", and ".join(clauses)
    return sentence(words[0].upper() + words[1:])


def _runs_on(before: Event, event: Event) -> bool:
    """Check-ins without words run into the next one; a pause goes with its end."""
    if before.what is EventType.CHECKIN:
        return event.what is EventType.CHECKIN and not _has_words(before)
    return before.what is EventType.PAUSED and event.what is EventType.RESUMED and not _has_words(before)


def _clause(step: Step, goal: Goal, before: Event | None, *, runs_on: bool, percent: str) -> str:
    event = step.event
    verb = "" if runs_on and event.what is EventType.CHECKIN else f"{_verb(event, goal)} "
    words = f": {quote_line(event.text)}" if _has_words(event) else ""
    day = long_day_month(event.on, _day(before))
    return f"{verb}on {day}{_details(event, goal, percent=percent)}{_because(event)}{_session_reference(step)}{words}"


def _day(event: Event | None) -> date | None:
    return event.on if event else None


def _verb(event: Event, goal: Goal) -> str:
    is_seen = event.what is EventType.CHECKIN and goal.signs and event.percent is None and event.count is None
    return "seen again" if is_seen else _VERBS[event.what]


def _details(event: Event, goal: Goal, *, percent: str) -> str:
    if event.what is EventType.REWORDED:
        return f" to {quote_line(event.text)}"
    if event.what is EventType.CREATED:
        return f" as {quote_line(event.text)}" if one_line(event.text) not in ("", one_line(goal.text)) else ""
    measured = amount(event.percent, event.count, goal.target if event.count is not None else None, percent=percent)
    return f" at {measured}" if measured else ""


def _because(event: Event) -> str:
    return f", because {quote_line(event.because)}" if event.because else ""


def _session_reference(step: Step) -> str:
    """As " (92, with Ánh)"."""
    if step.session is None:
        return ""
    company = f", with {names(step.session.people)}" if step.session.people else ""
    return f" ({step.session.number}{company})"


def _has_words(event: Event) -> bool:
    return bool(event.text) and event.what not in (EventType.CREATED, EventType.REWORDED)
