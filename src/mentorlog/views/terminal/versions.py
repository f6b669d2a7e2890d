"""What one entry used to be, the oldest first, each version in full."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import dated
from mentorlog.model.entries import Entry
from mentorlog.model.history import Version
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.detail import words_of
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    edge,
    flowed,
    line,
    page,
)
from mentorlog.views.words import VISIBILITY, kind_words, labels, until


def picture(figure: tuple[Version, ...], screen: Screen) -> Text:
    """Each version under the change that ended it."""
    if not figure:
        return page([bold("History"), Text(), line("It is as it was first written.", indent=MARGIN)])
    return page([bold("History"), *(each for version in figure for each in _version(version, screen))])


def _version(version: Version, screen: Screen) -> Iterator[Text]:
    heads = flowed([bold(until(version))], edge(screen) - MARGIN, screen, indent=MARGIN)
    yield from (Text(), *heads)
    if version.entry:
        yield from flowed(_facts(version.entry), edge(screen) - MARGIN, screen, indent=MARGIN)
        for block in words_of(version.entry, screen):
            yield from (Text(), *block)


def _facts(entry: Entry) -> list[Text | str]:
    words = (kind_words(entry), dated(entry.on), labels(entry), VISIBILITY[entry.visibility])
    return [word for word in words if word]
