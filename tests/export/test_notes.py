"""An entry as a Markdown note: what stands in its head."""

from mentorlog.export.notes import note
from mentorlog.model.entries import Checkin, Entry, Feedback
from tests.entries import ANH, TODAY


def head(entry: Entry) -> list[str]:
    """The lines between the dashes."""
    return note(entry).split("---\n")[1].splitlines()


def test_feedback_says_by_whom_and_in_which_parts() -> None:
    said = head(Feedback(on=TODAY, number=7, text="Say I.", owner=ANH, framework="sbi", about=3))
    assert {"kind: feedback", f'owner: "{ANH.name}"', 'framework: "sbi"', "about: 3"} <= set(said)
    assert not [line for line in head(Feedback(on=TODAY)) if line.startswith("owner")]


def test_a_check_in_says_where_one_stood() -> None:
    said = head(Checkin(on=TODAY, number=7, rating=4, then_rating=2, then_words="Lost."))
    assert {"rating: 4", "then_rating: 2", 'then_words: "Lost."'} <= set(said)
