"""goal: setting goals, and listing them."""

from tests.cli.json_contract import EVENT, KINDS, LISTING, numbers
from tests.conftest import Program


def test_setting_one(mentorlog: Program) -> None:
    answer = mentorlog("goal", "add", "Lead one project", "-a", "growth", "--due", "2026-06-30", "--with", "Ánh")
    assert answer.out == "Goal 1 saved for Thu 12 Mar 2026, today, with Ánh, due Tue 30 Jun 2026.\n"
    assert answer.err.splitlines() == [
        'Person "Ánh" is new in this journal.',
        "  growth · private",
        "Take it back: mentorlog undo",
    ]


def test_its_json(mentorlog: Program) -> None:
    goal = mentorlog(
        *("goal", "add", "Feel at home", "--sign", "I stop explaining", "--sign", "I cook", "--measure", "Sundays"),
        *("--on", "2026-01-02", "--title", "Home", "--visibility", "mentor", "--json"),
    ).json()
    assert set(goal) >= KINDS["goal"] | {"schema_version"}
    assert (goal["status"], goal["due"], goal["percent"], goal["target"]) == ("active", None, None, None)
    assert (goal["signs"], goal["measure"]) == (["I stop explaining", "I cook"], "Sundays")
    [event] = goal["events"]
    assert set(event) >= EVENT
    assert (event["what"], event["on"], event["text"]) == ("created", "2026-01-02", "Feel at home")


def test_a_direction_counts_nothing(mentorlog: Program) -> None:
    refused = mentorlog("goal", "add", "Feel at home", "--sign", "I cook", "--target", "5")
    assert (refused.exit, refused.err.splitlines()) == (
        2,
        [
            "A goal is tracked either by signs or by a number.",
            "Nothing was written.",
            "Leave out --sign or --target.",
        ],
    )
    mentorlog("goal", "add", "Feel at home", "--sign", "I cook")
    assert mentorlog("edit", "1", "--target", "5").exit == 2
    assert mentorlog("edit", "1", "--target", "5", "--sign", "", "--json").json()["target"] == 5


def test_a_due_day_may_be_to_come_and_the_day_itself_may_not(mentorlog: Program) -> None:
    assert mentorlog("goal", "add", "One", "--due", "next fri", "--json").json()["due"] == "2026-03-13"
    assert mentorlog("goal", "add", "Two", "--on", "2026-03-14").exit == 2


def test_listing_by_status(mentorlog: Program) -> None:
    for words in ("active", "reached", "paused", "dropped"):
        mentorlog("goal", "add", words)
    for number, verb in ((2, "reach"), (3, "pause"), (4, "drop")):
        mentorlog("goal", verb, str(number))
    for number, status in enumerate(("active", "reached", "paused", "dropped"), 1):
        found = mentorlog("goal", "list", "--status", status, "--json").json()
        assert (list(found), numbers(found)) == (LISTING, [number])
    assert numbers(mentorlog("goal", "list", "--json").json()) == [1]
    assert numbers(mentorlog("goal", "list", "--status", "all", "--json").json()) == [1, 2, 3, 4]
    assert numbers(mentorlog("goal", "list", "--all", "--json").json()) == [1, 2, 3, 4]
    refused = mentorlog("goal", "list", "--status", "done")
    assert (refused.exit, "active, reached, paused, dropped or all" in refused.err) == (2, True)


def test_a_list_has_one_goal_a_line(mentorlog: Program) -> None:
    mentorlog("goal", "add", "Lead", "--due", "2026-06-30", "-a", "growth")
    mentorlog("goal", "checkin", "1", "--percent", "60")
    assert (
        mentorlog("goal", "list").out
        == "2026-03-12, goal 1, active, 60 percent, due 2026-06-30, growth, private: Lead\n"
    )
