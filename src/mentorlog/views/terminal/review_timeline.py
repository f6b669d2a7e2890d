"""A mentee's timeline, with the mentor's comments and notes under each entry."""

from rich.text import Text

from mentorlog.dates import short_date
from mentorlog.insights.review import ReviewTimeline
from mentorlog.model.entries import Entry
from mentorlog.phrases import comments
from mentorlog.phrases.grammar import quote_line
from mentorlog.text import one_line
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal.columns import Row
from mentorlog.views.terminal.draw import dim, fact_lines, heading_lines, line, page
from mentorlog.views.terminal.timeline import TimelineRenderer, foot, selection_phrase


def picture(figure: ReviewTimeline, screen: Screen) -> Text:
    """The story as it came, and what was written to it."""
    standing, today = figure.standing, figure.timeline.today
    name = one_line(standing.mentee.name)
    facts = (
        f"packet of {short_date(standing.last, today)}",
        comments.new_entries_phrase(standing, today),
        comments.awaiting_reply_phrase(standing),
        comments.unsent_phrase(standing),
    )
    below = fact_lines(map(dim, facts), screen)
    story = _ReviewRenderer(figure, screen).lines()
    return page(
        [*heading_lines(name, selection_phrase(figure.timeline), screen), *below, *story, *_foot(figure, screen)]
    )


class _ReviewRenderer(TimelineRenderer):
    """The story of a mentee."""

    def __init__(self, figure: ReviewTimeline, screen: Screen) -> None:
        self.reading = figure
        super().__init__(figure.timeline, screen)

    def facts(self, entry: Entry) -> list[str]:
        shown = self.reading.sources[entry.number]
        news = ["new"] if shown.is_new else ["changed"] if shown.has_changed else []
        return [*super().facts(entry), *news]

    def extra_rows(self, entry: Entry, depth: int) -> list[Row]:
        return [
            Row(
                lead=line(" " * self.width, "  ", comments.kind(comment), indent=2 * depth),
                words=quote_line(comments.comment_body(comment)),
                asides=(dim(comments.state(comment)),),
                limit=3,
            )
            for comment in self.reading.comments.get(entry.number, ())
        ]


def _foot(figure: ReviewTimeline, screen: Screen) -> list[Text]:
    name = figure.standing.mentee.name
    if figure.is_since and not figure.timeline.entries:
        return [Text(), line("Nothing is new since your last answer.", indent=MARGIN)]
    last = figure.timeline.entries[-1].number if figure.timeline.entries else 1
    notes = [f"To answer: {comments.review_command('comment', name, str(last))}"]
    if figure.standing.unsent:
        notes.append(f"To send: {comments.review_command('reply', name)}")
    return foot(
        figure.timeline,
        notes,
        comments.review_command("timeline", name, "--all"),
        comments.review_command("show", name),
        screen,
    )
