"""What a reply to a mentee will say."""

from rich.text import Text

from mentorlog.insights.review import Answering
from mentorlog.text import one_line
from mentorlog.views.comment_text import kind, words
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.drawing import (
    BOLD,
    DIM,
    MARGIN,
    bold,
    edge,
    headed,
    page,
    wrapped,
)
from mentorlog.views.words import headline, numbered, plural


def picture(figure: Answering, screen: Screen) -> Text:
    """Each entry with the comments to it that go out; then what stays."""
    count = sum(len(comments) for _, comments in figure.parts)
    room = edge(screen) - 2 * MARGIN
    lines = headed(bold(f"For {one_line(figure.mentee.name)}"), f"by {one_line(figure.by)}", screen)
    for entry, comments in figure.parts:
        lines += [Text(), *wrapped(numbered(entry), room, BOLD, indent=MARGIN)]
        lines += wrapped(headline(entry), room, DIM, indent=MARGIN)
        for comment in comments:
            lines += wrapped(f"{kind(comment)}: {words(comment)}", room - MARGIN, indent=2 * MARGIN)
    foot = (
        f"{plural('comment', count)} {'goes' if count == 1 else 'go'} out. Stays here: {plural('note', figure.kept)}."
    )
    return page([*lines, Text(), *wrapped(foot, room, indent=MARGIN)])
