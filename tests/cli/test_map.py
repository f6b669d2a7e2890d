"""map: who helps with what, and where nobody does yet."""

import pytest

from tests.conftest import Program


def test_cells_are_counted_from_entries(lived_in: Program) -> None:
    lived_in("area", "pause", "community")
    found = lived_in("map", "--json").json()
    assert found["people"] == ["Ánh", "Mie 美恵"]
    assert found["cells"] == [
        {"area": "identity", "person": "Ánh", "entries": 3, "last": "2026-01-15"},
        {"area": "validation", "person": "Ánh", "entries": 3, "last": "2026-01-15"},
        {"area": "growth", "person": "Mie 美恵", "entries": 1, "last": "2026-02-10"},
    ]
    assert found["unmet"] == ["networking", "intersectionality", "role-modeling", "coping", "advocacy"]
    assert found["areas"] == sorted([*found["unmet"], "identity", "validation", "growth"], key=found["areas"].index)
    assert "community" not in lived_in("map").out


def test_a_cell_says_what_the_timeline_lists(lived_in: Program) -> None:
    for cell in lived_in("map", "--json").json()["cells"]:
        listed = lived_in("timeline", "--all", "-a", cell["area"], "--with", cell["person"], "--json").json()
        assert (cell["entries"], cell["last"]) == (listed["total"], listed["entries"][-1]["on"])


@pytest.mark.parametrize(
    ("filters", "cells", "unmet"),
    [
        (("2026-02",), [("growth", 1)], 8),
        (("--in", "2025"), [], 9),
        (("--with", "anh", "--kind", "session"), [("identity", 1), ("validation", 1)], 7),
        (("-a", "growth,coping"), [("growth", 1)], 1),
        (("--visibility", "mentor"), [("identity", 1), ("validation", 1)], 7),
    ],
)
def test_filters(filters: tuple[str, ...], cells: list[tuple[str, int]], unmet: int, lived_in: Program) -> None:
    found = lived_in("map", *filters, "--json").json()
    assert [(cell["area"], cell["entries"]) for cell in found["cells"]] == cells
    assert len(found["unmet"]) == unmet


def test_nobody_yet(mentorlog: Program) -> None:
    assert mentorlog("map").out.splitlines()[0] == "identity: nobody yet."
    assert len(mentorlog("map", "--json").json()["unmet"]) == 9


def test_what_can_t_be_right(lived_in: Program) -> None:
    assert lived_in("map", "2026", "--in", "2026").exit == 2
    assert lived_in("map", "--with", "nobody").exit == 3
