"""The JSON forms of what a mentor reads of mentees."""

from collections.abc import Iterable, Sequence

from mentorlog.export.entry_keys import Keys, day_key, entry_keys
from mentorlog.insights.review import EntryReview, Mentees, MenteeStatus, ReplyPreview
from mentorlog.model.reviews import Comment, PacketReceipt


def mentees_keys(mentees: Mentees) -> Keys:
    """All mentees at a glance."""
    return {"mentees": [mentee_status_keys(standing) for standing in mentees.standings]}


def mentee_status_keys(standing: MenteeStatus) -> Keys:
    """How it stands with one mentee."""
    return {
        "mentee": standing.mentee.name,
        "packets": standing.packets,
        "entries": standing.entries,
        "new": standing.new,
        "since": day_key(standing.since),
        "waiting": standing.is_waiting,
        "unsent": standing.unsent,
        "last_packet": day_key(standing.last),
        "last_reply": day_key(standing.answered),
    }


def comment_keys(comment: Comment, number: int) -> Keys:
    """A comment or a note to the entry with `number`."""
    return {
        "uid": comment.uid,
        "kind": "note" if comment.is_note else "question" if comment.is_question else "comment",
        "about": number,
        "on": comment.on.isoformat(),
        "text": comment.text,
        "framework": comment.framework,
        "answers": [{"key": one.key, "question": one.question, "text": one.text} for one in comment.answers],
        "written_at": comment.written_at,
        "sent": comment.reply is not None,
    }


def comments_and_notes_keys(comments: Iterable[Comment], number: int) -> Keys:
    """What the mentor wrote to an entry: comments, and notes that stay."""
    found = tuple(comments)
    return {
        "comments": [comment_keys(comment, number) for comment in found if not comment.is_note],
        "notes": [comment_keys(comment, number) for comment in found if comment.is_note],
    }


def entry_review_keys(close: EntryReview) -> Keys:
    """One entry of a mentee in full."""
    number = close.detail.entry.number
    return {
        "mentee": close.mentee.name,
        **entry_keys(close.detail.entry),
        **comments_and_notes_keys(close.comments, number),
        "earlier": [{"made_on": day.isoformat(), "entry": entry_keys(entry)} for day, entry in close.earlier],
    }


def reply_preview_keys(answering: ReplyPreview) -> Keys:
    """What a reply says."""
    return {
        "mentee": answering.mentee.name,
        "by": answering.by,
        "packet": answering.packet,
        "comments": [
            comment_keys(comment, entry.number) for entry, comments in answering.parts for comment in comments
        ],
    }


def received_packets_keys(arrivals: Sequence[PacketReceipt]) -> Keys:
    """What a packet brought; of several, a list of them."""
    keys = [_arrival_keys(arrival) for arrival in arrivals]
    return keys[0] if len(keys) == 1 else {"packets": keys}


def _arrival_keys(arrival: PacketReceipt) -> Keys:
    return {
        "mentee": arrival.mentee.name,
        "packet": arrival.packet.token,
        "entries": arrival.entries,
        "new": arrival.new,
        "known": arrival.is_duplicate,
    }
