"""What goes into a document and what stays out, in plain words: the rules first, then one entry a line."""

from collections.abc import Iterator

from mentorlog.insights.year import Preview
from mentorlog.views.plain.entries import line
from mentorlog.views.preview import entry_counts, heading, rules


def lines(figure: Preview) -> Iterator[str]:
    """The entries that go in under the reader's numbers, then those that stay, with the reason."""
    yield f"{heading(figure)}."
    yield from rules(figure)
    yield from entry_counts(figure)
    for row in figure.within:
        yield f"In, as {row.number}: {line(row.entry)}"
    for row in figure.without:
        yield f"Out, {row.reason}: {line(row.entry)}"
