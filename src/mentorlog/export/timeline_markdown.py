"""A timeline in Markdown: months and days as headings, what belongs to an entry in quotes below it."""

from mentorlog.dates import month_name, short_date
from mentorlog.export.escaping import inline, quote
from mentorlog.export.markdown import Blocks, escape_user_text
from mentorlog.export.timeline_document import TimelineDocument, step
from mentorlog.export.timeline_html import entry_count_and_order
from mentorlog.insights.timeline import Day, GoalEvent, Thread, Timeline
from mentorlog.insights.year import DEFAULT_OPTIONS, SummaryOptions
from mentorlog.phrases import days, documents
from mentorlog.phrases.entries import main_text


def render(figure: Timeline, frame: SummaryOptions = DEFAULT_OPTIONS) -> str:
    """The document of `figure`."""
    document = TimelineDocument(figure=figure, frame=frame)
    blocks = [*_cover(document), *_goals(document), *_months(document)]
    return "\n\n".join(blocks) + "\n"


def _cover(document: TimelineDocument) -> Blocks:
    yield f"# Timeline, {days.period_name(document.period)}"
    name = f"{inline(document.frame.name)} · " if document.frame.name else ""
    yield f"{name}{entry_count_and_order(document.figure)}" if document.figure.entries else "Nothing was found."


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
            yield from _day(day, document)


def _day(day: Day, document: TimelineDocument) -> Blocks:
    for thread in day.threads:
        yield from _thread(thread, document, "")
    for happening in day.happenings:
        yield from _happening(happening)


def _thread(thread: Thread, document: TimelineDocument, mark: str) -> Blocks:
    """An entry, and below it, one quote deeper, what is about it."""
    entry = thread.entry
    facts = (
        str(entry.number),
        escape_user_text(documents.heading(entry, document.frame)),
        escape_user_text(documents.labels(entry.areas)),
    )
    parts = [" · ".join(filter(None, facts))]
    parts += [f"**{inline(entry.title)}**"] if entry.title else []
    parts += [quote(main_text(entry))] if main_text(entry) != entry.title else []
    for goal in thread.goals:
        parts.append(f"{'Seen again, goal' if goal.signs else 'For goal'} {goal.number}: {inline(goal.text)}")
    parts += [below for under in thread.under for below in _thread(under, document, "> ")]
    for part in parts:
        yield "\n".join(f"{mark}{line}".rstrip() for line in part.split("\n")) if mark else part


def _happening(happening: GoalEvent) -> Blocks:
    goal, event = happening.goal, happening.event
    yield f"Goal {goal.number}, {inline(goal.text)}: {escape_user_text(documents.step_phrase(step(happening), goal))}"
    if documents.step_text(event):
        yield quote(event.text)
