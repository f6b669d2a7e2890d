"""What one entry used to be, the oldest first, each version in full."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import date_with_year
from mentorlog.model.entries import Entry
from mentorlog.model.history import Version
from mentorlog.phrases.days import version_heading
from mentorlog.phrases.entries import VISIBILITY, kind_words, labels
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.detail import text_blocks
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    edge,
    flow_items,
    line,
    page,
)


def picture(figure: tuple[Version, ...], screen: Screen) -> Text:
    """Each version under the change that ended it."""
    if not figure:
        return page([bold("History"), Text(), line("It is as it was first written.", indent=MARGIN)])
    return page([bold("History"), *(each for version in figure for each in _version(version, screen))])


def _version(version: Version, screen: Screen) -> Iterator[Text]:
    heads = flow_items([bold(version_heading(version))], edge(screen) - MARGIN, screen, indent=MARGIN)
    yield from (Text(), *heads)
    if version.entry:
        yield from flow_items(_facts(version.entry), edge(screen) - MARGIN, screen, indent=MARGIN)
        for block in text_blocks(version.entry, screen):
            yield from (Text(), *block)


def _facts(entry: Entry) -> list[Text | str]:
    words = (kind_words(entry), date_with_year(entry.on), labels(entry), VISIBILITY[entry.visibility])
    return [word for word in words if word]
