"""What a mentee gives a reader, and what comes back: packets and feedback files, as docs/packets.md has them."""

from datetime import date

from mentorlog.model.areas import Area
from mentorlog.model.entries import Answer, Entry
from mentorlog.model.json_form import packet_form
from mentorlog.model.records import dataclass
from mentorlog.model.serialization import digest_of

PACKET, FEEDBACK = (f"mentorlog {what}" for what in ("packet", "feedback"))  # as files name their own format
VERSION = 1
MAX_ENTRIES = 10_000
MAX_ITEMS = 1_000
MAX_ANSWERS = 20
MAX_BYTES = 8 * 1024 * 1024
MAX_VALUES = 300_000
NAME_LENGTH = 4


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PacketEntry:
    """An entry as its reader sees it: with the reader's number, a uid made for that reader, and the links within
    the packet alone. `digest` covers this form of it.
    """

    entry: Entry
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Packet:
    """All that a reader is given at once. `token` is the packet's own, `reader` the id that joins the packets of one
    mentee for one reader; `mentee` and `addressee` are names.
    """

    token: str
    reader: str
    mentee: str
    addressee: str
    made_on: date
    areas: tuple[Area, ...]
    entries: tuple[PacketEntry, ...]

    @property
    def name(self) -> str:
        """What people call it: the beginning of its token."""
        return self.token[:NAME_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FeedbackItem:
    """One answer to an entry. `number`, `entry` (its uid) and `digest` name the entry as it was read; `uid` is the
    answer's own, `at` UTC seconds in ISO form.
    """

    uid: str
    number: int
    entry: str
    digest: str
    is_question: bool = False
    text: str = ""
    framework: str = ""
    answers: tuple[Answer, ...] = ()
    at: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FeedbackFile:
    """Answers to the entries of a packet; `by` is who claims to have written them."""

    reader: str
    packet: str
    by: str
    items: tuple[FeedbackItem, ...]


def packet_entry(entry: Entry) -> PacketEntry:
    """The entry with the digest of its form in a packet."""
    return PacketEntry(entry=entry, digest=digest_of(packet_form(entry)))
