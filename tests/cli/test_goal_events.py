"""goal: what happens to one."""

import pytest

from tests.conftest import Program


@pytest.fixture
def goal(mentorlog: Program) -> Program:
    mentorlog("goal", "add", "Be made team lead", "--on", "2026-01-05", "-a", "growth")
    return mentorlog


def test_a_check_in_says_how_far(goal: Program) -> None:
    answer = goal("goal", "checkin", "1", "The plan has my name on it.", "--percent", "60", "--on", "2026-03-05")
    assert answer.out == "Goal 1 checked in at 60 % for Thu 5 Mar 2026. Take it back: mentorlog undo\n"
    assert answer.err == ""
    shown = goal("show", "1", "--json").json()
    assert (shown["percent"], shown["events"][-1]["text"]) == (60, "The plan has my name on it.")


def test_a_check_in_may_count_or_only_speak(mentorlog: Program) -> None:
    mentorlog("goal", "add", "Five conversations", "--target", "5")
    assert "at 2 of 5" in mentorlog("goal", "checkin", "last", "--count", "2").out
    assert mentorlog("goal", "checkin", "1", "One was long.", "--json").json()["count"] == 2


@pytest.mark.parametrize(
    ("verb", "words", "status"),
    [
        ("reach", "Goal 1 reached on Thu 12 Mar 2026, today.", "reached"),
        ("pause", "Goal 1 paused on Thu 12 Mar 2026, today.", "paused"),
        ("drop", "Goal 1 dropped on Thu 12 Mar 2026, today.", "dropped"),
    ],
)
def test_turns(verb: str, words: str, status: str, goal: Program) -> None:
    answer = goal("goal", verb, "1")
    assert answer.out == f"{words}\n"
    assert answer.err == "Take it back: mentorlog undo      Its story: mentorlog goal story 1\n"
    assert goal("show", "1", "--json").json()["status"] == status
    again = goal("goal", verb, "1")
    assert (again.exit, again.err.splitlines()[0]) == (2, f"Goal 1 is {status} already.")
    assert goal("goal", "resume", "1", "I want it after all", "--json").json()["status"] == "active"


def test_a_reason_is_welcome(goal: Program) -> None:
    answer = goal("goal", "drop", "1", "it was someone else's")
    assert answer.out == 'Goal 1 dropped on Thu 12 Mar 2026, today: "it was someone else\'s".\n'
    assert goal("show", "1", "--json").json()["events"][-1]["because"] == "it was someone else's"


def test_other_words_and_why(goal: Program) -> None:
    changed = goal(
        *("goal", "reword", "1", "Lead one project", "--because", "a title is theirs to give"),
        *("--due", "2026-06-30", "--measure", "It ships", "--on", "2026-02-01", "--json"),
    ).json()
    assert (changed["text"], changed["due"], changed["measure"]) == ("Lead one project", "2026-06-30", "It ships")
    assert [event["text"] for event in changed["events"]] == ["Be made team lead", "Lead one project"]
    assert changed["events"][-1]["because"] == "a title is theirs to give"
    kept = goal("goal", "reword", "1", "Lead two", "--json").json()
    assert (kept["due"], kept["measure"]) == ("2026-06-30", "It ships")


def test_the_story(goal: Program) -> None:
    goal("goal", "pause", "1", "my father's operation", "--on", "2026-02-01")
    goal("goal", "resume", "1", "--on", "2026-03-01")
    goal("session", "add", "Whose goal is it?", "--goal", "1")
    told = goal("goal", "story", "1", "--json").json()
    assert [step["what"] for step in told["steps"]] == ["created", "paused", "resumed"]
    assert [entry["number"] for entry in told["evidence"]] == [2]
    assert "my father's operation" in goal("goal", "story", "1").out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("checkin", "1"), 2, "This check-in is empty."),
        (("checkin", "1", "--percent", "101"), 2, "--percent takes a whole number from 0 to 100."),
        (("checkin", "1", "--percent", "-1"), 2, "--percent takes a whole number from 0 to 100."),
        (("checkin", "1", "--percent", "half"), 2, "--percent takes a whole number."),
        (("checkin", "1", "--count", "-2"), 2, "--count takes a whole number from 0 to 10000."),
        (("checkin", "1", "--percent", "5", "--count", "1"), 2, "A check-in takes --percent or --count, not both."),
        (("checkin", "9", "--percent", "5"), 3, "There is no entry 9."),
        (("checkin", "2", "--percent", "5"), 3, "There is no goal 2: entry 2 is of another kind (reflection)."),
        (("checkin", "3", "--percent", "5"), 2, "Goal 3 is tracked by signs, so it takes no --percent or --count."),
        (("checkin", "3", "--count", "5"), 2, "Goal 3 is tracked by signs, so it takes no --percent or --count."),
        (("checkin", "1..3", "Words"), 2, "Give exactly one entry number."),
        (("pause", "1", "--on", "2025-12-31"), 2, "Goal 1 was set on Mon 5 Jan 2026, after that day."),
        (("reword", "1"), 2, "There are no words yet."),
        (("reword", "1", "Better", "--on", "2027-01-01"), 2, "Fri 1 Jan 2027 is still to come."),
        (("pause", "1", " "), 2, "The text is empty."),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, sentence: str, goal: Program) -> None:
    goal("reflect", "A thought.")
    goal("goal", "add", "Feel at home", "--sign", "I cook")
    before = goal("timeline", "--all", "--json").out
    answer = goal("goal", *words)
    assert (answer.exit, answer.out, answer.err.splitlines()[0]) == (code, "", sentence)
    assert goal("timeline", "--all", "--json").out == before


def test_a_rewording_names_the_session_of_its_day(mentorlog: Program) -> None:
    mentorlog("goal", "add", "Be made team lead", "--on", "2026-01-02")
    mentorlog("session", "add", "Whose goal is it?", "--with", "Ánh", "--goal", "1", "--on", "2026-02-03")
    mentorlog("session", "add", "On our own.", "--with", "none", "--goal", "1", "--on", "2026-03-04")
    mentorlog("goal", "reword", "1", "Lead one project", "--because", "a title is theirs", "--on", "2026-02-03")
    mentorlog("goal", "reword", "1", "Lead it well", "--on", "2026-03-04")
    mentorlog("goal", "reword", "1", "Lead it", "--on", "2026-03-05")
    mentorlog("goal", "checkin", "1", "--percent", "20")
    paragraph, *events = mentorlog("goal", "story", "1").out.splitlines()[1:5]
    assert paragraph == (
        'Set on 2 January 2026 as "Be made team lead". Reworded on 3 February to "Lead one project", because '
        '"a title is theirs" (2, with Ánh). Reworded on 4 March to "Lead it well" (3). Reworded on 5 March to '
        '"Lead it". Checked in on 12 March at 20 percent.'
    )
    assert events == [
        'On 2 January 2026, set as "Be made team lead".',
        'On 3 February 2026, reworded to "Lead one project", because "a title is theirs" (2, with Ánh).',
        'On 4 March 2026, reworded to "Lead it well" (3).',
    ]
    mentorlog("session", "add", "Once more.", "--goal", "1", "--on", "2026-03-04")
    assert 'Reworded on 4 March to "Lead it well". R' in mentorlog("goal", "story", "1").out


def test_a_count_without_a_target_is_told(mentorlog: Program) -> None:
    mentorlog("goal", "add", "Speak up")
    answer = mentorlog("goal", "checkin", "1", "--count", "3")
    assert answer.out == "Goal 1 checked in at 3 so far for Thu 12 Mar 2026, today. Take it back: mentorlog undo\n"


def test_the_latest_number_counts(mentorlog: Program) -> None:
    mentorlog("goal", "add", "Five conversations", "--target", "5")
    mentorlog("goal", "checkin", "1", "--percent", "50")
    mentorlog("goal", "checkin", "1", "--count", "3")
    assert "3 of 5" in mentorlog("goal", "list").out
    mentorlog("goal", "checkin", "1", "Words alone.")
    assert mentorlog("goal", "story", "1", "--json").json()["goal"]["count"] == 3
    mentorlog("goal", "checkin", "1", "--percent", "80")
    assert "80 percent" in mentorlog("goal", "list").out
