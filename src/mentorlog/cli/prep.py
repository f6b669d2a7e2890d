"""prep: one page for the next session, from one's own record."""

from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_line, show
from mentorlog.cli.interactive.frameworks import load_frameworks
from mentorlog.cli.interactive.prompts import ask_or_skip, can_ask
from mentorlog.errors import InvalidInput
from mentorlog.insights.prep import Prep, PrepInput
from mentorlog.insights.prep import prep as page
from mentorlog.model.entries import Kind
from mentorlog.model.people import Person, handle, require_person
from mentorlog.model.selection import Selection
from mentorlog.text import one_line

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
Whom = Annotated[str | None, option("-w, --with NAME", "Whom you will meet; by default the only active person.")]
Form = Annotated[str | None, option("--to FORM", "md: to paste into a message.")]


@app.verb("mentorlog prep --with Ánh", "mentorlog prep --with Ánh --to md")
def prep(call: Invocation, with_: Whom = None, to: Form = None) -> None:
    """One page for the next session, from your own record.

    What was said, what to tell, what is open, what to ask. It holds nothing that you did not write. A paused area is
    never offered, and no tender entry is in it.
    """
    if to not in (None, "md"):
        raise InvalidInput("bad-choice", what="format", value=to, known=("md",))
    with call.open_readonly() as journal:
        figure = _page(call, journal, _choose_person(call, journal.people(), with_))
    if to and not call.is_json:
        from mentorlog.export.prep_markdown import render

        print_line(render(call.apply_veil(figure)).rstrip("\n"))
    else:
        show(call, "prep", figure)


def _choose_person(call: Invocation, people: tuple[Person, ...], name: str | None) -> Person:
    """Whom the page is for: the person named, the one active person, or whoever is answered at a terminal."""
    if name is not None:
        return require_person(name, people)
    active = [person for person in people if not person.state]
    if len(active) == 1:
        return active[0]
    if not active:
        raise InvalidInput("There is nobody to meet in this journal.", hint="To log a session: mentorlog session add")
    names = ", ".join(one_line(person.name) for person in active)
    answer = ask_or_skip(f"With whom? ({names}) ") if can_ask(call) else ""
    if not answer:
        raise InvalidInput(f"With whom? There are {names}.", hint="Name one: mentorlog prep --with NAME")
    return require_person(answer, people)


def _page(call: Invocation, journal: "Journal", person: Person) -> Prep:
    material = PrepInput(
        sessions=journal.entries(Selection(kinds=(Kind.SESSION,), people=(person,), limit=1)),
        actions=journal.entries(Selection(kinds=(Kind.ACTION,))),
        questions=journal.entries(Selection(kinds=(Kind.QUESTION,), is_unanswered=True)),
        goals=journal.active_goals(),
        last_evidence=journal.last_evidence(),
        feedback=journal.unanswered_feedback(),
        areas=journal.areas(),
        discussed_areas=frozenset(
            cell.area for cell in journal.area_person_tallies(Selection(people=(person,))) if cell.person == person
        ),
        starters=load_frameworks().starters,
    )
    return page(person, material, handle=handle(person, journal.people()), today=call.today)
