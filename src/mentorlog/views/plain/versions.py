"""What one entry used to be, in plain words, the oldest first."""

from collections.abc import Iterator

from mentorlog.dates import long_date
from mentorlog.model.entries import Entry
from mentorlog.model.history import Version
from mentorlog.phrases.days import version_heading
from mentorlog.phrases.entries import VISIBILITY, kind_words, label
from mentorlog.phrases.grammar import join_list
from mentorlog.views.plain.detail import text_lines


def lines(figure: tuple[Version, ...]) -> Iterator[str]:
    """Each version under the change that ended it, its text with its line ends."""
    for version in figure:
        yield f"{version_heading(version)}"
        if version.entry:
            yield f"{_facts(version.entry)}."
            yield from text_lines(version.entry)


def _facts(entry: Entry) -> str:
    areas = join_list(label(area) for area in entry.areas) if entry.areas else ""
    return ", ".join(filter(None, (kind_words(entry), long_date(entry.on), areas, VISIBILITY[entry.visibility])))
