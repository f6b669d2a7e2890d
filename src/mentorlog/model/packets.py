"""What a mentee gives a reader, and what comes back: packets and feedback files, as docs/packets.md has them."""

from datetime import date
from typing import cast

from mentorlog.model.areas import Area
from mentorlog.model.documents import Document, Value, digest_of, without_empty
from mentorlog.model.entries import Action, Answer, Entry
from mentorlog.model.json_form import entry_keys
from mentorlog.model.records import dataclass

PACKET = "mentorlog packet"
FEEDBACK = "mentorlog feedback"
VERSION = 1
MAX_ENTRIES = 10_000
MAX_ITEMS = 1_000
MAX_ANSWERS = 20
MAX_BYTES = 8 * 1024 * 1024
MAX_VALUES = 300_000
NAME_LENGTH = 4
# What says nothing to the reader, or what only its writer is to know.
PRIVATE_KEYS = ("visibility", "tender", "written_at", "packet")
DERIVED_KEYS = {"question": ("status",)}


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
    return PacketEntry(entry=entry, digest=digest_of(entry_document(entry)))


def entry_document(entry: Entry) -> Document:
    """An entry as a packet holds it, without its digest."""
    keys = {
        **entry_keys(entry),
        "about": entry.about,
        "goals": list(entry.goals),
        **({"owner": entry.owner.name if entry.owner else None} if isinstance(entry, Action) else {}),
    }
    left_out = {*PRIVATE_KEYS, *DERIVED_KEYS.get(entry.kind, ())}
    return _said({key: value for key, value in keys.items() if key not in left_out})


def _said(keys: dict[str, object]) -> Document:
    """`keys` less those that say nothing, at every depth."""
    said: dict[str, Value] = {}
    for key, value in keys.items():
        if isinstance(value, list):
            said[key] = [_said(one) if isinstance(one, dict) else one for one in value]
        else:
            said[key] = cast(Value, value)
    return without_empty(said)
