"""What is left of entries and figures without their words."""

from dataclasses import dataclass
from datetime import date

from hypothesis import given

from mentorlog.insights.goal_story import GoalStory, Step
from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.entries import Answer, Entry, Event, EventType, Goal, Reflection
from mentorlog.model.people import Person
from mentorlog.model.redaction import PLACEHOLDER, redact_text
from tests.entries import drafts

REFLECTION = Reflection(
    number=3,
    on=date(2026, 3, 12),
    title="On words",
    text="Clear.",
    areas=DEFAULT_AREAS[:1],
    people=(Person(name="Ánh"),),
    answers=(Answer(key="what", question="What happened?", text="It rained.", spine="happened"),),
    feelings=("light", "proud"),
)


def test_the_words_go_and_the_rest_stays() -> None:
    seen = redact_text(REFLECTION)
    assert (seen.title, seen.text, seen.answers[0].text, seen.feelings) == (
        PLACEHOLDER,
        PLACEHOLDER,
        PLACEHOLDER,
        (PLACEHOLDER, PLACEHOLDER),
    )
    assert (seen.answers[0].question, seen.areas, seen.people) == (
        "What happened?",
        REFLECTION.areas,
        REFLECTION.people,
    )
    assert (seen.number, seen.on) == (3, REFLECTION.on)


def test_nothing_stays_nothing() -> None:
    assert redact_text(Reflection(on=date(2026, 3, 12))) == Reflection(on=date(2026, 3, 12))


def test_however_deep() -> None:
    event = Event(on=date(2026, 3, 12), what=EventType.REWORDED, text="Lead", because="a title is theirs")
    goal = Goal(on=event.on, text="Lead", measure="It ships", signs=("quiet",), events=(event,))
    figure = GoalStory(
        goal=goal, steps=(Step(event=event, before="Be lead", days=3),), evidence=(REFLECTION,), today=event.on
    )
    seen = redact_text({"all": [figure]})["all"][0]
    assert (seen.steps[0].before, seen.steps[0].days, seen.steps[0].event.because) == (PLACEHOLDER, 3, PLACEHOLDER)
    assert (seen.goal.measure, seen.goal.signs, seen.evidence[0].text) == (PLACEHOLDER, (PLACEHOLDER,), PLACEHOLDER)


@given(drafts())
def test_once_veiled_it_stays_so(entry: Entry) -> None:
    assert redact_text(redact_text(entry)) == redact_text(entry)


def test_a_text_that_nobody_classified_is_hidden() -> None:
    @dataclass(frozen=True)
    class Advice:
        lesson: str
        others: tuple[str, ...]
        by_area: dict[str, str]
        name: str = "Mei"

    assert redact_text(Advice("Ask.", ("Wait.",), {"identity": "Stay."})) == Advice(
        PLACEHOLDER, (PLACEHOLDER,), {"identity": PLACEHOLDER}
    )
