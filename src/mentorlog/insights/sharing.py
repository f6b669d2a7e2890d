"""What goes to a reader, as that reader will see it, and what can be said about it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mentorlog.insights.goal_story import GoalStory
from mentorlog.insights.listing import Detail
from mentorlog.insights.progress import Progress
from mentorlog.insights.timeline import Timeline
from mentorlog.model.areas import DEFAULT_AREAS_BY_SLUG, Area, slug_of
from mentorlog.model.documents import digest, entry_document, texts
from mentorlog.model.entries import Entry, Feedback, Question, named_people
from mentorlog.model.enums import Reader, Visibility
from mentorlog.model.packets import Packet
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.sharing import Manifest, ReaderNumber, SentEntry
from mentorlog.text import fold

MIN_NAME_LENGTH = 2
UNSPACED = "\u2e80"  # from here on, Chinese, Japanese and Korean


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePreview:
    """What somebody would see: the entries in full under the reader's numbers, and which of ours each is (`yours`).
    `naming` are the reader's numbers of those that name somebody else.
    """

    addressee: Person
    details: tuple[Detail, ...]
    yours: Mapping[int, int]
    naming: tuple[int, ...]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPage:
    """A packet with every figure that is made of it, and of nothing else."""

    packet: Packet
    timeline: Timeline
    progress: Progress
    stories: tuple[GoalStory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPacket:
    """A packet that left. By our own numbers: which of its entries are `present`, and which say something else by now
    or are not there any more (`changed`).
    """

    packet: Manifest
    present: Mapping[int, Entry]
    changed: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibilityChange:
    """Who may read some entries from now on: those that changed, and those that stay as they were."""

    visibility: Visibility
    changed: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]
    is_trial: bool


def is_shareable(entry: Entry) -> bool:
    """Whether an entry may go to a mentor at all."""
    return entry.visibility in Reader.MENTOR.visibilities and not entry.is_tender


def is_for(entry: Entry, person: Person) -> bool:
    """Whether an entry is with a person, or with nobody."""
    company = {one.uid for one in named_people(entry)}
    return not company or person.uid in company


def reader_view(entry: Entry, places: Mapping[int, ReaderNumber]) -> Entry:
    """An entry as the reader of `places` sees it: with the reader's numbers, links among them alone, and nothing
    that only its writer is to know.
    """
    place, written = places[entry.number], f"{entry.on}T00:00:00+00:00"
    seen = replace(
        entry,
        number=place.number,
        uid=place.uid,
        areas=tuple({area.slug: area for area in map(_area, entry.areas)}.values()),
        about=_linked(entry.about, places),
        goals=tuple(sorted(places[goal].number for goal in entry.goals if goal in places)),
        visibility=Visibility.MENTOR,
        written_at=written,
        changed_at=written,
    )
    if isinstance(seen, Question):
        return replace(seen, answered_in=_linked(seen.answered_in, places))
    return replace(seen, packet="") if isinstance(seen, Feedback) else seen


def naming_others(entries: Iterable[Entry], reader: Person, people: Sequence[Person]) -> tuple[int, ...]:
    """The numbers of the entries that name somebody besides the reader: as their company, or in their words."""
    others = [person for person in people if person.uid != reader.uid]
    mine = set(fold(reader.name).split())
    words = {word for person in others for word in fold(person.name).split() if len(word) >= MIN_NAME_LENGTH} - mine
    pattern = re.compile("|".join(map(_word_pattern, sorted(words))) or r"(?!)")
    return tuple(
        entry.number
        for entry in entries
        if any(person.uid != reader.uid for person in named_people(entry))
        or pattern.search(fold(" ".join(texts(entry_document(entry)))))
    )


def _word_pattern(word: str) -> str:
    """A pattern for a word; in scripts without spaces it may stand within others."""
    return rf"(?<!\w){re.escape(word)}(?!\w)" if max(word) < UNSPACED else re.escape(word)


def last_shares(packets: Iterable[Manifest], number: int) -> list[tuple[Manifest, SentEntry]]:
    """For each person, the last packet that still counts and holds our entry `number`."""
    found: dict[str, tuple[Manifest, SentEntry]] = {}
    for packet in packets:
        for sent in packet.entries:
            if sent.entry == number and not packet.revoked_at:
                found[packet.person.uid] = packet, sent
    return list(found.values())


def _area(area: Area) -> Area:
    """An area without what its slug may tell of an earlier name, and without what was noted about it."""
    slug = area.slug if area.slug in DEFAULT_AREAS_BY_SLUG else slug_of(area.name) or f"area-{digest(area.name)[:6]}"
    return Area(slug=slug, name=area.name, position=area.position)


def _linked(number: int | None, places: Mapping[int, ReaderNumber]) -> int | None:
    place = places.get(number or 0)
    return place.number if place else None
