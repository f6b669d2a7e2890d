"""review reply: the comments to a mentee as one file to send back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.context import Call, shown_path
from mentorlog.cli.app.output import (
    answer,
    prompt,
    say_bytes,
    show,
)
from mentorlog.cli.sharing.review import Name
from mentorlog.cli.sharing.review_comments import app
from mentorlog.errors import NO_FILE, Mistyped
from mentorlog.files import dropped_on_failure, is_there, write_whole
from mentorlog.insights.review import Answering, as_read, by_entry
from mentorlog.model.packets import LARGEST, MOST_ITEMS, FeedbackFile, Item
from mentorlog.model.reviews import Comment, Mentee, known_mentee
from mentorlog.views.review_messages import replied

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal
    from mentorlog.storage.sharing.mentee_queries import Reviews

__all__ = ["app"]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Do not ask.")]
Preview = Annotated[bool, typer.Option("--preview", help="Show what would go out, and write nothing.")]
Again = Annotated[bool, typer.Option("--again", help="Also what went out before.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog review reply Lan --preview
    mentorlog review reply Lan -o for-lan.json
    """,
)
def reply(
    ctx: typer.Context,
    name: Name,
    out: options.Out = None,
    preview: Preview = False,
    again: Again = False,
    force: options.Force = False,
    yes: Yes = False,
) -> None:
    """Write your comments to a mentee into a file for them; notes stay here.

    They import it with feedback import. Only what didn't go out before goes out, unless with --again.
    """
    from mentorlog.export.feedback_json import feedback_json

    call = call_of(ctx)
    with call.reading() if preview else call.writing() as journal:
        reviews = journal.reviews()
        mentee = known_mentee(name, reviews.mentees())
        chosen = _chosen(reviews, mentee, again=again)
        file = _file(reviews, mentee, chosen)
        figure = _answering(reviews, mentee, chosen, file)
        if preview:
            show(call, "reply_preview", figure)
            return
        if not yes:
            _ask(call, figure)
        content = feedback_json(file).encode()
        if len(content) > LARGEST:
            raise Mistyped("That is more than one file may hold.", safe=NO_FILE, hint="Shorten a comment.")
        path = Path(out).expanduser() if out else _free(Path(f"mentorlog-feedback-{file.packet[:4]}.json"))
        _send(call, journal, mentee, chosen, None if out == "-" else path, content, force=force)
    if out == "-":
        say_bytes(content)
        return
    from mentorlog.export.review_keys import reply_preview_keys

    answer(call, replied(figure, shown_path(path), call.where), {**reply_preview_keys(figure), "file": str(path)})


def _chosen(reviews: "Reviews", mentee: Mentee, *, again: bool) -> list[Comment]:
    """The comments that go out: to packets with one reader id, that of the newest."""
    found = [one for one in reviews.comments(mentee) if not one.is_note and (again or one.reply is None)]
    if not found:
        raise Mistyped("There is nothing to send.", safe=NO_FILE, hint="What went out before, again: --again")
    reader = reviews.read_at(found[-1]).reader
    return [one for one in found if reviews.read_at(one).reader == reader][:MOST_ITEMS]


def _file(reviews: "Reviews", mentee: Mentee, comments: list[Comment]) -> FeedbackFile:
    places = [reviews.read_at(comment) for comment in comments]
    token, addressee = reviews.newest(mentee, places[0].reader)
    return FeedbackFile(
        reader=places[0].reader,
        packet=token,
        by=addressee,
        items=tuple(
            Item(
                uid=comment.uid,
                number=place.theirs,
                entry=comment.entry,
                digest=place.digest,
                is_question=comment.is_question,
                text=comment.text,
                framework=comment.framework,
                answers=comment.answers,
                at=comment.written_at,
            )
            for comment, place in zip(comments, places, strict=True)
        ),
    )


def _answering(reviews: "Reviews", mentee: Mentee, comments: list[Comment], file: FeedbackFile) -> Answering:
    shown = {one.entry.number: one.entry for one in as_read(reviews.shown(mentee), mentee)}
    together = by_entry(reviews.shown(mentee), comments)
    return Answering(
        mentee=mentee,
        by=file.by,
        packet=file.packet,
        parts=tuple((shown[number], together[number]) for number in sorted(together)),
        kept=sum(comment.is_note for comment in reviews.comments(mentee)),
    )


def _ask(call: Call, figure: Answering) -> None:
    """Show what goes out and ask; raises Mistyped where that can't be asked, or the answer is no."""
    from mentorlog.cli.interactive.interview import can_ask

    if not can_ask(call):
        raise Mistyped(
            "What goes out is shown first, and here nobody can say yes.",
            safe=NO_FILE,
            hint="In a script, add --yes. To see it: --preview",
        )
    show(call, "reply_preview", figure)
    prompt("Write it? (y/n) ")
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise Mistyped("Then it stays here.", safe=NO_FILE)


def _free(path: Path) -> Path:
    """The path, or one with a number where a file is there."""
    places = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((place for place in places if not place.exists()), path)


def _send(
    call: Call,
    journal: "Journal",
    mentee: Mentee,
    comments: list[Comment],
    path: Path | None,
    content: bytes,
    *,
    force: bool,
) -> None:
    """Write the file, and note that the comments went out; neither without the other."""
    with dropped_on_failure() as written, journal.reviewing("review reply", at=call.now) as reviewing:
        reviewing.reply(mentee, comments)
        if path:
            is_new = not is_there(path)
            write_whole(path, content, may_replace=force)
            written.extend([path] if is_new else [])
