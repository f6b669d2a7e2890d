"""reflect: what something meant."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_saved
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Reflection

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
Starter = Annotated[bool, option("--starter", "Begin with the questions of the areas behind -a.")]


@app.verb(
    'mentorlog reflect "Ánh said my name right the first time." -a validation',
    'mentorlog reflect "Clear, not direct. I could breathe." --about last',
    'mentorlog reflect "I asked." --using era --fill action="Ask again."',
    'mentorlog reflect -e --using gibbs --on "last fri" --feeling tired',
)
def reflect(
    call: Invocation,
    text: options.Text = None,
    about: options.About = None,
    with_: options.With = None,
    goal: options.ForGoals = None,
    answers: options.Answers = None,
    on: options.On = None,
    at: options.At = None,
    title: options.Title = None,
    area: options.Areas = None,
    using: options.Using = None,
    fill: options.Fill = None,
    starter: Starter = False,
    feeling: options.Feelings = None,
    visibility: options.Visible = None,
    tender: options.Tender = False,
    questions: options.ShowQuestions = False,
    edit: options.Edit = False,
) -> None:
    """Write a reflection, after a session or on its own.

    Without words, at a terminal, it asks a few questions. About an entry, it takes that entry's areas and people
    where you name none.
    """
    if questions:
        _show_questions(call, using, area, starter=starter)
        return
    with text_input(call, text, edits=edit, interview="reflect") as source, call.open_writable() as journal:
        subject = parsing.about_entry(journal, about)
        draft = _new_draft(call, journal, subject, on=on, at=at, title=title, area=area, with_=with_, goal=goal,
                       feeling=feeling, visibility=visibility, tender=tender)  # fmt: skip
        answered = parsing.questions(journal, answers)
        draft = _with_text(source, draft, using, fill, starting=draft.areas if starter else None)
        with journal.write("reflect", at=call.now) as writing:
            saved = writing.add(draft)
            also = [writing.answer(question.number, saved.number) for question in answered]
    print_saved(call, saved, also=also, about=subject, new=parsing.unsaved_people(draft.people))


def _new_draft(
    call: Invocation,
    journal: "Journal",
    subject: Entry | None,
    *,
    on: str | None,
    at: str | None,
    title: str | None,
    area: list[str] | None,
    with_: list[str] | None,
    goal: list[str] | None,
    feeling: list[str] | None,
    visibility: str | None,
    tender: bool,
) -> Reflection:
    """The reflection as far as its options say it."""
    day = parsing.on(call, on)
    return Reflection(
        on=day,
        time=parsing.at(at, day),
        title=parsing.title(title),
        about=subject.number if subject else None,
        areas=parsing.areas(journal, area) or (subject.areas if subject else ()),
        people=parsing.people(journal, with_) or (subject.people if subject else ()),
        goals=parsing.goals(journal, goal),
        feelings=parsing.clean_phrases(feeling, "feeling"),
        visibility=parsing.visibility(call, visibility),
        is_tender=tender,
    )


def _with_text(
    source: TextInput, draft: Reflection, using: str | None, fill: list[str] | None, starting: tuple[Area, ...] | None
) -> Reflection:
    """The reflection with its words: a text, the answers to a framework's questions, or both."""
    if not using and not fill and starting is None:
        return replace(draft, text=source.text())
    from mentorlog.cli.interactive.frameworks import fill_framework

    text, guided = source.text_with_answers(fill_framework("reflection", using, fill, starting))
    return replace(draft, text=text, framework=guided.framework.name, answers=guided.answers)


def _show_questions(call: Invocation, using: str | None, area: list[str] | None, *, starter: bool) -> None:
    from mentorlog.cli.interactive.frameworks import show_questions, show_starters

    if not starter:
        show_questions(call, "reflection", using)
        return
    with call.open_readonly() as journal:
        chosen = parsing.areas(journal, area) or tuple(area for area in journal.areas() if not area.is_paused)
    show_starters(call, chosen)
