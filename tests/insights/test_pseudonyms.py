"""People under other names."""

from datetime import date

import pytest

from mentorlog.insights.pseudonyms import Pseudonymizer, initials
from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Answer, Event, EventType, Reflection
from mentorlog.model.people import Person
from mentorlog.model.readers import Names

DAY = date(2026, 3, 12)
ANH = Person(name="Nguyễn Thị Ánh", role="mentor", rhythm="4 weeks", number=1)
MIE = Person(name="Mie 美恵", number=2)
KIM = Person(name="김하늘", number=3)
OMAR = Person(name="Omar", number=4)


def said(text: str, names: Names, *people: Person) -> str:
    return Pseudonymizer(people or (ANH, MIE, KIM), (OMAR,), names)(Reflection(on=DAY, text=text)).text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nguyễn Thị Ánh", "N. T. Á."),
        ("Mie 美恵", "M. 美."),
        ("김하늘", "김."),
        ("கயல்", "க."),
        ("Kozue 梢", "K."),
        ("梢", "梢."),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize(
    ("text", "as_initials", "as_letters"),
    [
        ("Nguyễn Thị Ánh asked.", "N. T. Á. asked.", "Person A asked."),
        ("Ánh's way, not Ánhs", "Á.'s way, not Ánhs", "Person A's way, not Ánhs"),
        ("美恵さんは言った", "美.さんは言った", "Person Bさんは言った"),
        ("김하늘은 웃었다", "김.은 웃었다", "Person C은 웃었다"),
        ("Ask Omar.", "Ask O..", "Ask somebody."),
        ("Nobody here.", "Nobody here.", "Nobody here."),
    ],
)
def test_names_in_texts(text: str, as_initials: str, as_letters: str) -> None:
    assert said(text, Names.INITIALS) == as_initials
    assert said(text, Names.PSEUDONYMS) == as_letters
    assert said(text, Names.FULL) == text


def test_everything_that_a_user_wrote_is_renamed_and_nothing_else() -> None:
    area = Area(slug="anh", name="Talks with Ánh", about="Ánh")
    entry = Action(
        on=DAY,
        uid="Ánh",
        title="Ánh",
        text="Ánh",
        owner=ANH,
        people=(ANH,),
        areas=(area,),
        events=(Event(on=DAY, what=EventType.DONE, text="Ánh", because="Ánh"),),
    )
    seen = Pseudonymizer((ANH,), (), Names.INITIALS)(entry)
    assert (seen.uid, seen.title, seen.text, seen.status) == ("Ánh", "Á.", "Á.", "open")
    assert seen.people == (Person(name="N. T. Á."),)
    assert seen.owner == Person(name="N. T. Á.")
    assert (seen.areas[0].slug, seen.areas[0].name, seen.areas[0].about) == ("anh", "Talks with Á.", "Á.")
    assert (seen.events[0].text, seen.events[0].because, seen.events[0].what) == ("Á.", "Á.", EventType.DONE)


def test_answers_and_feelings_too() -> None:
    entry = Reflection(on=DAY, answers=(Answer(key="Mie", question="Mie?", text="Mie."),), feelings=("like Mie",))
    seen = Pseudonymizer((MIE,), (), Names.PSEUDONYMS)(entry)
    assert (seen.answers[0].key, seen.answers[0].question, seen.answers[0].text) == ("Mie", "Person A?", "Person A.")
    assert seen.feelings == ("like Person A",)


def test_two_who_would_be_called_the_same_are_told_apart() -> None:
    naming = Pseudonymizer((ANH, Person(name="Nam Tran Ánh")), (), Names.INITIALS)
    assert [naming(person).name for person in (ANH, Person(name="Nam Tran Ánh"))] == ["N. T. Á.", "N. T. Á. 2"]


def test_there_are_letters_for_many() -> None:
    people = [Person(name=f"Name{number}") for number in range(60)]
    naming = Pseudonymizer(people, (), Names.PSEUDONYMS)
    assert [naming(people[at]).name for at in (0, 25, 26, 51, 52)] == [
        *("Person A", "Person Z", "Person AA", "Person AZ", "Person BA"),
    ]


def test_nobody_is_nobody() -> None:
    assert Pseudonymizer((), (), Names.INITIALS)(None) is None
