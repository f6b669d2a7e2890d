"""Two months with two mentors, by script: what is said of them was worked out by hand."""

import pytest

from tests.conftest import Program

MIE, ANH = ("--with", "Mie"), ("--with", "Ánh")
LINES: tuple[tuple[str, ...], ...] = (
    (  # 1, and 2 and 3, its actions
        *("session", "add", "We spoke of the essay. Mie keeps two answers. I keep none. We laughed.", *MIE),
        *("-a", "identity,role-modeling", "--on", "2026-01-14"),
        *("--action", "Read the essay", "--promised", "Send the reading list"),
    ),
    ("reflect", "I could keep two answers, too.", "--about", "1", "--on", "2026-01-15"),  # 4
    ("goal", "add", "Be made team lead", "-a", "growth", "--on", "2026-01-15"),  # 5
    ("session", "add", "Whose goal is it?", *ANH, "-a", "growth,advocacy", "--goal", "5", "--on", "2026-01-20"),  # 6
    ("goal", "reword", "5", "Lead one project", "--because", "a title is theirs to give", "--on", "2026-01-20"),
    ("goal", "add", "Five conversations", "--target", "5", "-a", "networking", "--on", "2026-01-20"),  # 7
    ("ask", "How do you answer?", *MIE, "--on", "2026-01-25"),  # 8
    ("ask", "What would you do?", "--on", "2026-01-26"),  # 9
    ("goal", "pause", "5", "my father's operation", "--on", "2026-01-28"),
    ("action", "done", "2", "Read it twice.", "--worked", "--on", "2026-02-01"),
    ("goal", "resume", "5", "--on", "2026-02-11"),
    ("goal", "checkin", "5", "I asked for the rollout.", "--percent", "40", "--on", "2026-02-18"),
    (  # 10, and 11, its action
        *("session", "add", "Went through the packet.", *ANH, "-a", "advocacy", "--goal", "5", "--on", "2026-03-05"),
        *("--action", "Send the draft"),
    ),
    ("reflect", "I heard myself say we.", "--about", "10", "--on", "2026-03-05"),  # 12
    ("reflect", "A year ago.", "-a", "validation", "--on", "2025-03-12"),  # 13
    ("area", "checkin", "identity", "Half.", "--rating", "2", "--on", "2026-01-02"),  # 14
    ("area", "checkin", "identity", "Whole.", "--rating", "4", "--then", "1", "--on", "2026-03-10"),  # 15
    ("reflect", "A postcard.", *MIE, "--on", "2026-03-06"),  # 16
    ("person", "edit", "Mie", "--rhythm", "5 weeks"),
    ("person", "edit", "Ánh", "--rhythm", "8 weeks"),
    ("area", "pause", "community"),
)
BLANK = "networking, validation, intersectionality, coping, advocacy and growth"
PREP = [
    "For your next session with Mie, Thursday 12 March 2026.",
    "Last time: Wednesday 14 January, 8 weeks ago, session 1.",
    "Said then: We spoke of the essay.",
    "Said then: Mie keeps two answers.",
    "Said then: I keep none.",
    "To tell Mie, action 2, tried, and it worked on 1 February: Read the essay",
    "Action 3, Mie's, open since 14 January, 8 weeks ago: Send the reading list",
    "Question 8: How do you answer?",
    "Question 9, for anybody: What would you do?",
    "Goal 7, 0 of 5, quiet since 20 January: Five conversations",
    f"If you like, not yet spoken of with Mie: {BLANK}.",
    "To begin with: Who would you like to know a year from now?",
]
MAP = [
    "identity: Mie 4 entries, last on 15 January 2026.",
    "networking: nobody yet.",
    "validation: nobody yet.",
    "intersectionality: nobody yet.",
    "role-modeling: Mie 4 entries, last on 15 January 2026.",
    "coping: nobody yet.",
    "advocacy: Ánh 4 entries, last on 5 March 2026.",
    "growth: Ánh 1 entry, last on 20 January 2026.",
]
STORY = [
    "Goal 5, active, 40 percent: Lead one project",
    (
        'Set on 15 January 2026 as "Be made team lead". Reworded on 20 January to "Lead one project", because '
        '"a title is theirs to give" (6, with Ánh). Paused on 28 January, because "my father\'s operation", and '
        'resumed on 11 February. Checked in on 18 February at 40 percent: "I asked for the rollout."'
    ),
    'On 15 January 2026, set as "Be made team lead".',
    'On 20 January 2026, reworded to "Lead one project", because "a title is theirs to give" (6, with Ánh).',
    'On 28 January 2026, paused, because "my father\'s operation".',
    "On 11 February 2026, resumed.",
    "On 18 February 2026, checked in at 40 percent: I asked for the rollout.",
    "Behind it: 2026-01-20, session 6, with Ánh, advocacy growth, private: Whose goal is it?",
    "Behind it: 2026-03-05, session 10, with Ánh, advocacy, private: Went through the packet.",
]
LOOKBACK = [
    "Today is 51 days after your first session with Ánh, on Tuesday 20 January 2026.",
    "As far along with Mie, around 6 March 2026: 2026-03-06, reflection 16, with Mie, private: A postcard.",
]
TOLD: tuple[tuple[tuple[str, ...], list[str]], ...] = (
    (("prep", *MIE), PREP),
    (("map",), MAP),
    (("goal", "story", "5"), STORY),
    (("timeline", "--lookback", *ANH), LOOKBACK),
    (
        ("timeline", "--lookback"),
        ["A year ago on this day: 2025-03-12, reflection 13, validation, private: A year ago."],
    ),
    (
        ("area", "checkin", "identity", "--list"),
        [
            "2026-01-02, check-in 14, 2 of 5: Half.",
            "2026-01-02, looking back in 15 on 2026-03-10, 1 of 5",
            "2026-03-10, check-in 15, 4 of 5: Whole.",
        ],
    ),
)


@pytest.fixture
def two_months(mentorlog: Program) -> Program:
    for line in LINES:
        assert mentorlog(*line).exit == 0, line
    return mentorlog


def test_what_is_said_is_true(two_months: Program) -> None:
    for words, lines in TOLD:
        assert two_months(*words).out.splitlines() == lines, words
    assert two_months().out.splitlines()[-1] == "For your next session with Mie, type: mentorlog prep --with Mie"


def test_what_is_missing_is_asked(two_months: Program) -> None:
    asked = two_months("catchup", "--json").json()
    assert asked["unfinished"] == []
    assert [question["about"] for question in asked["questions"]] == [6, "Mie"]


def test_it_says_the_same_twice(two_months: Program) -> None:
    everything = [(*words, *form) for words, _ in TOLD for form in ((), ("--json",))]
    for words in (*everything, ("catchup",), ("catchup", "--json"), ("prep", *MIE, "--to", "md"), ()):
        first = two_months(*words, env={"MENTORLOG_TODAY": "2026-03-12"})
        assert first.exit == 0
        assert two_months(*words, env={"MENTORLOG_TODAY": "2026-03-12"}) == first
