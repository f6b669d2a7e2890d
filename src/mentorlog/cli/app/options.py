"""The options and arguments that several commands share."""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Never, ParamSpec, cast

import typer

from mentorlog.model.enums import Visibility

P = ParamSpec("P")


def option_group(
    record: type[object], name: str, *, without: Iterable[str] = (), **instead: object
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Give a command an option for each field of a dataclass but some, in place of its parameter `name`, which becomes
    such a record; `instead` are other annotations for some of them.
    """
    added = [
        field.replace(kind=Parameter.POSITIONAL_OR_KEYWORD, annotation=instead.get(field.name, field.annotation))
        for field in signature(record).parameters.values()
        if field.name not in without
    ]

    def decorate(command: Callable[P, None]) -> Callable[P, None]:
        own = signature(command)
        parameters = list(own.parameters.values())
        place = list(own.parameters).index(name)
        parameters[place : place + 1] = added

        @wraps(command)
        def with_record(*args: P.args, **typed: P.kwargs) -> None:
            given = {option.name: typed.pop(option.name) for option in added}
            typed[name] = record(**cast("dict[str, Never]", given))  # Typer has seen to the types
            command(*args, **typed)

        vars(with_record)["__signature__"] = own.replace(parameters=parameters)
        return with_record

    return decorate


def any_of(words: Iterable[str]) -> str:
    """Such as "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}"


Text = Annotated[
    str | None,
    typer.Argument(metavar="[TEXT]", help="The words; - takes them from standard input.", show_default=False),
]
Number = Annotated[str, typer.Argument(metavar="N", help="The entry's number, or last.", show_default=False)]
Numbers = Annotated[
    list[str], typer.Argument(metavar="N…", help="Numbers, ranges (40..44) or last.", show_default=False)
]
NumbersIfAny = Annotated[
    list[str] | None, typer.Argument(metavar="[N…]", help="Numbers, ranges (40..44) or last.", show_default=False)
]
Words = Annotated[list[str], typer.Argument(metavar="WORDS…", help="Words that must all be there.")]
Areas = Annotated[
    list[str] | None,
    typer.Option("-a", "--area", metavar="AREA", help="A benefit area, or its beginning; may be repeated."),
]
With = Annotated[
    list[str] | None,
    typer.Option("-w", "--with", metavar="NAME", help="A person; any word of the name will do. May be repeated."),
]
Edit = Annotated[bool, typer.Option("-e", "--edit", help="Write in your editor.")]
On = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help='2026-03-12, yesterday, "last fri", "3 days ago" …')
]
At = Annotated[str | None, typer.Option("--at", metavar="HH:MM", help="The time of day.")]
Due = Annotated[str | None, typer.Option("--due", metavar="DAY", help="The due day.")]
Visible = Annotated[
    str | None, typer.Option("--visibility", metavar="WHO", help=f"{any_of(Visibility)}: who may read it.")
]
ForGoals = Annotated[
    list[str] | None, typer.Option("--goal", metavar="N", help="A goal this is evidence for. May be repeated.")
]
About = Annotated[str | None, typer.Option("--about", metavar="N", help="The entry that this is about, or last.")]
Answers = Annotated[
    list[str] | None, typer.Option("--answers", metavar="N", help="A parked question that this answers.")
]
Title = Annotated[str | None, typer.Option("--title", metavar="WORDS", help="A title.")]
Minutes = Annotated[int | None, typer.Option("--minutes", metavar="N", help="How long it took, in minutes.")]
Feelings = Annotated[
    list[str] | None,
    typer.Option("--feeling", metavar="WORDS", help="How it felt, in your own words. May be repeated."),
]
Using = Annotated[
    str | None,
    typer.Option("--using", metavar="NAME", help="The questions to write by; --questions shows which there are."),
]
Fill = Annotated[
    list[str] | None,
    typer.Option("--fill", metavar="KEY=TEXT", help="An answer to one of these questions. May be repeated."),
]
ShowQuestions = Annotated[
    bool, typer.Option("--questions", help="Show the questions and their keys, and write nothing.")
]
Tender = Annotated[
    bool, typer.Option("--tender", help="Keep it out of every list, search, figure and document; show N opens it.")
]
Measure = Annotated[str | None, typer.Option("--measure", metavar="TEXT", help="How you will know.")]
Signs = Annotated[
    list[str] | None,
    typer.Option(
        "--sign", metavar="TEXT", help="A sign you would notice, for a goal without numbers. May be repeated."
    ),
]
Target = Annotated[int | None, typer.Option("--target", metavar="N", help="A number to count up to.")]
Owner = Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Whose it is: me, or a person.")]
Because = Annotated[str | None, typer.Option("--because", metavar="TEXT", help="Why.")]
Limit = Annotated[int | None, typer.Option("-n", "--limit", metavar="N", help="At most so many, the newest.")]
MenteeName = Annotated[str, typer.Argument(metavar="NAME", help="The mentee; any word of the name will do.")]
MenteeEntry = Annotated[str, typer.Argument(metavar="N", help="The number of the mentee's entry, or last.")]
Out = Annotated[str | None, typer.Option("-o", "--out", metavar="FILE", help="Where to write; - is standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")]
