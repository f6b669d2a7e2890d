"""What the commands of a mentor say: whose packets came, what was written, what went out."""

from collections.abc import Iterator, Sequence

from mentorlog.insights.review import Answering
from mentorlog.model.entries import Entry
from mentorlog.model.reviews import Arrival, Comment, Mentee
from mentorlog.text import one_line
from mentorlog.views.comment_text import review
from mentorlog.views.words import plural


def arrived(arrivals: Sequence[Arrival], where: str = "") -> Iterator[str]:
    """A line for each packet, then what can be done."""
    for arrival in arrivals:
        yield f"{_came(arrival)}{where}."
        if arrival.renumbered:
            yield f"  {plural('entry', arrival.renumbered)} {_has(arrival.renumbered)} another number here."
    if all(arrival.was_here for arrival in arrivals):
        return
    for name in dict.fromkeys(arrival.mentee.name for arrival in arrivals):
        yield f"To read: {review('timeline', name)}"
    yield "Take it back: mentorlog undo"


def _came(arrival: Arrival) -> str:
    name, packet = one_line(arrival.mentee.name), f"packet {arrival.packet.name}"
    if arrival.was_here:
        return f"{packet.capitalize()} from {name} was here already"
    made = f"{plural('entry', arrival.entries)}"
    new = "" if arrival.is_first else f", {arrival.new or 'none'} of them new or changed"
    return f"{packet.capitalize()} from {name} came: {made}{new}"


def _has(count: int) -> str:
    return "has" if count == 1 else "have"


def commented(
    comment: Comment, mentee: Mentee, entry: Entry, where: str = "", *, is_gone: bool = False
) -> Iterator[str]:
    """A comment or a note was saved, or withdrawn."""
    what = "Note" if comment.is_note else "Question" if comment.is_question else "Comment"
    done = "withdrawn" if is_gone else "saved"
    yield f"{what} to {entry.kind.noun} {entry.number} of {one_line(mentee.name)} {done}{where}."
    if is_gone:
        yield "  Its words are still in the file."
    elif comment.is_note:
        yield "  It stays here."
    else:
        yield f"  It goes out with: {review('reply', mentee.name)}"
    yield "Take it back: mentorlog undo"


def replied(figure: Answering, path: str, where: str = "") -> Iterator[str]:
    """A reply was written."""
    count, name = sum(len(comments) for _, comments in figure.parts), one_line(figure.mentee.name)
    yield f"{path} written: {plural('comment', count)} for {name}, by {one_line(figure.by)}{where}."
    yield f"  Whoever has the file can read it. {name} takes it in with: mentorlog feedback import FILE"
    yield "Take back that it was sent: mentorlog undo (the file stays)"
