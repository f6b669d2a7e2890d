"""remove and restore."""

from tests.cli.json_contract import numbers
from tests.conftest import Program


def test_put_away_and_brought_back(lived_in: Program) -> None:
    answer = lived_in("remove", "3")
    assert answer.out == "Reflection 3 removed. Bring it back: mentorlog restore 3\n"
    assert answer.err == "  Its words are still in the file. To erase them: mentorlog purge 3\n"
    assert numbers(lived_in("timeline", "--json").json()) == [1, 2, 4, 5, 6]
    assert lived_in("search", "breathe", "--json").json()["entries"] == []
    assert lived_in("restore", "3").out == "Reflection 3 brought back. Take it back: mentorlog undo\n"
    assert numbers(lived_in("timeline", "--json").json()) == [1, 2, 3, 4, 5, 6]


def test_several(lived_in: Program) -> None:
    assert numbers(lived_in("remove", "1", "3..4", "--json").json()) == [1, 3, 4]
    assert numbers(lived_in("restore", "1..9", "--json").json()) == [1, 3, 4]


def test_the_answer_for_several_is_one_command(lived_in: Program) -> None:
    away = "  Their words are still in the file. To erase them: mentorlog purge 1 3"
    assert lived_in("remove", "1", "3").err.splitlines()[-1] == away
    back = lived_in("restore", "1", "3")
    assert back.out == "Session 1 brought back.\n"
    assert back.err == "Reflection 3 brought back.\nTake it back: mentorlog undo\n"


def test_last(lived_in: Program) -> None:
    assert lived_in("remove", "last", "--json").json()["number"] == 6
    lived_in("remove", "3")
    assert lived_in("remove", "last", "--json").json()["number"] == 5
    assert lived_in("restore", "last", "--json").json()["number"] == 6


def test_what_is_not_there(lived_in: Program) -> None:
    assert lived_in("restore", "last").err.splitlines()[0] == "Nothing is removed."
    refused = lived_in("restore", "3")
    assert (refused.exit, refused.err.splitlines()[0]) == (2, "Entry 3 was not removed.")
    assert lived_in("remove", "99").exit == 3
    assert lived_in("remove", "1", "99").exit == 3
    assert lived_in("timeline", "--json").json()["total"] == 6
    lived_in("remove", "3")
    assert lived_in("remove", "3").err.splitlines()[0] == "Reflection 3 was removed."
