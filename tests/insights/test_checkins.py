"""Check-ins side by side: both the first words and the looking back stay."""

from datetime import date

from mentorlog.insights.checkins import checkins
from mentorlog.model.entries import Checkin
from tests.entries import IDENTITY, TODAY

THEN = Checkin(number=1, on=date(2026, 1, 2), rating=2, text="I say half.")
NOW = Checkin(number=2, on=TODAY, rating=4, about=1, then_rating=1)
ONLY_BACK = Checkin(number=3, on=TODAY, about=1, then_words="Quieter.")
ALONE = Checkin(number=4, on=TODAY, about=9, then_rating=3)


def test_what_looks_back_stands_beside_what_it_looks_at() -> None:
    figure = checkins(IDENTITY, (THEN, NOW, ONLY_BACK, ALONE), today=TODAY)
    assert [(one.checkin, one.lookbacks) for one in figure.memories] == [
        (THEN, (NOW, ONLY_BACK)),
        (NOW, ()),
        (ALONE, (ALONE,)),
    ]
