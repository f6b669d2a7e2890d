"""What left the journal: for whom, when, which entries; and under which numbers a reader knows them."""

from collections.abc import Mapping

from mentorlog.model.people import Person
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderNumber:
    """An entry for one reader: the reader's own number for it, and a uid that nothing else has."""

    number: int
    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """A reader's numbers: `reader` is the id that joins its packets, `places` are by our own number."""

    reader: str
    places: Mapping[int, ReaderNumber]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentEntry:
    """An entry in a packet under our own number; `digest` is of what was sent, empty where it was erased since."""

    entry: int
    reader_number: ReaderNumber
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A packet that left, as the mentee keeps it. `encryption` is how it was encrypted: key, passphrase or empty.
    `made_at` and `revoked_at` are UTC seconds in ISO form.
    """

    token: str
    reader: str
    person: Person
    made_at: str
    encryption: str = ""
    revoked_at: str = ""
    entries: tuple[SentEntry, ...]

    @property
    def name(self) -> str:
        """What people call it: the beginning of its token."""
        return self.token[:4]
