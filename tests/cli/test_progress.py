"""progress: the figures of a period."""

from tests.cli.json_contract import PROGRESS
from tests.conftest import Program


def test_its_json(lived_in: Program) -> None:
    found = lived_in("progress", "--json").json()
    assert set(found) >= PROGRESS
    assert found["period"] == {"from": "2025-04-01", "until": "2026-03-12"}
    assert (found["entries"], found["sessions"], found["minutes"]) == (6, 2, 45)
    identity = next(area for area in found["areas"] if area["area"] == "identity")
    assert identity == {
        "area": "identity",
        "entries": 3,
        "sessions": 1,
        "reflections": 1,
        "goals": 0,
        "last": "2026-01-15",
    }
    assert found["overlaps"] == [{"areas": ["identity", "validation"], "entries": 3}]
    assert [month["entries"] for month in found["months"]] == [0] * 9 + [3, 2, 1]
    assert found["goals"] == {"active": 1, "reached": 0, "paused": 0, "dropped": 0}
    assert [(person["name"], person["sessions"], person["last"]) for person in found["people"]] == [
        ("Mie 美恵", 1, "2026-02-10"),
        ("Ánh", 1, "2026-01-14"),
    ]


def test_everything(mentorlog: Program) -> None:
    mentorlog("reflect", "long ago", "--on", "2019-05-01")
    assert mentorlog("progress", "--json").json()["entries"] == 0
    found = mentorlog("progress", "--all", "--json").json()
    assert (found["entries"], found["period"]) == (1, {"from": "2019-05-01", "until": "2026-03-12"})


def test_one_fact_a_line(lived_in: Program) -> None:
    lines = lived_in("progress").out.splitlines()
    assert lines[:2] == ["Progress from 1 April 2025 to 12 March 2026.", "6 entries."]
    assert "Area identity: 3 entries, last on 15 January 2026." in lines
