"""The timeline in plain words: one entry a line."""

from collections.abc import Iterator

from mentorlog.insights.timeline import Timeline
from mentorlog.views.plain.entries import line


def lines(figure: Timeline) -> Iterator[str]:
    """The entries in their order; nothing else, so that grep, head and wc count right."""
    return map(line, figure.entries)
