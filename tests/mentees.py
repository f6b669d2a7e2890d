"""Packets of made-up mentees, as they come to a mentor."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorlog.exchange.packets import packet_json
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Entry,
    Event,
    EventType,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.packets import Packet, packet_entry
from mentorlog.model.people import Person
from tests.entries import IDENTITY, VALIDATION

MENTOR = Person(name="Ánh", uid="Ánh")
MUSIC = Area(slug="music", name="Music")


def uid(number: int) -> str:
    """A uid that is plainly made up."""
    return f"{number:032x}"


def on(month: int, day: int) -> date:
    return date(2026, month, day)


MET = Session(
    number=1,
    uid=uid(1),
    on=on(2, 1),
    text="We compared our grandmothers.",
    people=(MENTOR,),
    areas=(IDENTITY,),
    minutes=45,
)
BREATHED = Reflection(number=2, uid=uid(2), on=on(2, 2), text="I could breathe.", about=1, areas=(IDENTITY, MUSIC))
WRITE = Action(number=3, uid=uid(3), on=on(2, 1), text="Write to Rosa", about=1)
LEAD = Goal(
    number=4,
    uid=uid(4),
    on=on(2, 3),
    text="Lead one project",
    percent=40,
    events=(
        Event(on=on(2, 3), what=EventType.CREATED, text="Lead one project"),
        Event(on=on(3, 1), what=EventType.CHECKIN, percent=40),
    ),
)
FROM_WHERE = Question(number=5, uid=uid(5), on=on(3, 1), text="Where are you really from?", answered_in=2)
LATER = Reflection(number=6, uid=uid(6), on=on(3, 9), text="They said my name.", areas=(VALIDATION,), goals=(4,))
ALL = (MET, WRITE, BREATHED, LEAD, FROM_WHERE)
REWORDED = replace(BREATHED, text="I could breathe, twice.")
NEXT = (MET, WRITE, REWORDED, LEAD, FROM_WHERE, LATER)


EARLY = on(3, 2)


def packet(
    entries: Sequence[Entry] = ALL, *, token: int = 0xA, made: date = EARLY, mentee: str = "Lan", reader: int = 0x999
) -> Packet:
    """A packet that gives these entries to the mentor."""
    seen = [replace(entry, visibility=Visibility.MENTOR) for entry in entries]
    return Packet(
        token=uid(token << 116),
        reader=uid(reader),
        mentee=mentee,
        addressee=MENTOR.name,
        made_on=made,
        areas=tuple(dict.fromkeys(area for entry in entries for area in entry.areas)),
        entries=tuple(packet_entry(entry) for entry in seen),
    )


FIRST = packet()
SECOND = packet(NEXT, token=0xB, made=on(3, 10))
OTHER = packet([MET], token=0xC, made=on(3, 10), mentee="Bảo Trần", reader=0x998)


def written(folder: Path, *packets: Packet) -> list[str]:
    """The packets as files; returns their names."""
    paths = [folder / f"mentorlog-{one.name}.json" for one in packets]
    for path, one in zip(paths, packets, strict=True):
        path.write_text(packet_json(one), encoding="utf-8")
    return [str(path) for path in paths]


def back(entry: Entry, text: str, number: int = 7) -> Feedback:
    """A comment of the mentor that comes back in a later packet."""
    return Feedback(number=number, uid=uid(number), on=on(3, 5), text=text, about=entry.number, owner=MENTOR)
