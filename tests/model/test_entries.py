"""Entries: what makes two of them equal, and what a question is."""

from dataclasses import replace
from typing import Any

import pytest

from mentorlog.model.entries import Question, Reflection, Session
from tests.entries import MEI, NOW, TODAY

ENTRY = Reflection(on=TODAY, text="I led the meeting")


@pytest.mark.parametrize("given", [{"number": 7}, {"uid": "u"}, {"written_at": NOW}, {"changed_at": NOW}])
def test_what_storage_gives_an_entry_does_not_make_it_another(given: dict[str, Any]) -> None:
    assert replace(ENTRY, **given) == ENTRY
    assert len({replace(ENTRY, **given), ENTRY}) == 1


@pytest.mark.parametrize(
    "changed", [{"text": "no"}, {"removed_at": NOW}, {"people": (MEI,)}, {"feelings": ("proud",)}, {"about": 1}]
)
def test_every_other_value_does(changed: dict[str, Any]) -> None:
    assert replace(ENTRY, **changed) != ENTRY


def test_entries_of_two_kinds_are_two() -> None:
    assert Session(on=TODAY, text=ENTRY.text) != ENTRY


def test_a_question_is_open_until_it_is_answered() -> None:
    question = Question(on=TODAY, text="why")
    assert (question.status, replace(question, answered_in=7).status) == ("open", "answered")
