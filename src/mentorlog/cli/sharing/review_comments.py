"""review: what a mentor writes to a mentee's entries: comments and questions, which go out, and notes, which stay."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import print_result
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.cli.sharing.review import (
    Name,
    Number,
    app,
    entry_of,
)
from mentorlog.errors import NotFound
from mentorlog.model.reviews import Comment, Mentee, MenteeEntry, require_mentee
from mentorlog.phrases.comments import review_command
from mentorlog.views.review_messages import comment_message

if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import FilledFramework
    from mentorlog.storage.journal import Journal

__all__ = ["app"]
Using = Annotated[
    str | None, typer.Option("--using", metavar="NAME", help="sbi: Situation, Behaviour, Impact, Next; or your own.")
]
Fill = Annotated[
    list[str] | None,
    typer.Option("--fill", metavar="KEY=TEXT", help="An answer, by its key. May be repeated."),
]
IsQuestion = Annotated[bool, typer.Option("--asks", help="It is a question back.")]
Instead = Annotated[bool, typer.Option("--instead", help="Replace your last unsent comment.")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Delete your last unsent comment.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentTarget:
    """Where a comment or a note goes, and what stands there of the same sort that didn't go out, or None."""

    mentee: Mentee
    shown: MenteeEntry
    last_unsent: Comment | None


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
    asks: IsQuestion = False,
    on: options.On = None,
    instead: Instead = False,
    withdraw: Withdraw = False,
    edit: options.Edit = False,
) -> None:
    """Comment on an entry of a mentee; it goes out with the next reply.

    With --using sbi it asks for situation, behaviour, impact and next, one at a time; --fill answers on the line.
    """
    call = call_of(ctx)
    if withdraw:
        _withdraw(call, name, number, is_note=False)
        return
    with text_input(call, text, edits=edit, interview="comment") as source:
        draft = Comment(on=parsing.on(call, on), is_question=asks)
        _write(call, source, name, number, draft, instead=instead, guide=_framework(using, fill))


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
    """Write a private note on an entry of a mentee; it is never sent."""
    call = call_of(ctx)
    if withdraw:
        _withdraw(call, name, number, is_note=True)
        return
    with text_input(call, text, edits=edit, interview="note") as source:
        _write(call, source, name, number, Comment(on=parsing.on(call, on), is_note=True), instead=instead)


def _framework(using: str | None, fill: list[str] | None) -> "FilledFramework | None":
    """What the comment is written by; None where it is free."""
    if not (using or fill):
        return None
    from mentorlog.cli.interactive.frameworks import fill_framework
    from mentorlog.model.frameworks import COMMENT_FRAMEWORK

    return fill_framework("comment", using or COMMENT_FRAMEWORK, fill)


def _write(
    call: Invocation,
    source: TextInput,
    name: str,
    number: str,
    draft: Comment,
    *,
    instead: bool,
    guide: "FilledFramework | None" = None,
) -> None:
    with call.open_writable() as journal:
        place = _find_target(journal, name, number, is_note=draft.is_note)
        last = _require_unsent(place) if instead else None
        draft = replace(draft, mentee=place.mentee.number, packet=place.shown.packet, entry=place.shown.entry.uid)
        draft = _with_text(source, draft, guide)
        with journal.write_review(_verb(draft.is_note), at=call.now) as reviewing:
            if last:
                saved = reviewing.change_comment(replace(draft, number=last.number, uid=last.uid, written_at=call.now))
            else:
                saved = reviewing.add_comment(draft)
    _print_comment(call, place, saved)


def _with_text(source: TextInput, draft: Comment, guide: "FilledFramework | None") -> Comment:
    """The comment with its words: a text, the answers to questions, or both."""
    if guide is None:
        return replace(draft, text=source.text())
    text, guide = source.text_with_answers(guide)
    return replace(draft, text=text, framework=guide.framework.name if guide.answers else "", answers=guide.answers)


def _withdraw(call: Invocation, name: str, number: str, *, is_note: bool) -> None:
    with call.open_writable() as journal:
        place = _find_target(journal, name, number, is_note=is_note)
        last = _require_unsent(place)
        with journal.write_review(_verb(is_note), at=call.now) as reviewing:
            reviewing.remove_comment(last)
    _print_comment(call, place, last, is_gone=True)


def _find_target(journal: "Journal", name: str, number: str, *, is_note: bool) -> CommentTarget:
    reviews = journal.mentee_queries()
    mentee = require_mentee(name, reviews.mentees())
    shown = entry_of(reviews, mentee, number)
    here = [one for one in reviews.comments(mentee) if (one.entry, one.is_note) == (shown.entry.uid, is_note)]
    return CommentTarget(
        mentee=mentee, shown=shown, last_unsent=next((one for one in here[::-1] if one.reply is None), None)
    )


def _require_unsent(place: CommentTarget) -> Comment:
    """What stands there and didn't go out; raises NotFound where nothing does."""
    if place.last_unsent is None:
        shown = review_command("show", place.mentee.name, str(place.shown.entry.number))
        raise NotFound("There is nothing of yours here that didn't go out.", hint=f"What there is: {shown}")
    return place.last_unsent


def _print_comment(call: Invocation, place: CommentTarget, saved: Comment, *, is_gone: bool = False) -> None:
    from mentorlog.views.json.records import comment_keys

    entry = place.shown.entry
    keys = {"mentee": place.mentee.name, **comment_keys(call.apply_veil(saved), entry.number), "withdrawn": is_gone}
    print_result(call, comment_message(saved, place.mentee, entry, call.location_suffix, is_gone=is_gone), keys)


def _verb(is_note: bool) -> str:
    return "review note" if is_note else "review comment"
