"""catchup: what is unfinished and missing, and answering at once."""

from pathlib import Path

import pytest

from tests.cli.interactive.test_text_input import drafts
from tests.cli.terminal import Terminal
from tests.conftest import Program


@pytest.fixture
def behind(mentorlog: Program) -> Program:
    """Session 1 without a reflection, its action 2 past its day, and Mie, not met for long."""
    mentorlog("person", "add", "Mie 美恵", "--rhythm", "5 weeks")
    mentorlog("session", "add", "Spoke.", "--with", "mie", "--on", "2026-01-14")
    mentorlog("action", "add", "Read the essay", "--about", "1", "--on", "2026-01-14", "--due", "2026-02-20")
    return mentorlog


def test_as_json(behind: Program) -> None:
    behind("reflect", "-", "-a", "nonsense", input="Half")
    found = behind("catchup", "--json").json()
    assert list(found) == ["schema_version", "unfinished", "questions"]
    assert [each["kind"] for each in found["unfinished"]] == ["reflection"]
    assert [(each["about"], each["command"]) for each in found["questions"]] == [
        (1, 'mentorlog reflect "…" --about 1'),
        (2, 'mentorlog action done 2 "…"'),
        ("Mie 美恵", "mentorlog ask \"…\" --with 'Mie 美恵'"),
    ]
    assert found["questions"][0]["text"] == "What did the session with Mie 美恵 on 14 January mean to you?"


def test_in_plain(behind: Program) -> None:
    behind("reflect", "-", "-a", "nonsense", input="Half")
    shown = behind("catchup").out.splitlines()
    assert shown[0].startswith("Unfinished: a reflection begun on ")
    assert [line.partition(" To answer, type: ")[2] for line in shown[1:]] == [
        'mentorlog reflect "your words" --about 1',
        'mentorlog action done 2 "your words"',
        "mentorlog ask \"your words\" --with 'Mie 美恵'",
    ]
    assert shown[2].startswith('What became of "Read the essay", due on 20 February? ')
    assert shown[3].startswith("You last met Mie 美恵 on 14 January, 8 weeks ago; your rhythm is 5 weeks. What would")


def test_nothing_is_missing(mentorlog: Program) -> None:
    assert mentorlog("catchup").out == "Nothing is missing.\n"
    assert mentorlog("catchup", "--json").json() == {"schema_version": 1, "unfinished": [], "questions": []}
    with Terminal("catchup") as at:
        assert at.ended() == 0
    assert "Nothing is missing." in at.plain()


def test_a_tender_reflection_is_one_and_paused_is_left_in_peace(behind: Program) -> None:
    behind("reflect", "Kept.", "--about", "1", "--tender")
    assert [each["about"] for each in behind("catchup", "--json").json()["questions"]] == [2, "Mie 美恵"]
    behind("edit", "1", "2", "-a", "coping")
    behind("area", "pause", "coping")
    assert [each["about"] for each in behind("catchup", "--json").json()["questions"]] == ["Mie 美恵"]


def test_the_newest_sessions_are_asked_about_as_the_timeline_has_them(mentorlog: Program) -> None:
    for day, at in (("2026-03-09", "14:40"), ("2026-03-09", "08:35"), ("2026-03-10", "09:00"), ("2025-11-01", "09:00")):
        assert mentorlog("session", "add", "Spoke.", "--on", day, "--at", at).exit == 0
    assert [each["about"] for each in mentorlog("catchup", "--json").json()["questions"]] == [3, 1, 2]
    mentorlog("reflect", "It was good.", "--about", "3")
    mentorlog("ask", "Why?", "--answers", "1")
    assert [each["about"] for each in mentorlog("catchup", "--json").json()["questions"]] == [1, 2]
    mentorlog("remove", "5")
    assert [each["about"] for each in mentorlog("catchup", "--json").json()["questions"]] == [3, 1, 2]


def test_answered_at_once(behind: Program) -> None:
    behind("reflect", "-", "-a", "nonsense", input="Half")
    with Terminal("catchup") as at:
        at.expect("Unfinished")
        at.expect("mentorlog edit draft")
        at.expect("Enter leaves a question for another time.")
        at.answer("mean to you?", "We both knew.")
        at.expect("Reflection 3 saved")
        at.answer("What became of", "never")
        at.expect("can't be read as a day.")
        at.type("done It was short.")
        at.expect("Action 2 done")
        at.answer("What would you like to ask next time?", "Why?")
        at.expect("Question 4 saved")
        assert at.ended() == 0
    reflection, question = behind("show", "3", "4", "--json").json()["entries"]
    assert (reflection["text"], reflection["about"], question["with"]) == ("We both knew.", 1, ["Mie 美恵"])
    action = behind("show", "2", "--json").json()
    assert (action["status"], action["events"][-1]["because"]) == ("done", "It was short.")
    assert len(drafts(behind)) == 1


@pytest.mark.parametrize(
    ("answer", "status", "due"), [("drop", "dropped", "2026-02-20"), ("2026-04-01", "open", "2026-04-01")]
)
def test_an_action_may_be_let_go_or_moved(answer: str, status: str, due: str, behind: Program) -> None:
    with Terminal("catchup", "--plain") as at:
        at.answer("mean to you?: ", "")
        at.answer("words may follow done or drop): ", answer)
        at.answer("next time?: ", "")
        assert at.ended() == 0
    action = behind("show", "2", "--json").json()
    assert (action["status"], action["due"]) == (status, due)


@pytest.mark.parametrize(("key", "code"), [(b"\x03", 130), (b"\x04", 0)])
def test_it_ends_when_one_likes(key: bytes, code: int, behind: Program) -> None:
    with Terminal("catchup") as at:
        at.expect("mean to you?")
        at.press(key)
        assert at.ended() == code
    assert behind("timeline", "--json").json()["total"] == 2


@pytest.mark.usefixtures("behind")
def test_at_a_terminal_without_questions(home: Path) -> None:
    with Terminal("catchup", "--no-input") as at:
        assert at.ended() == 0
    assert "Catching up" in at.plain()
    assert '    mentorlog reflect "…" --about 1' in at.plain()
    assert not (home / "state").exists()
