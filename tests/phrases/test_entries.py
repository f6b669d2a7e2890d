"""What an entry is, and the words that stand for it."""

from dataclasses import replace

from mentorlog.phrases import entries
from tests.views import figures as made
from tests.views import prep_figures


def test_says_whose_feedback_is() -> None:
    assert entries.numbered(prep_figures.SAYS_I) == "Feedback 142 from Mie 美恵"
    assert entries.numbered(replace(prep_figures.SAYS_I, owner=None)) == "Feedback 142"


def test_names_whose_an_entry_is() -> None:
    assert [entries.numbered(entry) for entry in (made.PACKET, made.INTRODUCE, made.SEND, made.ASKED, made.DINNER)] == [
        "Session 138 with Ánh",
        "Action 141, Ánh",
        "Action 140, yours",
        "Question 143 for Mie 美恵",
        "Reflection 133",
    ]


def test_takes_the_words_from_where_they_are() -> None:
    assert entries.headline(made.PACKET) == "The promotion packet"
    assert entries.headline(made.GOAL_ENTRY) == "Lead one project end to end"
    assert entries.headline(made.DRISCOLL).startswith("I led the meeting. Nobody asked")
    assert entries.headline(replace(made.HALF, text="")) == "(no words)"
