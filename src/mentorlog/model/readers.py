"""For whom a document is made: three rules, each saying what its reader gets and how people are named to them."""

from enum import StrEnum

from mentorlog.model.entries import Entry
from mentorlog.model.enums import Reader
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass


class Names(StrEnum):
    """How people are named in a document."""

    FULL = "full"
    INITIALS = "initials"
    PSEUDONYMS = "pseudonyms"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderRule:
    """What `reader` gets: the entries that are open to them, with people named in this form.

    Kept back from everybody but oneself, besides: roles, rhythms, descriptions of areas, who else may read an entry.
    `person` is the one mentor for whom it is, where it is for one: then only what is with that person or with nobody.
    `included` are the numbers of entries below the reader's level that go into this document all the same, `excluded`
    those that don't go in.
    """

    reader: Reader = Reader.SELF
    names: Names = Names.FULL
    person: Person | None = None
    included: frozenset[int] = frozenset()
    excluded: frozenset[int] = frozenset()

    @property
    def is_own(self) -> bool:
        """Whether it is for the writer, who sees everything."""
        return self.reader is Reader.SELF

    def allows(self, entry: Entry) -> bool:
        """Whether the entry is for this reader."""
        if entry.number in self.excluded or entry.is_tender:
            return False
        if entry.number in self.included:
            return True
        fits = self.person is None or not entry.people or self.person in entry.people
        return fits and entry.visibility in self.reader.visibilities


OWN_RULE = ReaderRule()
DEFAULT_NAME_STYLES = {Reader.SELF: Names.FULL, Reader.MENTOR: Names.FULL, Reader.PUBLIC: Names.INITIALS}
