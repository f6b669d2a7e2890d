"""What goes into a document for a reader, and what stays out: shown to the writer alone."""

from datetime import date

from mentorlog.dates import Period
from mentorlog.insights.year import SummaryOptions
from mentorlog.model.entries import Entry
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """An entry with its `number` in the document, or with the reason `why` it is not in it."""

    entry: Entry
    number: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The entries of a period that go into a document, and those that don't. The frame is as the reader gets it."""

    frame: SummaryOptions
    period: Period
    today: date
    within: tuple[PreviewRow, ...]
    without: tuple[PreviewRow, ...]


def exclusion_reason(entry: Entry, frame: SummaryOptions) -> str:
    """Why an entry of the period is not in the document."""
    if entry.number in frame.rule.excluded:
        return "left out by you"
    if entry.visibility not in frame.rule.reader.visibilities:
        return str(entry.visibility)
    return "with somebody else"
