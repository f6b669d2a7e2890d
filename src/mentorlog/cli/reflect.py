"""reflect: what something meant."""

from dataclasses import replace

import typer

from mentorlog.cli import options, typed
from mentorlog.cli.command import Command, call_of, new_app
from mentorlog.cli.saying import say_saved
from mentorlog.cli.texts import taking
from mentorlog.model.entries import Reflection

app = new_app()


@app.command(
    cls=Command,
    epilog="""
    mentorlog reflect "Ánh said my name right the first time." -a validation
    mentorlog reflect "Clear, not direct. I could breathe." --about last
    mentorlog reflect -e --on "last fri" --feeling tired --feeling proud
    """,
)
def reflect(
    ctx: typer.Context,
    text: options.Text = None,
    about: options.About = None,
    with_: options.With = None,
    goal: options.ForGoals = None,
    answers: options.Answers = None,
    on: options.On = None,
    at: options.At = None,
    title: options.Title = None,
    area: options.Areas = None,
    feeling: options.Feelings = None,
    visibility: options.Visible = None,
    edit: options.Edit = False,
) -> None:
    """Write a reflection, after a session or on its own.

    About an entry, it takes that entry's areas and people where you name none.
    """
    call = call_of(ctx)
    with taking(call, text, edits=edit, asks="reflect") as source, call.writing() as journal:
        day = typed.on(call, on)
        subject = typed.subject(journal, about)
        draft = Reflection(
            on=day,
            time=typed.at(at, day),
            title=typed.title(title),
            about=subject.number if subject else None,
            areas=typed.areas(journal, area) or (subject.areas if subject else ()),
            people=typed.people(journal, with_) or (subject.people if subject else ()),
            goals=typed.goals(journal, goal),
            feelings=typed.words(feeling, "feeling"),
            visibility=typed.visibility(call, visibility),
        )
        answered = typed.questions(journal, answers)
        draft = replace(draft, text=source.text())
        with journal.writing("reflect", at=call.now) as writing:
            saved = writing.add(draft)
            also = [writing.answer(question.number, saved.number) for question in answered]
    say_saved(call, saved, also=also, about=subject, new=typed.newcomers(draft.people))
