"""Entries one below the other, and one entry in full."""

from mentorlog.insights.listing import Detail, Listing
from mentorlog.model.entries import Reflection
from tests.entries import TODAY

ENTRY = Reflection(on=TODAY, text="I led the meeting")


def test_a_listing_knows_of_how_many_it_is_a_part() -> None:
    figure = Listing(heading="Reflections", entries=(ENTRY,), total=9, today=TODAY)
    assert (len(figure.entries), figure.total, figure.period) == (1, 9, None)


def test_an_entry_may_stand_alone() -> None:
    figure = Detail(entry=ENTRY, today=TODAY)
    assert (figure.about, figure.under, figure.goals, figure.evidence) == (None, (), (), ())
