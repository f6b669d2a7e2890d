"""The page for the next session: what belongs on it, in which order, and what never does."""

from dataclasses import replace
from datetime import date, timedelta

from mentorlog.insights.prep import STALE_AFTER, Prep, PrepInput, prep
from mentorlog.model.entries import Action, Event, EventType, Feedback, Goal, Question, Session
from tests.entries import ANH, IDENTITY, MEI, NETWORKING, TODAY, VALIDATION

DAY = timedelta(days=1)
NOTHING = PrepInput(last_evidence={}, starters={})
DONE = Action(
    number=1, on=TODAY - 20 * DAY, people=(MEI,), status="done", events=(Event(on=TODAY - DAY, what=EventType.DONE),)
)
GOAL = Goal(number=50, on=TODAY - 100 * DAY, events=(Event(on=TODAY - 100 * DAY, what=EventType.CREATED),))


def page(**more: object) -> Prep:
    return prep(MEI, replace(NOTHING, **more), handle="Mei", today=TODAY)  # type: ignore[arg-type]


def test_with_nothing_written_it_is_empty() -> None:
    assert page().is_empty
    assert not page(sessions=(Session(number=1, on=TODAY),)).is_empty


def test_what_ended_and_was_not_told_is_to_tell_the_newest_first() -> None:
    dropped = replace(DONE, number=2, status="dropped", events=(Event(on=TODAY, what=EventType.DROPPED),))
    others = (
        replace(DONE, number=3, told=True),
        replace(DONE, number=4, owner=MEI),
        replace(DONE, number=5, people=(ANH,)),
        replace(DONE, number=6, status="open"),
    )
    found = page(actions=(DONE, dropped, *others))
    assert [(one.action.number, one.on) for one in found.unreported] == [(2, TODAY), (1, TODAY - DAY)]
    assert [action.number for action in found.open_actions] == [6]


def test_open_actions_are_those_of_both_sides() -> None:
    mine = Action(number=1, on=TODAY, people=(MEI,))
    theirs = Action(number=2, on=TODAY, owner=MEI, due=TODAY)
    others = (Action(number=3, on=TODAY), Action(number=4, on=TODAY, people=(ANH,), owner=ANH))
    assert [action.number for action in page(actions=(mine, theirs, *others)).open_actions] == [2, 1]


def test_questions_for_this_person_come_before_those_for_anybody() -> None:
    parked = (
        Question(number=1, on=TODAY),
        Question(number=2, on=TODAY, people=(MEI,)),
        Question(number=3, on=TODAY, people=(ANH,)),
        Question(number=4, on=TODAY, people=(MEI,), answered_in=9),
        Question(number=5, on=TODAY, people=(ANH, MEI)),
    )
    assert [question.number for question in page(questions=parked).questions] == [2, 5, 1]


def test_a_goal_is_quiet_after_six_weeks_without_an_event_or_an_entry() -> None:
    def quiet(day: date) -> list[date]:
        return [one.since for one in page(goals=(GOAL,), last_evidence={50: day}).stale_goals]

    assert quiet(TODAY - STALE_AFTER) == []
    assert quiet(TODAY - STALE_AFTER - DAY) == [TODAY - STALE_AFTER - DAY]
    checked = replace(GOAL, events=(*GOAL.events, Event(on=TODAY, what=EventType.CHECKIN)))
    assert page(goals=(checked,)).stale_goals == ()


def test_goals_with_others_alone_are_left_out_and_the_longest_silence_comes_first() -> None:
    with_anh, later = replace(GOAL, people=(ANH,)), replace(GOAL, number=51, people=(MEI, ANH))
    found = page(goals=(with_anh, later, GOAL), last_evidence={51: TODAY - 50 * DAY})
    assert [one.goal.number for one in found.stale_goals] == [50, 51]


def test_feedback_is_that_of_the_person() -> None:
    feedback = (Feedback(number=1, on=TODAY, owner=MEI), Feedback(number=2, on=TODAY, owner=ANH))
    assert [entry.number for entry in page(feedback=feedback).feedback] == [1]


def test_a_blank_area_is_offered_with_its_question_and_a_paused_one_never() -> None:
    starters = {"networking": ("Whom?", "Why?"), "validation": ("When?",)}
    resting = replace(VALIDATION, is_paused=True)
    found = page(areas=(IDENTITY, NETWORKING, resting), discussed_areas=frozenset({IDENTITY}), starters=starters)
    assert found.suggestion
    assert (found.suggestion.areas, found.suggestion.question) == ((NETWORKING,), "Whom?")
    assert page(areas=(resting,), starters=starters).suggestion is None
    unasked = page(areas=(IDENTITY,), starters=starters).suggestion
    assert unasked
    assert unasked.question == ""
