"""Packets and feedback files as tests make them up."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from mentorlog.exchange.packets import packet_json
from mentorlog.insights.sharing import reader_view
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Answer,
    Checkin,
    Entry,
    Event,
    EventType,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
)
from mentorlog.model.packets import FeedbackFile, FeedbackItem, Packet, packet_entry
from mentorlog.model.people import Person
from mentorlog.model.sharing import ReaderNumber
from tests.entries import IDENTITY, TODAY, drafts, texts

OWN = Area(slug="former-name", name="Reading 家")
MEI, ANH = Person(name="Mei", uid="1" * 32), Person(name="Ánh", uid="2" * 32)
TOKEN, READER = "7f3a" + "0" * 28, "c0ff" + "e" * 28
EVERY: tuple[Entry, ...] = (
    Session(
        on=TODAY, time="18:30+01:00", title="First", text="We met.", people=(ANH,), areas=(IDENTITY, OWN), minutes=45
    ),
    Reflection(
        on=TODAY,
        text="Clear.",
        about=1,
        goals=(3,),
        framework="driscoll",
        answers=(Answer(key="what", question="What?", text="That.", spine="happened"),),
        feelings=("proud",),
    ),
    Goal(
        on=TODAY,
        text="Lead.",
        due=date(2026, 6, 30),
        measure="A plan",
        signs=("a nod",),
        target=5,
        percent=0,
        count=2,
        events=(
            Event(on=TODAY, what=EventType.CREATED, text="Lead."),
            Event(on=TODAY, what=EventType.CHECKIN, percent=0, count=2),
        ),
    ),
    Action(on=TODAY, text="Send it.", owner=MEI, due=TODAY, status="done", outcome="worked", told=True, about=1),
    Action(on=TODAY, text="Write it."),
    Question(on=TODAY, text="Why?", people=(ANH, MEI), answered_in=2),
    Checkin(on=TODAY, text="Here.", rating=3, then_rating=2, then_words="Lost."),
    Feedback(on=TODAY, text="Good.", owner=ANH, about=2, is_question=True, packet="f" * 32),
)


def packet(entries: tuple[Entry, ...] = EVERY) -> Packet:
    """A packet of these entries, numbered from 1 as they stand."""
    saved = [replace(entry, number=number) for number, entry in enumerate(entries, start=1)]
    places = {entry.number: ReaderNumber(number=entry.number, uid=f"{entry.number:032x}") for entry in saved}
    seen = [reader_view(entry, places) for entry in saved]
    return Packet(
        token=TOKEN,
        reader=READER,
        mentee="Linh",
        addressee="Ánh",
        made_on=TODAY,
        areas=tuple({area.slug: area for entry in seen for area in entry.areas}.values()),
        entries=tuple(map(packet_entry, seen)),
    )


def document(entries: tuple[Entry, ...] = EVERY) -> bytes:
    return packet_json(packet(entries)).encode()


def linked() -> SearchStrategy[tuple[Entry, ...]]:
    """Entries of every kind that may be about the first, which is a session."""
    first = Session(on=TODAY, text="First.")
    others = st.lists(drafts(people=(MEI, ANH), numbers=(1,)).map(lambda entry: replace(entry, goals=())), max_size=4)
    return others.map(lambda found: (first, *found))


items = st.builds(
    FeedbackItem,
    uid=st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
    number=st.integers(1, 999),
    entry=st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
    digest=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    is_question=st.booleans(),
    text=texts.filter(bool),
    framework=st.sampled_from(["", "sbi"]),
    answers=st.lists(
        st.builds(
            Answer,
            key=st.just("situation"),
            question=st.just("Where?"),
            text=texts.filter(bool),
            spine=st.sampled_from(["", "felt"]),
        ),
        max_size=2,
    ).map(tuple),
    at=st.just("2026-03-12T10:00:00+00:00"),
)
feedback_files = st.builds(
    FeedbackFile,
    reader=st.just(READER),
    packet=st.just(TOKEN),
    by=st.just("Ánh"),
    items=st.lists(items, min_size=1, max_size=3).map(tuple),
)
