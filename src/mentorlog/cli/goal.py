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
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import Filters, show_list
from mentorlog.cli.app.results import print_saved
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.errors import NOTHING_WRITTEN, InvalidInput
from mentorlog.model.entries import Event, EventType, Goal, Kind
from mentorlog.model.goal_events import apply_event, check_direction

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
    questions: options.ShowQuestions = False,
    edit: options.Edit = False,
) -> None:
    """Set a goal; with --sign it is a direction, which no number measures."""
    call = call_of(ctx)
    if questions:
        _show_questions(call, using)
        return
    with text_input(call, text, edits=edit, interview="goal") as source, call.open_writable() as journal:
        draft = Goal(
            on=parsing.on(call, on),
            title=parsing.title(title),
            areas=parsing.areas(journal, area),
            people=parsing.people(journal, with_),
            due=call.day(due),
            measure=parsing.optional_text(measure, "measure"),
            signs=parsing.clean_phrases(sign, "sign"),
            target=parsing.bounded_int(target, "--target"),
            visibility=parsing.visibility(call, visibility),
        )
        draft = _with_text(call, source, draft, using, fill)
        with journal.write("goal add", at=call.now) as writing:
            saved = writing.add(draft)
    print_saved(call, saved, new=parsing.unsaved_people(draft.people))


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


def _with_text(call: Invocation, source: TextInput, draft: Goal, using: str | None, fill: list[str] | None) -> Goal:
    """The goal with its words, and with what a framework's answers say of it where no option does."""
    if not using and not fill:
        return _with_creation_event(draft, source.text())
    from mentorlog.cli.interactive.frameworks import fill_framework

    text, guided = source.text_with_answers(fill_framework("goal", using or "smart", fill))
    words = "\n".join(filter(None, (text, guided.option_answer("text"))))
    if not words:
        raise InvalidInput("A goal needs words of its own.", safe=NOTHING_WRITTEN, hint='Like this: goal add "Lead" …')
    told = replace(
        draft,
        due=draft.due or call.day(guided.option_answer("due") or None),
        measure=draft.measure or guided.option_answer("measure"),
        signs=draft.signs or parsing.clean_phrases(guided.option_lines("sign"), "sign"),
        target=draft.target or _target(guided.option_answer("target")) or guided.item_count,
        framework=guided.framework.name,
        answers=guided.answers,
    )
    return _with_creation_event(told, words)


def _with_creation_event(draft: Goal, words: str) -> Goal:
    check_direction(draft)
    return apply_event(draft, Event(on=draft.on, what=EventType.CREATED, text=words))


def _target(answer: str) -> int | None:
    if answer and not (answer.isascii() and answer.isdigit()):
        raise InvalidInput("How many times has to be a number.", safe=NOTHING_WRITTEN, hint="Like this: --target 5")
    return parsing.bounded_int(int(answer), "--target") if answer else None


def _show_questions(call: Invocation, using: str | None) -> None:
    from mentorlog.cli.interactive.frameworks import show_questions

    show_questions(call, "goal", using)
