"""review reply: the comments to a mentee as one file to send back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.output import (
    print_bytes,
    print_result,
    show_sheet,
)
from mentorlog.cli.sharing.review import Name
from mentorlog.cli.sharing.review_comments import app
from mentorlog.errors import NO_FILE, InvalidInput
from mentorlog.files import path_exists, remove_on_failure, write_file
from mentorlog.insights.review import ReplyPreview, comments_by_entry, with_mentee_as_owner
from mentorlog.model.packets import MAX_BYTES, MAX_ITEMS, FeedbackFile, FeedbackItem
from mentorlog.model.reviews import Comment, Mentee, require_mentee
from mentorlog.views.review_messages import reply_message

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal
    from mentorlog.storage.sharing.mentee_queries import MenteeQueries

__all__ = ["app"]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Do not ask for confirmation.")]
Preview = Annotated[bool, typer.Option("--preview", help="Show what would be sent, and write nothing.")]
Again = Annotated[bool, typer.Option("--again", help="Also comments that were sent before.")]


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

    They import it with feedback import. Only comments that were not sent before go out, unless with --again.
    """
    from mentorlog.export.feedback_json import feedback_json
    from mentorlog.views.lists import sharing as lists

    call = call_of(ctx)
    with call.open_readonly() if preview else call.open_writable() as journal:
        reviews = journal.mentee_queries()
        mentee = require_mentee(name, reviews.mentees())
        chosen = _select_comments(reviews, mentee, again=again)
        file = _file(reviews, mentee, chosen)
        figure = _reply_preview(reviews, mentee, chosen, file)
        if preview:
            show_sheet(call, lists.reply_preview, figure)
            return
        if not yes:
            _confirm(call, figure)
        content = feedback_json(file).encode()
        if len(content) > MAX_BYTES:
            raise InvalidInput("That is more than one file may hold.", safe=NO_FILE, hint="Shorten a comment.")
        path = Path(out).expanduser() if out else _free(Path(f"mentorlog-feedback-{file.packet[:4]}.json"))
        _send(call, journal, mentee, chosen, None if out == "-" else path, content, force=force)
    if out == "-":
        print_bytes(content)
        return
    from mentorlog.views.json.records import reply_preview_keys

    lines = reply_message(figure, display_path(path), call.location_suffix)
    print_result(call, lines, {**reply_preview_keys(figure), "file": str(path)})


def _select_comments(reviews: "MenteeQueries", mentee: Mentee, *, again: bool) -> list[Comment]:
    """The comments that go out: to packets with one reader id, that of the newest."""
    found = [one for one in reviews.comments(mentee) if not one.is_note and (again or one.reply is None)]
    if not found:
        raise InvalidInput("There is nothing to send.", safe=NO_FILE, hint="What went out before, again: --again")
    reader = reviews.comment_target(found[-1]).reader
    return [one for one in found if reviews.comment_target(one).reader == reader][:MAX_ITEMS]


def _file(reviews: "MenteeQueries", mentee: Mentee, comments: list[Comment]) -> FeedbackFile:
    places = [reviews.comment_target(comment) for comment in comments]
    token, addressee = reviews.newest_packet(mentee, places[0].reader)
    return FeedbackFile(
        reader=places[0].reader,
        packet=token,
        by=addressee,
        items=tuple(
            FeedbackItem(
                uid=comment.uid,
                number=place.sender_number,
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


def _reply_preview(
    reviews: "MenteeQueries", mentee: Mentee, comments: list[Comment], file: FeedbackFile
) -> ReplyPreview:
    shown = {one.entry.number: one.entry for one in with_mentee_as_owner(reviews.entries(mentee), mentee)}
    together = comments_by_entry(reviews.entries(mentee), comments)
    return ReplyPreview(
        mentee=mentee,
        by=file.by,
        packet=file.packet,
        parts=tuple((shown[number], together[number]) for number in sorted(together)),
        note_count=sum(comment.is_note for comment in reviews.comments(mentee)),
    )


def _confirm(call: Invocation, figure: ReplyPreview) -> None:
    """Show what goes out and ask; raises Mistyped where that can't be asked, or the answer is no."""
    from mentorlog.cli.interactive.prompts import ask_or_skip, can_ask
    from mentorlog.views.lists import sharing as lists

    if not can_ask(call):
        raise InvalidInput(
            "What goes out is shown first, and here nobody can say yes.",
            safe=NO_FILE,
            hint="In a script, add --yes. To see it: --preview",
        )
    show_sheet(call, lists.reply_preview, figure)
    if ask_or_skip("Write it? (y/n) ").lower() not in ("y", "yes"):
        raise InvalidInput("Then it stays here.", safe=NO_FILE)


def _free(path: Path) -> Path:
    """The path, or one with a number where a file is there."""
    places = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((place for place in places if not place.exists()), path)


def _send(
    call: Invocation,
    journal: "Journal",
    mentee: Mentee,
    comments: list[Comment],
    path: Path | None,
    content: bytes,
    *,
    force: bool,
) -> None:
    """Write the file, and note that the comments went out; neither without the other."""
    with remove_on_failure() as written, journal.write_review("review reply", at=call.now) as reviewing:
        reviewing.add_reply(mentee, comments)
        if path:
            is_new = not path_exists(path)
            write_file(path, content, may_replace=force)
            written.extend([path] if is_new else [])
