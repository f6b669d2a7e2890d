"""reflect: what something meant."""

from tests.cli.json_contract import KINDS
from tests.conftest import Program


def test_a_line(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "I led it", "-a", "ident")
    assert answer.out == "Reflection 1 saved for Thu 12 Mar 2026, today.\n"
    assert answer.err == "  identity · private\nTake it back: mentorlog undo\n"


def test_about_the_last_session_it_takes_areas_and_people(mentorlog: Program) -> None:
    mentorlog("session", "add", "Talked.", "--with", "Ánh", "-a", "ident,valid", "--action", "Write")
    answer = mentorlog("reflect", "I could breathe.", "--about", "last")
    assert answer.out == "Reflection 3 saved for Thu 12 Mar 2026, today, about session 1.\n"
    assert answer.err.startswith("  identity, validation (from session 1) · with Ánh · private\n")
    saved = mentorlog("show", "3", "--json").json()
    assert (saved["about"], saved["areas"], saved["with"]) == (1, ["identity", "validation"], ["Ánh"])


def test_its_own_areas_and_people_count_over_those(mentorlog: Program) -> None:
    mentorlog("session", "add", "Talked.", "--with", "Ánh", "-a", "ident")
    answer = mentorlog("reflect", "Else.", "--about", "1", "-a", "cop", "--with", "Mie")
    assert "  coping · with Mie · private" in answer.err


def test_before_the_first_session_last_is_the_newest_entry(mentorlog: Program) -> None:
    mentorlog("reflect", "First.")
    assert mentorlog("reflect", "Second.", "--about", "last", "--json").json()["about"] == 1
    assert mentorlog("reflect", "Third.", "--about", "7").exit == 3


def test_nothing_to_be_about(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "First.", "--about", "last")
    assert (answer.exit, answer.err.splitlines()[0]) == (3, "There is no entry yet.")


def test_everything_it_has(lived_in: Program) -> None:
    saved = lived_in(
        *("reflect", "Clear, not direct.", "--about", "1", "--goal", "5", "--goal", "5", "--answers", "6"),
        *("--feeling", "tired", "--feeling", "proud", "--title", "On words", "--visibility", "public"),
        *("--on", "2026-03-01", "--at", "9:05", "--json"),
    ).json()
    assert set(saved) >= KINDS["reflection"] | {"schema_version"}
    assert (saved["goals"], saved["feelings"], saved["title"]) == ([5], ["tired", "proud"], "On words")
    assert (saved["visibility"], saved["time"], saved["framework"]) == ("public", "09:05+00:00", "")
    assert saved["also"][0]["answered_in"] == saved["number"]


def test_who_may_read_it_is_said_and_can_be_set_once(mentorlog: Program) -> None:
    assert "mentor may read" in mentorlog("reflect", "a", "--visibility", "m").err
    mentorlog("config", "set", "write.visibility", "public")
    assert "  public" in mentorlog("reflect", "b").err
    assert "  private" in mentorlog("reflect", "c", "--visibility", "private").err
