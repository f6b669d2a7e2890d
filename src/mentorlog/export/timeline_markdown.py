"""A timeline in Markdown: months and days as headings, what belongs to an entry in quotes below it."""

from mentorlog.dates import month_name, short
from mentorlog.export import periods, wording
from mentorlog.export.escaping import inline, quote
from mentorlog.export.markdown import Blocks, plain
from mentorlog.export.timeline_document import TimelineDocument, step
from mentorlog.export.timeline_html import amount
from mentorlog.insights.timeline import Day, Happening, Thread, Timeline
from mentorlog.insights.year import USUAL, Frame


def render(figure: Timeline, frame: Frame = USUAL) -> str:
    """The document of `figure`."""
    document = TimelineDocument(figure=figure, frame=frame)
    blocks = [*_cover(document), *_goals(document), *_months(document)]
    return "\n\n".join(blocks) + "\n"


def _cover(document: TimelineDocument) -> Blocks:
    yield f"# Timeline, {periods.period_name(document.period)}"
    name = f"{inline(document.frame.name)} · " if document.frame.name else ""
    yield f"{name}{amount(document.figure)}" if document.figure.entries else "Nothing was found."


def _goals(document: TimelineDocument) -> Blocks:
    stories = document.stories()
    if stories:
        yield "## Goals through the time"
    for told in stories:
        goal = told.goal
        yield f"**{inline(goal.text)}** ({goal.number}, {plain(wording.goal_words(goal))})"
        yield "\n".join(
            f"- {wording.near_day(each.event.on, document.period)}: {plain(wording.step_words(each, goal))}"
            for each in told.steps
            if each.event.on in document.period
        )


def _months(document: TimelineDocument) -> Blocks:
    for month in document.figure.months:
        yield f"## {month_name(month.first)}"
        for day in month.days:
            yield f"### {short(day.on, day.on)}"
            yield from _day(day, document)


def _day(day: Day, document: TimelineDocument) -> Blocks:
    for thread in day.threads:
        yield from _thread(thread, document, "")
    for happening in day.happenings:
        yield from _happening(happening)


def _thread(thread: Thread, document: TimelineDocument, mark: str) -> Blocks:
    """An entry, and below it, one quote deeper, what is about it."""
    entry = thread.entry
    facts = (str(entry.number), plain(wording.full_words(entry, document)), plain(wording.labels(entry.areas)))
    parts = [" · ".join(filter(None, facts))]
    parts += [f"**{inline(entry.title)}**"] if entry.title else []
    parts += [quote(wording.said(entry))] if wording.said(entry) != entry.title else []
    for goal in thread.goals:
        parts.append(f"{'Seen again, goal' if goal.signs else 'For goal'} {goal.number}: {inline(goal.text)}")
    parts += [below for under in thread.under for below in _thread(under, document, "> ")]
    for part in parts:
        yield "\n".join(f"{mark}{line}".rstrip() for line in part.split("\n")) if mark else part


def _happening(happening: Happening) -> Blocks:
    goal, event = happening.goal, happening.event
    yield f"Goal {goal.number}, {inline(goal.text)}: {plain(wording.step_words(step(happening), goal))}"
    if wording.step_text(event):
        yield quote(event.text)
