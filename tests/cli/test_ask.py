"""ask: questions parked for a next session."""

from tests.cli.json_contract import KINDS, LISTING, numbers
from tests.conftest import Program


def test_parking_one(mentorlog: Program) -> None:
    answer = mentorlog("ask", "How did you answer?", "--with", "Mie 美恵", "--with", "Ánh", "-a", "ident")
    assert answer.out == "Question 1 saved for Thu 12 Mar 2026, today, for Mie 美恵 and Ánh.\n"
    saved = mentorlog("show", "1", "--json").json()
    assert set(saved) >= KINDS["question"] | {"schema_version"}
    assert (saved["status"], saved["answered_in"]) == ("open", None)


def test_listing_and_answering(mentorlog: Program) -> None:
    mentorlog("ask", "One?", "--with", "Ánh", "-a", "ident", "--on", "2026-02-01")
    mentorlog("ask", "Two?", "--visibility", "mentor")
    mentorlog("reflect", "With two answers.", "--answers", "1")
    found = mentorlog("ask", "--list", "--json").json()
    assert (list(found), numbers(found)) == (LISTING, [1, 2])
    assert [(entry["status"], entry["answered_in"]) for entry in found["entries"]] == [("answered", 3), ("open", None)]
    for words, expected in (
        (("--with", "anh"), [1]),
        (("-a", "ident"), [1]),
        (("-a", "none"), [2]),
        (("--visibility", "mentor"), [2]),
        (("--in", "2026-02"), [1]),
        (("--since", "2026-03"), [2]),
        (("--until", "2026-02"), [1]),
        (("-n", "1"), [2]),
        (("--all",), [1, 2]),
    ):
        assert numbers(mentorlog("ask", "--list", *words, "--json").json()) == expected
    assert mentorlog("ask", "--list").out.splitlines()[1] == "2026-03-12, question 2, open, mentor may read: Two?"


def test_only_a_question_can_be_answered(mentorlog: Program) -> None:
    mentorlog("reflect", "One.")
    answer = mentorlog("reflect", "Two.", "--answers", "1")
    assert (answer.exit, answer.err.splitlines()[0]) == (
        3,
        "There is no question 1: entry 1 is of another kind (reflection).",
    )
