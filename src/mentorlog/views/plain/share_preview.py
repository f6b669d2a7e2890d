"""What a reader would see, in plain words: each entry in full, then what that comes to."""

from collections.abc import Iterator

from mentorlog.insights.sharing import SharePreview
from mentorlog.views.plain.detail import lines as in_full
from mentorlog.views.sharing import next_steps, packet_preview_summary


def lines(figure: SharePreview) -> Iterator[str]:
    """Every entry under the reader's number, with ours."""
    for detail in figure.details:
        yield from in_full(detail)
        yield f"Here it is entry {figure.yours[detail.entry.number]}."
    yield from packet_preview_summary(figure)
    yield from next_steps(figure)
