"""The people in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.model.tallies import PersonTally
from mentorlog.phrases.days import rhythm
from mentorlog.phrases.grammar import name, plural
from mentorlog.text import one_line


def lines(figure: tuple[PersonTally, ...]) -> Iterator[str]:
    """As "Ánh, mentor, 9 sessions, last on 5 March 2026, about every 4 weeks, paused"."""
    return map(_line, figure)


def _line(tally: PersonTally) -> str:
    met = plural("session", tally.sessions) if tally.sessions else ""
    last = f"last on {long_day_month(tally.last)}" if tally.last else ""
    fields = (name(tally.person), one_line(tally.person.role), met, last, rhythm(tally.person), tally.person.state)
    return ", ".join(filter(None, fields))
