"""The options and arguments that several commands share."""

from collections.abc import Iterable
from typing import Annotated

import typer

from mentorlog.model.enums import Visibility


def option(usage: str, help_: str) -> object:
    """An option as its help shows it: "-a, --area AREA"; without a value's name behind it, a flag."""
    *names, last = usage.split(", ")
    name, _, metavar = last.partition(" ")
    return typer.Option(*names, name, metavar=metavar or None, help=help_)


def argument(metavar: str, help_: str) -> object:
    """An argument as its help shows it."""
    return typer.Argument(metavar=metavar, help=help_)


def any_of(words: Iterable[str]) -> str:
    """Such as "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}"


Text = Annotated[str | None, argument("[TEXT]", "The words; - takes them from standard input.")]
Number = Annotated[str, argument("N", "The entry's number, or last.")]
Numbers = Annotated[list[str], argument("N…", "Numbers, ranges (40..44) or last.")]
NumbersIfAny = Annotated[list[str] | None, argument("[N…]", "Numbers, ranges (40..44) or last.")]
Words = Annotated[list[str], argument("WORDS…", "Words that must all be there.")]
Areas = Annotated[list[str] | None, option("-a, --area AREA", "A benefit area, or its beginning; may be repeated.")]
With = Annotated[
    list[str] | None, option("-w, --with NAME", "A person; any word of the name will do. May be repeated.")
]
Edit = Annotated[bool, option("-e, --edit", "Write in your editor.")]
On = Annotated[str | None, option("--on DAY", '2026-03-12, yesterday, "last fri", "3 days ago" …')]
At = Annotated[str | None, option("--at HH:MM", "The time of day.")]
Due = Annotated[str | None, option("--due DAY", "The due day.")]
Visible = Annotated[str | None, option("--visibility WHO", f"{any_of(Visibility)}: who may read it.")]
ForGoals = Annotated[list[str] | None, option("--goal N", "A goal this is evidence for. May be repeated.")]
About = Annotated[str | None, option("--about N", "The entry that this is about, or last.")]
Answers = Annotated[list[str] | None, option("--answers N", "A parked question that this answers.")]
Title = Annotated[str | None, option("--title WORDS", "A title.")]
Minutes = Annotated[int | None, option("--minutes N", "How long it took, in minutes.")]
Feelings = Annotated[list[str] | None, option("--feeling WORDS", "How it felt, in your own words. May be repeated.")]
Using = Annotated[str | None, option("--using NAME", "The questions to write by; --questions shows which there are.")]
Fill = Annotated[list[str] | None, option("--fill KEY=TEXT", "An answer to one of these questions. May be repeated.")]
ShowQuestions = Annotated[bool, option("--questions", "Show the questions and their keys, and write nothing.")]
Tender = Annotated[bool, option("--tender", "Keep it out of every list, search, figure and document; show N opens it.")]
Measure = Annotated[str | None, option("--measure TEXT", "How you will know.")]
Signs = Annotated[
    list[str] | None, option("--sign TEXT", "A sign you would notice, for a goal without numbers. May be repeated.")
]
Target = Annotated[int | None, option("--target N", "A number to count up to.")]
Owner = Annotated[str | None, option("--owner NAME", "Whose it is: me, or a person.")]
Because = Annotated[str | None, option("--because TEXT", "Why.")]
Limit = Annotated[int | None, option("-n, --limit N", "At most so many, the newest.")]
MenteeName = Annotated[str, argument("NAME", "The mentee; any word of the name will do.")]
MenteeEntry = Annotated[str, argument("N", "The number of the mentee's entry, or last.")]
Out = Annotated[str | None, option("-o, --out FILE", "Where to write; - is standard output.")]
Force = Annotated[bool, option("--force", "Overwrite an existing file.")]
