"""reflect: what something meant."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app, option_group
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_saved
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.model.entries import Entry, Reflection
from mentorlog.model.records import dataclass

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
Starter = Annotated[bool, option("--starter", "Begin with the questions of the areas behind -a.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reflection is given, as typed, in the order of the help."""

    about: options.About = None
    with_: options.With = None
    goal: options.ForGoals = None
    answers: options.Answers = None
    on: options.On = None
    at: options.At = None
    title: options.Title = None
    area: options.Areas = None
    using: options.Using = None
    fill: options.Fill = None
    starter: Starter = False
    feeling: options.Feelings = None
    visibility: options.Visible = None
    tender: options.Tender = False

    def draft(self, call: Invocation, journal: "Journal", subject: Entry | None) -> Reflection:
        """The reflection as far as these say it."""
        day = parsing.on(call, self.on)
        return Reflection(
            on=day,
            time=parsing.at(self.at, day),
            title=parsing.title(self.title),
            about=subject.number if subject else None,
            areas=parsing.areas(journal, self.area) or (subject.areas if subject else ()),
            people=parsing.people(journal, self.with_) or (subject.people if subject else ()),
            goals=parsing.goals(journal, self.goal),
            feelings=parsing.clean_phrases(self.feeling, "feeling"),
            visibility=parsing.visibility(call, self.visibility),
            is_tender=self.tender,
        )


NOTHING_GIVEN = Options()


@app.verb(
    'mentorlog reflect "Ánh said my name right the first time." -a validation',
    'mentorlog reflect "Clear, not direct. I could breathe." --about last',
    'mentorlog reflect "I asked." --using era --fill action="Ask again."',
    'mentorlog reflect -e --using gibbs --on "last fri" --feeling tired',
)
@option_group(Options, "given")
def reflect(
    call: Invocation,
    text: options.Text = None,
    given: Options = NOTHING_GIVEN,
    questions: options.ShowQuestions = False,
    edit: options.Edit = False,
) -> None:
    """Write a reflection, after a session or on its own.

    Without words, at a terminal, it asks a few questions. About an entry, it takes that entry's areas and people
    where you name none.
    """
    if questions:
        _show_questions(call, given)
        return
    with text_input(call, text, edits=edit, interview="reflect") as source, call.open_writable() as journal:
        subject = parsing.about_entry(journal, given.about)
        draft = given.draft(call, journal, subject)
        answered = parsing.questions(journal, given.answers)
        draft = _with_text(source, draft, given)
        with journal.write("reflect", at=call.now) as writing:
            saved = writing.add(draft)
            also = [writing.answer(question.number, saved.number) for question in answered]
    print_saved(call, saved, also=also, about=subject, new=parsing.unsaved_people(draft.people))


def _with_text(source: TextInput, draft: Reflection, given: Options) -> Reflection:
    """The reflection with its words: a text, the answers to a framework's questions, or both."""
    if not (given.using or given.fill or given.starter):
        return replace(draft, text=source.text())
    from mentorlog.cli.interactive.frameworks import fill_framework

    starting = draft.areas if given.starter else None
    text, guided = source.text_with_answers(fill_framework("reflection", given.using, given.fill, starting))
    return replace(draft, text=text, framework=guided.framework.name, answers=guided.answers)


def _show_questions(call: Invocation, given: Options) -> None:
    from mentorlog.cli.interactive.frameworks import show_questions, show_starters

    if not given.starter:
        show_questions(call, "reflection", given.using)
        return
    with call.open_readonly() as journal:
        chosen = parsing.areas(journal, given.area) or tuple(area for area in journal.areas() if not area.is_paused)
    show_starters(call, chosen)
