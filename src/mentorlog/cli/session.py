"""session: what was said in a meeting, and who does what."""

from dataclasses import replace
from typing import Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options, show_list
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_saved
from mentorlog.cli.interactive.text_input import text_input
from mentorlog.errors import NOTHING_WRITTEN, InvalidInput
from mentorlog.model.entries import Action, Kind, Session

app = new_app(cls=Group)
OwnActions = Annotated[list[str] | None, option("--action TEXT", "What you will do. May be repeated.")]
Promises = Annotated[list[str] | None, option("--promised TEXT", "What the other person will do. May be repeated.")]


@app.verb(
    'mentorlog session add "We compared our grandmothers." --with Ánh -a identity',
    "mentorlog session add --with Ánh",
    'mentorlog session add "We planned." --action "Write" --promised "Send it"',
)
def add(
    call: Invocation,
    text: options.Text = None,
    with_: options.With = None,
    on: options.On = None,
    at: options.At = None,
    minutes: options.Minutes = None,
    title: options.Title = None,
    area: options.Areas = None,
    goal: options.ForGoals = None,
    action: OwnActions = None,
    promised: Promises = None,
    answers: options.Answers = None,
    visibility: options.Visible = None,
    edit: options.Edit = False,
) -> None:
    """Log a session, with the actions that came out of it; one command, one undo.

    Without words, at a terminal, it asks a few short questions; Enter skips any of them.
    """
    with text_input(call, text, edits=edit, interview="session") as source, call.open_writable() as journal:
        active = tuple(person for person in journal.people() if not person.state)
        draft = Session(
            on=parsing.on(call, on),
            time=parsing.at(at, parsing.on(call, on)),
            title=parsing.title(title),
            people=parsing.people(journal, with_) if with_ or len(active) != 1 else active,
            areas=parsing.areas(journal, area),
            goals=parsing.goals(journal, goal),
            minutes=parsing.bounded_int(minutes, "--minutes"),
            visibility=parsing.visibility(call, visibility),
        )
        actions = _actions(draft, parsing.clean_phrases(action, "action"), parsing.clean_phrases(promised, "promise"))
        answered = list(parsing.questions(journal, answers))
        draft = replace(draft, text=source.optional_text())
        with journal.write("session add", at=call.now) as writing:
            session = writing.add(draft)
            also = [writing.add(replace(one, about=session.number)) for one in actions]
            answered = [writing.answer(question.number, session.number) for question in answered]
    print_saved(call, session, also=[*also, *answered], new=parsing.unsaved_people(draft.people))


@app.verb("mentorlog session list --with Ánh", name="list")
@filter_options(without=("period", "kind"))
def list_(call: Invocation, filters: Filters = NO_FILTERS) -> None:
    """The sessions, the newest last."""
    show_list(call, "Sessions", Kind.SESSION, filters)


def _actions(session: Session, mine: tuple[str, ...], theirs: tuple[str, ...]) -> list[Action]:
    """The actions of a session, each with all its areas; a promise is that of the first person named."""
    if theirs and not session.people:
        raise InvalidInput(
            "--promised needs to know whose promise it is.", safe=NOTHING_WRITTEN, hint="Add --with NAME"
        )
    owned = [*((words, None) for words in mine), *((words, session.people[0]) for words in theirs)]
    return [
        Action(
            on=session.on,
            time=session.time,
            text=words,
            owner=owner,
            areas=session.areas,
            people=session.people,
            visibility=session.visibility,
        )
        for words, owner in owned
    ]
