"""The page for the next session in plain words: one fact a line."""

from collections.abc import Iterator

from mentorlog.dates import long, long_day_month, nearness
from mentorlog.insights.prep import Prep, Quiet, Untold
from mentorlog.model.entries import Action, Question
from mentorlog.text import gist, one_line
from mentorlog.views.goal_status import became, goal_state_long, waiting_long
from mentorlog.views.words import headline, label, listed, name, owners, sentence


def lines(figure: Prep) -> Iterator[str]:
    """The page, or that there is nothing to say yet."""
    yield f"For your next session with {name(figure.person)}, {long(figure.today)}."
    if figure.is_empty:
        yield f"Nothing is written yet with {name(figure.person)}."
    yield from _last_time(figure)
    yield from (_told(one, figure) for one in figure.to_tell)
    yield from (_open(action, figure) for action in figure.open)
    yield from map(_question, figure.questions)
    yield from (_quiet(one, figure) for one in figure.quiet)
    for entry in figure.feedback:
        yield f"Feedback {entry.number}, on {long_day_month(entry.on, figure.today)}: {headline(entry)}"
    yield from _offer(figure)


def _last_time(figure: Prep) -> Iterator[str]:
    last = figure.last
    if not last:
        return
    yield f"Last time: {long(last.on, figure.today)}, {nearness(last.on, figure.today)}, session {last.number}."
    yield from (f"Said then: {one_line(part)}" for part in gist(last.text or last.title))


def _told(one: Untold, figure: Prep) -> str:
    action = one.action
    ended = f"{became(action)} on {long_day_month(one.on, figure.today)}"
    return f"To tell {name(figure.person)}, action {action.number}, {ended}: {headline(action)}"


def _open(action: Action, figure: Prep) -> str:
    age = "" if action.due else f", {nearness(action.on, figure.today)}"
    waits = waiting_long(action, figure.today)
    return f"Action {action.number}, {owners(action)}, {waits}{age}: {headline(action)}"


def _question(question: Question) -> str:
    whom = "" if question.people else ", for anybody"
    return f"Question {question.number}{whom}: {headline(question)}"


def _quiet(one: Quiet, figure: Prep) -> str:
    goal = one.goal
    fields = (f"Goal {goal.number}", goal_state_long(goal, figure.today))
    since = f"quiet since {long_day_month(one.since, figure.today)}"
    return f"{', '.join(filter(None, (*fields, since)))}: {headline(goal)}"


def _offer(figure: Prep) -> Iterator[str]:
    if not figure.offer:
        return
    areas = listed(label(area) for area in figure.offer.areas)
    yield f"If you like, not yet spoken of with {name(figure.person)}: {areas}."
    if figure.offer.question:
        yield f"To begin with: {sentence(one_line(figure.offer.question))}"
