"""Days and stretches of time in words."""

import pytest

from mentorlog.model.people import Person
from mentorlog.phrases import days


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
    assert days.rhythm(Person(name="Ánh", rhythm=rhythm)) == said
