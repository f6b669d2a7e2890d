"""edit: put an entry right. What it was before stays in its history."""

from functools import partial
from itertools import chain
from typing import Annotated

import typer

from mentorlog.cli import options, typed
from mentorlog.cli.changing import check_fit, edited, given, new_text, split, with_text
from mentorlog.cli.command import Command, call_of, new_app
from mentorlog.cli.resuming import resume_draft
from mentorlog.cli.saying import say_written
from mentorlog.cli.texts import taking
from mentorlog.views.answers import changed

app = new_app()
Append = Annotated[str | None, typer.Option("--append", metavar="TEXT", help="Words to add at the end.")]
AddArea = Annotated[list[str] | None, typer.Option("--add-area", metavar="AREA", help="One more area.")]
DropArea = Annotated[list[str] | None, typer.Option("--drop-area", metavar="AREA", help="One area less.")]
SetAreas = Annotated[
    list[str] | None, typer.Option("-a", "--area", metavar="AREA", help="These areas instead; none for none.")
]
SetPeople = Annotated[list[str] | None, typer.Option("-w", "--with", metavar="NAME", help="These people instead.")]
Which = Annotated[list[str], typer.Argument(metavar="N… [TEXT]", help="Numbers, ranges or last; then new words.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog edit 145 "We compared how our grandmothers explained us."
    mentorlog edit 145 --on yesterday --add-area validation
    mentorlog edit 40..44 -a identity,coping
    mentorlog edit last -e
    """,
)
def edit(
    ctx: typer.Context,
    which: Which,
    append: Append = None,
    area: SetAreas = None,
    add_area: AddArea = None,
    drop_area: DropArea = None,
    with_: SetPeople = None,
    on: options.On = None,
    at: options.At = None,
    title: options.Title = None,
    visibility: options.Visible = None,
    minutes: options.Minutes = None,
    about: options.About = None,
    goal: options.ForGoals = None,
    feeling: options.Feelings = None,
    due: options.Due = None,
    measure: options.Measure = None,
    sign: options.Signs = None,
    target: options.Target = None,
    owner: options.Owner = None,
    edits: options.Edit = False,
) -> None:
    """Change an entry: its words, day, areas, people, and whatever else its kind has.

    Leading numbers are entries; a text of digits alone comes by - or -e. draft opens unfinished writing.
    """
    call = call_of(ctx)
    if which == ["draft"]:
        resume_draft(call)
    words, text = split(which)
    with taking(call, text, edits=edits) as source, call.writing() as journal:
        before = [journal.entry(number) for number in typed.numbers(journal, words)]
        values = given(
            {
                "areas": (area, lambda: () if area == ["none"] else typed.areas(journal, area)),
                "people": (with_, lambda: typed.people(journal, with_)),
                "on": (on, lambda: typed.on(call, on)),
                "title": (title, lambda: typed.title(title)),
                "visibility": (visibility, lambda: typed.visibility(call, visibility)),
                "minutes": (minutes, lambda: typed.whole(minutes, "--minutes")),
                "about": (about, lambda: journal.entry(typed.number(journal, about or "")).number),
                "goals": (goal, lambda: typed.goals(journal, goal)),
                "feelings": (feeling, lambda: typed.words(feeling, "feeling")),
                "due": (due, lambda: call.day(due)),
                "measure": (measure, lambda: typed.optional(measure, "measure")),
                "signs": (sign, lambda: typed.words(sign, "sign")),
                "target": (target, lambda: typed.whole(target, "--target")),
                "owner": (owner, lambda: typed.owner(journal, owner)),
            }
        )
        more, less = typed.areas(journal, add_area), typed.areas(journal, drop_area)
        change = partial(edited, values=values, at=at, more=more, less=less)
        check_fit(before, values)
        new = new_text(source, append, before, is_needed=not (values or at or more or less))
        with journal.writing("edit", at=call.now) as writing:
            after = [writing.change(with_text(change(writing.entry(old.number)), new)) for old in before]
    lines = [changed(old, entry, today=call.today, where=call.where) for old, entry in zip(before, after, strict=True)]
    say_written(call, chain.from_iterable(lines), after)
