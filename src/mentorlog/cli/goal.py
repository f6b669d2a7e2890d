"""goal: setting goals, and listing them; `goal_changes` has what happens to them later."""

from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import (
    Command,
    Group,
    call_of,
    new_app,
)
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.filters import Filters, show_list
from mentorlog.cli.app.results import say_saved
from mentorlog.cli.interactive.text_input import Source, taking
from mentorlog.errors import NOTHING_WRITTEN, Mistyped
from mentorlog.model.entries import Event, Goal, Kind, What
from mentorlog.model.goal_events import check_direction, happened

app = new_app(cls=Group, help="Set a goal, check in, change it, reach it or let it go.")
STATUSES = ("active", "reached", "paused", "dropped")
Status = Annotated[str, typer.Option("--status", metavar="STATUS", help="active, reached, paused, dropped or all.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog goal add "Lead one project end to end" -a growth --due 2026-06-30
    mentorlog goal add "At home in both families" --sign "I stop explaining"
    mentorlog goal add "Five conversations in policy" --target 5 -a networking
    mentorlog goal add "Sleep well" --using woop --fill plan="Write first."
    """,
)
def add(
    ctx: typer.Context,
    text: options.Text = None,
    area: options.Areas = None,
    due: options.Due = None,
    measure: options.Measure = None,
    with_: options.With = None,
    sign: options.Signs = None,
    target: options.Target = None,
    using: options.Using = None,
    fill: options.Fill = None,
    on: options.On = None,
    title: options.Title = None,
    visibility: options.Visible = None,
    questions: options.AskedFor = False,
    edit: options.Edit = False,
) -> None:
    """Set a goal; with --sign it is a direction, which no number measures."""
    call = call_of(ctx)
    if questions:
        _show_questions(call, using)
        return
    with taking(call, text, edits=edit, asks="goal") as source, call.writing() as journal:
        draft = Goal(
            on=parsing.on(call, on),
            title=parsing.title(title),
            areas=parsing.areas(journal, area),
            people=parsing.people(journal, with_),
            due=call.day(due),
            measure=parsing.optional(measure, "measure"),
            signs=parsing.words(sign, "sign"),
            target=parsing.whole(target, "--target"),
            visibility=parsing.visibility(call, visibility),
        )
        draft = _told(call, source, draft, using, fill)
        with journal.writing("goal add", at=call.now) as writing:
            saved = writing.add(draft)
    say_saved(call, saved, new=parsing.newcomers(draft.people))


@app.command("list", cls=Command, epilog="mentorlog goal list --status all")
def list_(
    ctx: typer.Context,
    status: Status = "active",
    period: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    with_: options.WithFilter = None,
    visible: options.VisibleFilter = None,
    limit: options.Limit = None,
    every: options.Everything = False,
) -> None:
    """The goals that are active, or all."""
    statuses = parsing.statuses("all" if every else status, STATUSES)
    filters = Filters(period=period, since=since, until=until, area=area, with_=with_, visible=visible, limit=limit)
    show_list(call_of(ctx), f"{statuses[0].capitalize()} goals" if statuses else "Goals", Kind.GOAL, filters, statuses)


def _told(call: Call, source: Source, draft: Goal, using: str | None, fill: list[str] | None) -> Goal:
    """The goal with its words, and with what a framework's answers say of it where no option does."""
    if not using and not fill:
        return _set(draft, source.text())
    from mentorlog.cli.interactive.frameworks import guide

    text, guided = source.text_beside(guide("goal", using or "smart", fill))
    words = "\n".join(filter(None, (text, guided.of("text"))))
    if not words:
        raise Mistyped("A goal needs words of its own.", safe=NOTHING_WRITTEN, hint='Like this: goal add "Lead" …')
    told = replace(
        draft,
        due=draft.due or call.day(guided.of("due") or None),
        measure=draft.measure or guided.of("measure"),
        signs=draft.signs or parsing.words(guided.lines("sign"), "sign"),
        target=draft.target or _target(guided.of("target")) or guided.counted,
        framework=guided.framework.name,
        answers=guided.answers,
    )
    return _set(told, words)


def _set(draft: Goal, words: str) -> Goal:
    check_direction(draft)
    return happened(draft, Event(on=draft.on, what=What.CREATED, text=words))


def _target(answer: str) -> int | None:
    if answer and not (answer.isascii() and answer.isdigit()):
        raise Mistyped("How many times has to be a number.", safe=NOTHING_WRITTEN, hint="Like this: --target 5")
    return parsing.whole(int(answer), "--target") if answer else None


def _show_questions(call: Call, using: str | None) -> None:
    from mentorlog.cli.interactive.frameworks import show_questions

    show_questions(call, "goal", using)
