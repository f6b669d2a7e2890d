"""One entry in full, in plain words."""

from collections.abc import Iterator

from mentorlog.dates import long_date, long_day_month, long_duration
from mentorlog.insights.goal_story import goal_story
from mentorlog.insights.listing import Detail
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    EntryWithAnswers,
    Event,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
)
from mentorlog.phrases.goal_story import dated_events
from mentorlog.phrases.goals import (
    EVENT_PHRASES,
    GOAL,
    OUTCOME,
    goal_state_long,
)
from mentorlog.phrases.words import (
    VISIBILITY,
    headline,
    join_list,
    label,
    names,
    numbered,
    quote_line,
    rating_phrase,
    sentence,
)
from mentorlog.text import one_line, safe
from mentorlog.views.plain.entries import line
from mentorlog.views.sharing import ASKS_QUESTION, feedback_origin_sentence, shared_with_sentence


def lines(figure: Detail) -> Iterator[str]:
    """Every fact that is kept, the text with its line ends."""
    entry = figure.entry
    at = f" at {one_line(entry.time[:5])}" if entry.time else ""
    yield f"{numbered(entry)}, {long_date(entry.on)}{at}."
    yield from (sentence(words[0].upper() + words[1:]) for words in _status_phrases(entry) if words)
    if entry.areas:
        yield f"Areas: {join_list(label(area) for area in entry.areas)}."
    yield f"{VISIBILITY[entry.visibility].capitalize()}."
    if entry.is_tender:
        yield "Tender: only its number opens it."
    if entry.removed_at:
        yield f"Put away. To bring it back, type: mentorlog restore {entry.number}"
    yield from text_lines(entry)
    yield from _progress_lines(entry)
    yield from _related_lines(figure)


def text_lines(entry: Entry) -> Iterator[str]:
    """All that was written."""
    if entry.title:
        yield f"Title: {one_line(entry.title)}"
    if entry.text:
        yield from safe(entry.text).split("\n")
    if isinstance(entry, EntryWithAnswers):
        for answer in entry.answers:
            yield f"Question: {one_line(answer.question)}"
            yield from safe(answer.text).split("\n")
    if isinstance(entry, Checkin) and entry.then_words:
        yield f"Looking back: {one_line(entry.then_words)}"
    if isinstance(entry, Reflection) and entry.feelings:
        yield f"Feelings: {', '.join(map(one_line, entry.feelings))}."


def goal_sentence(goal: Goal) -> str:
    """As "Goal 61, active, 60 percent, due on 30 June 2026: Lead one project end to end"."""
    due = f"due on {long_day_month(goal.due)}" if goal.due else ""
    fields = (f"Goal {goal.number}", GOAL[goal.status], goal_state_long(goal), due)
    return f"{', '.join(filter(None, fields))}: {headline(goal)}"


def _status_phrases(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Session) and entry.minutes:
        yield long_duration(entry.minutes)
    elif isinstance(entry, Goal):
        yield ", ".join(filter(None, (GOAL[entry.status], goal_state_long(entry))))
        yield f"due on {long_day_month(entry.due)}" if entry.due else ""
    elif isinstance(entry, Action):
        yield from _action(entry)
    elif isinstance(entry, Checkin):
        yield rating_phrase(entry)
    elif isinstance(entry, Question):
        yield f"answered in entry {entry.answered_in}" if entry.answered_in else "open"
    elif isinstance(entry, Feedback) and entry.is_question:
        yield ASKS_QUESTION


def _action(action: Action) -> Iterator[str]:
    yield f"with {names(action.people)}" if action.people else ""
    yield "let go" if action.status == "dropped" else action.status
    yield f"due on {long_day_month(action.due)}" if action.due else ""
    yield OUTCOME.get(action.outcome, "")
    yield "told" if action.told else ""


def _progress_lines(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Goal):
        yield from (f"Measure: {part}" for part in safe(entry.measure).split("\n") if part)
        yield from (f"Sign: {one_line(sign)}" for sign in entry.signs)
        yield from dated_events(goal_story(entry, (), today=entry.on))
    elif isinstance(entry, Action):
        yield from map(_event, entry.events)


def _event(event: Event) -> str:
    because = f", because {quote_line(event.because)}" if event.because else ""
    words = f": {one_line(event.text)}" if event.text else ""
    return sentence(f"On {long_day_month(event.on)}, {EVENT_PHRASES[event.what]}{because}{words}")


def _related_lines(figure: Detail) -> Iterator[str]:
    if figure.about:
        yield f"About: {line(figure.about)}"
    yield from (f"Belongs to it: {line(entry)}" for entry in figure.under)
    yield from (f"Stands behind: {goal_sentence(goal)}" for goal in figure.goals)
    yield from (f"Behind it: {line(entry)}" for entry in figure.evidence)
    yield from filter(
        None, (feedback_origin_sentence(figure), *(shared_with_sentence(seen, in_full=True) for seen in figure.shares))
    )
