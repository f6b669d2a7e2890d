"""prep: one page for the next session."""

import pytest

from tests.cli.terminal import Terminal
from tests.conftest import Program

BLANK = "networking, intersectionality, role-modeling, coping, advocacy, growth and community"


@pytest.fixture
def mentored(lived_in: Program) -> Program:
    """The journal of `lived_in`, with what became of an action, and what Ánh promised."""
    for words in (
        ("action", "done", "2", "She answered.", "--worked", "--on", "2026-02-02"),
        ("action", "add", "Send the list", "--owner", "Ánh", "--on", "2026-02-03"),
        ("ask", "What would you do?"),
        ("goal", "add", "Rest more", "--on", "2026-01-02"),
    ):
        assert lived_in(*words).exit == 0
    return lived_in


def test_reads(mentored: Program) -> None:
    assert mentored("prep", "--with", "anh").out.splitlines() == [
        "For your next session with Ánh, Thursday 12 March 2026.",
        "Last time: Wednesday 14 January, 8 weeks ago, session 1.",
        "Said then: Spoke of names.",
        "To tell Ánh, action 2, tried, and it worked on 2 February: Write to Rosa",
        "Action 7, Ánh's, open since 3 February, 5 weeks ago: Send the list",
        "Question 8, for anybody: What would you do?",
        "Goal 9, quiet since 2 January: Rest more",
        f"If you like, not yet spoken of with Ánh: {BLANK}.",
        "To begin with: Who would you like to know a year from now?",
    ]


def test_keys(mentored: Program) -> None:
    found = mentored("prep", "--with", "anh", "--json").json()
    assert list(found) == [
        *("schema_version", "person", "today", "last", "to_tell", "open", "questions", "quiet", "feedback", "offer"),
    ]
    assert (found["last"]["number"], found["to_tell"][0]["ended"], found["open"][0]["days"]) == (1, "2026-02-02", 37)
    assert (found["quiet"][0]["since"], found["offer"]["areas"][0]) == ("2026-01-02", "networking")
    assert mentored("prep", "--with", "anh", "--to", "md", "--json").json() == found


def test_to_paste(mentored: Program) -> None:
    assert mentored("prep", "--with", "anh", "--to", "md").out.splitlines()[:9] == [
        "# For our next session, 12 March 2026",
        "",
        "## Last time, 14 January",
        "",
        "- Spoke of names.",
        "",
        "## To tell you",
        "",
        "- Write to Rosa (tried, and it worked, 2 February): She answered.",
    ]


def test_what_was_told_and_what_is_paused_is_left_out(mentored: Program) -> None:
    mentored("action", "done", "2", "--told")
    mentored("area", "pause", "networking")
    mentored("goal", "pause", "9")
    found = mentored("prep", "--with", "anh", "--json").json()
    assert (found["to_tell"], found["quiet"], found["offer"]["areas"][0]) == ([], [], "intersectionality")


def test_the_only_active_person_needs_no_name(mentored: Program) -> None:
    refused = mentored("prep")
    assert (refused.exit, refused.out) == (2, "")
    assert refused.err.splitlines()[0] == "With whom? There are Ánh, Mie 美恵."
    mentored("person", "pause", "anh")
    assert mentored("prep", "--json").json()["person"] == "Mie 美恵"
    assert mentored("prep", "--with", "anh", "--json").json()["person"] == "Ánh"
    mentored("person", "pause", "mie")
    assert mentored("prep").exit == 2


@pytest.mark.parametrize(
    ("words", "code"), [(("--with", "nobody"), 3), (("--with", "anh", "--to", "html"), 2), ((), 2)]
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, lived_in: Program) -> None:
    answer = lived_in("prep", *words)
    assert (answer.exit, answer.out) == (code, "")


def test_nobody_is_there(mentorlog: Program) -> None:
    answer = mentorlog("prep")
    assert (answer.exit, answer.err.splitlines()[0]) == (2, "There is nobody to meet in this journal.")


@pytest.mark.usefixtures("lived_in")
def test_at_a_terminal_it_asks() -> None:
    with Terminal("prep") as terminal:
        terminal.answer("With whom? (Ánh, Mie 美恵) ", "mie")
        terminal.expect("For your next session with Mie 美恵")
        assert terminal.ended() == 0
    with Terminal("prep") as terminal:
        terminal.answer("With whom?", "")
        assert terminal.ended() == 2
