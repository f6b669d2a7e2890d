"""Facts with their labels, in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.text import one_line


def lines(figure: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """As "Journal: ~/.local/share/mentorlog/journal.db"."""
    return (f"{one_line(label)}: {one_line(value)}" for label, value in figure)
