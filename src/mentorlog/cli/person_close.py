"""person close: ending well, with five questions, who takes up which area, and a draft of thanks."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import print_json, print_line, print_result
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.cli.person import EVERYBODY, Which, app
from mentorlog.errors import InvalidInput
from mentorlog.insights.thanks import Thanks
from mentorlog.model.areas import Area
from mentorlog.model.entries import Kind, Reflection
from mentorlog.model.people import Person, handle, require_person
from mentorlog.model.selection import Selection
from mentorlog.text import one_line
from mentorlog.views.write_messages import UNDO_HINT

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

__all__ = ["app"]
KINDS = (Kind.SESSION, Kind.REFLECTION, Kind.ACTION)
Glad = Annotated[str | None, typer.Option("--glad", metavar="TEXT", help="What you are glad of, looking back.")]
Grew = Annotated[str | None, typer.Option("--grew", metavar="TEXT", help="What is different for you now.")]
Unsaid = Annotated[str | None, typer.Option("--unsaid", metavar="TEXT", help="What was left undone or unsaid.")]
Stays = Annotated[str | None, typer.Option("--stays", metavar="TEXT", help="What you will go on with.")]
Touch = Annotated[str | None, typer.Option("--touch", metavar="TEXT", help="How you will stay in touch, if at all.")]
AreaOwners = Annotated[
    list[str] | None,
    typer.Option("--takes", metavar="AREA=NAME", help="Who takes up an area, or nobody. May be repeated."),
]
OnlyThanks = Annotated[bool, typer.Option("--thanks", help="Only the draft of thanks; nothing is closed.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog person close mie
    mentorlog person close mie --glad "The essay." --takes identity=Ánh
    mentorlog person close mie --thanks
    """,
)
def close(
    ctx: typer.Context,
    person: Which,
    text: options.Text = None,
    glad: Glad = None,
    grew: Grew = None,
    unsaid: Unsaid = None,
    stays: Stays = None,
    touch: Touch = None,
    takes: AreaOwners = None,
    on: options.On = None,
    visibility: options.Visible = None,
    edit: options.Edit = False,
    thanks: OnlyThanks = False,
) -> None:
    """End a relationship well. What you answer is kept as a reflection; all that was written stays.

    Without words, at a terminal, it asks five questions; Enter skips any of them. A draft of thanks is made of your
    own words, for you to change.
    """
    call = call_of(ctx)
    if thanks:
        _show_thanks(call, person)
        return
    told = {"glad": glad, "grew": grew, "unsaid": unsaid, "stays": stays, "touch": touch}
    with text_input(call, text, edits=edit) as source, call.open_writable() as journal:
        found = _person_to_close(person, journal)
        handed = parsing.parse_area_owners(journal, takes)
        draft = Reflection(on=parsing.on(call, on), visibility=parsing.visibility(call, visibility))
        draft = replace(draft, people=(found,), areas=tuple(handed), framework="closing")
        draft = _with_answers(draft, call, source, told, handed)
        with journal.write("person close", at=call.now) as writing:
            closed = writing.change_person(replace(found, state="closed"))
            saved = writing.add(draft) if draft.text or draft.answers else None
            figure = call.apply_veil(_thanks(journal, closed))
            name = handle(closed, journal.people())
    _print_closing(call, closed, saved, figure, name)


def _person_to_close(name: str, journal: "Journal") -> Person:
    found = require_person(name, journal.people())
    if found.state == "closed":
        raise InvalidInput(f'"{one_line(found.name)}" is closed already.', hint=EVERYBODY)
    return found


def _with_answers(
    draft: Reflection, call: Invocation, source: TextInput, told: dict[str, str | None], handed: dict[Area, str]
) -> Reflection:
    """The reflection with its answers; without any word on the line they are asked for where there is a terminal."""
    from mentorlog.cli.interactive.interview import can_ask, run_interview
    from mentorlog.model.closing_questions import CLOSING, TAKES

    filled = {key: parsing.optional_text(words, "answer") for key, words in told.items() if words is not None}
    if handed:
        filled[TAKES] = "\n".join(f"{area.label}: {name}" for area, name in handed.items())
    if call.is_resuming or (not filled and not source.has_source and can_ask(call)):
        run_interview(call, "closing")
    return replace(draft, answers=CLOSING.answers(filled), text=source.optional_text() if source.has_source else "")


def _thanks(journal: "Journal", person: Person) -> Thanks:
    from mentorlog.insights.thanks import thanks

    entries = journal.entries(Selection(kinds=KINDS, people=(person,)))
    return thanks(person, tuple(e for e in entries if not (isinstance(e, Reflection) and e.framework == "closing")))


def _show_thanks(call: Invocation, name: str) -> None:
    from mentorlog.export.thanks_text import lines, thanks_keys

    with call.open_readonly() as journal:
        figure = call.apply_veil(_thanks(journal, require_person(name, journal.people())))
    if call.is_json:
        print_json({"person": figure.person.name, **thanks_keys(figure)})
        return
    for line in lines(figure):
        print_line(line)


def _print_closing(call: Invocation, person: Person, saved: Reflection | None, figure: Thanks, name: str) -> None:
    from mentorlog.export.thanks_text import lines, thanks_keys
    from mentorlog.model.json_form import entry_keys
    from mentorlog.views.json.records import person_keys

    kept = f"; reflection {saved.number} keeps your words" if saved else ""
    said = [
        f'Person "{one_line(person.name)}" closed{call.location_suffix}{kept}. {UNDO_HINT}',
        f"A draft of thanks, from your own words (again: mentorlog person close {name} --thanks):",
        *(f"  {line}" for line in lines(figure)),
    ]
    keys = {"reflection": entry_keys(call.apply_veil(saved)) if saved else None, "thanks": thanks_keys(figure)}
    print_result(call, said, {**person_keys(person), **keys})
