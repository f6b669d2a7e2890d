"""One packet that left, with its entries."""

from rich.text import Text

from mentorlog.insights.sharing import SentPacket
from mentorlog.phrases.days import moment
from mentorlog.phrases.entries import headline
from mentorlog.phrases.grammar import name
from mentorlog.text import first_words
from mentorlog.views.screen import Screen
from mentorlog.views.sharing import change_since_sent, packet_facts
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    NUMBER,
    bold,
    dim,
    edge,
    heading_lines,
    page,
    wrapped,
)


def picture(figure: SentPacket, screen: Screen) -> Text:
    """An entry a line: our number, the words, the reader's number, what became of it."""
    packet, room = figure.packet, edge(screen) - MARGIN
    heading = heading_lines(bold(f"Packet {packet.name} for {name(packet.person)}"), moment(packet.made_at), screen)
    facts = wrapped(packet_facts(figure), room, indent=MARGIN)
    if packet.revoked_at:
        facts += wrapped(f"Revoked {moment(packet.revoked_at)}. What left can't be called back.", room, indent=MARGIN)
    wide = max(len(str(sent.entry)) for sent in packet.entries)
    rows = []
    for sent in packet.entries:
        entry = figure.present.get(sent.entry)
        rows.append(
            Row(
                lead=Text(f"{sent.entry:>{wide}}", NUMBER),
                words=first_words(headline(entry), 60) if entry else "",
                asides=(dim(f"there {sent.reader_number.number}"), Text(change_since_sent(figure, sent.entry))),
            )
        )
    return page([*heading, *facts, Text(), *table(rows, edge(screen), screen, indent=MARGIN)])
