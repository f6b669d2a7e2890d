"""The plain form of every view: sentences, one entry or one fact a line."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mentorlog.insights.goal_story import goal_story
from mentorlog.insights.listing import Detail
from mentorlog.model.entries import Entry, Event, EventType, Goal
from mentorlog.views.plain import entries
from tests.views import figures as made
from tests.views.test_terminal import FROM_TEXT, HOSTILE, VIEWS, View, declared, every_view, is_harmless
from tests.views.test_terminal import plain_lines as lines

SIGNS = set("·…━─▁▂▃▄▅▆▇█—–“”")


@every_view
def test_reads(view: View, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(lines(view.name, view.figure)) == snapshot


@every_view
def test_uses_no_signs(view: View) -> None:
    assert set("".join(lines(view.name, view.figure))) & SIGNS == set()


@pytest.mark.parametrize("goal", made.STANDING, ids=lambda goal: str(goal.number))
def test_tells_goals_of_every_kind(goal: Goal, snapshot: SnapshotAssertion) -> None:
    told = lines("goal_story", goal_story(goal, (), today=made.TODAY))
    assert [*told, *lines("detail", Detail(entry=goal, today=made.TODAY)), entries.line(goal)] == snapshot


@pytest.mark.parametrize("name", ["timeline", "listing", "areas", "people", "history", "info", "settings"])
@pytest.mark.parametrize("words", ["one", "one\n\ntwo\r\nthree\u2028four\x0bfive\x85six", HOSTILE])
def test_a_list_has_one_entry_a_line(name: str, words: str) -> None:
    figure = FROM_TEXT[name](words)
    count = {"timeline": 7, "listing": 7, "areas": 2, "people": 3, "history": 1, "info": 2, "settings": 1}[name]
    assert len("\n".join(lines(name, figure)).splitlines()) == count


@pytest.mark.parametrize("name", FROM_TEXT)
@settings(deadline=None, max_examples=25)
@given(words=st.text(alphabet=st.characters() | st.sampled_from("[]/\\\x1b\n\t\u202e 長한 \u0301")))
def test_reads_any_words_harmlessly(name: str, words: str) -> None:
    shown = "\n".join(lines(name.partition(":")[0], FROM_TEXT[name](words)))
    assert [char for char in shown if char != "\n" and not is_harmless(char)] == []


def test_an_empty_list_has_no_line() -> None:
    assert lines("listing", made.listing("Goals")) == []


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (
            made.PACKET,
            "2026-03-05, session 138, with Ánh, 50 minutes, advocacy growth networking, private: The promotion packet.",
        ),
        (
            made.HEARD,
            "2026-03-05, reflection 139, about 138, with Ánh, advocacy growth networking, private: I heard myself say",
        ),
        (made.SEND, "2026-03-05, action 140, about 138, yours, open, due 2026-03-13, private: Send the packet draft"),
        (
            made.NAME,
            "2026-01-14, action 130, about 128, Mie 美恵's, done 2026-02-02, worked, private: Name the reading",
        ),
        (made.DROPPED, "2026-03-05, action 151, about 138, yours, dropped, private: Send the packet draft"),
        (made.FIVE, "2025-10-02, goal 88, active, 2 of 5, networking, mentor may read: Five conversations in policy"),
        (made.HOME, "2025-09-30, goal 74, active, a direction, identity, private: Feel at home in both families"),
        (made.ANSWERED, "2026-03-11, question 150, for Mie 美恵, answered in 138, identity, private: Why? How?"),
    ],
    ids=lambda value: str(value.number) if isinstance(value, Entry) else "",
)
def test_fields_stand_in_one_order(entry: Entry, line: str) -> None:
    assert entries.line(entry).startswith(line)


def test_shows_all_of_an_action() -> None:
    events = (Event(on=made.TODAY, what=EventType.DROPPED, text="Rosa left.", because="she moved"),)
    dropped = replace(made.DROPPED, told=True, people=(made.ANH,), events=events)
    told = lines("detail", Detail(entry=dropped, today=made.TODAY))
    assert told[1:4] == ["With Ánh.", "Dropped.", "Due tomorrow."]
    assert told[-1] == 'On 12 March 2026, dropped, because "she moved": Rosa left.'
    assert "Reported back." in told


def test_shows_an_entry_that_was_put_away() -> None:
    put_away = replace(made.HALF, removed_at="2026-03-12T09:00:00")
    assert "Removed. To bring it back, type: mentorlog restore 23" in lines(
        "detail", Detail(entry=put_away, today=made.TODAY)
    )


def test_shows_what_answers_a_question() -> None:
    assert "Answered in 138." in lines("detail", Detail(entry=made.ANSWERED, today=made.TODAY))


def test_says_where_a_journal_of_your_own_is_before_anything_is_written() -> None:
    told = lines("home", replace(made.first_home(), is_default=False))
    assert "Your journal is the file ~/.local/share/mentorlog/journal.db" in told


def test_says_nothing_of_what_is_not_there() -> None:
    bare = replace(
        made.lived_in_home(),
        is_default=True,
        last_meetings=made.UNMET,
        goals=(made.SILENT,),
        questions=(replace(made.ASKED, people=()),),
        drafts=(),
    )
    told = lines("home", bare)
    assert "Goal 95: Rest" in told
    assert not [line for line in told if "김하늘" in line or "file" in line]
    assert (
        lines("home", replace(bare, last_meetings=(made.LATELY,)))[1] == "Last met 김하늘 on Thursday 12 March, today."
    )


def test_says_when_the_period_is_a_day() -> None:
    assert lines("progress", made.empty_progress())[0] == "Progress on 12 March 2026."


def test_loads_no_rich() -> None:
    """The plain form is for pipes, where every millisecond of a start is felt."""
    names = {f"lists.{room}" for room in ("entries", "journal", "maintenance", "questions", "sharing", "transfer")}
    names |= {f"plain.{view.name}" for view in VIEWS if declared(view.name, view.figure) is None}
    program = "import sys\n" + "\n".join(f"import mentorlog.views.{name}" for name in sorted(names))
    program += "\nprint('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"


def test_counts_no_kind_that_was_not_written() -> None:
    assert lines("progress", replace(made.lived_in_progress(), kinds={"goal": 57}))[2] == "57 goals."
