"""One entry of a mentee in full, in plain words."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.insights.review import EntryReview
from mentorlog.phrases.comments import comment_body, kind, state
from mentorlog.phrases.entries import title_and_text
from mentorlog.phrases.grammar import sentence
from mentorlog.text import one_line
from mentorlog.views.plain import detail


def lines(figure: EntryReview) -> Iterator[str]:
    """Every fact that came, then what the mentor wrote, then what the entry said before."""
    yield f"From {one_line(figure.mentee.name)}."
    yield from detail.lines(figure.detail)
    for comment in figure.comments:
        yield f"{kind(comment).capitalize()} of {long_day_month(comment.on)}, {state(comment)}:"
        yield from comment_body(comment).split("\n")
    for day, entry in figure.earlier:
        yield f"In the packet of {long_day_month(day)} it said: {sentence(title_and_text(entry))}"
