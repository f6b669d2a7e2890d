"""The check-ins of an area in plain words: one a line, and a line for each time that one was looked back at."""

from collections.abc import Iterator

from mentorlog.insights.checkins import CheckinPair, Checkins
from mentorlog.model.entries import Checkin
from mentorlog.text import one_line


def lines(figure: Checkins) -> Iterator[str]:
    """As "2025-12-12, check-in 104, 2 of 5: I say half.", then "2025-12-12, looking back in 150 on 2026-03-10, …"."""
    for memory in figure.memories:
        yield _line(memory.checkin)
        yield from (_looking_back_line(memory, one) for one in memory.lookbacks)


def _line(one: Checkin) -> str:
    fields = (one.on.isoformat(), f"check-in {one.number}", _of_five(one.rating))
    return ", ".join(filter(None, fields)) + _words(one.text)


def _looking_back_line(memory: CheckinPair, later: Checkin) -> str:
    fields = (
        memory.checkin.on.isoformat(),
        f"looking back in {later.number} on {later.on.isoformat()}",
        _of_five(later.then_rating),
    )
    return ", ".join(filter(None, fields)) + _words(later.then_words)


def _of_five(rating: int | None) -> str:
    return f"{rating} of 5" if rating else ""


def _words(text: str) -> str:
    return f": {one_line(text)}" if text else ""
