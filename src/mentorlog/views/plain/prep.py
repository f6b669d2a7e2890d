"""The page for the next session in plain words: one fact a line."""

from collections.abc import Iterator

from mentorlog.dates import long_date, long_day_month, relative_day
from mentorlog.insights.prep import Prep, UnreportedAction
from mentorlog.model.entries import Action
from mentorlog.phrases.entries import headline, owners
from mentorlog.phrases.goals import due_or_since, how_far, outcome_phrase
from mentorlog.phrases.grammar import join_list, label, name, sentence
from mentorlog.text import one_line, summary
from mentorlog.views.plain.entries import goal_line


def lines(figure: Prep) -> Iterator[str]:
    """The page, or that there is nothing to say yet."""
    yield f"For your next session with {name(figure.person)}, {long_date(figure.today)}."
    if figure.is_empty:
        yield f"Nothing is written yet with {name(figure.person)}."
    yield from _last_time(figure)
    yield from (_to_tell_line(one, figure) for one in figure.unreported)
    yield from (_open_action_line(action, figure) for action in figure.open_actions)
    for question in figure.questions:
        yield f"Question {question.number}{'' if question.people else ', for anybody'}: {headline(question)}"
    for one in figure.stale_goals:
        since = f"quiet since {long_day_month(one.since, figure.today)}"
        yield goal_line(one.goal, how_far(one.goal, figure.today, in_full=True), since)
    for entry in figure.feedback:
        yield f"Feedback {entry.number}, on {long_day_month(entry.on, figure.today)}: {headline(entry)}"
    yield from _suggested_topic(figure)


def _last_time(figure: Prep) -> Iterator[str]:
    last = figure.last
    if not last:
        return
    ago = relative_day(last.on, figure.today)
    yield f"Last time: {long_date(last.on, figure.today)}, {ago}, session {last.number}."
    yield from (f"Said then: {one_line(part)}" for part in summary(last.text or last.title))


def _to_tell_line(one: UnreportedAction, figure: Prep) -> str:
    action = one.action
    ended = f"{outcome_phrase(action)} on {long_day_month(one.on, figure.today)}"
    return f"To tell {name(figure.person)}, action {action.number}, {ended}: {headline(action)}"


def _open_action_line(action: Action, figure: Prep) -> str:
    age = "" if action.due else f", {relative_day(action.on, figure.today)}"
    waits = due_or_since(action, figure.today, in_full=True)
    return f"Action {action.number}, {owners(action)}, {waits}{age}: {headline(action)}"


def _suggested_topic(figure: Prep) -> Iterator[str]:
    if not figure.suggestion:
        return
    areas = join_list(label(area) for area in figure.suggestion.areas)
    yield f"If you like, not yet spoken of with {name(figure.person)}: {areas}."
    if figure.suggestion.question:
        yield f"To begin with: {sentence(one_line(figure.suggestion.question))}"
