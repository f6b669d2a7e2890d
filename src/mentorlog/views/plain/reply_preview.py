"""What a reply to a mentee will say, in plain words."""

from collections.abc import Iterator

from mentorlog.insights.review import ReplyPreview
from mentorlog.phrases.comments import comment_line
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line
from mentorlog.views.plain.entries import line


def lines(figure: ReplyPreview) -> Iterator[str]:
    """Each entry with the comments to it that go out."""
    count = sum(len(comments) for _, comments in figure.parts)
    name = one_line(figure.mentee.name)
    yield f"A reply to {name} by {one_line(figure.by)}: {plural('comment', count)}."
    for entry, comments in figure.parts:
        yield f"To {line(entry)}"
        yield from (comment_line(comment) for comment in comments)
    yield f"Stays here: {plural('note', figure.note_count)}."
