"""What a journal holds: sessions, reflections, goals, actions, questions, check-ins and feedback.

Each is an Entry. Without a number it is a draft; saved, it has a journal-wide number and a uid. None
has a repr of its own: what was written stands in no traceback.
"""

from dataclasses import field, fields
from datetime import date
from typing import ClassVar

from mentorlog.model.areas import Area
from mentorlog.model.enums import EventType, Kind, Visibility
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass

__all__ = [
    "Action",
    "Answer",
    "Checkin",
    "Entry",
    "EntryWithAnswers",
    "EntryWithOwner",
    "Event",
    "EventType",
    "Feedback",
    "Goal",
    "Kind",
    "Question",
    "Reflection",
    "Session",
    "Visibility",
    "named_people",
]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Event:
    """One dated happening in the life of a goal or an action. `text` holds the words of a check-in, or the wording that
    a goal got; `because` the reason; `percent` is 0 to 100.
    """

    on: date
    what: EventType
    text: str = ""
    because: str = ""
    percent: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answer:
    """An answer to a question as it was asked; `spine` is what it tells of (happened, felt, meant, next), or empty."""

    key: str = ""
    question: str = ""
    text: str = ""
    spine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Entry:
    """What every kind shares. `about` and `goals` are numbers of other entries.

    A tender entry is in no listing, search, figure or document: only its number opens it.

    `time` is "HH:MM+HH:MM", with the offset of that day, or empty. `written_at`, `changed_at` and
    `removed_at` are UTC seconds in ISO form, set by storage.
    """

    kind: ClassVar[Kind]

    number: int = field(default=0, compare=False)
    uid: str = field(default="", compare=False)
    on: date
    time: str = ""
    title: str = ""
    text: str = ""
    areas: tuple[Area, ...] = ()
    people: tuple[Person, ...] = ()
    goals: tuple[int, ...] = ()
    about: int | None = None
    visibility: Visibility = Visibility.PRIVATE
    is_tender: bool = False
    written_at: str = field(default="", compare=False)
    changed_at: str = field(default="", compare=False)
    removed_at: str = ""

    def __eq__(self, other: object) -> bool:
        """Written once here, for a generated one costs every kind half a millisecond at each start."""
        return type(self) is type(other) and self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash((self.kind, self.on, self.text))

    def _compared(self) -> list[object]:
        return [getattr(self, field.name) for field in fields(self) if field.compare]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Session(Entry):
    """A meeting with a mentor, a mentee or a peer; `minutes` is how long it took."""

    kind: ClassVar[Kind] = Kind.SESSION
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Reflection(Entry):
    """What something meant; on its own, or about a session or another entry."""

    kind: ClassVar[Kind] = Kind.REFLECTION
    framework: str = ""
    answers: tuple[Answer, ...] = ()
    feelings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Goal(Entry):
    """Something to reach, or, with `signs`, an open direction that no number measures.

    `status` is active, paused, reached or dropped. `count` (of `target`) is that of the last check-in that named one,
    `percent` (0 to 100) that of the last one with a number, if it was a percentage.
    """

    kind: ClassVar[Kind] = Kind.GOAL
    status: str = "active"
    due: date | None = None
    measure: str = ""
    signs: tuple[str, ...] = ()
    target: int | None = None
    percent: int | None = None
    count: int | None = None
    events: tuple[Event, ...] = ()
    framework: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def is_direction(self) -> bool:
        """Whether it is tracked by signs to notice, and no number measures it."""
        return bool(self.signs)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Action(Entry):
    """Who does what; `owner` is None where it is the user's own. `status` is open, done or dropped; `outcome` is
    worked, did-not-work or empty; `told` says that the mentor has heard what became of it.
    """

    kind: ClassVar[Kind] = Kind.ACTION
    status: str = "open"
    owner: Person | None = None
    due: date | None = None
    outcome: str = ""
    told: bool = False
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Question(Entry):
    """A question parked for a session; `answered_in` is the number of the entry that answers it."""

    kind: ClassVar[Kind] = Kind.QUESTION
    answered_in: int | None = None

    @property
    def status(self) -> str:
        """Open until an entry answers it."""
        return "answered" if self.answered_in else "open"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Checkin(Entry):
    """Where one stands in an area, in words and, if wanted, from 1 to 5. `then_rating` and `then_words` are how an
    earlier time looks from here; `about` is the check-in of that time, whose own words stay.
    """

    kind: ClassVar[Kind] = Kind.CHECKIN
    rating: int | None = None
    then_rating: int | None = None
    then_words: str = ""

    @property
    def now(self) -> tuple[int | None, str]:
        """How its own day looks, as a number and in words."""
        return self.rating, self.text

    @property
    def then(self) -> tuple[int | None, str]:
        """How the earlier time looks from here."""
        return self.then_rating, self.then_words


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Feedback(Entry):
    """What a reader answered to the entry that it is about. `owner` is who it claims to be by; `packet` names the
    packet that was read, `is_question` asks for an answer.
    """

    kind: ClassVar[Kind] = Kind.FEEDBACK
    owner: Person | None = None
    packet: str = ""
    is_question: bool = False
    framework: str = ""
    answers: tuple[Answer, ...] = ()


EntryWithOwner = Action | Feedback
EntryWithAnswers = Reflection | Goal | Feedback
ENTRY_CLASSES: dict[Kind, type[Entry]] = {
    record.kind: record for record in (Session, Reflection, Goal, Action, Question, Checkin, Feedback)
}


def named_people(entry: Entry) -> tuple[Person, ...]:
    """Everybody whom an entry names: who was there, and whose it is."""
    owner = entry.owner if isinstance(entry, EntryWithOwner) else None
    return (*entry.people, owner) if owner else entry.people
