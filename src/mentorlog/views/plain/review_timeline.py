"""A mentee's timeline in plain words: one entry a line, and a line for each comment and note below it."""

from collections.abc import Iterator

from mentorlog.insights.review import ReviewTimeline
from mentorlog.phrases.comments import comment_line
from mentorlog.views.plain.entries import line


def lines(figure: ReviewTimeline) -> Iterator[str]:
    """The entries in their order, each with what was written to it."""
    for entry in figure.timeline.entries:
        shown = figure.sources[entry.number]
        news = "new, " if shown.is_new else "changed, " if shown.has_changed else ""
        yield f"{news}{line(entry)}"
        for comment in figure.comments.get(entry.number, ()):
            yield f"{comment.on.isoformat()}, to {entry.number}, {comment_line(comment)}"
