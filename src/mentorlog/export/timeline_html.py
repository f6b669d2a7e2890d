"""A timeline as one HTML file, with the looks and the manners of a yearly summary."""

from mentorlog.export import layout
from mentorlog.export.html import environment
from mentorlog.export.timeline_document import TimelineDocument, step
from mentorlog.insights.timeline import Timeline
from mentorlog.insights.year import DEFAULT_OPTIONS, SummaryOptions
from mentorlog.phrases.grammar import plural


def render(figure: Timeline, frame: SummaryOptions = DEFAULT_OPTIONS) -> str:
    """The document of `figure`; its styles are in it."""
    document = TimelineDocument(figure=figure, frame=frame)
    return (
        environment()
        .get_template("timeline.html")
        .render(
            document=document,
            amount=entry_count_and_order(figure),
            step=step,
            links=layout.Links(entries=frozenset(), goals=frozenset(), is_own=True),
            colours=layout.colours([area for entry in figure.entries for area in entry.areas]),
        )
    )


def entry_count_and_order(figure: Timeline) -> str:
    """How many entries it tells of, and in which order."""
    order = "newest first" if figure.is_newest_first else "oldest first"
    shown = len(figure.entries)
    of = f"{shown} of {figure.total} entries" if shown < figure.total else plural("entry", shown)
    return f"{of}, {order}, for yourself."
