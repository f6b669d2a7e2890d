"""One entry of a mentee in full, in plain words."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.insights.review import Close
from mentorlog.text import one_line
from mentorlog.views.comment_text import kind, state, words
from mentorlog.views.plain import detail
from mentorlog.views.words import sentence, whole


def lines(figure: Close) -> Iterator[str]:
    """Every fact that came, then what the mentor wrote, then what the entry said before."""
    yield f"From {one_line(figure.mentee.name)}."
    yield from detail.lines(figure.detail)
    for comment in figure.comments:
        yield f"{kind(comment).capitalize()} of {long_day_month(comment.on)}, {state(comment)}:"
        yield from words(comment).split("\n")
    for day, entry in figure.earlier:
        yield f"In the packet of {long_day_month(day)} it said: {sentence(whole(entry))}"
