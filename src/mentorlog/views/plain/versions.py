"""What one entry used to be, in plain words, the oldest first."""

from collections.abc import Iterator

from mentorlog.dates import long
from mentorlog.model.entries import Entry
from mentorlog.model.history import Version
from mentorlog.views.plain.detail import words_of
from mentorlog.views.words import VISIBILITY, kind_words, label, listed, until


def lines(figure: tuple[Version, ...]) -> Iterator[str]:
    """Each version under the change that ended it, its text with its line ends."""
    for version in figure:
        yield f"{until(version)}"
        if version.entry:
            yield f"{_facts(version.entry)}."
            yield from words_of(version.entry)


def _facts(entry: Entry) -> str:
    areas = listed(label(area) for area in entry.areas) if entry.areas else ""
    return ", ".join(filter(None, (kind_words(entry), long(entry.on), areas, VISIBILITY[entry.visibility])))
