"""review: what a mentor writes to a mentee's entries: comments and questions, which go out, and notes, which stay."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import answer
from mentorlog.cli.interactive.text_input import Source, taking
from mentorlog.cli.sharing.review import (
    Name,
    Number,
    app,
    entry_of,
)
from mentorlog.errors import NotFound
from mentorlog.model.reviews import Comment, Mentee, Shown, known_mentee
from mentorlog.views.comment_text import review
from mentorlog.views.review_messages import commented

if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import Guide
    from mentorlog.storage.journal import Journal

__all__ = ["app"]
Using = Annotated[
    str | None, typer.Option("--using", metavar="NAME", help="sbi: Situation, Behaviour, Impact, Next; or your own.")
]
Fill = Annotated[
    list[str] | None,
    typer.Option("--fill", metavar="KEY=TEXT", help="An answer, by its key. May be repeated."),
]
Asks = Annotated[bool, typer.Option("--asks", help="It is a question back.")]
Instead = Annotated[bool, typer.Option("--instead", help="In the place of your last one here that didn't go out.")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Take away your last one here that didn't go out.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a comment or a note goes, and what stands there of the same sort that didn't go out, or None."""

    mentee: Mentee
    shown: Shown
    last: Comment | None


@app.command(
    cls=Command,
    epilog="""
    mentorlog review comment Lan 3 "Say I once, in the first sentence."
    mentorlog review comment Lan 3 "What would you do now?" --asks
    mentorlog review comment Lan 3 --using sbi
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
    instead: Instead = False,
    withdraw: Withdraw = False,
    edit: options.Edit = False,
) -> None:
    """Write to one entry of a mentee; it goes out with the next reply.

    With --using sbi it asks for situation, behaviour, impact and next, one at a time; --fill answers on the line.
    """
    call = call_of(ctx)
    if withdraw:
        _withdraw(call, name, number, is_note=False)
        return
    with taking(call, text, edits=edit, asks="comment") as source:
        draft = Comment(on=parsing.on(call, on), is_question=asks)
        _write(call, source, name, number, draft, instead=instead, guide=_guide(using, fill))


@app.command(cls=Command, epilog='mentorlog review note Lan 3 "Ask about her sister when we meet."')
def note(
    ctx: typer.Context,
    name: Name,
    number: Number,
    text: options.Text = None,
    on: options.On = None,
    instead: Instead = False,
    withdraw: Withdraw = False,
    edit: options.Edit = False,
) -> None:
    """Write a note of your own to a mentee's entry; it never leaves this machine."""
    call = call_of(ctx)
    if withdraw:
        _withdraw(call, name, number, is_note=True)
        return
    with taking(call, text, edits=edit, asks="note") as source:
        _write(call, source, name, number, Comment(on=parsing.on(call, on), is_note=True), instead=instead)


def _guide(using: str | None, fill: list[str] | None) -> "Guide | None":
    """What the comment is written by; None where it is free."""
    if not (using or fill):
        return None
    from mentorlog.cli.interactive.frameworks import guide
    from mentorlog.model.frameworks import CONCRETE

    return guide("comment", using or CONCRETE, fill)


def _write(
    call: Call,
    source: Source,
    name: str,
    number: str,
    draft: Comment,
    *,
    instead: bool,
    guide: "Guide | None" = None,
) -> None:
    with call.writing() as journal:
        place = _place(journal, name, number, is_note=draft.is_note)
        last = _there(place) if instead else None
        draft = replace(draft, mentee=place.mentee.number, packet=place.shown.packet, entry=place.shown.entry.uid)
        draft = _told(source, draft, guide)
        with journal.reviewing(_verb(draft.is_note), at=call.now) as reviewing:
            if last:
                saved = reviewing.change(replace(draft, number=last.number, uid=last.uid, written_at=call.now))
            else:
                saved = reviewing.comment(draft)
    _say(call, place, saved)


def _told(source: Source, draft: Comment, guide: "Guide | None") -> Comment:
    """The comment with its words: a text, the answers to questions, or both."""
    if guide is None:
        return replace(draft, text=source.text())
    text, guide = source.text_beside(guide)
    return replace(draft, text=text, framework=guide.framework.name if guide.answers else "", answers=guide.answers)


def _withdraw(call: Call, name: str, number: str, *, is_note: bool) -> None:
    with call.writing() as journal:
        place = _place(journal, name, number, is_note=is_note)
        last = _there(place)
        with journal.reviewing(_verb(is_note), at=call.now) as reviewing:
            reviewing.withdraw(last)
    _say(call, place, last, is_gone=True)


def _place(journal: "Journal", name: str, number: str, *, is_note: bool) -> Place:
    reviews = journal.reviews()
    mentee = known_mentee(name, reviews.mentees())
    shown = entry_of(reviews, mentee, number)
    here = [one for one in reviews.comments(mentee) if (one.entry, one.is_note) == (shown.entry.uid, is_note)]
    return Place(mentee=mentee, shown=shown, last=next((one for one in here[::-1] if one.reply is None), None))


def _there(place: Place) -> Comment:
    """What stands there and didn't go out; raises NotFound where nothing does."""
    if place.last is None:
        shown = review("show", place.mentee.name, str(place.shown.entry.number))
        raise NotFound("There is nothing of yours here that didn't go out.", hint=f"What there is: {shown}")
    return place.last


def _say(call: Call, place: Place, saved: Comment, *, is_gone: bool = False) -> None:
    from mentorlog.export.review_keys import comment_keys

    entry = place.shown.entry
    keys = {"mentee": place.mentee.name, **comment_keys(call.veiled(saved), entry.number), "withdrawn": is_gone}
    answer(call, commented(saved, place.mentee, entry, call.where, is_gone=is_gone), keys)


def _verb(is_note: bool) -> str:
    return "review note" if is_note else "review comment"
