"""Plurals, lists and sentences."""

import pytest

from mentorlog.phrases import grammar
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
    assert grammar.plural(noun, count) == said


def test_lists_names() -> None:
    assert grammar.names([]) == ""
    assert grammar.names([made.ANH]) == "Ánh"
    assert grammar.names([made.ANH, made.MIE, made.KIM]) == "Ánh, Mie 美恵 and 김하늘"


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
    assert grammar.sentence(said) == sentence
