"""One entry of a mentee in full, with what the mentor wrote to it and what it said before."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import short_date
from mentorlog.insights.review import EntryReview
from mentorlog.phrases.comments import (
    comment_body,
    kind,
    review_command,
    state,
)
from mentorlog.phrases.entries import title_and_text
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.detail import detail_lines
from mentorlog.views.terminal.drawing import (
    BOLD,
    DIM,
    MARGIN,
    edge,
    page,
    wrapped,
)


def picture(figure: EntryReview, screen: Screen) -> Text:
    """The entry as it came, then the mentor's words."""
    first, *others = detail_lines(figure.detail, screen, review_command("show", figure.mentee.name))
    whose = wrapped(f"from {one_line(figure.mentee.name)}", edge(screen) - MARGIN, DIM, indent=MARGIN)
    return page([first, *whose, *others, *_more(figure, screen)])


def _more(figure: EntryReview, screen: Screen) -> Iterator[Text]:
    room = edge(screen) - 2 * MARGIN
    today = figure.detail.today
    for comment in figure.comments:
        heading = f"{kind(comment).capitalize()}, {short_date(comment.on, today)}, {state(comment)}"
        yield from (Text(), *wrapped(heading, room, BOLD, indent=MARGIN))
        yield from wrapped(comment_body(comment), room, indent=2 * MARGIN)
    for day, entry in figure.earlier:
        yield from (Text(), *wrapped(f"In the packet of {short_date(day, today)} it said", room, BOLD, indent=MARGIN))
        yield from wrapped(title_and_text(entry), room, DIM, indent=2 * MARGIN)
    command = review_command("comment", figure.mentee.name, str(figure.detail.entry.number))
    yield from (Text(), *wrapped(f"To answer: {command}", room, DIM, indent=MARGIN))
