"""What goes into a document for a reader, and what stays out: shown to the writer alone."""

from datetime import date

from mentorlog.dates import Period
from mentorlog.insights.year import Frame
from mentorlog.model.entries import Entry
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry with its `number` in the document, or with the reason `why` it is not in it."""

    entry: Entry
    number: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The entries of a period that go into a document, and those that don't. The frame is as the reader gets it."""

    frame: Frame
    period: Period
    today: date
    within: tuple[Row, ...]
    without: tuple[Row, ...]


def kept_back(entry: Entry, frame: Frame) -> str:
    """Why an entry of the period is not in the document."""
    if entry.number in frame.rule.left_out:
        return "left out by you"
    if entry.visibility not in frame.rule.reader.sees:
        return str(entry.visibility)
    return "with somebody else"
