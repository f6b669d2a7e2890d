"""timeline --lookback: this time in earlier years, and this point in a relationship."""

import pytest

from tests.conftest import Program


@pytest.fixture
def looked_at(mentorlog: Program) -> Program:
    """mentorlog with entries of this week and day in earlier years; Mie met eight weeks ago, Ánh since two years."""
    for words in (
        ("session", "add", "First with Ánh.", "--with", "Ánh", "--on", "2024-01-10"),
        ("reflect", "As far along.", "--with", "Ánh", "--on", "2024-03-07"),
        ("reflect", "The very day.", "-a", "ident", "--on", "2024-03-12"),
        ("reflect", "That week.", "--on", "2025-03-10"),
        ("reflect", "Another week.", "--on", "2025-03-20"),
        ("session", "add", "First with Mie.", "--with", "Mie", "--on", "2026-01-14"),
        ("reflect", "Today."),
    ):
        assert mentorlog(*words).exit == 0
    return mentorlog


def test_earlier_years(looked_at: Program) -> None:
    assert looked_at("timeline", "--lookback").out.splitlines() == [
        "A year ago this week: 2025-03-10, reflection 4, private: That week.",
        "2 years ago on this day: 2024-03-12, reflection 3, identity, private: The very day.",
    ]


def test_this_point_in_the_relationship(looked_at: Program) -> None:
    assert looked_at("timeline", "--lookback", "--with", "mie").out.splitlines() == [
        "Today is 57 days after your first session with Mie, on Wednesday 14 January 2026.",
        "As far along with Ánh, around 7 March 2024: 2024-03-07, reflection 2, with Ánh, private: As far along.",
    ]
    found = looked_at("timeline", "--lookback", "--with", "mie", "--json").json()
    assert found["relationship"] == {
        "with": "Mie",
        "first": "2026-01-14",
        "days": 57,
        "others": [{"with": "Ánh", "on": "2024-03-07", "entries": [2]}],
    }
    assert (found["total"], found["entries"][0]["number"], found["years"]) == (1, 2, [])


def test_keys_and_filters(looked_at: Program) -> None:
    found = looked_at("timeline", "--lookback", "--json").json()
    assert (found["total"], [entry["number"] for entry in found["entries"]]) == (2, [3, 4])
    assert found["relationship"] is None
    assert found["years"][1] == {
        "years_ago": 2,
        "day": "2024-03-12",
        "week": {"from": "2024-03-11", "until": "2024-03-17"},
        "on_the_day": [3],
        "entries": [3],
    }
    only = looked_at("timeline", "--lookback", "-a", "ident", "--json").json()
    assert [year["entries"] for year in only["years"]] == [[3]]


def test_somebody_never_met_has_no_relationship_to_look_at(looked_at: Program) -> None:
    looked_at("person", "add", "Rosa")
    assert looked_at("timeline", "--lookback", "--with", "rosa", "--json").json()["relationship"] is None


def test_a_period_does_not_go_with_it(looked_at: Program) -> None:
    for words in (("2024",), ("--in", "2024"), ("--since", "2024-01-01")):
        assert looked_at("timeline", *words, "--lookback").exit == 2
    assert looked_at("timeline", "--lookback", "--all", "-n", "1", "--json").json()["total"] == 2


def test_an_empty_journal(mentorlog: Program) -> None:
    answer = mentorlog("timeline", "--lookback")
    assert (answer.exit, answer.out) == (0, "")
