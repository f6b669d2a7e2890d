"""What is missing in plain words: one fact or question a line, with what answers it."""

from collections.abc import Iterator

from mentorlog.dates import long_date
from mentorlog.insights.catchup import Catchup
from mentorlog.phrases.grammar import with_article
from mentorlog.text import one_line


def lines(figure: Catchup) -> Iterator[str]:
    """Unfinished writing, then the questions; or that nothing is missing."""
    for kind, begun in figure.unfinished:
        what = f"{with_article(one_line(kind))} begun on {long_date(begun, figure.today)}"
        yield f"Unfinished: {what}. To go on, type: mentorlog edit draft"
    for question in figure.questions:
        command = question.command.replace("…", "your words")
        yield f"{question.question} To answer, type: {command}"
    if not figure.unfinished and not figure.questions:
        yield "Nothing is missing."
