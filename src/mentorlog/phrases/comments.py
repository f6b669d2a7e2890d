"""What a mentor wrote to an entry, and how it stands with a mentee, in the words that pictures and lines share."""

from datetime import date

from mentorlog.dates import long_day_month, short_date
from mentorlog.model.reviews import Comment, MenteeStatus
from mentorlog.phrases.grammar import plural, sentence
from mentorlog.text import one_line, safe, shell_quoted


def kind(comment: Comment) -> str:
    """As "your note"."""
    return "your note" if comment.is_note else "your question" if comment.is_question else "your comment"


def state(comment: Comment) -> str:
    """Whether it went out."""
    return "stays here" if comment.is_note else "sent" if comment.reply else "not sent yet"


def comment_body(comment: Comment) -> str:
    """All that it says, safe, with its line ends; answers behind what they answer."""
    answers = [f"{one_line(answer.question)} {safe(answer.text)}" for answer in comment.answers]
    return "\n".join(filter(None, [safe(comment.text), *answers]))


def new_entries_phrase(standing: MenteeStatus, today: date, *, in_full: bool = False) -> str:
    """As "3 new entries since Sun 8 Mar"; `in_full`, "since 8 March"; of a first packet, "9 entries"."""
    if not standing.since:
        return plural("entry", standing.entries)
    count = plural("new entry", standing.new) if standing.new else "nothing new"
    return f"{count} since {(long_day_month if in_full else short_date)(standing.since, today)}"


def unsent_phrase(standing: MenteeStatus) -> str:
    """As "2 comments not sent yet"; empty where all are."""
    return f"{plural('comment', standing.unsent)} not sent yet" if standing.unsent else ""


def awaiting_reply_phrase(standing: MenteeStatus) -> str:
    """That the mentee waits, or nothing."""
    return "waits for an answer" if standing.is_waiting else ""


def awaiting_reply_or_unsent(standing: MenteeStatus) -> str:
    """That the mentee waits; else what did not go out yet."""
    return awaiting_reply_phrase(standing) or unsent_phrase(standing)


def review_command(verb: str, name: str, rest: str = "") -> str:
    """A command that can be copied: "mentorlog review timeline lan"."""
    return " ".join(filter(None, ("mentorlog review", verb, shell_quoted(name), rest)))


def comment_line(comment: Comment) -> str:
    """As "your comment, not sent yet: Say I once."."""
    return f"{kind(comment)}, {state(comment)}: {sentence(one_line(comment_body(comment)))}"
