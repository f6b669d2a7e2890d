"""A timeline as a document to keep: the same entries as at the terminal, with goals as threads through the time.

In Markdown, months and days are headings, and what belongs to an entry stands in quotes below it.
"""

from dataclasses import dataclass

from mentorlog.dates import Period, month_name, short_date
from mentorlog.export import layout
from mentorlog.export.escaping import inline, quote
from mentorlog.export.html import page_html
from mentorlog.export.markdown import Blocks, document_text, escape_user_text
from mentorlog.insights.goal_story import GoalStory, goal_story
from mentorlog.insights.timeline import GoalEvent, Thread, Timeline
from mentorlog.insights.year import DEFAULT_OPTIONS, SummaryOptions
from mentorlog.phrases import days, documents
from mentorlog.phrases.entries import main_text
from mentorlog.phrases.grammar import plural


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDocument:
    """A timeline, for whom it is, and when it was made."""

    figure: Timeline
    frame: SummaryOptions = DEFAULT_OPTIONS

    @property
    def period(self) -> Period:
        """The days asked for, or from the first entry to the last."""
        return self.figure.covered or Period.of(self.figure.today, self.figure.today)

    def stories(self) -> list[GoalStory]:
        """The goals that moved in this time."""
        return [goal_story(goal, (), today=self.figure.today) for goal in self.figure.goals]


def html(figure: Timeline, frame: SummaryOptions = DEFAULT_OPTIONS) -> str:
    """The document of `figure` as one HTML file; its styles are in it."""
    return page_html(
        "timeline.html",
        document=TimelineDocument(figure=figure, frame=frame),
        amount=_entry_count_and_order(figure),
        links=layout.Links(entries=frozenset(), goals=frozenset(), is_own=True),
        colours=layout.colours([area for entry in figure.entries for area in entry.areas]),
    )


def markdown(figure: Timeline, frame: SummaryOptions = DEFAULT_OPTIONS) -> str:
    """The document of `figure` in Markdown."""
    document = TimelineDocument(figure=figure, frame=frame)
    return document_text([*_cover(document), *_goals(document), *_months(document)])


def _entry_count_and_order(figure: Timeline) -> str:
    """How many entries it tells of, and in which order."""
    order = "newest first" if figure.is_newest_first else "oldest first"
    shown = len(figure.entries)
    of = f"{shown} of {figure.total} entries" if shown < figure.total else plural("entry", shown)
    return f"{of}, {order}, for yourself."


def _cover(document: TimelineDocument) -> Blocks:
    yield f"# Timeline, {days.period_name(document.period)}"
    name = f"{inline(document.frame.name)} · " if document.frame.name else ""
    yield f"{name}{_entry_count_and_order(document.figure)}" if document.figure.entries else "Nothing was found."


def _goals(document: TimelineDocument) -> Blocks:
    stories = document.stories()
    if stories:
        yield "## Goals through the time"
    for told in stories:
        goal = told.goal
        yield f"**{inline(goal.text)}** ({goal.number}, {escape_user_text(documents.goal_phrase(goal))})"
        yield "\n".join(
            f"- {days.near_day(each.event.on, document.period)}: {escape_user_text(documents.step_phrase(each, goal))}"
            for each in told.steps
            if each.event.on in document.period
        )


def _months(document: TimelineDocument) -> Blocks:
    for month in document.figure.months:
        yield f"## {month_name(month.first)}"
        for day in month.days:
            yield f"### {short_date(day.on, day.on)}"
            for thread in day.threads:
                yield from _thread(thread, document, "")
            for happening in day.happenings:
                yield from _happening(happening)


def _thread(thread: Thread, document: TimelineDocument, mark: str) -> Blocks:
    """An entry, and below it, one quote deeper, what is about it."""
    entry = thread.entry
    facts = (str(entry.number), documents.heading(entry, document.frame), documents.labels(entry.areas))
    parts = [escape_user_text(" · ".join(filter(None, facts)))]
    parts += [f"**{inline(entry.title)}**"] if entry.title else []
    parts += [quote(main_text(entry))] if main_text(entry) != entry.title else []
    for goal in thread.goals:
        parts.append(f"{'Seen again, goal' if goal.is_direction else 'For goal'} {goal.number}: {inline(goal.text)}")
    parts += [below for under in thread.under for below in _thread(under, document, "> ")]
    for part in parts:
        yield "\n".join(f"{mark}{line}".rstrip() for line in part.split("\n")) if mark else part


def _happening(happening: GoalEvent) -> Blocks:
    goal, event = happening.goal, happening.event
    became = documents.step_phrase(layout.step(happening), goal)
    yield f"Goal {goal.number}, {inline(goal.text)}: {escape_user_text(became)}"
    if documents.step_text(event):
        yield quote(event.text)
