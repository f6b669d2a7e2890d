"""What goes on after a yearly summary, in Markdown."""

from mentorlog.export import layout
from mentorlog.export.layout import Links
from mentorlog.export.markdown import (
    Blocks,
    escape_user_text,
    excerpt,
    refs,
)
from mentorlog.insights.year import YearSummary
from mentorlog.model.entries import Action, Goal
from mentorlog.phrases import documents


def what_next(year: YearSummary, links: Links) -> Blocks:
    """The goals that go on and the actions that wait."""
    goals, waiting = layout.open_goals(year.goals), layout.open_actions(year.actions)
    if goals or waiting:
        yield "## What next"
    if goals:
        yield "### Goals that go on"
        yield "\n".join(_line(goal, documents.goal_phrase(goal), links) for goal in goals)
    if waiting:
        yield "### Actions that wait"
        yield "\n".join(
            _line(action, documents.action_phrase(action, None, year.frame, year.period), links) for action in waiting
        )


def _line(what: Goal | Action, words: str, links: Links) -> str:
    return f"- {excerpt(what)} ({escape_user_text(words)}, {refs(links, [what.number])})"
