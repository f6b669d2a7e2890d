"""A draft of thanks as plain lines, quoting what was written; the words around it are few and always the same."""

from collections.abc import Iterator
from datetime import date

from mentorlog.dates import long_day_month
from mentorlog.insights.thanks import Thanks
from mentorlog.text import one_line, summary


def lines(figure: Thanks) -> Iterator[str]:
    """The draft, to be made one's own."""
    yield f"Dear {one_line(figure.person.name)},"
    if figure.first and figure.last:
        yield _met(figure.sessions, figure.first, figure.last)
    if figure.moments:
        yield "What I wrote down on the way:"
        for entry in figure.moments:
            (line,) = summary(entry.text, 1)
            yield f'- {long_day_month(entry.on)}: "{one_line(summary(line, 1)[0])}"'
    if figure.successful_actions:
        yield "What I tried, and it worked:"
        yield from (f"- {one_line(action.text)}" for action in figure.successful_actions)
    yield "Thank you."


def _met(sessions: int, first: date, last: date) -> str:
    if first == last:
        return f"we met on {long_day_month(first)}."
    return f"we met {sessions} times, from {long_day_month(first)} to {long_day_month(last)}."
