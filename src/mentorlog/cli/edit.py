"""edit: put an entry right. What it was before stays in its history."""

from typing import Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.results import print_edited
from mentorlog.cli.edit_entry import (
    Options,
    check_answerable,
    split,
    text_rewriter,
    with_text,
)
from mentorlog.cli.interactive.resume_draft import resume_draft
from mentorlog.cli.interactive.text_input import text_input

app = new_app()
Append = Annotated[str | None, typer.Option("--append", metavar="TEXT", help="Words to add at the end.")]
AddArea = Annotated[list[str] | None, typer.Option("--add-area", metavar="AREA", help="One more area.")]
DropArea = Annotated[list[str] | None, typer.Option("--drop-area", metavar="AREA", help="One area less.")]
SetAreas = Annotated[
    list[str] | None, typer.Option("-a", "--area", metavar="AREA", help="These areas instead; none for none.")
]
SetPeople = Annotated[
    list[str] | None, typer.Option("-w", "--with", metavar="NAME", help="These people instead; none for nobody.")
]
SetTender = Annotated[
    bool | None,
    typer.Option("--tender/--no-tender", help="Keep it out of every list, search, figure and document; or no longer."),
]
Rating = Annotated[int | None, typer.Option("--rating", metavar="N", help="A check-in's number, from 1 to 5.")]
Then = Annotated[int | None, typer.Option("--then", metavar="N", help="Its number for then, looking back.")]
ThenWords = Annotated[str | None, typer.Option("--then-words", metavar="TEXT", help="The same in words.")]
Which = Annotated[list[str], typer.Argument(metavar="N… [TEXT]", help="Numbers, ranges or last; then new words.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog edit 145 "We compared how our grandmothers explained us."
    mentorlog edit 145 --on yesterday --add-area validation
    mentorlog edit 40..44 -a identity,coping
    mentorlog edit last -e
    """,
)
def edit(
    ctx: typer.Context,
    which: Which,
    append: Append = None,
    area: SetAreas = None,
    add_area: AddArea = None,
    drop_area: DropArea = None,
    with_: SetPeople = None,
    on: options.On = None,
    at: options.At = None,
    title: options.Title = None,
    visibility: options.Visible = None,
    minutes: options.Minutes = None,
    about: options.About = None,
    goal: options.ForGoals = None,
    answers: options.Answers = None,
    feeling: options.Feelings = None,
    due: options.Due = None,
    measure: options.Measure = None,
    sign: options.Signs = None,
    target: options.Target = None,
    owner: options.Owner = None,
    rating: Rating = None,
    then: Then = None,
    then_words: ThenWords = None,
    tender: SetTender = None,
    edits: options.Edit = False,
) -> None:
    """Change an entry: its words, day, areas, people, and whatever else its kind has.

    Leading numbers are entries; a text of digits alone comes by - or -e. To take something away, write none for a
    day, a time or a number of an entry, 0 for another number, "" for words. "edit draft" goes on with unfinished
    writing; options behind it count over those it was begun with.
    """
    given = Options(area, add_area, drop_area, with_, on, at, title, visibility, minutes, about, goal, feeling, due,
                    measure, sign, target, owner, rating, then, then_words, tender)  # fmt: skip
    words, text = split(which) if which != ["draft"] else resume_draft(ctx)
    _edit(call_of(ctx), words, text, given, append=append, edits=edits, answers=answers)


def _edit(
    call: Invocation,
    words: list[str],
    text: str | None,
    options: Options,
    *,
    append: str | None,
    edits: bool,
    answers: list[str] | None,
) -> None:
    with text_input(call, text, edits=edits) as source, call.open_writable() as journal:
        known, before = journal.people(), [journal.entry(number) for number in parsing.numbers(journal, words)]
        change = options.change(call, journal, before)
        questions = check_answerable(parsing.questions(journal, answers), before)
        new = text_rewriter(source, append, before, is_needed=not (options.are_given or questions))
        with journal.write("edit", at=call.now) as writing:
            after = [writing.change(with_text(change(writing.entry(old.number)), new)) for old in before]
            answered = [writing.answer(question.number, before[0].number) for question in questions]
    print_edited(call, before, after, known, also=answered)
