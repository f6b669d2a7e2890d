"""Areas, frameworks and starter questions in the user's own language, wherever they show."""

import json
from pathlib import Path

import pytest

from tests.conftest import Program

AREA, OWN, STARTER = "Bản sắc", "هوية", "ماذا تعلمت؟"
ASKED, OF_GOAL = "무슨 일이 있었나요?", "Được gì?"
FRAMEWORKS = f"""
[driscoll]
questions = [{{ key = "what", words = "{ASKED}", spine = "happened" }}]

[woop]
for = "goal"
questions = [{{ key = "wish", words = "Ước gì?", option = "text" }}, {{ key = "outcome", words = "{OF_GOAL}" }}]

["tuần"]
questions = [{{ key = "nhẹ", words = "Điều gì nhẹ nhàng?" }}]

[starters]
growth = ["{STARTER}"]
"""


@pytest.fixture
def worded(mentorlog: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A journal whose areas and questions were put into other languages after it was begun."""
    monkeypatch.chdir(home)
    mentorlog("person", "add", "Ánh")
    mentorlog("reflect", "Before.", "-a", "identity", "--with", "Ánh", "--visibility", "mentor")
    mentorlog("area", "edit", "identity", "--name", AREA)
    mentorlog("area", "edit", "growth", "--name", OWN, "--about", "النمو")
    own = home / "config" / "mentorlog" / "frameworks.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(FRAMEWORKS, "utf-8")
    mine = ("--with", "Ánh", "--visibility", "mentor")
    mentorlog("reflect", "--using", "driscoll", "--fill", "what=만났다", "-a", "growth", *mine)
    mentorlog(
        "goal", "add", "--using", "woop", "--fill", "wish=Nói to", "--fill", "outcome=Nghe", "-a", "growth", *mine
    )
    return mentorlog


def test_answers_have_them(worded: Program) -> None:
    assert AREA in worded("reflect", "Again.", "-a", "identity").err
    for words in (["progress"], ["map"], ["show", "1"]):
        assert AREA in worded(*words).out
    shown = worded("show", "2", "3").out
    assert OWN in shown
    assert f"Question: {ASKED}" in shown
    assert f"Question: {OF_GOAL}" in shown
    assert [
        area["name"] for area in worded("area", "list", "--json").json()["areas"] if area["area"] == "identity"
    ] == [AREA]


def test_so_do_documents_for_every_reader(worded: Program) -> None:
    for form in ("html", "md"):
        for reader in ("self", "mentor"):
            document = worded("export", "year", "--to", form, "--for", reader, "-o", "-").out
            for words in (AREA, OWN, ASKED, OF_GOAL):
                assert words in document, (form, reader, words)
            assert "Cultural identity" not in document
    worded("timeline", "--to", "html", "-o", "timeline.html")
    assert AREA in Path("timeline.html").read_text("utf-8")


def test_so_does_a_packet_and_whoever_reads_it(worded: Program) -> None:
    packet = worded("share", "make", "--with", "Ánh", "-o", "out", "--json").json()["files"]
    for file in packet:
        page = Path(file).read_text("utf-8")
        assert AREA in page
        assert ASKED in page
        assert "Cultural identity" not in page
    received = json.loads(Path(next(file for file in packet if file.endswith(".json"))).read_text("utf-8"))
    assert {area["slug"]: area["name"] for area in received["areas"]} == {"identity": AREA, "growth": OWN}
    worded("--journal", "mentor.db", "init")
    mentor = ("--journal", "mentor.db", "review")
    worded(*mentor, "import", next(file for file in packet if file.endswith(".json")))
    assert AREA in worded(*mentor, "show", "mentee", "1").out


def test_starters_are_asked_in_them(worded: Program) -> None:
    assert STARTER in worded("reflect", "--questions", "--starter", "-a", "growth").out
    assert worded("reflect", "--using", "tuần", "--fill", "nhẹ=Trà").exit == 0
    for slug in ("identity", "networking", "validation", "intersectionality", "role-modeling", "coping", "advocacy"):
        worded("area", "pause", slug)
    worded("area", "pause", "community")
    worded("person", "add", "Mie 美恵")
    assert f"To begin with: {STARTER}" in worded("prep", "--with", "mie").out
    assert STARTER in worded("prep", "--with", "mie", "--to", "md").out
