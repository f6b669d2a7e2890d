"""The areas in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.model.tallies import AreaTally
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line


def lines(figure: tuple[AreaTally, ...]) -> Iterator[str]:
    """As "identity, Cultural identity exploration, 19 entries, last on 10 March 2026: Insight into …"."""
    return map(_line, figure)


def _line(tally: AreaTally) -> str:
    area = tally.area
    count = plural("entry", tally.entries) if tally.entries else ""
    last = f"last on {long_day_month(tally.last)}" if tally.last else ""
    fields = (one_line(area.slug), one_line(area.name), count, last, "paused by you" if area.is_paused else "")
    about = f": {one_line(area.about)}" if area.about else ""
    return ", ".join(filter(None, fields)) + about
