"""person: the people in the journal."""

from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli.app.command import (
    Command,
    Group,
    call_of,
    new_app,
)
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import print_result, show
from mentorlog.errors import InvalidInput
from mentorlog.model.people import Person, require_person
from mentorlog.text import clean_line, one_line
from mentorlog.views.write_messages import UNDO_HINT

EVERYBODY = "Everybody: mentorlog person list"
app = new_app(cls=Group, help="The people: add, edit, set a rhythm, pause, merge, close.")
Which = Annotated[str, typer.Argument(metavar="NAME", help="Any word of the name.")]
New = Annotated[str, typer.Argument(metavar="NAME", help="The whole name, as it is written.")]
Into = Annotated[str, typer.Argument(metavar="INTO", help="The person who stays.")]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="The whole name, as it is written.")]
Role = Annotated[str | None, typer.Option("--role", metavar="WORDS", help="Who they are to you, in free words.")]
Rhythm = Annotated[str | None, typer.Option("--rhythm", metavar="WORDS", help='How often you meet: "5 weeks".')]


@app.command("list", cls=Command, epilog="mentorlog person list")
def list_(ctx: typer.Context) -> None:
    """Everybody, with sessions and the last day you met."""
    call = call_of(ctx)
    with call.open_readonly() as journal:
        everybody = journal.meetings()
    show(call, "people", everybody)


@app.command(cls=Command, epilog='mentorlog person add "Mie 美恵" --role mentor --rhythm "5 weeks"')
def add(ctx: typer.Context, name: New, role: Role = None, rhythm: Rhythm = None) -> None:
    """Add a person; session add --with does so by itself."""
    call = call_of(ctx)
    draft = _with_changes(Person(name=""), name, role, rhythm)
    with call.open_writable() as journal, journal.write("person add", at=call.now) as writing:
        saved = writing.add_person(draft)
    _print_person(call, saved, f'Person "{one_line(saved.name)}" added')


@app.command(cls=Command, epilog='mentorlog person edit mie --rhythm "5 weeks"')
def edit(ctx: typer.Context, person: Which, name: Name = None, role: Role = None, rhythm: Rhythm = None) -> None:
    """Change a name, a role or a rhythm; all entries follow."""
    if name is None and role is None and rhythm is None:
        raise InvalidInput("There is nothing to change on the line.", hint="Add --name, --role or --rhythm.")
    call = call_of(ctx)
    with call.open_writable() as journal:
        changed = _with_changes(require_person(person, journal.people()), name, role, rhythm)
        with journal.write("person edit", at=call.now) as writing:
            saved = writing.change_person(changed)
    _print_person(call, saved, f'Person "{one_line(saved.name)}" changed')


@app.command(cls=Command, epilog="mentorlog person pause mie")
def pause(ctx: typer.Context, person: Which) -> None:
    """Let a relationship rest without a word: out of prompts and briefs; all that was written stays."""
    _set_state(call_of(ctx), person, "paused", "paused")


@app.command(cls=Command, epilog="mentorlog person resume mie")
def resume(ctx: typer.Context, person: Which) -> None:
    """Take a relationship up again, also one that was closed."""
    _set_state(call_of(ctx), person, "", "resumed")


@app.command(cls=Command, epilog='mentorlog person merge "Mie" "Mie 美恵"')
def merge(ctx: typer.Context, person: Which, into: Into) -> None:
    """Let one person stand wherever another stood: two spellings of one."""
    call = call_of(ctx)
    with call.open_writable() as journal:
        old, new = (require_person(name, journal.people()) for name in (person, into))
        if old == new:
            raise InvalidInput("These are the same person.", hint=EVERYBODY)
        with journal.write("person merge", at=call.now) as writing:
            count = writing.merge_person(old, new)
    _print_person(call, new, f'Person "{one_line(old.name)}" merged into "{one_line(new.name)}" ({count} entries)')


def _set_state(call: Invocation, name: str, state: str, done: str) -> None:
    with call.open_writable() as journal:
        found = require_person(name, journal.people())
        if found.state == state:
            raise InvalidInput(f'"{one_line(found.name)}" is {state or "active"} already.', hint=EVERYBODY)
        with journal.write("person pause" if state else "person resume", at=call.now) as writing:
            saved = writing.change_person(replace(found, state=state))
    _print_person(call, saved, f'Person "{one_line(saved.name)}" {done}')


def _with_changes(person: Person, name: str | None, role: str | None, rhythm: str | None) -> Person:
    """`person` with what was typed; an empty role or rhythm takes it away."""
    return replace(
        person,
        name=clean_line(name, what="name") if name is not None else person.name,
        role=_free(role, "role") if role is not None else person.role,
        rhythm=_free(rhythm, "rhythm") if rhythm is not None else person.rhythm,
    )


def _free(words: str, what: str) -> str:
    return clean_line(words, what=what) if words.strip() else ""


def _print_person(call: Invocation, person: Person, done: str) -> None:
    from mentorlog.export.keys import person_keys

    print_result(call, [f"{done}{call.location_suffix}. {UNDO_HINT}"], person_keys(person))
