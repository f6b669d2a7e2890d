"""person: the people in the journal, and ending well with one of them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import print_json, print_line, print_result, show_sheet
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.errors import InvalidInput
from mentorlog.insights.thanks import Thanks
from mentorlog.insights.thanks import thanks as thanks_for
from mentorlog.model.areas import Area
from mentorlog.model.entries import Kind, Reflection
from mentorlog.model.people import Person, handle, require_person
from mentorlog.model.selection import Selection
from mentorlog.text import clean_line, one_line
from mentorlog.views.write_messages import UNDO_HINT

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

EVERYBODY = "Everybody: mentorlog person list"
app = new_app(cls=Group)
Which = Annotated[str, argument("NAME", "Any word of the name.")]
New = Annotated[str, argument("NAME", "The whole name, as it is written.")]
Into = Annotated[str, argument("INTO", "The person who stays.")]
Name = Annotated[str | None, option("--name NAME", "The whole name, as it is written.")]
Role = Annotated[str | None, option("--role WORDS", "Who they are to you, in free words.")]
Rhythm = Annotated[str | None, option("--rhythm WORDS", 'How often you meet: "5 weeks".')]
KINDS = (Kind.SESSION, Kind.REFLECTION, Kind.ACTION)
Glad = Annotated[str | None, option("--glad TEXT", "What you are glad of, looking back.")]
Grew = Annotated[str | None, option("--grew TEXT", "What is different for you now.")]
Unsaid = Annotated[str | None, option("--unsaid TEXT", "What was left undone or unsaid.")]
Stays = Annotated[str | None, option("--stays TEXT", "What you will go on with.")]
Touch = Annotated[str | None, option("--touch TEXT", "How you will stay in touch, if at all.")]
AreaOwners = Annotated[
    list[str] | None, option("--takes AREA=NAME", "Who takes up an area, or nobody. May be repeated.")
]
OnlyThanks = Annotated[bool, option("--thanks", "Only the draft of thanks; nothing is closed.")]


@app.verb("mentorlog person list", name="list")
def list_(call: Invocation) -> None:
    """Everybody, with sessions and the last day you met."""
    from mentorlog.views.lists import journal as lists

    with call.open_readonly() as journal:
        everybody = journal.meetings()
    show_sheet(call, lists.people, everybody)


@app.verb('mentorlog person add "Mie 美恵" --role mentor --rhythm "5 weeks"')
def add(call: Invocation, name: New, role: Role = None, rhythm: Rhythm = None) -> None:
    """Add a person; session add --with does so by itself."""
    draft = _with_changes(Person(name=""), name, role, rhythm)
    with call.open_writable() as journal, journal.write("person add", at=call.now) as writing:
        saved = writing.add_person(draft)
    _print_person(call, saved, f'Person "{one_line(saved.name)}" added')


@app.verb('mentorlog person edit mie --rhythm "5 weeks"')
def edit(call: Invocation, person: Which, name: Name = None, role: Role = None, rhythm: Rhythm = None) -> None:
    """Change a name, a role or a rhythm; all entries follow."""
    if name is None and role is None and rhythm is None:
        raise InvalidInput("There is nothing to change.", hint="Add --name, --role or --rhythm.")
    with call.open_writable() as journal:
        changed = _with_changes(require_person(person, journal.people()), name, role, rhythm)
        with journal.write("person edit", at=call.now) as writing:
            saved = writing.change_person(changed)
    _print_person(call, saved, f'Person "{one_line(saved.name)}" changed')


@app.verb("mentorlog person pause mie")
def pause(call: Invocation, person: Which) -> None:
    """Pause a relationship: it is left out of questions; all that was written stays."""
    _set_state(call, person, "paused", "paused")


@app.verb("mentorlog person resume mie")
def resume(call: Invocation, person: Which) -> None:
    """Resume a relationship, also one that was closed."""
    _set_state(call, person, "", "resumed")


@app.verb('mentorlog person merge "Mie" "Mie 美恵"')
def merge(call: Invocation, person: Which, into: Into) -> None:
    """Merge one person into another: two spellings of one name."""
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
    from mentorlog.views.json.records import person_keys

    print_result(call, [f"{done}{call.location_suffix}. {UNDO_HINT}"], person_keys(person))


@app.verb(
    "mentorlog person close mie",
    'mentorlog person close mie --glad "The essay." --takes identity=Ánh',
    "mentorlog person close mie --thanks",
)
def close(
    call: Invocation,
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
    """End a relationship. What you answer is kept as a reflection; all that was written stays.

    Without words, at a terminal, it asks five questions; Enter skips any of them. A draft of thanks is made of your
    own words, for you to change.
    """
    if thanks:
        _show_thanks(call, person)
        return
    told = {"glad": glad, "grew": grew, "unsaid": unsaid, "stays": stays, "touch": touch}
    with text_input(call, text, edits=edit) as source, call.open_writable() as journal:
        found = require_person(person, journal.people())
        if found.state == "closed":
            raise InvalidInput(f'"{one_line(found.name)}" is closed already.', hint=EVERYBODY)
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


def _with_answers(
    draft: Reflection, call: Invocation, source: TextInput, told: dict[str, str | None], handed: dict[Area, str]
) -> Reflection:
    """The reflection with its answers; without any word on the line they are asked for where there is a terminal."""
    from mentorlog.cli.interactive.interview import run_interview
    from mentorlog.cli.interactive.prompts import can_ask
    from mentorlog.model.frameworks import CLOSING, TAKES

    filled = {key: parsing.optional_text(words, "answer") for key, words in told.items() if words is not None}
    if handed:
        filled[TAKES] = "\n".join(f"{area.label}: {name}" for area, name in handed.items())
    if call.is_resuming or (not filled and not source.has_source and can_ask(call)):
        run_interview(call, "closing")
    return replace(draft, answers=CLOSING.answers(filled), text=source.optional_text() if source.has_source else "")


def _thanks(journal: "Journal", person: Person) -> Thanks:
    entries = journal.entries(Selection(kinds=KINDS, people=(person,)))
    return thanks_for(person, tuple(e for e in entries if not (isinstance(e, Reflection) and e.framework == "closing")))


def _show_thanks(call: Invocation, name: str) -> None:
    from mentorlog.views.json.figures import thanks_keys
    from mentorlog.views.plain.thanks import lines

    with call.open_readonly() as journal:
        figure = call.apply_veil(_thanks(journal, require_person(name, journal.people())))
    if call.is_json:
        print_json({"person": figure.person.name, **thanks_keys(figure)})
        return
    for line in lines(figure):
        print_line(line)


def _print_closing(call: Invocation, person: Person, saved: Reflection | None, figure: Thanks, name: str) -> None:
    from mentorlog.model.json_form import entry_keys
    from mentorlog.views.json.figures import thanks_keys
    from mentorlog.views.json.records import person_keys
    from mentorlog.views.plain.thanks import lines

    kept = f"; reflection {saved.number} keeps your words" if saved else ""
    said = [
        f'Person "{one_line(person.name)}" closed{call.location_suffix}{kept}. {UNDO_HINT}',
        f"A draft of thanks, from your own words (again: mentorlog person close {name} --thanks):",
        *(f"  {line}" for line in lines(figure)),
    ]
    keys = {"reflection": entry_keys(call.apply_veil(saved)) if saved else None, "thanks": thanks_keys(figure)}
    print_result(call, said, {**person_keys(person), **keys})
