"""What an import would bring: the first entries as a table, then what becomes of the tags."""

from rich.text import Text

from mentorlog.dates import date_with_year
from mentorlog.model.entries import Entry
from mentorlog.model.import_preview import ImportPreview
from mentorlog.phrases.entries import headline, labels
from mentorlog.phrases.grammar import names, plural
from mentorlog.text import one_line
from mentorlog.views.import_report import import_summary, source_and_dates
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

LINES = 1


def picture(figure: ImportPreview, screen: Screen) -> Text:
    """How much would come, the first few of it, and the tags."""
    first, *others = import_summary(figure)
    width = edge(screen)
    entries = table([_row(entry) for entry in figure.sample], width, screen, indent=MARGIN)
    rest = figure.result.added + figure.result.known - len(figure.sample)
    more = [Text(), *wrapped(f"and {rest} more", width - MARGIN, indent=MARGIN)] if entries and rest > 0 else []
    return page(
        [
            *wrapped(first, width, "bold"),
            *wrapped(source_and_dates(figure), width - MARGIN, "dim", indent=MARGIN),
            *([Text(), *entries, *more] if entries else []),
            *_tags(figure, screen),
            *([Text()] if others else []),
            *(each for words in others for each in wrapped(words, width - MARGIN, indent=MARGIN)),
        ]
    )


def _row(entry: Entry) -> Row:
    beside = (labels(entry), names(entry.people))
    return Row(
        lead=dim(date_with_year(entry.on)),
        words=headline(entry),
        asides=(dim(str(entry.kind)), dim(", ".join(filter(None, beside)))),
        limit=LINES,
    )


def _tags(figure: ImportPreview, screen: Screen) -> list[Text]:
    rows = [
        Row(words=one_line(tag.tag), asides=(Text(one_line(tag.area)), dim(plural("entry", tag.entries))))
        for tag in figure.tags
        if tag.area
    ]
    if not rows:
        return []
    return [Text(), bold("Tags that become areas"), *table(rows, edge(screen), screen, indent=MARGIN)]
