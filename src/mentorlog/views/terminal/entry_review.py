"""One entry of a mentee in full, with what the mentor wrote to it and what it said before."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.dates import short
from mentorlog.insights.review import Close
from mentorlog.text import one_line
from mentorlog.views.comment_text import (
    kind,
    review,
    state,
    words,
)
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.detail import drawn
from mentorlog.views.terminal.drawing import (
    BOLD,
    DIM,
    MARGIN,
    edge,
    page,
    wrapped,
)
from mentorlog.views.words import whole


def picture(figure: Close, screen: Screen) -> Text:
    """The entry as it came, then the mentor's words."""
    first, *others = drawn(figure.detail, screen, review("show", figure.mentee.name))
    whose = wrapped(f"from {one_line(figure.mentee.name)}", edge(screen) - MARGIN, DIM, indent=MARGIN)
    return page([first, *whose, *others, *_more(figure, screen)])


def _more(figure: Close, screen: Screen) -> Iterator[Text]:
    room = edge(screen) - 2 * MARGIN
    today = figure.detail.today
    for comment in figure.comments:
        heading = f"{kind(comment).capitalize()}, {short(comment.on, today)}, {state(comment)}"
        yield from (Text(), *wrapped(heading, room, BOLD, indent=MARGIN))
        yield from wrapped(words(comment), room, indent=2 * MARGIN)
    for day, entry in figure.earlier:
        yield from (Text(), *wrapped(f"In the packet of {short(day, today)} it said", room, BOLD, indent=MARGIN))
        yield from wrapped(whole(entry), room, DIM, indent=2 * MARGIN)
    command = review("comment", figure.mentee.name, str(figure.detail.entry.number))
    yield from (Text(), *wrapped(f"To answer: {command}", room, DIM, indent=MARGIN))
