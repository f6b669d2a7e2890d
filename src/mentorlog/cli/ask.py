"""ask: questions parked for a next session."""

from dataclasses import replace
from typing import Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options, show_list
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_saved
from mentorlog.cli.interactive.text_input import text_input
from mentorlog.model.entries import Kind, Question

app = new_app()
Lists = Annotated[bool, option("--list", "List the questions instead, the newest last.")]


@app.verb(
    'mentorlog ask "How did you answer where you are really from?" --with mie',
    "mentorlog ask --list",
    'mentorlog reflect "With two answers." --answers last',
)
@filter_options(without=("period", "area", "with_", "kind", "visible"))
def ask(
    call: Invocation,
    text: options.Text = None,
    with_: options.With = None,
    on: options.On = None,
    area: options.Areas = None,
    visibility: options.Visible = None,
    edit: options.Edit = False,
    lists: Lists = False,
    filters: Filters = NO_FILTERS,
) -> None:
    """Park a question for a next session, or list the questions.

    A question is answered by --answers N on session add or reflect.
    """
    if lists:
        visible = [visibility] if visibility else None
        found = replace(filters, area=area, with_=with_, visible=visible)
        show_list(call, "Questions", Kind.QUESTION, found)
        return
    with text_input(call, text, edits=edit, interview="ask") as source, call.open_writable() as journal:
        draft = Question(
            on=parsing.on(call, on),
            people=parsing.people(journal, with_),
            areas=parsing.areas(journal, area),
            visibility=parsing.visibility(call, visibility),
        )
        draft = replace(draft, text=source.text())
        with journal.write("ask", at=call.now) as writing:
            saved = writing.add(draft)
    print_saved(call, saved, new=parsing.unsaved_people(draft.people))
