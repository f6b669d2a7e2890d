"""What an import would bring: the first entries as a table, then what becomes of the tags."""

from rich.text import Text

from mentorlog.dates import dated
from mentorlog.model.entries import Entry
from mentorlog.model.import_preview import Coming
from mentorlog.text import one_line
from mentorlog.views.import_report import came, where_from
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    page,
    wrapped,
)
from mentorlog.views.words import headline, labels, names, plural

LINES = 1


def picture(figure: Coming, screen: Screen) -> Text:
    """How much would come, the first few of it, and the tags."""
    first, *others = came(figure)
    width = edge(screen)
    entries = table([_row(entry) for entry in figure.some], width, screen, indent=MARGIN)
    rest = figure.taken.added + figure.taken.known - len(figure.some)
    more = [Text(), *wrapped(f"and {rest} more", width - MARGIN, indent=MARGIN)] if entries and rest > 0 else []
    return page(
        [
            *wrapped(first, width, "bold"),
            *wrapped(where_from(figure), width - MARGIN, "dim", indent=MARGIN),
            *([Text(), *entries, *more] if entries else []),
            *_tags(figure, screen),
            *([Text()] if others else []),
            *(each for words in others for each in wrapped(words, width - MARGIN, indent=MARGIN)),
        ]
    )


def _row(entry: Entry) -> Row:
    beside = (labels(entry), names(entry.people))
    return Row(
        lead=dim(dated(entry.on)),
        words=headline(entry),
        asides=(dim(str(entry.kind)), dim(", ".join(filter(None, beside)))),
        limit=LINES,
    )


def _tags(figure: Coming, screen: Screen) -> list[Text]:
    rows = [
        Row(words=one_line(tag.tag), asides=(Text(one_line(tag.area)), dim(plural("entry", tag.entries))))
        for tag in figure.tags
        if tag.area
    ]
    if not rows:
        return []
    return [Text(), bold("Tags that become areas"), *table(rows, edge(screen), screen, indent=MARGIN)]
