"""share allow, share withhold: who may read what."""

import pytest

from tests.cli.sharing_samples import make_tender, write_entries
from tests.conftest import Program


@pytest.fixture(autouse=True)
def entries(mentorlog: Program) -> None:
    write_entries(mentorlog)


def visibility(mentorlog: Program, number: int) -> str:
    return str(mentorlog("show", str(number), "--json").json()["visibility"])


def test_allows_by_number_and_is_taken_back(mentorlog: Program) -> None:
    done = mentorlog("share", "allow", "mentor", "2")
    assert done.out == "A mentor may read 1 entry: 2.\n"
    assert "Nothing left this machine. Take it back: mentorlog undo" in done.err
    assert visibility(mentorlog, 2) == "mentor"
    assert mentorlog("undo").out.startswith("Undone: share allow 2")
    assert visibility(mentorlog, 2) == "private"


def test_allows_by_filter_what_is_not_allowed_yet(mentorlog: Program) -> None:
    done = mentorlog("share", "allow", "public", "--kind", "reflection", "--json").json()
    assert (done["visibility"], done["entries"], done["unchanged"], done["dry_run"]) == ("public", [2, 3], [], False)
    assert mentorlog("share", "allow", "mentor", "--all", "--json").json()["entries"] == []
    assert visibility(mentorlog, 4) == "public"  # which mentors may read already


def test_a_dry_run_changes_nothing(mentorlog: Program) -> None:
    done = mentorlog("share", "allow", "mentor", "--all", "--dry-run")
    assert done.out == "Would change: a mentor may read 1 entry: 2.\n"
    assert "Nothing was changed." in done.err
    assert visibility(mentorlog, 2) == "private"


def test_withholds(mentorlog: Program) -> None:
    done = mentorlog("share", "withhold", "1..3", "4", "5")
    assert done.out == "Only you may read 4 entries: 1 and 3..5.\n"
    assert "can't be called back" in done.err
    again = mentorlog("share", "withhold", "1")
    assert (again.exit, again.out) == (0, "Nothing to change: only you may read 1 entry already.\n")


def test_many_are_counted(mentorlog: Program) -> None:
    for number in range(22):
        mentorlog("reflect", f"Thought {number}.")
    done = mentorlog("share", "allow", "mentor", "--all")
    assert "  and 3 more" in done.err


def test_tender_entries_are_told(mentorlog: Program) -> None:
    make_tender(2)
    assert "Tender, and in no packet all the same: 2" in mentorlog("share", "allow", "mentor", "2").err


@pytest.mark.parametrize(
    ("line", "exit_code"),
    [
        ("allow private 1", 2),
        ("allow nobody 1", 2),
        ("allow mentor", 2),
        ("withhold", 2),
        ("withhold 1 -a growth", 2),
        ("withhold 1 --all", 2),
        ("allow mentor 99", 3),
        ("allow mentor --with Nobody", 3),
    ],
)
def test_what_can_not_be_right(mentorlog: Program, line: str, exit_code: int) -> None:
    assert mentorlog("share", *line.split()).exit == exit_code
