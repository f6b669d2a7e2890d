"""One packet that left, in plain words: what it is, then an entry a line."""

from collections.abc import Iterator

from mentorlog.insights.sharing import SentPacket
from mentorlog.phrases.days import moment
from mentorlog.phrases.entries import headline
from mentorlog.phrases.grammar import name
from mentorlog.views.sharing import change_since_sent, packet_facts


def lines(figure: SentPacket) -> Iterator[str]:
    """Our number, the reader's number, the beginning, what became of it."""
    packet = figure.packet
    yield f"Packet {packet.name} for {name(packet.person)}, {moment(packet.made_at)}, {packet_facts(figure)}."
    if packet.revoked_at:
        yield f"Revoked {moment(packet.revoked_at)}. What left can't be called back."
    for sent in packet.entries:
        entry = figure.present.get(sent.entry)
        words = f": {headline(entry)}" if entry else ""
        became = change_since_sent(figure, sent.entry)
        yield f"Entry {sent.entry}, there {sent.reader_number.number}{f', {became}' if became else ''}{words}"
