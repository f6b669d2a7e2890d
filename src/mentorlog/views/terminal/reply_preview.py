"""What a reply to a mentee will say."""

from rich.text import Text

from mentorlog.insights.review import ReplyPreview
from mentorlog.phrases.comments import comment_body, kind
from mentorlog.phrases.entries import headline, numbered
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.drawing import (
    BOLD,
    DIM,
    MARGIN,
    bold,
    edge,
    heading_lines,
    page,
    wrapped,
)


def picture(figure: ReplyPreview, screen: Screen) -> Text:
    """Each entry with the comments to it that go out; then what stays."""
    count = sum(len(comments) for _, comments in figure.parts)
    room = edge(screen) - 2 * MARGIN
    lines = heading_lines(bold(f"For {one_line(figure.mentee.name)}"), f"by {one_line(figure.by)}", screen)
    for entry, comments in figure.parts:
        lines += [Text(), *wrapped(numbered(entry), room, BOLD, indent=MARGIN)]
        lines += wrapped(headline(entry), room, DIM, indent=MARGIN)
        for comment in comments:
            lines += wrapped(f"{kind(comment)}: {comment_body(comment)}", room - MARGIN, indent=2 * MARGIN)
    goes = f"{plural('comment', count)} {'goes' if count == 1 else 'go'} out."
    foot = f"{goes} Stays here: {plural('note', figure.note_count)}."
    return page([*lines, Text(), *wrapped(foot, room, indent=MARGIN)])
