"""init: a journal at a place of one's choice."""

from pathlib import Path

from tests.conftest import Program


def test_at_a_place_of_one_s_choice(mentorlog: Program, home: Path) -> None:
    path = home / "notes" / "mentoring.db"
    answer = mentorlog("--journal", str(path), "init")
    assert answer.out == "A journal was made at ~/notes/mentoring.db.\n"
    assert answer.err == 'Write the first line: mentorlog --journal ~/notes/mentoring.db reflect "…"\n'
    assert path.is_file()
    assert path.stat().st_mode & 0o777 == 0o600
    assert mentorlog("reflect", "x", env={"MENTORLOG_JOURNAL": str(path)}).exit == 0


def test_at_the_usual_place(mentorlog: Program, home: Path) -> None:
    answer = mentorlog("init", "--json")
    assert answer.json()["journal"] == str(home / "data" / "mentorlog" / "journal.db")
    again = mentorlog("init")
    assert (again.exit, again.out) == (2, "")


def test_never_over_anything(mentorlog: Program, home: Path) -> None:
    (home / "letter").write_text("Dear Rosa")
    assert mentorlog("init", "--journal", str(home / "letter")).exit == 2
    assert (home / "letter").read_text() == "Dear Rosa"
    assert mentorlog("init", "--journal", str(home)).exit == 4
