"""The packets that left, in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.insights.sharing import SentPacket
from mentorlog.phrases.days import moment
from mentorlog.phrases.grammar import name
from mentorlog.views.sharing import packet_facts


def lines(figure: tuple[SentPacket, ...]) -> Iterator[str]:
    """As "Packet 7f3a, for Ánh, 2026-03-12 18:04 UTC, 9 entries, 2 changed since"."""
    for left in figure:
        packet = left.packet
        yield f"Packet {packet.name}, for {name(packet.person)}, {moment(packet.made_at)}, {packet_facts(left)}"
