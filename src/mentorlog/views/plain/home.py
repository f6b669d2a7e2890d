"""Today at a glance in plain words: one fact a line."""

from collections.abc import Iterator

from mentorlog.dates import long_date, relative_day
from mentorlog.insights.home import Home
from mentorlog.model.reviews import MenteeStatus
from mentorlog.model.tallies import LastMeeting
from mentorlog.phrases.comments import awaiting_reply_or_unsent, new_entries_phrase
from mentorlog.phrases.days import rhythm
from mentorlog.phrases.entries import headline, owners
from mentorlog.phrases.goals import due_or_since, how_far
from mentorlog.phrases.grammar import name, names, sentence, with_article
from mentorlog.text import one_line
from mentorlog.views.plain.entries import goal_line


def lines(figure: Home) -> Iterator[str]:
    """What lies open today, or how to begin."""
    return _welcome(figure) if figure.is_empty and not figure.mentees else _overview(figure)


def _welcome(figure: Home) -> Iterator[str]:
    yield "Nothing is written yet."
    yield "To log a session, type: mentorlog session add --with NAME"
    yield 'To write one line, type: mentorlog reflect "your words" -a validation'
    yield "To look around in a made-up journal, type: mentorlog demo"
    yield f"Your journal {'will be' if figure.is_default else 'is'} the file {one_line(figure.where)}"
    yield from _drafts(figure)
    yield "This is plain output. To keep it on, type: mentorlog config set plain true"


def _overview(figure: Home) -> Iterator[str]:
    yield f"Today is {long_date(figure.today)}."
    if not figure.is_default:
        yield f"The journal is the file {one_line(figure.where)}"
    yield from (_mentee(standing, figure) for standing in figure.mentees)
    yield from (_met(tally, figure) for tally in figure.last_meetings if tally.last)
    for action in figure.actions:
        waits = due_or_since(action, figure.today, in_full=True)
        yield f"Action {action.number}, {owners(action)}, {waits}: {headline(action)}"
    yield from (goal_line(goal, how_far(goal, figure.today, in_full=True)) for goal in figure.goals)
    for question in figure.questions:
        who = f", for {names(question.people)}" if question.people else ""
        yield f"Question {question.number}{who}: {headline(question)}"
    yield from _drafts(figure)
    for entry in figure.a_year_ago:
        yield f"A year ago this week, entry {entry.number}, {long_date(entry.on)}: {headline(entry)}"
    if figure.next:
        yield f"For your next session with {name(figure.next)}, type: mentorlog prep --with {one_line(figure.handle)}"


def _mentee(standing: MenteeStatus, figure: Home) -> str:
    facts = (new_entries_phrase(standing, figure.today, in_full=True), awaiting_reply_or_unsent(standing))
    return f"Mentee {one_line(standing.mentee.name)}: {', '.join(filter(None, facts))}."


def _met(tally: LastMeeting, figure: Home) -> str:
    last = tally.last or figure.today
    every = f" Rhythm: {sentence(rhythm(tally.person))}" if tally.person.rhythm else ""
    return (
        f"Last met {name(tally.person)} on {long_date(last, figure.today)}, {relative_day(last, figure.today)}.{every}"
    )


def _drafts(figure: Home) -> Iterator[str]:
    for kind, day in figure.drafts:
        begun = f"{with_article(one_line(kind))} begun on {long_date(day, figure.today)}"
        yield f"Unfinished: {begun}. To go on, type: mentorlog edit draft"
