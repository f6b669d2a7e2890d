"""What goes into a document and what stays out, drawn as two lists."""

from collections.abc import Sequence

from rich.text import Text

from mentorlog.dates import day_month
from mentorlog.insights.year import Preview, PreviewRow
from mentorlog.phrases.entries import headline, kind_words
from mentorlog.views.preview import entry_counts, heading, rules
from mentorlog.views.screen import Screen
from mentorlog.views.terminal import columns
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    heading_lines,
    line,
    number,
    page,
    wrapped,
)

INDENT = 4
FOOT = "Nothing was written. To write it, leave out --preview."


def picture(figure: Preview, screen: Screen) -> Text:
    """The rules of the reader, then the entries in and out; numbers are those of the journal, then the reader's."""
    said = [each for rule in rules(figure) for each in wrapped(rule, edge(screen) - MARGIN, indent=MARGIN)]
    goes, *stays = entry_counts(figure)
    blocks = [Text(), *wrapped(goes, edge(screen) - MARGIN, "bold", indent=MARGIN)]
    blocks += _table(figure, figure.within, screen)
    if stays:
        blocks += [Text(), *wrapped(stays[0], edge(screen) - MARGIN, "bold", indent=MARGIN)]
        blocks += _table(figure, figure.without, screen)
    foot = wrapped(FOOT, edge(screen) - MARGIN, "dim", indent=MARGIN)
    return page([*heading_lines(bold(heading(figure)), "", screen), Text(), *said, *blocks, Text(), *foot])


def _table(figure: Preview, chosen: Sequence[PreviewRow], screen: Screen) -> list[Text]:
    width = max([3, *(len(str(row.entry.number)) for row in chosen)])
    drawn = [
        columns.Row(
            lead=line(number(row.entry.number, width)),
            words=f"{kind_words(row.entry)}: {headline(row.entry)}",
            asides=(dim(day_month(row.entry.on, figure.today)), dim(row.reason or _reader_number(row))),
            limit=1,
        )
        for row in chosen
    ]
    return columns.table(drawn, edge(screen), screen, indent=INDENT)


def _reader_number(row: PreviewRow) -> str:
    return f"as {row.number}" if row.number != row.entry.number else ""
