"""A year in which every field that a user fills holds the same text."""

from datetime import date

from mentorlog.insights.year import YearSummary
from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Answer, Entry, Event, EventType, Question, Reflection, Session
from mentorlog.model.people import Person
from tests.export.years import goal, summary_of


def crafted(text: str) -> YearSummary:
    area = Area(slug="crafted", name=text, about=text)
    person = Person(name=text, role=text, rhythm=text)
    day = date(2025, 5, 5)
    told = goal(
        3,
        text,
        Event(on=day, what=EventType.CREATED, text="Before"),
        Event(on=day, what=EventType.REWORDED, text=text, because=text),
        Event(on=day, what=EventType.CHECKIN, text=text, percent=5),
        measure=text,
        signs=(text,),
        areas=(area,),
    )
    entries: tuple[Entry, ...] = (
        Session(number=1, on=day, title=text, text=text, areas=(area,), people=(person,)),
        Reflection(number=2, on=day, text=text, answers=(Answer(key="", question=text, text=text),), feelings=(text,)),
        told,
        Action(number=4, on=day, text=text, status="done", events=(Event(on=day, what=EventType.DONE, text=text),)),
        Question(number=5, on=day, text=text, people=(person,)),
    )
    return summary_of(entries, (told,), name=text, every=(area,))
