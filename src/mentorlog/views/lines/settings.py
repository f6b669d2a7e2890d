"""The user's settings in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.views.lines import info


def lines(figure: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """As "plain: true"."""
    return info.lines(figure)
