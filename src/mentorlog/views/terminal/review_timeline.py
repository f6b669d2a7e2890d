"""A mentee's timeline, with the mentor's comments and notes under each entry."""

from rich.text import Text

from mentorlog.dates import short
from mentorlog.insights.review import Reading
from mentorlog.model.entries import Entry
from mentorlog.text import one_line
from mentorlog.views.comment_text import (
    kind,
    news,
    review,
    state,
    unsent,
    waiting,
    words,
)
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    flowed,
    headed,
    line,
    page,
)
from mentorlog.views.terminal.timeline import Story, foot, which
from mentorlog.views.words import said


def picture(figure: Reading, screen: Screen) -> Text:
    """The story as it came, and what was written to it."""
    standing, today = figure.standing, figure.timeline.today
    name = one_line(standing.mentee.name)
    facts = (f"packet of {short(standing.last, today)}", news(standing, today), waiting(standing), unsent(standing))
    below = flowed([dim(fact) for fact in facts if fact], edge(screen) - MARGIN, screen, indent=MARGIN)
    story = _Told(figure, screen).lines()
    return page([*headed(bold(name), which(figure.timeline), screen), *below, *story, *_foot(figure, screen)])


class _Told(Story):
    """The story of a mentee."""

    def __init__(self, figure: Reading, screen: Screen) -> None:
        self.reading = figure
        super().__init__(figure.timeline, screen)

    def facts(self, entry: Entry) -> list[str]:
        shown = self.reading.shown[entry.number]
        news = ["new"] if shown.is_new else ["changed"] if shown.has_changed else []
        return [*super().facts(entry), *news]

    def remarks(self, entry: Entry, depth: int) -> list[Row]:
        return [
            Row(
                lead=line(" " * self.width, "  ", kind(comment), indent=2 * depth),
                words=said(words(comment)),
                asides=(dim(state(comment)),),
                limit=3,
            )
            for comment in self.reading.comments.get(entry.number, ())
        ]


def _foot(figure: Reading, screen: Screen) -> list[Text]:
    name = figure.standing.mentee.name
    if figure.is_since and not figure.timeline.entries:
        return [Text(), line("Nothing is new since your last answer.", indent=MARGIN)]
    last = figure.timeline.entries[-1].number if figure.timeline.entries else 1
    notes = [f"To answer: {review('comment', name, str(last))}"]
    if figure.standing.unsent:
        notes.append(f"To send: {review('reply', name)}")
    return foot(figure.timeline, notes, review("timeline", name, "--all"), review("show", name), screen)
