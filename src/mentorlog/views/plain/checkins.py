"""The check-ins of an area in plain words: one a line, and a line for each time that one was looked back at."""

from collections.abc import Iterator

from mentorlog.insights.checkins import CheckinPair, Checkins
from mentorlog.model.entries import Checkin
from mentorlog.phrases.entries import of_five
from mentorlog.text import one_line


def lines(figure: Checkins) -> Iterator[str]:
    """As "2025-12-12, check-in 104, 2 of 5: I say half.", then "2025-12-12, looking back in 150 on 2026-03-10, …"."""
    for memory in figure.memories:
        yield _line(memory.checkin)
        yield from (_looking_back_line(memory, one) for one in memory.lookbacks)


def _line(one: Checkin) -> str:
    fields = (one.on.isoformat(), f"check-in {one.number}", of_five(one.now[0]))
    return ", ".join(filter(None, fields)) + _words(one.text)


def _looking_back_line(memory: CheckinPair, later: Checkin) -> str:
    fields = (
        memory.checkin.on.isoformat(),
        f"looking back in {later.number} on {later.on.isoformat()}",
        of_five(later.then[0]),
    )
    return ", ".join(filter(None, fields)) + _words(later.then[1])


def _words(text: str) -> str:
    return f": {one_line(text)}" if text else ""
