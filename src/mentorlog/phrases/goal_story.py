"""A goal told in sentences: what became of it, in the order of the days."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.insights.goal_story import GoalStory, Step
from mentorlog.model.entries import Event, EventType, Goal
from mentorlog.phrases.events import because, event_word, reached
from mentorlog.phrases.grammar import capital, names, quote_line, sentence
from mentorlog.text import one_line


def story_sentences(story: GoalStory, *, in_full: bool = False) -> Iterator[str]:
    """The sentences of a paragraph; a year is said where it changes. `in_full` says "percent" for the sign."""
    before: Event | None = None
    clauses: list[str] = []
    for step in story.steps:
        runs_on = before is not None and _runs_on(before, step.event)
        if clauses and not runs_on:
            yield _sentence(clauses)
            clauses = []
        verb = "" if runs_on and step.event.what is EventType.CHECKIN else f"{event_word(step.event, story.goal)} "
        words = f": {quote_line(step.event.text)}" if _has_words(step.event) else ""
        day = long_day_month(step.event.on, before.on if before else None)
        clauses.append(f"{verb}on {day}{_details(step, story.goal, in_full=in_full)}{words}")
        before = step.event
    if clauses:
        yield _sentence(clauses)


def dated_events(story: GoalStory) -> Iterator[str]:
    """A sentence for each event: "On 4 December 2025, checked in at 20 percent: I asked for the rollout."."""
    for step in story.steps:
        words = f": {one_line(step.event.text)}" if _has_words(step.event) else ""
        verb, more = event_word(step.event, story.goal), _details(step, story.goal, in_full=True)
        yield sentence(f"On {long_day_month(step.event.on)}, {verb}{more}{words}")


def _sentence(clauses: list[str]) -> str:
    return sentence(capital(", and ".join(clauses)))


def _runs_on(before: Event, event: Event) -> bool:
    """Check-ins without words run into the next one; a pause goes with its end."""
    if before.what is EventType.CHECKIN:
        return event.what is EventType.CHECKIN and not _has_words(before)
    return before.what is EventType.PAUSED and event.what is EventType.RESUMED and not _has_words(before)


def _details(step: Step, goal: Goal, *, in_full: bool) -> str:
    """As " at 60 %, because "it took long" (92, with Ánh)"."""
    event, session = step.event, step.session
    more = ""
    if event.what is EventType.REWORDED:
        more = f" to {quote_line(event.text)}"
    elif event.what is EventType.CREATED:
        more = f" as {quote_line(event.text)}" if one_line(event.text) not in ("", one_line(goal.text)) else ""
    elif reached(event, goal):
        more = f" at {reached(event, goal, in_full=in_full)}"
    company = f", with {names(session.people)}" if session and session.people else ""
    return more + because(event) + (f" ({session.number}{company})" if session else "")


def _has_words(event: Event) -> bool:
    return bool(event.text) and event.what not in (EventType.CREATED, EventType.REWORDED)
