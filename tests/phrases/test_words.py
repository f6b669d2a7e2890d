"""The words that views share."""

from dataclasses import replace

import pytest

from mentorlog.model.entries import Action, Event, EventType, Goal
from mentorlog.model.people import Person
from mentorlog.phrases import goals, words
from tests.views import between
from tests.views import figures as made


@pytest.mark.parametrize(
    ("noun", "count", "said"),
    [
        ("entry", 1, "1 entry"),
        ("entry", 0, "0 entries"),
        ("session", 2, "2 sessions"),
        ("feedback", 2, "2 pieces of feedback"),
    ],
)
def test_counts(noun: str, count: int, said: str) -> None:
    assert words.plural(noun, count) == said


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        ("5 weeks", "about every 5 weeks"),
        ("1 month", "about every month"),
        ("a week", "about every week"),
        ("two months", "about every two months"),
        ("week", "about every week"),
        ("about every 3 weeks", "about every 3 weeks"),
        ("now and then", "now and then"),
        ("", ""),
    ],
)
def test_says_a_rhythm(rhythm: str, said: str) -> None:
    assert words.rhythm(Person(name="Ánh", rhythm=rhythm)) == said


def test_says_whose_feedback_is() -> None:
    assert words.numbered(between.SAYS_I) == "Feedback 142 from Mie 美恵"
    assert words.numbered(replace(between.SAYS_I, owner=None)) == "Feedback 142"


def test_lists_names() -> None:
    assert words.names([]) == ""
    assert words.names([made.ANH]) == "Ánh"
    assert words.names([made.ANH, made.MIE, made.KIM]) == "Ánh, Mie 美恵 and 김하늘"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Yes", "Yes."),
        ("Yes.", "Yes."),
        ('"Why?"', '"Why?"'),
        ("好。", "好。"),
        ('He said "no"', 'He said "no".'),
        ("", ""),
    ],
)
def test_ends_a_sentence_once(said: str, sentence: str) -> None:
    assert words.sentence(said) == sentence


def test_names_whose_an_entry_is() -> None:
    assert [words.numbered(entry) for entry in (made.PACKET, made.INTRODUCE, made.SEND, made.ASKED, made.DINNER)] == [
        "Session 138 with Ánh",
        "Action 141, Ánh",
        "Action 140, yours",
        "Question 143 for Mie 美恵",
        "Reflection 133",
    ]


def test_takes_the_words_from_where_they_are() -> None:
    assert words.headline(made.PACKET) == "The promotion packet"
    assert words.headline(made.GOAL_ENTRY) == "Lead one project end to end"
    assert words.headline(made.DRISCOLL).startswith("I led the meeting. Nobody asked")
    assert words.headline(replace(made.HALF, text="")) == "(no words)"


@pytest.mark.parametrize(
    ("action", "state", "waiting", "waiting_long"),
    [
        (made.READ, "open", "since 14 Jan", "open since 14 January"),
        (made.SEND, "due tomorrow", "due tomorrow", "due tomorrow"),
        (replace(made.SEND, due=made.TODAY), "due today", "due today", "due today"),
        (replace(made.SEND, due=made.day(3, 11)), "was due yesterday", "was due yesterday", "was due yesterday"),
        (replace(made.SEND, due=made.day(2, 20)), "was due 20 Feb", "was due 20 Feb", "was due on 20 February"),
        (replace(made.SEND, due=made.day(1, 2, 2027)), *("due 2 Jan 2027",) * 2, "due on 2 January 2027"),
    ],
)
def test_says_what_an_action_waits_for(action: Action, state: str, waiting: str, waiting_long: str) -> None:
    assert goals.action_state(action, made.TODAY) == state
    assert goals.due_or_since(action, made.TODAY) == waiting
    assert goals.due_or_since_long(action, made.TODAY) == waiting_long


def test_says_what_became_of_an_action() -> None:
    dropped = replace(made.DROPPED, events=(Event(on=made.day(3, 6), what=EventType.DROPPED),))
    assert goals.action_state(made.NAME, made.TODAY) == "done 2 Feb, worked"
    assert goals.action_state(dropped, made.TODAY) == "let go 6 Mar"
    assert goals.action_state(made.DROPPED, made.TODAY) == "let go"
    assert goals.detailed_state(replace(made.NAME, told=True), made.TODAY) == "done 2 Feb, worked, and told"


def test_says_how_any_entry_stands() -> None:
    stands = [goals.state(entry, made.TODAY) for entry in (made.LEAD, made.LET_GO, made.ANSWERED, made.DINNER)]
    assert stands == ["60 %", "let go", "answered in 138", ""]


@pytest.mark.parametrize(
    ("goal", "short", "long", "share"),
    [
        (made.LEAD, "60 %", "60 percent", 0.6),
        (made.FIVE, "2 of 5", "2 of 5", 0.4),
        (made.HOME, "a direction, seen 10 Mar", "a direction, last noticed on 10 March", None),
        (made.UNSEEN, "a direction", "a direction", None),
        (made.UNCOUNTED, "3 so far", "3 so far", None),
        (made.SILENT, "", "", None),
        (replace(made.FIVE, count=9), "9 of 5", "9 of 5", 1),
        (replace(made.FIVE, count=None), "0 of 5", "0 of 5", 0),
    ],
)
def test_says_how_far_a_goal_is(goal: Goal, short: str, long: str, share: float | None) -> None:
    assert goals.goal_state(goal, made.TODAY) == short
    assert goals.goal_state_long(goal, made.TODAY) == long
    assert goals.share(goal) == share
