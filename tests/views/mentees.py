"""A made-up mentee, and the figures that the views draw of her. Today is Thursday 12 March 2026."""

from collections.abc import Callable
from dataclasses import replace

from mentorlog.insights.home import Home
from mentorlog.insights.listing import Detail
from mentorlog.insights.review import EntryReview, Mentees, ReplyPreview, ReviewTimeline
from mentorlog.insights.timeline import timeline
from mentorlog.model.entries import Answer, Entry, Question
from mentorlog.model.frameworks import parse_library
from mentorlog.model.reviews import Comment, Mentee, MenteeEntry, MenteeStatus
from tests.views.figures import ANH, HEARD, LEAD, PACKET, SEND, TODAY, day, first_home, lived_in_home

LAN = Mentee(name="Lan", number=1)
BAO = Mentee(name="Bảo Trần", number=2)
ASKED_BACK = Question(number=150, on=day(3, 9), text="Why?", answered_in=139, people=(ANH,))
WAITING = MenteeStatus(
    mentee=LAN, packets=4, entries=41, new=3, since=day(3, 8), last=day(3, 11), answered=day(3, 8), unsent=2
)
FIRST = MenteeStatus(mentee=BAO, packets=1, entries=1, new=1, since=None, last=day(1, 2), answered=None, unsent=0)
QUIET = replace(WAITING, mentee=Mentee(name="김하늘", number=3), new=0, unsent=0)
SAID = Comment(
    number=1, on=day(3, 8), text="Say I once in the first sentence, and again where they look away.", reply=1
)
NOTED = Comment(number=2, on=day(3, 8), text="Ask about her sister.", is_note=True)
ASKS = Comment(number=3, on=day(3, 9), text="What would you do now?", is_question=True)
CONCRETE = Comment(
    number=4,
    on=day(3, 9),
    framework="sbi",
    answers=parse_library()
    .find("sbi", "comment")
    .answers(dict.fromkeys(("situation", "behaviour", "impact", "next"), "In the meeting.")),
)


def shown(*entries: Entry) -> dict[int, MenteeEntry]:
    return {
        entry.number: MenteeEntry(
            entry=entry, digest="", sender_number=entry.number, packet=1, is_new=place == 0, has_changed=place == 1
        )
        for place, entry in enumerate(entries)
    }


def mentees(*standings: MenteeStatus, is_waiting: bool = False) -> Mentees:
    return Mentees(standings=standings, today=TODAY, is_waiting=is_waiting)


def reading(
    *entries: Entry, standing: MenteeStatus = WAITING, total: int = 41, is_since: bool = False
) -> ReviewTimeline:
    return ReviewTimeline(
        standing=standing,
        timeline=timeline(entries, (), (LEAD,), total=total, period=None, today=TODAY),
        comments={138: (SAID, NOTED), 139: (ASKS, CONCRETE)},
        sources=shown(*entries),
        is_since=is_since,
    )


def close(entry: Entry = HEARD, *comments: Comment) -> EntryReview:
    return EntryReview(
        mentee=LAN,
        detail=Detail(entry=entry, today=TODAY, about=PACKET),
        source=shown(entry)[entry.number],
        comments=comments,
        earlier=((day(2, 1), replace(entry, text="I heard them.")),),
    )


def answering(*comments: Comment) -> ReplyPreview:
    return ReplyPreview(
        mentee=LAN, by="Ánh", packet="7f3a" * 8, parts=((HEARD, comments), (PACKET, (SAID,))), note_count=1
    )


def mentors_home() -> Home:
    return replace(first_home(), mentees=(WAITING, FIRST, QUIET, FIRST))


def both_home() -> Home:
    return replace(lived_in_home(), mentees=(QUIET,))


READ = (replace(PACKET, text="Line by line."), HEARD, SEND, ASKED_BACK)


FROM_TEXT: dict[str, Callable[[str], object]] = {
    "mentees": lambda words: mentees(replace(WAITING, mentee=Mentee(name=words))),
    "review_timeline": lambda words: replace(
        reading(*(replace(entry, text=words) for entry in READ), standing=replace(WAITING, mentee=Mentee(name=words))),
        comments={138: (replace(SAID, text=words),), 139: (replace(CONCRETE, answers=(_answer(words),)),)},
    ),
    "entry_review": lambda words: replace(
        close(replace(HEARD, text=words), replace(SAID, text=words)), mentee=Mentee(name=words)
    ),
    "reply_preview": lambda words: replace(
        answering(replace(SAID, text=words)), mentee=Mentee(name=words), by=words, packet="7f3a"
    ),
    "home:mentees": lambda words: replace(mentors_home(), mentees=(replace(WAITING, mentee=Mentee(name=words)),)),
}


def _answer(words: str) -> Answer:
    return Answer(key="impact", question=words, text=words)
