"""review: what a mentor writes to a mentee's entries: comments, which go out with a reply, and notes, which stay."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_bytes, print_result, show_sheet
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.cli.sharing.mentee_journal import mentee_entry
from mentorlog.errors import NO_FILE, InvalidInput, NotFound
from mentorlog.files import path_exists, remove_on_failure, write_file
from mentorlog.insights.review import ReplyPreview, comments_by_entry, with_mentee_as_owner
from mentorlog.model.packets import MAX_BYTES, MAX_ITEMS, FeedbackFile, FeedbackItem
from mentorlog.model.reviews import Comment, Mentee, MenteeEntry, require_mentee
from mentorlog.phrases.comments import review_command
from mentorlog.views.review_messages import comment_message, reply_message

if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import FilledFramework
    from mentorlog.storage.journal import Journal
    from mentorlog.storage.sharing.mentee_queries import MenteeQueries

app = new_app()
Using = Annotated[str | None, option("--using NAME", "sbi: Situation, Behaviour, Impact, Next; or your own.")]
Fill = Annotated[list[str] | None, option("--fill KEY=TEXT", "An answer, by its key. May be repeated.")]
IsQuestion = Annotated[bool, option("--asks", "It is a question back.")]
Instead = Annotated[bool, option("--instead", "Replace your last unsent comment.")]
Withdraw = Annotated[bool, option("--withdraw", "Delete your last unsent comment.")]
Yes = Annotated[bool, option("-y, --yes", "Do not ask for confirmation.")]
Preview = Annotated[bool, option("--preview", "Show what would be sent, and write nothing.")]
Again = Annotated[bool, option("--again", "Also comments that were sent before.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentTarget:
    """Where a comment or a note goes, and what stands there of the same sort that didn't go out, or None."""

    mentee: Mentee
    shown: MenteeEntry
    last_unsent: Comment | None


@app.verb(
    'mentorlog review comment Lan 3 "Say I once, in the first sentence."',
    'mentorlog review comment Lan 3 "What would you do now?" --asks',
    "mentorlog review comment Lan 3 --using sbi",
    'mentorlog review comment Lan 3 --using sbi --fill impact="They listened."',
)
def comment(
    call: Invocation,
    name: options.MenteeName,
    number: options.MenteeEntry,
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
    if withdraw:
        _withdraw(call, name, number, is_note=False)
        return
    with text_input(call, text, edits=edit, interview="comment") as source:
        draft, guide = Comment(on=parsing.on(call, on), is_question=asks), None
        if using or fill:
            from mentorlog.cli.interactive.frameworks import fill_framework
            from mentorlog.model.frameworks import COMMENT_FRAMEWORK

            guide = fill_framework("comment", using or COMMENT_FRAMEWORK, fill)
        _write(source, name, number, draft, instead=instead, guide=guide)


@app.verb('mentorlog review note Lan 3 "Ask about her sister when we meet."')
def note(
    call: Invocation,
    name: options.MenteeName,
    number: options.MenteeEntry,
    text: options.Text = None,
    on: options.On = None,
    instead: Instead = False,
    withdraw: Withdraw = False,
    edit: options.Edit = False,
) -> None:
    """Write a private note on an entry of a mentee; it is never sent."""
    if withdraw:
        _withdraw(call, name, number, is_note=True)
        return
    with text_input(call, text, edits=edit, interview="note") as source:
        _write(source, name, number, Comment(on=parsing.on(call, on), is_note=True), instead=instead)


def _write(
    source: TextInput, name: str, number: str, draft: Comment, *, instead: bool, guide: "FilledFramework | None" = None
) -> None:
    call = source.call
    with call.open_writable() as journal:
        place = _find_target(journal, name, number, is_note=draft.is_note)
        last = _require_unsent(place) if instead else None
        draft = replace(draft, mentee=place.mentee.number, packet=place.shown.packet, entry=place.shown.entry.uid)
        draft = _with_text(source, draft, guide)
        with journal.write_review(f"review {'note' if draft.is_note else 'comment'}", at=call.now) as reviewing:
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
        with journal.write_review(f"review {'note' if is_note else 'comment'}", at=call.now) as reviewing:
            reviewing.remove_comment(last)
    _print_comment(call, place, last, is_gone=True)


def _find_target(journal: "Journal", name: str, number: str, *, is_note: bool) -> CommentTarget:
    reviews = journal.mentee_queries()
    mentee = require_mentee(name, reviews.mentees())
    shown = mentee_entry(reviews, mentee, number)
    here = [one for one in reviews.comments(mentee) if (one.entry, one.is_note) == (shown.entry.uid, is_note)]
    last = next((one for one in here[::-1] if one.reply is None), None)
    return CommentTarget(mentee=mentee, shown=shown, last_unsent=last)


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


@app.verb("mentorlog review reply Lan --preview", "mentorlog review reply Lan -o for-lan.json")
def reply(
    call: Invocation,
    name: options.MenteeName,
    out: options.Out = None,
    preview: Preview = False,
    again: Again = False,
    force: options.Force = False,
    yes: Yes = False,
) -> None:
    """Write your comments to a mentee into a file for them; notes stay here.

    They import it with feedback import. Only comments that were not sent before go out, unless with --again.
    """
    from mentorlog.views.json.records import reply_preview_keys
    from mentorlog.views.lists import sharing as lists

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
        content = _content(file)
        path = Path(out).expanduser() if out else _free(Path(f"mentorlog-feedback-{file.packet[:4]}.json"))
        with remove_on_failure() as written, journal.write_review("review reply", at=call.now) as reviewing:
            reviewing.add_reply(mentee, chosen)  # neither that nor the file without the other
            if out != "-":
                is_new = not path_exists(path)
                write_file(path, content, may_replace=force)
                written.extend([path] if is_new else [])
    if out == "-":
        print_bytes(content)
        return
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


def _content(file: FeedbackFile) -> bytes:
    from mentorlog.exchange.feedback_files import feedback_json

    content = feedback_json(file).encode()
    if len(content) > MAX_BYTES:
        raise InvalidInput("That is more than one file may hold.", safe=NO_FILE, hint="Shorten a comment.")
    return content


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
    """Show what goes out and ask; raises InvalidInput where that can't be asked, or the answer is no."""
    from mentorlog.cli.interactive.prompts import ask_or_skip, can_ask
    from mentorlog.views.lists import sharing as lists

    if not can_ask(call):
        raise InvalidInput(
            "Sending needs confirmation, and there is no terminal to ask on.",
            safe=NO_FILE,
            hint="Add --yes. To see it first: --preview",
        )
    show_sheet(call, lists.reply_preview, figure)
    if ask_or_skip("Write it? (y/n) ").lower() not in ("y", "yes"):
        raise InvalidInput("Not confirmed.", safe=NO_FILE)


def _free(path: Path) -> Path:
    """The path, or one with a number where a file is there."""
    places = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((place for place in places if not place.exists()), path)
