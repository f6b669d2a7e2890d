"""The user's settings in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.text import one_line

NOT_SET = "not set"


def lines(figure: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """As "plain: true", "name: not set"."""
    return (f"{one_line(key)}: {one_line(value) or NOT_SET}" for key, value in figure)
