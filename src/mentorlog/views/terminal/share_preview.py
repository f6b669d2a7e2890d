"""What a reader would see: each entry in full, then what that comes to."""

from rich.text import Text

from mentorlog.insights.sharing import SharePreview
from mentorlog.phrases.grammar import name
from mentorlog.views.screen import Screen
from mentorlog.views.sharing import next_steps, packet_preview_summary
from mentorlog.views.terminal.detail import picture as in_full
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    heading_lines,
    line,
    page,
    wrapped,
)


def picture(figure: SharePreview, screen: Screen) -> Text:
    """Every entry under the reader's number, with ours below."""
    room = edge(screen) - MARGIN
    drawn = heading_lines(bold(f"What {name(figure.addressee)} will see"), "", screen)
    for detail in figure.details:
        ours = dim(f"here it is entry {figure.yours[detail.entry.number]}")
        drawn += [Text(), in_full(detail, screen), line(ours, indent=MARGIN)]
    drawn.append(Text())
    drawn += [each for words in packet_preview_summary(figure) for each in wrapped(words, room, indent=MARGIN)]
    drawn.append(Text())
    drawn += [each for words in next_steps(figure) for each in wrapped(words, room, indent=MARGIN)]
    return page(drawn)
