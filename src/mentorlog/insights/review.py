"""What a mentor reads of a mentee: the timeline and single entries, with comments and notes under them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from mentorlog.insights.listing import Detail
from mentorlog.insights.timeline import Timeline
from mentorlog.model.entries import Action, Entry, Feedback, Visibility
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.reviews import Comment, Mentee, MenteeEntry, MenteeStatus

Comments = Mapping[int, tuple[Comment, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentees:
    """All mentees at a glance, whose packet came last first; `is_waiting` where only those who wait were asked for."""

    standings: tuple[MenteeStatus, ...]
    today: date
    is_waiting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTimeline:
    """A mentee's timeline, or a part of it. `comments` are those to each entry by its number; `sources` is where each
    entry comes from. `is_since` says that only what is new or changed since the mentor's last answer was asked for.
    """

    standing: MenteeStatus
    timeline: Timeline
    comments: Comments
    sources: Mapping[int, MenteeEntry]
    is_since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReview:
    """One entry of a mentee in full; `earlier` is what it said in older packets, oldest first, with the day of each."""

    mentee: Mentee
    detail: Detail
    source: MenteeEntry
    comments: tuple[Comment, ...]
    earlier: tuple[tuple[date, Entry], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPreview:
    """What goes out to a mentee: each entry with its comments. `by` is who answers; `note_count` counts what stays."""

    mentee: Mentee
    by: str
    packet: str
    parts: tuple[tuple[Entry, tuple[Comment, ...]], ...]
    note_count: int


def with_mentee_as_owner(shown: Iterable[MenteeEntry], mentee: Mentee) -> tuple[MenteeEntry, ...]:
    """The entries as a mentor reads them: what is the mentee's own carries their name."""
    return tuple(replace(one, entry=_owned(one.entry, Person(name=mentee.name, uid=mentee.name))) for one in shown)


def without_visibility(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries without who may read them: all that came was given to this mentor."""
    return tuple(replace(entry, visibility=Visibility.PRIVATE) for entry in entries)


def own_comment_numbers(shown: Iterable[MenteeEntry], comments: Iterable[Comment]) -> set[int]:
    """The numbers of the entries that are this mentor's own comments, come back in a later packet."""
    uids = {one.entry.uid: one.entry.number for one in shown}
    said = {(uids.get(comment.entry), comment.text, comment.answers) for comment in comments if comment.reply}
    return {
        one.entry.number
        for one in shown
        if isinstance(one.entry, Feedback) and (one.entry.about, one.entry.text, one.entry.answers) in said
    }


def comments_by_entry(shown: Iterable[MenteeEntry], comments: Iterable[Comment]) -> Comments:
    """The comments to each entry, by its number, as they were written."""
    numbers = {one.entry.uid: one.entry.number for one in shown}
    found: dict[int, list[Comment]] = defaultdict(list)
    for comment in comments:
        found[numbers[comment.entry]].append(comment)
    return {number: tuple(those) for number, those in found.items()}


def _owned(entry: Entry, mentee: Person) -> Entry:
    return replace(entry, owner=mentee) if isinstance(entry, Action) and not entry.owner else entry
