"""A word of thanks is made of moments that were written down."""

from dataclasses import replace
from datetime import date

from mentorlog.insights.thanks import MAX_MOMENTS, thanks
from mentorlog.model.entries import Action, Reflection, Session
from tests.entries import MEI

DAYS = [date(2026, 1, day) for day in range(1, 29)]
MET = Session(number=1, on=DAYS[0], text="We met.", people=(MEI,))
MEANT = tuple(Reflection(number=10 + at, on=DAYS[at], text="It meant.", people=(MEI,)) for at in range(20))
WORKED = Action(number=50, on=DAYS[1], text="Try it", outcome="worked", people=(MEI,))


def test_reflections_come_first_spread_over_the_time() -> None:
    figure = thanks(MEI, (MET, *MEANT))
    numbers = [entry.number for entry in figure.moments]
    assert (len(numbers), numbers[0], numbers[-1], numbers == sorted(numbers)) == (MAX_MOMENTS, 10, 29, True)


def test_with_few_reflections_sessions_count_too_and_what_has_no_words_never_does() -> None:
    silent = (replace(MET, number=2, text="", on=DAYS[5]), replace(MEANT[3], text=""))
    figure = thanks(MEI, (MET, MEANT[2], *silent))
    assert [entry.number for entry in figure.moments] == [1, 12]
    assert (figure.sessions, figure.first, figure.last) == (2, DAYS[0], DAYS[5])


def test_one_s_own_actions_that_worked() -> None:
    others = (replace(WORKED, number=51, owner=MEI), replace(WORKED, number=52, outcome="did-not-work"))
    figure = thanks(MEI, (WORKED, *others))
    assert [action.number for action in figure.successful_actions] == [50]
    assert (figure.first, figure.moments) == (None, ())
