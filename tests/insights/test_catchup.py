"""What is missing: at most three questions, one of each sort first, none about what rests."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mentorlog.insights.catchup import Catchup, catchup, recent_period
from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.entries import Action, Session
from mentorlog.model.people import Person
from mentorlog.model.tallies import LastMeeting

TODAY = date(2026, 3, 12)
ANH = Person(name="Ánh", rhythm="4 weeks")
MIE = Person(name="Mie 美恵", rhythm="5 weeks")
IDENTITY = DEFAULT_AREAS[0]
SESSION = Session(number=1, on=date(2026, 3, 5), people=(ANH,), areas=(IDENTITY,))
ACTION = Action(number=2, on=date(2026, 2, 1), text="Read the essay", due=date(2026, 3, 1), people=(ANH,))
MET = LastMeeting(person=MIE, last=date(2026, 1, 14))
UNMET = (
    "You last met Mie 美恵 on 14 January, 8 weeks ago; your rhythm is 5 weeks. What would you like to ask next time?"
)
RESTING = replace(ANH, state="paused")


def asked(
    sessions: tuple[Session, ...] = (),
    actions: tuple[Action, ...] = (),
    met: tuple[LastMeeting, ...] = (),
) -> list[str]:
    return [each.question for each in catchup(sessions, actions, met, unfinished=(), today=TODAY).questions]


def test_one_of_each_sort() -> None:
    assert asked((SESSION,), (ACTION,), (MET,)) == [
        "What did the session with Ánh on 5 March mean to you?",
        'What became of "Read the essay", due on 1 March?',
        UNMET,
    ]


def test_three_at_most_one_of_each_sort_first() -> None:
    many = tuple(replace(SESSION, number=number) for number in (11, 12, 13, 14))
    assert len(asked(many)) == 3
    assert [words[:14] for words in asked(many, (ACTION,))] == ["What did the s", "What became of", "What did the s"]


def test_no_more_sessions_are_taken_than_are_asked_about() -> None:
    taken: list[int] = []

    def sessions() -> Iterator[Session]:
        for number in range(1, 10):
            taken.append(number)
            yield replace(SESSION, number=number, people=(RESTING,) if number == 1 else (ANH,))

    assert len(catchup(sessions(), (), (), unfinished=(), today=TODAY).questions) == 3
    assert taken == [1, 2, 3, 4]


def test_the_newest_session_and_the_oldest_action_first() -> None:
    earlier = replace(SESSION, number=3, on=date(2026, 2, 5), people=(ANH, MIE))
    later = replace(ACTION, number=4, due=date(2026, 3, 11), owner=MIE, text="A list")
    assert (
        asked((SESSION, earlier), (later, ACTION))[2]
        == "What did the session with Ánh and Mie 美恵 on 5 February mean to you?"
    )
    assert asked((), (later, ACTION))[1] == 'What became of "Mie 美恵: A list", due on 11 March?'


def test_nothing_is_missing() -> None:
    alone = replace(SESSION, people=())
    assert asked((), (replace(ACTION, due=TODAY), replace(ACTION, due=None))) == []
    assert asked((alone,)) == ["What did the session on 5 March mean to you?"]
    assert catchup((), (), (), unfinished=(), today=TODAY) == Catchup(today=TODAY, unfinished=(), questions=())


def test_a_rhythm_is_not_yet_over_on_its_last_day() -> None:
    week = replace(MIE, rhythm="a week")
    for days, questions in ((7, 0), (8, 1)):
        tally = LastMeeting(person=week, last=TODAY - timedelta(days=days))
        assert len(asked(met=(tally,))) == questions
    longest = LastMeeting(person=replace(week, name="Rosa"), last=date(2025, 1, 1))
    assert "Rosa" in asked(met=(MET, longest))[0]


def test_nobody_is_missed_who_has_no_rhythm_or_was_never_met() -> None:
    for person, last in (
        (replace(MIE, rhythm=""), date(2025, 1, 1)),
        (replace(MIE, rhythm="when I need it"), date(2025, 1, 1)),
        (MIE, None),
    ):
        assert asked(met=(LastMeeting(person=person, last=last),)) == []


def test_what_rests_is_left_in_peace() -> None:
    paused = replace(IDENTITY, is_paused=True)
    assert asked((replace(SESSION, areas=(paused,)),)) == []
    assert asked((replace(SESSION, areas=(paused, DEFAULT_AREAS[1])),)) != []
    assert asked((replace(SESSION, people=(RESTING,)),)) == []
    assert asked((replace(SESSION, people=(RESTING, MIE)),)) != []
    assert asked((), (replace(ACTION, people=(RESTING,)),)) == []
    assert asked((), (replace(ACTION, people=(), owner=RESTING),)) == []
    assert asked(met=(replace(MET, person=replace(MIE, state="closed")),)) == []


def test_a_quarter_back_counts_as_recent() -> None:
    within = recent_period(TODAY)
    assert TODAY + timedelta(days=1) in within
    assert date(2025, 12, 11) in within
    assert date(2025, 12, 10) not in within
