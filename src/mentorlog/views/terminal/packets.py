"""The packets that left, the newest last."""

from rich.text import Text

from mentorlog.insights.sharing import SentPacket
from mentorlog.phrases.days import moment
from mentorlog.phrases.grammar import name
from mentorlog.views.screen import Screen
from mentorlog.views.sharing import packet_facts
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    page,
    wrapped,
)

NONE_YET = "Nothing has left. To see what would: mentorlog share preview --with NAME"


def picture(figure: tuple[SentPacket, ...], screen: Screen) -> Text:
    """One packet a line: what it is called, for whom, when, what became of it."""
    if not figure:
        return page([bold("Packets"), Text(), *wrapped(NONE_YET, edge(screen) - MARGIN, indent=MARGIN)])
    rows = [
        Row(
            lead=Text(left.packet.name, "cyan"),
            words=name(left.packet.person),
            asides=(Text(moment(left.packet.made_at)), dim(packet_facts(left))),
        )
        for left in figure
    ]
    return page(
        [
            bold("Packets"),
            Text(),
            *table(rows, edge(screen), screen, indent=MARGIN),
            Text(),
            *wrapped(
                f"What one held: mentorlog share list {figure[-1].packet.name}", edge(screen) - MARGIN, indent=MARGIN
            ),
        ]
    )
