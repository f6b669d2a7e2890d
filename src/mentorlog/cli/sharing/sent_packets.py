"""What left, held against what is here now."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from mentorlog.errors import NotFound
from mentorlog.insights.sharing import SentPacket, reader_view
from mentorlog.model.entries import Entry, Feedback
from mentorlog.model.packets import packet_entry
from mentorlog.model.sharing import Manifest, SentEntry

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


def compare_with_sent(journal: "Journal", packet: Manifest) -> SentPacket:
    """The packet, held against its entries as they are now."""
    present = present_entries(journal, (sent.entry for sent in packet.entries))
    changed = (
        sent.entry
        for sent in packet.entries
        if sent.entry not in present or has_changed(present[sent.entry], packet, sent)
    )
    return SentPacket(packet=packet, present=present, changed=tuple(changed))


def present_entries(journal: "Journal", numbers: Iterable[int]) -> dict[int, Entry]:
    """Those of these entries that are here, by number."""
    present = {}
    for number in numbers:
        with suppress(NotFound):
            present[number] = journal.entry(number)
    return present


def has_changed(entry: Entry, packet: Manifest, sent: SentEntry) -> bool:
    """Whether an entry says something else than what was sent."""
    places = {one.entry: one.reader_number for one in packet.entries}
    return packet_entry(reader_view(entry, places)).digest != sent.digest


def is_outdated(packets: Iterable[Manifest], answer: Feedback, about: Entry) -> bool:
    """Whether an answer is to what its entry said in the packet that was read, and no longer says."""
    return any(
        has_changed(about, packet, sent)
        for packet in packets
        for sent in packet.entries
        if (packet.token, sent.entry) == (answer.packet, about.number)
    )
