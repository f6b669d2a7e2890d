"""review: what a mentor writes to a mentee's entries: comments and questions, which go out, and notes, which stay."""

from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli import options, typed
from mentorlog.cli.call import Call
from mentorlog.cli.command import Command, call_of
from mentorlog.cli.output import answer
from mentorlog.cli.review import Name, Number, app, entry_of
from mentorlog.cli.texts import Source, taking
from mentorlog.errors import NOTHING_WRITTEN, Mistyped
from mentorlog.model.entries import Answer
from mentorlog.model.reviews import SBI, Comment, known_mentee
from mentorlog.text import clean
from mentorlog.views.arrivals import commented

__all__ = ["app"]
Using = Annotated[str | None, typer.Option("--using", metavar="NAME", help="sbi: Situation, Behaviour, Impact, Next.")]
Fill = Annotated[
    list[str] | None, typer.Option("--fill", metavar="KEY=TEXT", help="An answer of sbi, by its key. May be repeated.")
]
Asks = Annotated[bool, typer.Option("--asks", help="It is a question back.")]
KEYS = ", ".join(SBI)


@app.command(
    cls=Command,
    epilog="""
    mentorlog review comment Lan 3 "Say I once, in the first sentence."
    mentorlog review comment Lan 3 "What would you do now?" --asks
    mentorlog review comment Lan 3 --using sbi --fill impact="They listened."
    """,
)
def comment(
    ctx: typer.Context,
    name: Name,
    number: Number,
    text: options.Text = None,
    using: Using = None,
    fill: Fill = None,
    asks: Asks = False,
    on: options.On = None,
    edit: options.Edit = False,
) -> None:
    """Write to one entry of a mentee; it goes out with the next reply.

    With --using sbi, by --fill: situation, behaviour, impact, next.
    """
    call = call_of(ctx)
    with taking(call, text, edits=edit, asks="comment") as source:
        answers = _answers(using, fill)
        draft = Comment(on=typed.on(call, on), is_question=asks, framework="sbi" if answers else "", answers=answers)
        _write(call, source, name, number, draft)


@app.command(cls=Command, epilog='mentorlog review note Lan 3 "Ask about her sister when we meet."')
def note(
    ctx: typer.Context,
    name: Name,
    number: Number,
    text: options.Text = None,
    on: options.On = None,
    edit: options.Edit = False,
) -> None:
    """Write a note of your own to a mentee's entry; it never leaves this machine."""
    call = call_of(ctx)
    with taking(call, text, edits=edit, asks="note") as source:
        _write(call, source, name, number, Comment(on=typed.on(call, on), is_note=True))


def _write(call: Call, source: Source, name: str, number: str, draft: Comment) -> None:
    from mentorlog.export.review_keys import comment_keys

    with call.writing() as journal:
        reviews = journal.reviews()
        mentee = known_mentee(name, reviews.mentees())
        shown = entry_of(reviews, mentee, number)
        draft = replace(draft, mentee=mentee.number, packet=shown.packet, entry=shown.entry.uid)
        draft = replace(draft, text=source.text_or_none() if draft.answers else source.text())
        with journal.reviewing("review note" if draft.is_note else "review comment", at=call.now) as reviewing:
            saved = reviewing.comment(draft)
    keys = {"mentee": mentee.name, **comment_keys(saved, shown.entry.number)}
    answer(call, commented(saved, mentee, shown.entry, call.where), keys)


def _answers(using: str | None, fill: list[str] | None) -> tuple[Answer, ...]:
    """The answers of Situation, Behaviour, Impact, Next, in this order."""
    if using not in (None, "sbi"):
        raise Mistyped("A comment can't be written by that.", safe=NOTHING_WRITTEN, hint="It can be: --using sbi")
    found = dict(_filled(word) for word in fill or ())
    if using and not found:
        raise Mistyped("There are no answers yet.", safe=NOTHING_WRITTEN, hint=f"--fill KEY=TEXT, with: {KEYS}")
    return tuple(
        Answer(key=key, question=question, text=found[key], spine=spine)
        for key, (question, spine) in SBI.items()
        if key in found
    )


def _filled(word: str) -> tuple[str, str]:
    key, _, text = word.partition("=")
    if key not in SBI:
        raise Mistyped("There is no question of that key.", safe=NOTHING_WRITTEN, hint=f"The keys: {KEYS}")
    return key, clean(text, what="answer")
