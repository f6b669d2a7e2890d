"""What is missing in plain words: one fact or question a line, with what answers it."""

import shlex
from collections.abc import Iterator

from mentorlog.dates import long_date
from mentorlog.insights.catchup import Catchup, CatchupQuestion, OverdueAction, UnreflectedSession
from mentorlog.phrases.words import with_article
from mentorlog.text import one_line


def lines(figure: Catchup) -> Iterator[str]:
    """Unfinished writing, then the questions; or that nothing is missing."""
    for kind, begun in figure.unfinished:
        what = f"{with_article(one_line(kind))} begun on {long_date(begun, figure.today)}"
        yield f"Unfinished: {what}. To go on, type: mentorlog edit draft"
    for question in figure.questions:
        command = answer_command(question).replace("…", "your words")
        yield f"{question.question} To answer, type: {command}"
    if not figure.unfinished and not figure.questions:
        yield "Nothing is missing."


def answer_command(question: CatchupQuestion) -> str:
    """What answers a question."""
    match question:
        case UnreflectedSession():
            return f'mentorlog reflect "…" --about {question.session.number}'
        case OverdueAction():
            return f'mentorlog action done {question.action.number} "…"'
    return f'mentorlog ask "…" --with {shlex.quote(one_line(question.person.name))}'
