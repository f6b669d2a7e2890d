"""goal: what happens to one. Every change is an event with its day and, where given, its reason."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.output import show
from mentorlog.cli.app.results import say_happened
from mentorlog.cli.goal import app
from mentorlog.cli.interactive.text_input import taking
from mentorlog.dates import dated
from mentorlog.errors import NOTHING_WRITTEN, Mistyped
from mentorlog.model.entries import Event, Goal, What
from mentorlog.model.goal_events import STATUS_AFTER, happened

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

__all__ = ["app"]
Percent = Annotated[int | None, typer.Option("--percent", metavar="P", help="How far, 0 to 100.")]
Count = Annotated[int | None, typer.Option("--count", metavar="N", help="How many so far.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog goal checkin 61 "The plan has my name on it." --percent 60
    mentorlog goal checkin 88 --count 3
    """,
)
def checkin(
    ctx: typer.Context,
    number: options.Number,
    text: options.Text = None,
    percent: Percent = None,
    count: Count = None,
    on: options.On = None,
    edit: options.Edit = False,
) -> None:
    """Say where a goal stands: in words, as a percentage or as a count."""
    call = call_of(ctx)
    with taking(call, text, edits=edit) as source, call.writing() as journal:
        goal = parsing.entry(journal, number, Goal)
        event = Event(
            on=parsing.on(call, on),
            what=What.CHECKIN,
            percent=parsing.whole(percent, "--percent", 0, 100),
            count=parsing.whole(count, "--count", 0),
        )
        _check_measure(goal, event)
        event = replace(event, text=source.text_or_none())
        _check_says_something(event)
        saved = _keep(journal, ctx, goal, event)
    say_happened(call, saved, event)


@app.command(cls=Command, epilog='mentorlog goal reach 61 "Shipped on Friday."')
def reach(ctx: typer.Context, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Say that a goal is reached."""
    _turn(ctx, number, What.REACHED, text, on)


@app.command(cls=Command, epilog='mentorlog goal pause 61 "my father\'s operation"')
def pause(ctx: typer.Context, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Lay a goal aside for a while; why is welcome, never required."""
    _turn(ctx, number, What.PAUSED, text, on)


@app.command(cls=Command, epilog="mentorlog goal resume 61")
def resume(ctx: typer.Context, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Take a goal up again, also one that was reached or let go."""
    _turn(ctx, number, What.RESUMED, text, on)


@app.command(cls=Command, epilog='mentorlog goal drop 97 "it was someone else\'s"')
def drop(ctx: typer.Context, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Let a goal go; why is welcome, never required."""
    _turn(ctx, number, What.DROPPED, text, on)


@app.command(
    cls=Command,
    epilog="""
    mentorlog goal reword 61 "Lead one project" --because "a title is theirs"
    """,
)
def reword(
    ctx: typer.Context,
    number: options.Number,
    text: options.Text = None,
    due: options.Due = None,
    measure: options.Measure = None,
    because: options.Because = None,
    on: options.On = None,
    edit: options.Edit = False,
) -> None:
    """Give a goal other words; the earlier ones stay in its story."""
    call = call_of(ctx)
    with taking(call, text, edits=edit) as source, call.writing() as journal:
        goal = parsing.entry(journal, number, Goal)
        goal = replace(
            goal, due=call.day(due) or goal.due, measure=parsing.optional(measure, "measure") or goal.measure
        )
        event = Event(on=parsing.on(call, on), what=What.REWORDED, because=parsing.optional(because, "reason"))
        event = replace(event, text=source.text())
        saved = _keep(journal, ctx, goal, event)
    say_happened(call, saved, event)


@app.command(cls=Command, epilog="mentorlog goal story 61")
def story(ctx: typer.Context, number: options.Number) -> None:
    """How a goal went, as a paragraph, and what stands behind it."""
    from mentorlog.insights.goal_story import story as told

    call = call_of(ctx)
    with call.reading() as journal:
        goal = parsing.entry(journal, number, Goal)
        evidence = journal.evidence(goal.number)
    show(call, "goal_story", told(goal, evidence, today=call.today))


def _turn(ctx: typer.Context, word: str, what: What, text: str | None, on: str | None) -> None:
    call = call_of(ctx)
    with taking(call, text) as source, call.writing() as journal:
        goal = parsing.entry(journal, word, Goal)
        if goal.status == STATUS_AFTER[what]:
            raise Mistyped(
                f"Goal {goal.number} is {goal.status} already.", hint=f"Its story: mentorlog goal story {goal.number}"
            )
        event = Event(on=parsing.on(call, on), what=what)
        event = replace(event, because=source.text_or_none())
        saved = _keep(journal, ctx, goal, event)
    say_happened(call, saved, event)


def _keep(journal: "Journal", ctx: typer.Context, goal: Goal, event: Event) -> Goal:
    if event.on < goal.events[0].on:
        raise Mistyped(
            f"Goal {goal.number} was set on {dated(goal.events[0].on)}, after that day.", safe=NOTHING_WRITTEN
        )
    with journal.writing(f"goal {ctx.info_name}", at=call_of(ctx).now) as writing:
        kept = writing.entry_of(goal.number, Goal)
        return writing.change(happened(replace(kept, due=goal.due, measure=goal.measure), event))


def _check_measure(goal: Goal, event: Event) -> None:
    if None not in (event.percent, event.count):
        raise Mistyped("A check-in takes --percent or --count, not both.", safe=NOTHING_WRITTEN)
    if goal.signs and (event.percent, event.count) != (None, None):
        raise Mistyped(
            f"Goal {goal.number} is a direction: no number measures it.",
            safe=NOTHING_WRITTEN,
            hint=f'In words: mentorlog goal checkin {goal.number} "…"',
        )


def _check_says_something(event: Event) -> None:
    if not event.text and event.percent is None and event.count is None:
        raise Mistyped(
            "This check-in says nothing yet.", safe=NOTHING_WRITTEN, hint="Add words, --percent P or --count N."
        )
