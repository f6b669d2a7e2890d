"""One packet that left, with its entries."""

from rich.text import Text

from mentorlog.insights.sharing import Left
from mentorlog.text import first_words
from mentorlog.views.screen import Screen
from mentorlog.views.sharing import since, told_of
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    NUMBER,
    bold,
    dim,
    edge,
    headed,
    page,
    wrapped,
)
from mentorlog.views.words import headline, moment, name


def picture(figure: Left, screen: Screen) -> Text:
    """An entry a line: our number, the words, the reader's number, what became of it."""
    packet, room = figure.packet, edge(screen) - MARGIN
    heading = headed(bold(f"Packet {packet.name} for {name(packet.person)}"), moment(packet.made_at), screen)
    facts = wrapped(told_of(figure), room, indent=MARGIN)
    if packet.revoked_at:
        facts += wrapped(f"Revoked {moment(packet.revoked_at)}. What left can't be called back.", room, indent=MARGIN)
    wide = max(len(str(sent.entry)) for sent in packet.sent)
    rows = []
    for sent in packet.sent:
        entry = figure.present.get(sent.entry)
        rows.append(
            Row(
                lead=Text(f"{sent.entry:>{wide}}", NUMBER),
                words=first_words(headline(entry), 60) if entry else "",
                asides=(dim(f"there {sent.place.number}"), Text(since(figure, sent.entry))),
            )
        )
    return page([*heading, *facts, Text(), *table(rows, edge(screen), screen, indent=MARGIN)])
