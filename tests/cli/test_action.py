"""action: who does what, and what became of it."""

import pytest

from tests.cli.json_contract import KINDS, LISTING, numbers
from tests.conftest import Program


def test_an_action_of_one_s_own(mentorlog: Program) -> None:
    answer = mentorlog("action", "add", "Send the draft to Rosa", "--due", "next fri")
    assert answer.out == "Action 1 saved for Thu 12 Mar 2026, today, due Fri 13 Mar 2026.\n"
    saved = mentorlog("show", "1", "--json").json()
    assert set(saved) >= KINDS["action"] | {"schema_version"}
    assert (saved["owner"], saved["status"], saved["outcome"], saved["due"]) == ("me", "open", "", "2026-03-13")


def test_somebody_else_s(mentorlog: Program) -> None:
    answer = mentorlog("action", "add", "Introduce me to Rosa", "--owner", "Ánh")
    assert answer.err.startswith('Person "Ánh" is new in this journal.\n')
    assert mentorlog("action", "add", "Write", "--owner", "anh", "--json").json()["owner"] == "Ánh"
    assert mentorlog("action", "add", "Read", "--owner", "me", "--json").json()["owner"] == "me"


def test_about_a_session_it_takes_areas_and_people(lived_in: Program) -> None:
    answer = lived_in("action", "add", "Thank her", "--about", "last", "--goal", "5", "--with", "Rosa")
    assert "about session 4" in answer.out
    saved = lived_in("show", "last", "--json").json()
    assert (saved["about"], saved["areas"], saved["with"], saved["goals"]) == (4, ["growth"], ["Rosa"], [5])


def test_what_became_of_it(mentorlog: Program) -> None:
    mentorlog("action", "add", "Write")
    answer = mentorlog("action", "done", "1", "They read it the same day.", "--worked", "--told")
    assert answer.out == ('Action 1 done on Thu 12 Mar 2026, today, and it worked: "They read it the same day."\n')
    shown = mentorlog("show", "1", "--json").json()
    assert (shown["status"], shown["outcome"], shown["told"]) == ("done", "worked", True)
    assert shown["events"][-1]["because"] == "They read it the same day."
    reopened = mentorlog("action", "reopen", "1", "--json").json()
    assert (reopened["status"], reopened["outcome"]) == ("open", "")
    tried = mentorlog("action", "done", "1", "--did-not-work", "--on", "yesterday")
    assert tried.out == "Action 1 done on Wed 11 Mar 2026, yesterday, and it did not work.\n"
    assert mentorlog("action", "drop", "last", "no longer needed", "--json").json()["status"] == "dropped"


def test_listing_by_status(mentorlog: Program) -> None:
    for words in ("one", "two", "three"):
        mentorlog("action", "add", words)
    mentorlog("action", "done", "2")
    mentorlog("action", "drop", "3")
    found = mentorlog("action", "list", "--json").json()
    assert (list(found), numbers(found)) == (LISTING, [1])
    assert numbers(mentorlog("action", "list", "--status", "done", "--json").json()) == [2]
    assert numbers(mentorlog("action", "list", "--all", "--json").json()) == [1, 2, 3]
    assert mentorlog("action", "list", "--status", "active").exit == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("done", "9"), 3),
        (("done", "1"), 3),  # a reflection
        (("add", "Write", "--due", "2026"), 2),
        (("add", "Write", "--owner", "anhh"), 3),
        (("done", "2", "--on", "2027-01-01"), 2),
        (("drop", "two"), 2),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, mentorlog: Program) -> None:
    mentorlog("reflect", "A thought.", "--with", "Ánh")
    mentorlog("action", "add", "Write")
    answer = mentorlog("action", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert mentorlog("timeline", "--json").json()["total"] == 2


def test_the_answer_says_whose_it_is(mentorlog: Program) -> None:
    answer = mentorlog("action", "add", "Introduce me to Rosa", "--owner", "Ánh")
    assert answer.out == "Action 1 saved for Thu 12 Mar 2026, today, to be done by Ánh.\n"
