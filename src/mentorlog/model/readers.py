"""For whom a document is made: three rules, each saying what its reader gets and what is kept from them."""

from dataclasses import dataclass
from enum import StrEnum

from mentorlog.model.entries import Visibility
from mentorlog.model.people import Person


class Names(StrEnum):
    """How people are named in a document."""

    FULL = "full"
    INITIALS = "initials"
    PSEUDONYMS = "pseudonyms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A rule: its reader sees what is `least` or more open, and reads names in this form.

    What the rule keeps back besides is the same for everybody but oneself: roles, rhythms, descriptions of
    areas, and who else may read an entry. `person` is the one mentor for whom it is, where it is for one: then
    only what is with that person or with nobody.
    """

    word: str
    least: Visibility
    names: Names = Names.FULL
    person: Person | None = None

    @property
    def is_self(self) -> bool:
        """Whether it is the writer, who sees everything."""
        return self.word == "self"


SELF = Reader(word="self", least=Visibility.PRIVATE)
READERS = {
    "self": SELF,
    "mentor": Reader(word="mentor", least=Visibility.MENTOR),
    "public": Reader(word="public", least=Visibility.PUBLIC, names=Names.INITIALS),
}
