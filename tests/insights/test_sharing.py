"""What goes to a reader: whom it names besides."""

from dataclasses import replace

import pytest

from mentorlog.insights.sharing import naming_others
from mentorlog.model.entries import (
    Action,
    Answer,
    Checkin,
    Entry,
    Event,
    EventType,
    Goal,
    Question,
    Reflection,
    Session,
)
from mentorlog.model.people import Person
from tests.entries import TODAY

ANH, MIE = Person(name="Ánh Trần", uid="a"), Person(name="Mie 美恵", uid="m")
BARE = Reflection(on=TODAY, number=1)


@pytest.mark.parametrize(
    "entry",
    [
        Session(on=TODAY, people=(ANH, MIE)),
        Action(on=TODAY, text="Write", owner=MIE),
        replace(BARE, text="And then MIE laughed."),
        replace(BARE, title="私と美恵さん"),
        replace(BARE, answers=(Answer(key="what", question="What?", text="Mie's turn."),)),
        replace(BARE, feelings=("as mie does",)),
        Goal(on=TODAY, measure="Mie says so"),
        Goal(on=TODAY, signs=("A nod", "Mie nods")),
        Goal(on=TODAY, events=(Event(on=TODAY, what=EventType.CHECKIN, text="With Mie."),)),
        Goal(on=TODAY, events=(Event(on=TODAY, what=EventType.DROPPED, because="Mie left"),)),
        Checkin(on=TODAY, then_words="Before I knew Mie."),
    ],
    ids=range(11),
)
def test_whoever_is_named_anywhere_is_found(entry: Entry) -> None:
    assert naming_others([replace(entry, number=7)], ANH, (ANH, MIE)) == (7,)


@pytest.mark.parametrize(
    "entry",
    [
        BARE,
        replace(BARE, text="Anh said: I am here, premiered, and Tran."),
        Action(on=TODAY, text="Write", owner=ANH),
        Question(on=TODAY, text="Why?", people=(ANH,)),
    ],
    ids=["nothing", "the reader's own name", "the reader's", "for the reader"],
)
def test_the_reader_is_nobody_else(entry: Entry) -> None:
    assert naming_others([replace(entry, number=7)], ANH, (ANH, MIE)) == ()
    assert naming_others([replace(entry, number=7)], ANH, (ANH,)) == ()
