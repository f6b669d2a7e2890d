"""What the commands of a mentor say: whose packets came, what was written, what went out."""

from collections.abc import Iterator, Sequence

from mentorlog.insights.review import ReplyPreview
from mentorlog.model.entries import Entry
from mentorlog.model.reviews import Comment, Mentee, PacketReceipt
from mentorlog.phrases.comments import review_command
from mentorlog.phrases.grammar import counted, noun, plural
from mentorlog.text import one_line


def packets_received_message(arrivals: Sequence[PacketReceipt], where: str = "") -> Iterator[str]:
    """A line for each packet, then what can be done."""
    for arrival in arrivals:
        yield f"{_received_line(arrival)}{where}."
        if arrival.renumbered:
            yield f"  {counted('entry', arrival.renumbered, 'has', 'have')} another number here."
    if all(arrival.is_duplicate for arrival in arrivals):
        return
    for name in dict.fromkeys(arrival.mentee.name for arrival in arrivals):
        yield f"To read: {review_command('timeline', name)}"
    yield "Take it back: mentorlog undo"


def _received_line(arrival: PacketReceipt) -> str:
    name, packet = one_line(arrival.mentee.name), f"packet {arrival.packet.name}"
    if arrival.is_duplicate:
        return f"{packet.capitalize()} from {name} was here already"
    made = f"{plural('entry', arrival.entries)}"
    new = "" if arrival.is_first else f", {arrival.new or 'none'} of them new or changed"
    return f"{packet.capitalize()} from {name} came: {made}{new}"


def comment_message(
    comment: Comment, mentee: Mentee, entry: Entry, where: str = "", *, is_gone: bool = False
) -> Iterator[str]:
    """A comment or a note was saved, or withdrawn."""
    what = "Note" if comment.is_note else "Question" if comment.is_question else "Comment"
    done = "withdrawn" if is_gone else "saved"
    yield f"{what} to {noun(entry.kind)} {entry.number} of {one_line(mentee.name)} {done}{where}."
    if is_gone:
        yield "  Its words are still in the file."
    elif comment.is_note:
        yield "  It stays here."
    else:
        yield f"  It goes out with: {review_command('reply', mentee.name)}"
    yield "Take it back: mentorlog undo"


def reply_message(figure: ReplyPreview, path: str, where: str = "") -> Iterator[str]:
    """A reply was written."""
    count, name = sum(len(comments) for _, comments in figure.parts), one_line(figure.mentee.name)
    yield f"{path} written: {plural('comment', count)} for {name}, by {one_line(figure.by)}{where}."
    yield f"  Whoever has the file can read it. {name} takes it in with: mentorlog feedback import FILE"
    yield "Take back that it was sent: mentorlog undo (the file stays)"
