"""What left, held against what is here now."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from mentorlog.cli.app.context import Invocation
from mentorlog.errors import NotFound
from mentorlog.insights.listing import EntryShare
from mentorlog.insights.sharing import SentPacket, last_shares, reader_numbers, reader_view
from mentorlog.model.entries import Entry, Feedback
from mentorlog.model.packets import packet_entry
from mentorlog.model.sharing import Manifest, SentEntry

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


def compare_with_sent(journal: "Journal", packet: Manifest) -> SentPacket:
    """The packet, held against its entries as they are now."""
    present = {}
    for sent in packet.entries:
        with suppress(NotFound):
            present[sent.entry] = journal.entry(sent.entry)
    changed = (
        sent.entry
        for sent in packet.entries
        if sent.entry not in present or has_changed(present[sent.entry], packet, sent)
    )
    return SentPacket(packet=packet, present=present, changed=tuple(changed))


def has_changed(entry: Entry, packet: Manifest, sent: SentEntry) -> bool:
    """Whether an entry says something else than what was sent."""
    return packet_entry(reader_view(entry, reader_numbers(packet))).digest != sent.digest


def is_outdated(packets: Iterable[Manifest], answer: Feedback, about: Entry) -> bool:
    """Whether an answer is to what its entry said in the packet that was read, and no longer says."""
    return any(
        has_changed(about, packet, sent)
        for packet in packets
        for sent in packet.entries
        if (packet.token, sent.entry) == (answer.packet, about.number)
    )


def recipients(call: Invocation, packets: Sequence[Manifest], entry: Entry) -> tuple[EntryShare, ...]:
    """Who was given an entry in one of these packets, and whether it says something else by now."""
    return tuple(
        EntryShare(
            person=packet.person,
            packet=packet.name,
            on=call.local_time(packet.made_at).date(),
            is_changed=has_changed(entry, packet, sent),
        )
        for packet, sent in last_shares(packets, entry.number)
    )
