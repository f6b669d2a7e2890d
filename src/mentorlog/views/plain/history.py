"""What was done in plain words: one command a line, the newest first."""

from collections.abc import Iterator

from mentorlog.model.history import CommandRecord
from mentorlog.phrases.days import moment
from mentorlog.phrases.events import COMMAND_STATES, affected_items
from mentorlog.text import one_line


def lines(figure: tuple[CommandRecord, ...]) -> Iterator[str]:
    """As "2026-03-05 20:11 UTC, session add, 138, 140, Ánh, taken back"."""
    return map(_line, figure)


def _line(deed: CommandRecord) -> str:
    return ", ".join(
        filter(None, (moment(deed.at), one_line(deed.command), affected_items(deed), COMMAND_STATES[deed.state]))
    )
