"""What was done in plain words: one command a line, the newest first."""

from collections.abc import Iterator

from mentorlog.model.history import Deed
from mentorlog.text import one_line
from mentorlog.views.words import DEED, moment, touched


def lines(figure: tuple[Deed, ...]) -> Iterator[str]:
    """As "2026-03-05 20:11 UTC, session add, 138, 140, Ánh, taken back"."""
    return map(_line, figure)


def _line(deed: Deed) -> str:
    return ", ".join(filter(None, (moment(deed.at), one_line(deed.command), touched(deed), DEED[deed.state])))
