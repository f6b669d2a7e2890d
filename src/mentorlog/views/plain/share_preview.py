"""What a reader would see, in plain words: each entry in full, then what that comes to."""

from collections.abc import Iterator

from mentorlog.insights.sharing import Preview
from mentorlog.views.plain.detail import lines as in_full
from mentorlog.views.sharing import goes, next_steps


def lines(figure: Preview) -> Iterator[str]:
    """Every entry under the reader's number, with ours."""
    for detail in figure.details:
        yield from in_full(detail)
        yield f"Here it is entry {figure.yours[detail.entry.number]}."
    yield from goes(figure)
    yield from next_steps(figure)
