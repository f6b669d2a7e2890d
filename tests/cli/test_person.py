"""person: the people in the journal."""

from pathlib import Path

import pytest

from tests.cli.sharing_samples import feedback, item, make_packet, save_feedback
from tests.conftest import Program


def test_adding_and_listing(mentorlog: Program) -> None:
    answer = mentorlog("person", "add", "Mie 美恵", "--role", "mentor", "--rhythm", "5 weeks")
    assert answer.out == 'Person "Mie 美恵" added. Take it back: mentorlog undo\n'
    mentorlog("session", "add", "Met.", "--on", "2026-03-01")
    [person] = mentorlog("person", "list", "--json").json()["people"]
    assert person == {
        "name": "Mie 美恵",
        "role": "mentor",
        "rhythm": "5 weeks",
        "state": "active",
        "sessions": 1,
        "last": "2026-03-01",
    }
    assert mentorlog("person", "list").out == "Mie 美恵, mentor, 1 session, last on 1 March 2026, about every 5 weeks\n"


def test_changing(mentorlog: Program) -> None:
    mentorlog("person", "add", "Anh", "--role", "mentor")
    answer = mentorlog("person", "edit", "anh", "--name", "Ánh", "--rhythm", "4 weeks")
    assert answer.out == 'Person "Ánh" changed. Take it back: mentorlog undo\n'
    assert mentorlog("person", "edit", "anh", "--role", "", "--json").json() == {
        "schema_version": 1,
        "name": "Ánh",
        "role": "",
        "rhythm": "4 weeks",
        "state": "active",
    }


def test_two_spellings_of_one(mentorlog: Program) -> None:
    mentorlog("session", "add", "One.", "--with", "Mie")
    mentorlog("session", "add", "Two.", "--with", "美恵")
    mentorlog("action", "add", "Three", "--owner", "Mie")
    answer = mentorlog("person", "merge", "Mie", "美恵")
    assert answer.out == 'Person "Mie" merged into "美恵" (2 entries). Take it back: mentorlog undo\n'
    assert [person["name"] for person in mentorlog("person", "list", "--json").json()["people"]] == ["美恵"]
    assert mentorlog("show", "3", "--json").json()["owner"] == "美恵"


def test_a_relationship_may_rest(lived_in: Program) -> None:
    answer = lived_in("person", "pause", "mie")
    assert answer.out == 'Person "Mie 美恵" paused. Take it back: mentorlog undo\n'
    assert [person["state"] for person in lived_in("person", "list", "--json").json()["people"]] == ["paused", "active"]
    assert lived_in("person", "list").out.splitlines()[0].endswith("last on 10 February 2026, paused")
    assert "Last met Mie" not in lived_in().out
    assert lived_in("session", "add", "Only Ánh is left.", "--json").json()["with"] == ["Ánh"]
    assert lived_in("person", "resume", "mie", "--json").json()["state"] == "active"
    assert "Last met Mie" in lived_in().out
    lived_in("undo")
    assert "paused" in lived_in("person", "list").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "Ánh"), 2),
        (("add", " "), 2),
        (("edit", "anh"), 2),
        (("edit", "nobody", "--role", "x"), 3),
        (("edit", "anh", "--name", "Mie"), 2),
        (("edit", "anh", "--name", ""), 2),
        (("resume", "anh"), 2),
        (("pause", "nobody"), 3),
        (("merge", "anh", "Ánh"), 2),
        (("merge", "anh", "nobody"), 3),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, mentorlog: Program) -> None:
    for name in ("Ánh", "Mie"):
        mentorlog("person", "add", name)
    before = mentorlog("person", "list", "--json").out
    answer = mentorlog("person", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert mentorlog("person", "list", "--json").out == before


def test_a_slip_can_be_added_all_the_same(mentorlog: Program) -> None:
    mentorlog("person", "add", "Ánh")
    assert mentorlog("session", "add", "Met.", "--with", "Anhh").exit == 3
    assert mentorlog("person", "add", "Anhh").exit == 0
    assert mentorlog("session", "add", "Met.", "--with", "Anhh", "--json").json()["with"] == ["Anhh"]


def test_a_merge_takes_packets_and_answers_along(mentorlog: Program, tmp_path: Path) -> None:
    mentorlog("session", "add", "Met.", "--with", "Anh T", "--visibility", "mentor")
    mentorlog("reflect", "Alone.", "--visibility", "mentor")
    first = make_packet(mentorlog, tmp_path, to="Anh T")
    mentorlog("person", "add", "Ánh Trần")
    second = make_packet(mentorlog, tmp_path, to="Ánh Trần")
    assert first["reader"] != second["reader"]
    file = save_feedback(tmp_path, feedback(first, item(first, 1, "Good.", "a")))
    mentorlog("feedback", "import", file)

    def readers() -> list[str]:
        return [packet["with"] for packet in mentorlog("share", "list", "--json").json()["packets"]]

    def by() -> list[str]:
        return [entry["by"] for entry in mentorlog("feedback", "list", "--json").json()["entries"]]

    assert mentorlog("person", "merge", "Anh T", "Ánh Trần").exit == 0
    assert (readers(), by()) == (["Ánh Trần"] * 2, ["Ánh Trần"])
    assert mentorlog("feedback", "import", file, "--json").json()["known"] == 1
    assert mentorlog("feedback", "add", "By letter.", "--by", "Ánh", "--theirs", "1").exit == 0
    assert mentorlog("undo").exit == 0
    assert mentorlog("check").exit == 0
    assert mentorlog("undo").out.startswith("Undone: person merge")
    assert (readers(), by()) == (["Anh T", "Ánh Trần"], ["Anh T"])
    assert mentorlog("redo").exit == 0
    assert (readers(), by()) == (["Ánh Trần"] * 2, ["Ánh Trần"])
    assert mentorlog("check").exit == 0
    third = make_packet(mentorlog, tmp_path, to="Ánh")
    assert third["reader"] == second["reader"]
    later = feedback(third, item(third, 1, "Again.", "b"))
    assert mentorlog("feedback", "import", save_feedback(tmp_path, later), "--json").json()["added"] == 1
