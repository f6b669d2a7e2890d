"""What left, held against what is here now."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from mentorlog.cli.app.context import Call
from mentorlog.errors import NotFound
from mentorlog.export.packet_entry import given
from mentorlog.insights.listing import Seen
from mentorlog.insights.sharing import Left, last_seen, present_places, seen_as
from mentorlog.model.entries import Entry, Feedback
from mentorlog.model.sharing import Manifest, Sent

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


def left(journal: "Journal", packet: Manifest) -> Left:
    """The packet, held against its entries as they are now."""
    present = {}
    for sent in packet.sent:
        with suppress(NotFound):
            present[sent.entry] = journal.entry(sent.entry)
    changed = (
        sent.entry
        for sent in packet.sent
        if sent.entry not in present or has_changed(present[sent.entry], packet, sent)
    )
    return Left(packet=packet, present=present, changed=tuple(changed))


def has_changed(entry: Entry, packet: Manifest, sent: Sent) -> bool:
    """Whether an entry says something else than what was sent."""
    return given(seen_as(entry, present_places(packet))).digest != sent.digest


def answers_earlier(packets: Iterable[Manifest], answer: Feedback, about: Entry) -> bool:
    """Whether an answer is to what its entry said in the packet that was read, and no longer says."""
    return any(
        has_changed(about, packet, sent)
        for packet in packets
        for sent in packet.sent
        if (packet.token, sent.entry) == (answer.packet, about.number)
    )


def seen_by(call: Call, packets: Sequence[Manifest], entry: Entry) -> tuple[Seen, ...]:
    """Who was given an entry in one of these packets, and whether it says something else by now."""
    return tuple(
        Seen(
            person=packet.person,
            packet=packet.name,
            on=call.local(packet.made_at).date(),
            is_changed=has_changed(entry, packet, sent),
        )
        for packet, sent in last_seen(packets, entry.number)
    )
