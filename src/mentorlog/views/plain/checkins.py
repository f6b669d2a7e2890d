"""The check-ins of an area in plain words: one a line, and a line for each time that one was looked back at."""

from collections.abc import Iterator

from mentorlog.insights.checkins import Checkins
from mentorlog.model.entries import Checkin
from mentorlog.phrases.entries import of_five
from mentorlog.text import one_line


def lines(figure: Checkins) -> Iterator[str]:
    """As "2025-12-12, check-in 104, 2 of 5: I say half.", then "2025-12-12, looking back in 150 on 2026-03-10, …"."""
    for memory in figure.memories:
        one = memory.checkin
        yield _line(one, f"check-in {one.number}", one.now)
        for later in memory.lookbacks:
            yield _line(one, f"looking back in {later.number} on {later.on.isoformat()}", later.then)


def _line(one: Checkin, what: str, seen: tuple[int | None, str]) -> str:
    rating, words = seen
    fields = (one.on.isoformat(), what, of_five(rating))
    return ", ".join(filter(None, fields)) + (f": {one_line(words)}" if words else "")
