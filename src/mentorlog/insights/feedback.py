"""What of a feedback file fits this journal, and what is set aside and why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mentorlog.model.entries import Entry
from mentorlog.model.packets import FeedbackFile, FeedbackItem
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.sharing import Manifest, SentEntry

MOST_ABOUT_ONE = 100
MOST_BY_ONE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedItem:
    """An answer that was not taken in; `number` is the reader's for the entry that it is about."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedItem:
    """An answer that fits, the entry that it is `about`, and the token of the newest packet that had its words."""

    item: FeedbackItem
    about: Entry
    packet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackMatch:
    """A feedback file, sorted: what fits, how many answers were `known` before, and what is set aside. `person` is the
    packet's reader, None where no packet went to that reader.
    """

    person: Person | None
    matched: tuple[MatchedItem, ...]
    known: int
    rejected: tuple[RejectedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackImport:
    """What an import did: the feedback that was `added`, under `by` a name that is only claimed; `outdated` are the
    numbers of those that answer what an entry said before it was changed here.
    """

    by: str
    person: Person | None
    added: tuple[Entry, ...]
    known: int
    rejected: tuple[RejectedItem, ...]
    outdated: tuple[int, ...] = ()


def match_feedback(
    file: FeedbackFile,
    packets: Iterable[Manifest],
    present: Mapping[int, Entry],
    taken: Mapping[str, bool],
    before: Sequence[Entry],
) -> FeedbackMatch:
    """Sort the answers of `file`. `present` are our entries by number, as far as they are there; `taken` are the uids
    of the file that are in use here, True where for feedback; `before` is the feedback of that reader so far.
    """
    given = [packet for packet in packets if packet.reader == file.reader]
    counts = Counter(entry.about for entry in before)
    total, known = len(before), 0
    fits: dict[str, MatchedItem] = {}
    aside: list[RejectedItem] = []
    for item in file.items:
        if item.uid in fits or taken.get(item.uid):
            known += 1
            continue
        number, why = _place(item, given)
        if item.uid in taken:
            why = "its uid belongs to something else here"
        elif not why and number not in present:
            why = "the entry was removed or erased"
        elif not why and (counts[number] >= MOST_ABOUT_ONE or total >= MOST_BY_ONE):
            why = "there are too many answers to it already"
        if why:
            aside.append(RejectedItem(number=item.number, reason=why))
        else:
            fits[item.uid] = MatchedItem(item=item, about=present[number], packet=_packet_token(item, given))
            counts[number] += 1
            total += 1
    return FeedbackMatch(
        person=given[-1].person if given else None, matched=tuple(fits.values()), known=known, rejected=tuple(aside)
    )


def answered_entry_numbers(file: FeedbackFile, packets: Iterable[Manifest]) -> set[int]:
    """Our numbers of the entries that the answers may be about."""
    asked = {item.entry for item in file.items}
    return {
        sent.entry
        for packet in packets
        for sent in packet.entries
        if packet.reader == file.reader and sent.reader_number.uid in asked
    }


def _place(item: FeedbackItem, given: Sequence[Manifest]) -> tuple[int, str]:
    """Our number of the entry that an answer is about, or why there is none."""
    if not given:
        return 0, "no packet of this journal went to its reader"
    found = [(packet, sent) for packet in given for sent in packet.entries if sent.reader_number.uid == item.entry]
    counting = [sent for packet, sent in found if not packet.revoked_at]
    if not found:
        return 0, "its entry was not in a packet for this reader"
    if not counting:
        return 0, "the packet was revoked"
    return counting[-1].entry, _mismatch_reason(item, counting)


def _packet_token(item: FeedbackItem, given: Sequence[Manifest]) -> str:
    """The token of the newest packet that still counts and had these words."""
    asked = item.entry, item.digest
    return next(
        packet.token
        for packet in reversed(given)
        if not packet.revoked_at and any((sent.reader_number.uid, sent.digest) == asked for sent in packet.entries)
    )


def _mismatch_reason(item: FeedbackItem, sent: Sequence[SentEntry]) -> str:
    if item.number != sent[-1].reader_number.number:
        return "its number and its entry don't belong together"
    if item.digest not in {one.digest for one in sent}:
        return "it answers words that this reader was never given"
    return ""
