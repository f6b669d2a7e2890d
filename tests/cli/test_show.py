"""show: entries in full."""

import pytest

from tests.cli.json_contract import KINDS
from tests.conftest import Program


def test_each_kind_gives_the_entry_itself(lived_in: Program) -> None:
    for number, kind in enumerate(("session", "action", "reflection", "session", "goal", "question"), 1):
        shown = lived_in("show", str(number), "--json").json()
        assert (shown["schema_version"], shown["number"], shown["kind"]) == (1, number, kind)
        assert set(shown) >= KINDS[kind]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("1", "3"), [1, 3]),
        (("2..4",), [2, 3, 4]),
        (("last", "1..2", "2"), [6, 1, 2]),
        (("5..900",), [5, 6]),
    ],
)
def test_several(words: tuple[str, ...], expected: list[int], lived_in: Program) -> None:
    found = lived_in("show", *words, "--json").json()
    assert (list(found), [entry["number"] for entry in found["entries"]]) == (["schema_version", "entries"], expected)
    assert "Session 1" in lived_in("show", "1").out


def test_one_of_a_range_is_an_entry_itself(lived_in: Program) -> None:
    assert lived_in("show", "6..7", "--json").json()["number"] == 6


@pytest.mark.parametrize(
    ("word", "code"),
    [("99", 3), ("0", 3), ("#1", 2), ("one", 2), ("1.5", 2), ("-1", 2), ("1...3", 2), ("7..9", 3), ("9" * 30, 2)],
)
def test_numbers_that_are_not_there(word: str, code: int, lived_in: Program) -> None:
    answer = lived_in("show", word)
    assert (answer.exit, answer.out) == (code, "")


def test_in_full(lived_in: Program) -> None:
    areas = "identity validation"
    assert lived_in("show", "1").out.splitlines() == [
        "Session 1 with Ánh, Wednesday 14 January 2026.",
        "45 minutes.",
        "Areas: identity and validation.",
        "Private.",
        "Spoke of names.",
        f"Belongs to it: 2026-01-14, action 2, about 1, yours, with Ánh, open, {areas}, private: Write to Rosa",
        f"Belongs to it: 2026-01-15, reflection 3, about 1, with Ánh, {areas}, mentor may read: I could breathe.",
    ]
    assert "About: 2026-01-14, session 1" in lived_in("show", "3").out


def test_what_was_put_away_says_how_to_bring_it_back(lived_in: Program) -> None:
    lived_in("remove", "3")
    answer = lived_in("show", "3")
    assert (answer.exit, answer.err.splitlines()[0]) == (3, "Reflection 3 was removed.")
    assert answer.err.splitlines()[-1] == "Bring it back: mentorlog restore 3"
