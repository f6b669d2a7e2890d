"""purge: the one real erasure."""

from pathlib import Path

import pytest

from tests.cli.interactive.test_text_input import drafts
from tests.cli.sharing_samples import ANH, make_packet, write_entries
from tests.cli.terminal import Terminal
from tests.conftest import Program

SENTINEL = b"breathe"


def holds(home: Path) -> list[str]:
    return sorted(path.name for path in home.rglob("*") if path.is_file() and SENTINEL in path.read_bytes())


def test_erased_from_everywhere(lived_in: Program, home: Path) -> None:
    lived_in("reflect", "-", "-a", "nowhere", input="I could breathe. And more")
    lived_in("reflect", "-", "-a", "nowhere", input="Something else")
    lived_in("edit", "3", "I could breathe again.")
    lived_in("edit", "3", "I could breathe.")
    assert holds(home)
    answer = lived_in("purge", "3", "--yes")
    assert answer.exit == 0
    assert answer.out.startswith("Erased: 3")
    assert holds(home) == []
    assert [draft["text"] for draft in drafts(lived_in)] == ["Something else"]
    assert lived_in("show", "3").exit == 3
    assert lived_in("restore", "3").exit == 3


def test_only_what_it_used_to_say(lived_in: Program) -> None:
    lived_in("edit", "3", "Other words.")
    purged = lived_in("purge", "3", "--earlier", "-y", "--json").json()
    assert purged["purged"] == [3]
    assert lived_in("show", "3", "--json").json()["text"] == "Other words."
    assert "breathe" not in lived_in("history", "3", "--json").out
    assert lived_in("purge", "3", "--earlier", "-y").out.startswith("What they used to say is erased: 3")


def test_backups_made_by_hand_are_named(lived_in: Program) -> None:
    made = lived_in("backup", "add", "--json").json()["file"]
    answer = lived_in("purge", "3", "-y")
    assert Path(made).name in answer.err
    assert lived_in("check").exit == 0


def test_it_has_to_be_typed(lived_in: Program) -> None:
    with Terminal("purge", "3") as at:
        at.expect("Reflection 3, Thu 15 Jan 2026.")
        at.answer("Type 3 to go on: ", "3")
        at.answer("Type erase to go on: ", "no")
        at.expect("The confirmation did not match.")
        assert at.ended() == 2
    assert lived_in("show", "3").exit == 0
    with Terminal("purge", "3", "--earlier") as at:
        at.expect("What it used to say will be erased")
        at.answer("Type 3 to go on: ", "3")
        at.answer("Type erase to go on: ", "erase")
        assert at.ended() == 0
    assert lived_in("show", "3").exit == 0


@pytest.mark.parametrize(("words", "code"), [(("3",), 2), (("99", "-y"), 3), (("3", "--json"), 2)])
def test_what_can_t_be_right(words: tuple[str, ...], code: int, lived_in: Program) -> None:
    answer = lived_in("purge", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert lived_in("show", "3").exit == 0


def test_what_undo_took_back_or_was_put_away_is_erased_too(lived_in: Program, home: Path) -> None:
    lived_in("reflect", "A sentence taken back.")
    lived_in("undo")
    lived_in("reflect", "A sentence put away.")
    lived_in("remove", "8")
    with Terminal("purge", "7", "8") as at:
        at.expect("Entry 7, which was undone.")
        at.expect("Reflection 8, Thu 12 Mar 2026.")
        at.answer("Type 7 8 to go on: ", "7 8")
        at.answer("Type erase to go on: ", "erase")
        assert at.ended() == 0
    assert b"A sentence" not in b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert lived_in("check").exit == 0
    assert lived_in("purge", "7", "--yes").exit == 3


def test_former_words_stand_nowhere_and_undo_still_works(lived_in: Program, home: Path) -> None:
    made = lived_in("backup", "add", "--json").json()["file"]
    lived_in("backup", "restore", made)
    Path(made).unlink()
    lived_in("edit", "3", "Other words.", "--on", "2026-01-20")
    assert holds(home)
    assert lived_in("purge", "3", "--earlier", "-y").exit == 0
    assert holds(home) == []
    assert lived_in("undo").exit == 2  # that was the purge
    assert lived_in("undo").exit == 0
    kept = lived_in("show", "3", "--json").json()
    assert (kept["text"], kept["on"]) == ("Other words.", "2026-01-15")
    assert lived_in("check").exit == 0


def test_an_unfinished_correction_and_what_a_crash_left_go_too(lived_in: Program, home: Path) -> None:
    lived_in("edit", "3", "-", "-a", "nowhere", input="Quite other words")
    (home / "state" / "mentorlog" / "drafts" / ".left.part").write_text("I could breathe.")
    (home / "data" / "mentorlog" / "backups" / ".journal-x.db.00.part").write_text("I could breathe.")
    aside = home / "data" / "mentorlog" / "journal.db.damaged-00"
    aside.write_text("noise")
    answer = lived_in("purge", "3", "-y", "--json").json()
    assert answer["unreached"] == [str(aside)]
    assert holds(home) == []
    assert drafts(lived_in) == []


def test_a_draft_of_a_part_of_it_goes_too(lived_in: Program, home: Path) -> None:
    lived_in("edit", "3", "--append", "I could breathe at last.")
    lived_in("reflect", "-", "-a", "nowhere", input="I could breathe at last.")
    assert lived_in("purge", "3", "-y").exit == 0
    assert (holds(home), drafts(lived_in)) == ([], [])


def test_drafts_that_can_t_be_looked_through_are_told(lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    lived_in("reflect", "-", "-a", "nowhere", input="I could breathe at last.")
    monkeypatch.setattr("mentorlog.drafts.list_drafts", refused)
    answer = lived_in("purge", "3", "-y")
    assert answer.exit == 0
    assert "delete them yourself:\n  ~/state/mentorlog/drafts" in answer.out + answer.err


def test_a_draft_of_what_stays_stays(lived_in: Program) -> None:
    lived_in("edit", "3", "These words stay as they are. Those go.")
    lived_in("edit", "3", "These words stay as they are.")
    lived_in("reflect", "-", "-a", "nowhere", input="These words stay as they are.")
    assert lived_in("purge", "3", "--earlier", "-y").exit == 0
    assert len(drafts(lived_in)) == 1


def test_it_says_what_left_already(mentorlog: Program, tmp_path: Path) -> None:
    write_entries(mentorlog)
    tokens = [make_packet(mentorlog, tmp_path)["packet"] for _ in range(2)]
    mentorlog("config", "set", "name", "Lan")
    done = mentorlog("purge", "1", "2", "3", "-y")
    assert "Entries 1 and 3 already left: packet " in done.err
    assert done.err.count(f" for {ANH}, ") == 2
    assert done.err.count("That can't be called back.") == 2
    left = mentorlog("purge", "4", "-y", "--json").json()["left"]
    assert [(one["packet"], one["with"], one["entries"]) for one in left] == [(token, ANH, [4]) for token in tokens]
    assert mentorlog("purge", "5", "-y", "--json").json()["left"] == []
    assert mentorlog("check").exit == 0


def test_what_left_is_said_before_it_is_asked(mentorlog: Program, tmp_path: Path) -> None:
    write_entries(mentorlog)
    make_packet(mentorlog, tmp_path)
    with Terminal("purge", "4") as at:
        at.expect(f"for {ANH}, ")
        at.answer("Type 4 to go on: ", "no")
        at.expect("The confirmation did not match.")
        assert at.ended() == 2


def test_unfinished_writing(mentorlog: Program) -> None:
    assert mentorlog("purge", "draft", "-y").err.startswith("There is no unfinished writing.")
    for words in ("One.", "Two.", "Three."):
        mentorlog("reflect", "-", "-a", "nowhere", input=words)
    assert mentorlog("purge", "draft").exit == 2
    with Terminal("purge", "draft") as at:
        at.expect("A reflection begun on")
        at.answer("Type draft to go on: ", "draft")
        at.answer("Type erase to go on: ", "erase")
        at.expect("Erased: a reflection begun on")
        assert at.ended() == 0
    assert len(drafts(mentorlog)) == 2
    assert mentorlog("purge", "draft", "-y").err == "There is more unfinished writing (1): mentorlog show draft\n"
    assert mentorlog("purge", "draft", "-y", "--json").json()["drafts"] == 1
    assert drafts(mentorlog) == []
    assert mentorlog("purge", "draft", "--earlier", "-y").exit == 2
