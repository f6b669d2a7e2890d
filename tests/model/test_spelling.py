"""What is a slip of the fingers, and what another name."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.model.spelling import is_typo, suggest
from tests.entries import examples

names = st.text("abcdeăễ梢", min_size=3, max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant", "is_one"),
    [
        ("lin", "linh", True),
        ("linhh", "linh", True),
        ("xlinh", "linh", True),
        ("inh", "linh", True),
        ("lihn", "linh", True),
        ("ilnh", "linh", True),
        ("minh", "linh", False),
        ("linh", "linh", False),
        ("li", "lin", False),
        ("il", "li", False),
        ("hnil", "linh", False),
        ("linhab", "linh", False),
        ("lin1", "lin", False),
        ("an-h", "anh", False),
        ("梢梢梢", "梢梢", False),
    ],
)
def test_a_slip_is_one_letter_more_less_or_swapped(typed: str, meant: str, is_one: bool) -> None:
    assert is_typo(typed, meant) is is_one
    assert is_typo(meant, typed) is is_one


@given(name=names, place=st.integers(0, 7), letter=st.sampled_from(string.ascii_lowercase))
@examples(100)
def test_a_replaced_letter_is_no_slip(name: str, place: int, letter: str) -> None:
    place %= len(name)
    assert not is_typo(name[:place] + letter + name[place + 1 :], name)


@given(name=names, place=st.integers(0, 7), letter=st.sampled_from(string.ascii_lowercase))
@examples(100)
def test_an_added_letter_is_a_slip(name: str, place: int, letter: str) -> None:
    assert is_typo(name[:place] + letter + name[place:], name)


def test_words_that_are_spelt_alike_are_near() -> None:
    assert suggest("identiy", ["coping", "identity", "entity"]) == ["identity", "entity"]
    assert suggest("xyz", ["coping"]) == []
