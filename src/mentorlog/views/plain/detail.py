"""One entry in full, in plain words."""

from collections.abc import Iterator
from datetime import date

from mentorlog.dates import long_date, long_day_month
from mentorlog.insights.goal_story import goal_story
from mentorlog.insights.listing import Detail
from mentorlog.model.entries import Action, Checkin, Entry, EntryWithAnswers, Feedback, Goal, Question, Reflection
from mentorlog.phrases.entries import ASKS_QUESTION, VISIBILITY, length, looking_back, numbered, rating_phrase
from mentorlog.phrases.events import EVENTS, because
from mentorlog.phrases.goal_story import dated_events
from mentorlog.phrases.goals import OUTCOME, TOLD, due, how_far, question_state
from mentorlog.phrases.grammar import join_list, label, names, sentence
from mentorlog.text import one_line, safe
from mentorlog.views.plain.entries import goal_line, line
from mentorlog.views.sharing import feedback_origin_sentence, shared_with_sentence


def lines(figure: Detail) -> Iterator[str]:
    """Every fact that is kept, the text with its line ends."""
    entry = figure.entry
    at = f" at {one_line(entry.time[:5])}" if entry.time else ""
    yield f"{numbered(entry)}, {long_date(entry.on)}{at}."
    yield from (sentence(words[0].upper() + words[1:]) for words in _status_phrases(entry, figure.today) if words)
    if entry.areas:
        yield f"Areas: {join_list(label(area) for area in entry.areas)}."
    yield f"{VISIBILITY[entry.visibility].capitalize()}."
    if entry.is_tender:
        yield "Tender: only its number opens it."
    if entry.removed_at:
        yield f"Removed. To bring it back, type: mentorlog restore {entry.number}"
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
    if seen := looking_back(entry):
        yield one_line(seen)
    if isinstance(entry, Reflection) and entry.feelings:
        yield f"Feelings: {', '.join(map(one_line, entry.feelings))}."


def goal_sentence(goal: Goal, today: date) -> str:
    """As "Goal 61, active, 60 percent, due on 30 June: Lead one project end to end"."""
    return goal_line(goal, goal.status, how_far(goal, in_full=True), _due(goal, today))


def _status_phrases(entry: Entry, today: date) -> Iterator[str]:
    if spent := length(entry, in_full=True):
        yield spent
    elif isinstance(entry, Goal):
        yield ", ".join(filter(None, (entry.status, how_far(entry, in_full=True))))
        yield _due(entry, today)
    elif isinstance(entry, Action):
        yield f"with {names(entry.people)}" if entry.people else ""
        yield entry.status
        yield _due(entry, today)
        yield OUTCOME.get(entry.outcome, "")
        yield TOLD if entry.told else ""
    elif isinstance(entry, Checkin):
        yield rating_phrase(entry)
    elif isinstance(entry, Question):
        yield question_state(entry)
    elif isinstance(entry, Feedback) and entry.is_question:
        yield ASKS_QUESTION


def _due(entry: Goal | Action, today: date) -> str:
    return due(entry.due, today, in_full=True) if entry.due else ""


def _progress_lines(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Goal):
        yield from (f"Measure: {part}" for part in safe(entry.measure).split("\n") if part)
        yield from (f"Sign: {one_line(sign)}" for sign in entry.signs)
        yield from dated_events(goal_story(entry, (), today=entry.on))
    elif isinstance(entry, Action):
        for event in entry.events:
            words = f": {one_line(event.text)}" if event.text else ""
            yield sentence(f"On {long_day_month(event.on)}, {EVENTS[event.what]}{because(event)}{words}")


def _related_lines(figure: Detail) -> Iterator[str]:
    if figure.about:
        yield f"About: {line(figure.about)}"
    yield from (f"Belongs to it: {line(entry)}" for entry in figure.under)
    yield from (f"Stands behind: {goal_sentence(goal, figure.today)}" for goal in figure.goals)
    yield from (f"Behind it: {line(entry)}" for entry in figure.evidence)
    yield from filter(
        None, (feedback_origin_sentence(figure), *(shared_with_sentence(seen, in_full=True) for seen in figure.shares))
    )
