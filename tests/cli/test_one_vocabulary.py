"""One vocabulary: how far a goal is, that a day is past and what happened are said in the same words everywhere."""

from pathlib import Path

import pytest

from tests.conftest import Program


@pytest.fixture
def both(mentorlog: Program) -> Program:
    """Goal 1 was counted and then put at a percentage; Ánh, who was met in session 2, may read both."""
    mentorlog("goal", "add", "Six talks", "--target", "6", "-a", "growth", "--visibility", "mentor")
    mentorlog("session", "add", "We spoke.", "--with", "Ánh", "--goal", "1", "--visibility", "mentor")
    mentorlog("goal", "checkin", "1", "--count", "2")
    mentorlog("goal", "checkin", "1", "--percent", "50")
    return mentorlog


@pytest.mark.parametrize(
    "words",
    [
        ("show", "1"),
        ("goal", "list"),
        ("goal", "story", "1"),
        ("progress",),
        (),
        ("export", "year", "2026", "--to", "md", "-o", "-"),
        ("export", "year", "2026", "--to", "html", "-o", "-"),
        ("timeline", "--to", "md", "-o", "-"),
    ],
)
def test_a_goal_is_as_far_wherever_it_is_told(words: tuple[str, ...], both: Program) -> None:
    said = both(*words).out.replace("\u00a0%", " %").replace(" percent", " %")
    assert "50 %, 2 of 6" in said


def test_a_packet_says_how_far_as_well(both: Program, tmp_path: Path) -> None:
    done = both("share", "make", "--with", "Ánh", "-o", str(tmp_path), "--json")
    assert "50\u00a0%, 2 of 6" in next(tmp_path.glob("*.html")).read_text("utf-8"), done.err


def test_plain_lines_say_that_a_day_is_past(mentorlog: Program) -> None:
    mentorlog("action", "add", "Write to Rosa", "--due", "2026-05-29")
    later = {"MENTORLOG_TODAY": "2026-07-01"}
    assert "Was due on 29 May." in mentorlog("show", "1", env=later).out.splitlines()
    assert "Due on 29 May." in mentorlog("show", "1").out.splitlines()


def test_one_event_has_one_word(mentorlog: Program) -> None:
    mentorlog("action", "add", "Write to Rosa")
    mentorlog("action", "done", "1", "--worked")
    assert mentorlog("action", "reopen", "1").out.startswith("Action 1 reopened on ")
    mentorlog("goal", "add", "Lead one project", "--on", "2026-03-10")
    for verb, word in (("pause", "paused"), ("resume", "resumed"), ("drop", "dropped")):
        assert mentorlog("goal", verb, "2").out.startswith(f"Goal 2 {word} on ")
    year = mentorlog("export", "year", "2026", "--to", "md", "-o", "-").out
    for said in (mentorlog("show", "1").out, mentorlog("show", "2").out, mentorlog("goal", "story", "2").out, year):
        assert not [word for word in ("let go", "taken up again", "opened again", "open again") if word in said.lower()]
    assert "reopened" in mentorlog("show", "1").out
    assert "resumed" in mentorlog("goal", "story", "2").out
    assert "Dropped" in year
