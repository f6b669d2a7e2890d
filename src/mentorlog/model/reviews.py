"""What a mentor keeps of the mentees whose packets came: the packets, comments and notes, and what was answered."""

from dataclasses import field
from datetime import date

from mentorlog.errors import NotFound
from mentorlog.model.entries import Answer, Entry
from mentorlog.model.packets import Packet
from mentorlog.model.people import Person, find_person
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentee:
    """Somebody whose packets came; `name` is what the mentor calls them."""

    name: str
    number: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReceivedPacket:
    """A packet as it is kept. Its entries stand under their numbers for review, which are `sender_numbers` (by uid:
    what the packet said), but where another entry of the mentee had that number first. `at` is when it came, UTC
    seconds in ISO form.
    """

    packet: Packet
    mentee: int
    sender_numbers: dict[str, int]
    at: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MenteeEntry:
    """One entry of a mentee in one form, under its number for review; `sender_number` is its number in the packet,
    whose own number here is `packet`. `is_new` and `has_changed` are since the mentor answered last.
    """

    entry: Entry
    digest: str
    sender_number: int
    packet: int
    is_new: bool = False
    has_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comment:
    """What a mentor wrote to one entry of a mentee, named by its uid, as it was in a packet. A note stays here; a
    comment goes out with a reply, which is None until then.
    """

    on: date
    mentee: int = 0
    packet: int = 0
    entry: str = ""
    text: str = ""
    is_note: bool = False
    is_question: bool = False
    framework: str = ""
    answers: tuple[Answer, ...] = ()
    number: int = 0
    uid: str = ""
    written_at: str = ""
    reply: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentTarget:
    """Where a comment's entry stood: the packet's token and reader id, the entry's number there, and its digest."""

    token: str
    reader: str
    sender_number: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer to a mentee; `packet` is the newest that had come by then, `at` UTC seconds in ISO form."""

    mentee: int
    packet: int
    at: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeStatus:
    """How it stands with a mentee, in local days. `new` are the entries that came or changed since the day `since`:
    that of the last answer; without one, of the packet before the newest; None where everything is new. `unsent` are
    comments that didn't go out yet; `last` is when the newest packet came, `answered` when the last reply went out.
    """

    mentee: Mentee
    packets: int
    entries: int
    new: int
    since: date | None
    last: date
    answered: date | None
    unsent: int

    @property
    def is_waiting(self) -> bool:
        """Whether the mentee waits for an answer: there was none yet, or something is new since."""
        return self.answered is None or self.new > 0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PacketReceipt:
    """What a packet brought: `entries` in all, of which `new` were not here in this form; `renumbered` have another
    number here. `is_duplicate` says that the packet had come before.
    """

    mentee: Mentee
    packet: Packet
    entries: int
    new: int = 0
    renumbered: int = 0
    is_duplicate: bool = False
    is_first: bool = False


def find_mentee(typed: str, mentees: tuple[Mentee, ...]) -> Mentee | None:
    """The mentee whom `typed` names, as people are found; None where nobody is called so. Raises InvalidInput where
    several are, NotFound where it looks like a slip of the fingers.
    """
    by_name = {mentee.name: mentee for mentee in mentees}
    found = find_person(typed, tuple(Person(name=name) for name in by_name))
    return by_name[found.name] if found else None


def require_mentee(typed: str, mentees: tuple[Mentee, ...]) -> Mentee:
    """As `find_mentee`, but raises NotFound where nobody is called so."""
    try:
        found = find_mentee(typed, mentees)
    except NotFound as slip:
        raise NotFound("no-mentee-but", name=typed, meant=slip.values["meant"]) from None
    if found is None:
        raise NotFound("no-mentee", name=typed)
    return found
