"""action: who does what, and what became of it."""

from dataclasses import replace
from typing import Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options, show_list
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_event, print_saved
from mentorlog.cli.app.registry import VERBS
from mentorlog.cli.interactive.text_input import text_input
from mentorlog.model.entries import Action, Event, EventType, Kind
from mentorlog.model.events import apply_action_event

app = new_app(cls=Group)
Status = Annotated[str, option("--status STATUS", "open, done, dropped or all.")]
Worked = Annotated[bool | None, option("--worked/--did-not-work", "Whether it worked.")]
ReportedBack = Annotated[bool, option("--told", "You reported back to the mentor.")]
STATUSES = ("open", "done", "dropped")


@app.verb(
    'mentorlog action add "Send the draft to Rosa" --about last --due "next fri"',
    'mentorlog action add "Introduce me to Rosa" --owner Ánh',
)
def add(
    call: Invocation,
    text: options.Text = None,
    about: options.About = None,
    owner: options.Owner = None,
    goal: options.ForGoals = None,
    due: options.Due = None,
    with_: options.With = None,
    on: options.On = None,
    area: options.Areas = None,
    visibility: options.Visible = None,
    edit: options.Edit = False,
) -> None:
    """Add an action: yours, or somebody else's.

    About an entry, it takes that entry's areas and people where you name none.
    """
    with text_input(call, text, edits=edit, interview="action") as source, call.open_writable() as journal:
        subject = parsing.about_entry(journal, about)
        draft = Action(
            on=parsing.on(call, on),
            about=subject.number if subject else None,
            owner=parsing.owner(journal, owner),
            areas=parsing.areas(journal, area) or (subject.areas if subject else ()),
            people=parsing.people(journal, with_) or (subject.people if subject else ()),
            goals=parsing.goals(journal, goal),
            due=call.day(due),
            visibility=parsing.visibility(call, visibility),
        )
        draft = replace(draft, text=source.text())
        with journal.write("action add", at=call.now) as writing:
            saved = writing.add(draft)
    new = parsing.unsaved_people([*draft.people, draft.owner])
    print_saved(call, saved, about=subject, new=new)


@app.verb("mentorlog action list --status all", name="list")
@filter_options(without=("period", "kind"))
def list_(call: Invocation, status: Status = "open", filters: Filters = NO_FILTERS) -> None:
    """The actions that are open, or all."""
    statuses = parsing.statuses("all" if filters.is_all else status, STATUSES)
    heading = f"{statuses[0].capitalize()} actions" if statuses else "Actions"
    show_list(call, heading, Kind.ACTION, filters, statuses)


@app.verb('mentorlog action done 140 "They read it the same day." --worked --told')
def done(
    call: Invocation,
    number: options.Number,
    text: options.Text = None,
    worked: Worked = None,
    told: ReportedBack = False,
    on: options.On = None,
) -> None:
    """Mark an action as done, and say what came of it."""
    outcome = {True: "worked", False: "did-not-work", None: ""}[worked]
    _record_event(call, number, EventType.DONE, text, on, outcome=outcome, told=told)


@app.verb('mentorlog action drop 140 "no longer needed"')
def drop(
    call: Invocation,
    number: options.Number,
    text: options.Text = None,
    told: ReportedBack = False,
    on: options.On = None,
) -> None:
    """Drop an action; a reason is welcome, never required."""
    _record_event(call, number, EventType.DROPPED, text, on, told=told)


@app.verb("mentorlog action reopen 140")
def reopen(call: Invocation, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Reopen an action."""
    _record_event(call, number, EventType.REOPENED, text, on)


def _record_event(
    call: Invocation,
    word: str,
    what: EventType,
    text: str | None,
    on: str | None,
    outcome: str = "",
    told: bool = False,
) -> None:
    with text_input(call, text) as source, call.open_writable() as journal:
        number = parsing.entry(journal, word, Action).number
        event = Event(on=parsing.on(call, on), what=what, because=source.text_or_empty())
        with journal.write(f"action {VERBS[what]}", at=call.now) as writing:
            action = writing.entry_of_kind(number, Action)
            saved = writing.change(apply_action_event(action, event, outcome=outcome, told=told))
    print_event(call, saved, event)
