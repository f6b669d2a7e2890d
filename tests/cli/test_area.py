"""area: the benefit areas."""

import pytest

from tests.conftest import Program

NINE = (
    *("identity", "networking", "validation", "intersectionality", "role-modeling"),
    *("coping", "advocacy", "growth", "community"),
)


def test_the_nine(mentorlog: Program) -> None:
    areas = mentorlog("area", "list", "--json").json()["areas"]
    assert [area["area"] for area in areas] == list(NINE)
    assert {"area", "name", "about", "paused", "entries", "last"} <= set(areas[0])
    assert len(mentorlog("area", "list").out.splitlines()) == 9


def test_one_s_own(mentorlog: Program) -> None:
    answer = mentorlog("area", "add", "Public Speaking", "--about", "Being heard in a room.")
    assert answer.out == "Area public-speaking added. Take it back: mentorlog undo\n"
    assert mentorlog("reflect", "Spoke.", "-a", "public", "--json").json()["areas"] == ["public-speaking"]
    added = mentorlog("area", "add", "Thờ cúng", "--name", "Ancestors", "--json").json()
    assert (added["area"], added["name"], added["paused"]) == ("tho-cung", "Ancestors", False)


def test_naming_pausing_merging(lived_in: Program) -> None:
    renamed = lived_in("area", "edit", "ident", "--name", "Where I belong", "--about", "Home.")
    assert renamed.out == 'Area identity is now "Where I belong". Take it back: mentorlog undo\n'
    assert "Where I belong" in lived_in("reflect", "x", "-a", "ident").err
    assert lived_in("area", "edit", "Where", "--about", "Homes.", "--json").json()["name"] == "Where I belong"
    assert lived_in("area", "pause", "community").out == "Area community paused. Take it back: mentorlog undo\n"
    refused = lived_in("area", "pause", "community")
    assert (refused.exit, refused.err.splitlines()[0]) == (2, "Area community is paused already.")
    assert lived_in("area", "resume", "community", "--json").json()["paused"] is False
    merged = lived_in("area", "merge", "ident", "cop")
    assert merged.out == "Area identity merged into coping (4 entries). Take it back: mentorlog undo\n"
    assert lived_in("timeline", "-a", "cop", "--json").json()["total"] == 4


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("edit", "ident"), 2),
        (("edit", "idenity", "--name", "x"), 3),
        (("edit", "ident", "--name", " "), 2),
        (("add", "identity"), 2),
        (("add", "none"), 2),
        (("add", "!!"), 2),
        (("add", ""), 2),
        (("merge", "ident", "identity"), 2),
        (("merge", "ident", "nowhere"), 3),
        (("pause", "co"), 2),
        (("resume", "ident"), 2),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, mentorlog: Program) -> None:
    before = mentorlog("area", "list", "--json").out
    answer = mentorlog("area", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert mentorlog("area", "list", "--json").out == before
