"""For whom a document is, and what kinds of things it therefore leaves out."""

from collections.abc import Iterator

from mentorlog.insights.year import YearSummary
from mentorlog.model.enums import Reader
from mentorlog.model.readers import Names
from mentorlog.phrases.wording import (
    counted,
    is_own,
    isolate,
    names,
)

READER_TITLES = {Reader.SELF: "for yourself", Reader.MENTOR: "for a mentor", Reader.PUBLIC: "for anyone"}
READER_NOTES = {
    Reader.SELF: "For yourself: everything that was written in this period, private entries too.",
    Reader.MENTOR: "For a mentor: the entries that were chosen for a mentor to read. Every number counts these alone.",
    Reader.PUBLIC: "For anyone: the entries that were made public. Every number counts these alone.",
}
OWN_OMISSIONS = "Left out: tender entries, which stand in no document"
OMISSIONS = (
    "Left out, whether or not there is any: what was not chosen for this reader, roles and rhythms, "
    "descriptions of areas, and who else may read an entry."
)
NAMES = {
    Names.FULL: "",
    Names.INITIALS: "Names stand as initials.",
    Names.PSEUDONYMS: "Names are replaced by letters.",
}


def reader_words(summary: YearSummary) -> str:
    """For whom the document is, with whom all of it was, and what it leaves out."""
    return " ".join(filter(None, _parts(summary)))


def _parts(summary: YearSummary) -> Iterator[str]:
    frame, rule = summary.frame, summary.frame.rule
    if rule.person:
        yield (
            f"For {isolate(rule.person.name)}: the entries that were chosen for a mentor to read, with this "
            "mentor or with nobody. Every number counts these alone."
        )
    else:
        yield READER_NOTES[rule.reader]
    if frame.people:
        yield f"Only what is with {names(frame.people)}."
    yield _own_omissions(len(rule.excluded)) if is_own(summary) else OMISSIONS
    yield NAMES[rule.names]


def _own_omissions(left_out: int) -> str:
    by_hand = f", and {counted(left_out, 'entry', 'entries')} that you left out by hand" if left_out else ""
    return f"{OWN_OMISSIONS}{by_hand}."
