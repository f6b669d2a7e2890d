"""review: a mentor takes packets in, reads them, writes to them, and replies."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mentorlog.exchange.feedback_files import read_feedback
from mentorlog.exchange.packets import packet_json
from tests import age
from tests.cli.terminal import Terminal
from tests.conftest import Program
from tests.mentees import ALL, BREATHED, FIRST, MENTOR, MET, NEXT, OTHER, SECOND, back, on, packet, uid, written


@pytest.fixture
def read(mentorlog: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """mentorlog of a mentor to whom Lan's first packet came; run in a folder of its own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert mentorlog("review", "import", *written(folder, FIRST)).exit == 0
    return mentorlog


# ── import ───────────────────────────────────────────────────────────────────────────────────────


def test_takes_packets_in(mentorlog: Program, tmp_path: Path) -> None:
    files = written(tmp_path, FIRST, OTHER)
    came = mentorlog("review", "import", *files)
    assert came.out == "Packet 00a0 from Lan came: 5 entries.\n"
    assert came.err == (
        "Packet 00c0 from Bảo Trần came: 1 entry.\nTo read: mentorlog review timeline Lan\n"
        "To read: mentorlog review timeline 'Bảo Trần'\nTake it back: mentorlog undo\n"
    )
    again = mentorlog("review", "import", files[0])
    assert (again.out, again.err) == ("Packet 00a0 from Lan was here already.\n", "")
    (second,) = written(tmp_path, SECOND)
    assert mentorlog("review", "import", second).out == (
        "Packet 00b0 from Lan came: 6 entries, 2 of them new or changed.\n"
    )


def test_says_so_as_json(mentorlog: Program, tmp_path: Path) -> None:
    first, other = written(tmp_path, FIRST, OTHER)
    keys = {"schema_version": 1, "mentee": "Lan", "packet": FIRST.token, "entries": 5, "new": 5, "known": False}
    assert mentorlog("review", "import", first, "--json").json() == keys
    both = mentorlog("review", "import", first, other, "--json").json()
    assert [(one["mentee"], one["new"], one["known"]) for one in both["packets"]] == [
        ("Lan", 0, True),
        ("Bảo Trần", 1, False),
    ]


def test_takes_standard_input_and_a_name(mentorlog: Program) -> None:
    came = mentorlog("review", "import", "-", "--as", " Lan  Phạm ", "--json", input=packet_json(FIRST))
    assert came.json()["mentee"] == "Lan Phạm"


def test_says_when_a_number_is_another_here(read: Program) -> None:
    gone_back = packet([replace(MET, uid=uid(50)), replace(BREATHED, uid=uid(51), about=1)], token=0xE)
    came = read("review", "import", "-", input=packet_json(gone_back))
    assert "  2 entries have another number here.\n" in came.err
    gone_back = packet([replace(MET, uid=uid(52), number=3)], token=0xF)
    assert "  1 entry has another number here.\n" in read("review", "import", "-", input=packet_json(gone_back)).err


def test_a_packet_with_nothing_new_says_so(read: Program) -> None:
    same = packet(ALL, token=0xE)
    assert read("review", "import", "-", input=packet_json(same)).out.endswith(
        ": 5 entries, none of them new or changed.\n"
    )


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        ('{"format": "mentorlog feedback", "version": 1}', "a mentor's feedback", "mentorlog feedback import FILE"),
        ('{"type":"mentorlog journal","version":1}\n', "an exported journal", "mentorlog import FILE"),
        ("<!doctype html><title>x</title>", "a page to read in a browser", "the file beside it that ends in .json"),
        ("\ufeff <HTML>", "a page to read in a browser", "the file beside it that ends in .json"),
        ("SQLite format 3\0rest", "a journal", "mentorlog --journal FILE timeline"),
    ],
)
def test_shows_other_files_their_door(content: str, message: str, hint: str, mentorlog: Program) -> None:
    refused = mentorlog("review", "import", "-", input=content)
    assert (refused.exit, refused.out) == (4, "")
    assert f"This file is {message}, not a mentee's packet.\nNothing was imported.\n" in refused.err
    assert hint in refused.err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", 4),
        (b"hello", 4),
        (b"\xff\xfe", 4),
        (b"[" * 100_000, 4),
        (packet_json(FIRST).replace('"version": 1', '"version": 2').encode(), 8),
        (packet_json(FIRST).replace("I could breathe.", "I could not breathe.").encode(), 4),
        (b" " * (9 * 1024 * 1024), 4),
    ],
    ids=["nothing", "words", "no-utf8", "nested", "newer", "forged", "large"],
)
def test_what_can_not_be_right_is_refused(content: bytes, code: int, mentorlog: Program) -> None:
    refused = mentorlog("review", "import", "-", input=content)
    assert (refused.exit, refused.out) == (code, "")
    assert "Nothing was imported.\n" in refused.err


def test_a_passphrase_is_typed_unseen(mentorlog: Program, tmp_path: Path) -> None:
    sealed = tmp_path / "packet.age"
    sealed.write_bytes(age.encrypt(packet_json(FIRST).encode(), "lantern-river"))
    with Terminal("review", "import", str(sealed)) as at:
        at.answer("Passphrase: ", "lantern-river")
        at.expect("Packet 00a0 from Lan came: 5 entries.")
        assert at.ended() == 0
    assert "lantern" not in at.shown
    assert mentorlog("review", "list", "--json").json()["mentees"][0]["entries"] == 5


def test_a_file_that_can_not_be_read_is_told(mentorlog: Program, tmp_path: Path) -> None:
    assert mentorlog("review", "import", "nowhere.json").exit == 3
    assert mentorlog("review", "import", str(tmp_path)).exit == 4
    assert mentorlog("review", "import", "a\0b").exit == 5
    assert mentorlog("review", "import", str(tmp_path / ("x" * 300))).exit == 5


# ── list, timeline, show ─────────────────────────────────────────────────────────────────────────


def test_lists_who_waits(read: Program, tmp_path: Path) -> None:
    read("review", "import", *written(tmp_path, OTHER))
    read("review", "comment", "Lan", "1", "Good.")
    read("review", "reply", "Lan", "-y")
    (bao,) = read("review", "list", "--waiting", "--json").json()["mentees"]
    assert (bao["mentee"], bao["waiting"], bao["last_reply"], bao["since"]) == ("Bảo Trần", True, None, None)
    names = [one["mentee"] for one in read("review", "list", "--json").json()["mentees"]]
    assert sorted(names) == ["Bảo Trần", "Lan"]
    assert read("review", "list", "--waiting").out.startswith("Bảo Trần: 1 entry, waits for an answer, ")
    assert [one["mentee"] for one in read("--json").json()["mentees"]] == ["Bảo Trần", "Lan"]


def test_reads_a_timeline_with_what_was_written_to_it(read: Program) -> None:
    read("review", "comment", "lan", "2", "Good.")
    read("review", "note", "lan", "2", "Her sister.")
    told = read("review", "timeline", "lan").out.splitlines()
    assert told == [
        "2026-02-01, session 1, with Ánh, 45 minutes, identity, mentor may read: We compared our grandmothers.",
        "2026-02-01, action 3, about 1, Lan's, open, mentor may read: Write to Rosa",
        "2026-02-02, reflection 2, about 1, identity music, mentor may read: I could breathe.",
        "2026-03-12, to 2, your comment, not sent yet: Good.",
        "2026-03-12, to 2, your note, stays here: Her sister.",
        "2026-02-03, goal 4, active, 40 percent, mentor may read: Lead one project",
        "2026-03-01, question 5, answered in 2, mentor may read: Where are you really from?",
    ]
    keys = read("review", "timeline", "lan", "--json").json()
    assert (keys["mentee"], keys["total"], len(keys["entries"])) == ("Lan", 5, 5)
    assert [comment["text"] for comment in keys["entries"][2]["comments"]] == ["Good."]
    assert [note["text"] for note in keys["entries"][2]["notes"]] == ["Her sister."]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ((), [1, 3, 2, 4, 5]),
        (("2026-03",), [5]),
        (("--in", "2026-02", "-n", "2"), [2, 4]),
        (("-a", "music"), [2]),
        (("-a", "coping"), []),
        (("--with", "ánh"), [1]),
        (("--kind", "goal", "--kind", "action"), [3, 4]),
        (("--since", "2026-02-03", "--all"), [4, 5]),
        (("--since", "last"), [1, 3, 2, 4, 5]),
    ],
)
def test_filters_as_everywhere(filters: tuple[str, ...], numbers: list[int], read: Program) -> None:
    found = read("review", "timeline", "Lan", *filters, "--json").json()
    assert [entry["number"] for entry in found["entries"]] == numbers


def test_shows_what_is_new_since_the_last_answer(read: Program, tmp_path: Path) -> None:
    read("review", "comment", "Lan", "1", "Good.")
    read("review", "reply", "Lan", "-y")
    assert read("review", "timeline", "Lan", "--since", "last").err.endswith("There is nothing to show.\n")
    read("review", "import", *written(tmp_path, SECOND))
    told = read("review", "timeline", "Lan", "--since", "last").out
    assert told == (
        "changed, 2026-02-02, reflection 2, identity music, mentor may read: I could breathe, twice.\n"
        "new, 2026-03-09, reflection 6, validation, mentor may read: They said my name.\n"
    )


def test_shows_one_entry_and_what_it_said_before(read: Program, tmp_path: Path) -> None:
    read("review", "import", *written(tmp_path, SECOND))
    read("review", "comment", "Lan", "2", "Good.")
    shown = read("review", "show", "Lan", "2")
    assert shown.out.startswith("From Lan.\nReflection 2, Monday 2 February 2026.\n")
    assert "Your comment of 12 March 2026, not sent yet:\nGood.\n" in shown.out
    assert shown.out.endswith("In the packet of 2 March 2026 it said: I could breathe.\n")
    keys = read("review", "show", "Lan", "last", "--json").json()
    assert (keys["mentee"], keys["number"], keys["earlier"]) == ("Lan", 6, [])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "Lan", "9"), 3),
        (("show", "Lan", "x"), 2),
        (("show", "Zoe", "1"), 3),
        (("timeline", "Lan", "-a", "nothing"), 3),
        (("timeline", "Lan", "2026", "--in", "2026"), 2),
        (("comment", "Lan", "2", "--using", "gibbs"), 2),
        (("comment", "Lan", "2", "--using", "sbi"), 2),
        (("comment", "Lan", "2", "--fill", "mood=low"), 2),
        (("comment", "Lan", "2"), 2),
        (("comment", "Lan", "2", " "), 2),
        (("note", "Lan", "9", "x"), 3),
        (("comment", "Lan", "2", "x", "--instead"), 3),
        (("comment", "Lan", "2", "--withdraw"), 3),
        (("note", "Lan", "2", "--withdraw"), 3),
        (("reply", "Lan"), 2),
    ],
)
def test_what_can_not_be_is_told(words: tuple[str, ...], code: int, read: Program) -> None:
    refused = read("review", *words)
    assert (refused.exit, refused.out) == (code, "")
    assert len(refused.err.splitlines()) == 3


def test_a_comment_that_comes_back_is_not_doubled(read: Program, tmp_path: Path) -> None:
    read("review", "comment", "Lan", "2", "Good.")
    read("review", "reply", "Lan", "-y")
    third = packet([*NEXT, back(BREATHED, "Good."), back(MET, "Another's.", 8)], token=0xE, made=on(3, 11))
    read("review", "import", *written(tmp_path, third))
    found = read("review", "timeline", "Lan", "--json").json()["entries"]
    assert [entry["text"] for entry in found if entry["kind"] == "feedback"] == ["Another's."]
    assert [comment["text"] for entry in found for comment in entry["comments"]] == ["Good."]


# ── comment, note ────────────────────────────────────────────────────────────────────────────────


def test_says_what_was_written_and_how_to_take_it_back(read: Program) -> None:
    saved = read("review", "comment", "Lan", "2", "Good.")
    assert saved.out == "Comment to reflection 2 of Lan saved.\n"
    assert saved.err == "  It goes out with: mentorlog review reply Lan\nTake it back: mentorlog undo\n"
    assert read("review", "comment", "Lan", "last", "Why?", "--asks").out == "Question to question 5 of Lan saved.\n"
    noted = read("review", "note", "Lan", "1", "Hush.", "--on", "yesterday")
    assert (noted.out, noted.err.splitlines()[0]) == ("Note to session 1 of Lan saved.\n", "  It stays here.")
    assert read("undo").out.startswith("Undone: review note Lan, ")


def test_takes_answers_by_key(read: Program) -> None:
    keys = read(
        *("review", "comment", "Lan", "2", "In short: good.", "--using", "sbi", "--json"),
        *("--fill", "impact=They = listened.", "--fill", "situation=On Monday."),
    ).json()
    assert (keys["framework"], keys["text"], keys["kind"], keys["about"]) == ("sbi", "In short: good.", "comment", 2)
    assert [(answer["key"], answer["text"]) for answer in keys["answers"]] == [
        ("situation", "On Monday."),
        ("impact", "They = listened."),
    ]
    assert read("review", "comment", "Lan", "2", "--fill", "next=Ask.", "--json").json()["text"] == ""


def test_asks_for_situation_behaviour_impact_and_next(read: Program) -> None:
    with Terminal("review", "comment", "Lan", "2", "--using", "sbi") as at:
        at.answer("Situation: when and where was it?", "On Monday.")
        at.answer("Behaviour: what was said or done?", "")
        at.answer("Impact: what did it do?", "They listened.")
        at.answer("Next: what would you try?", "")
        assert at.ended() == 0
    (comment,) = read("review", "show", "Lan", "2", "--json").json()["comments"]
    assert [(one["key"], one["text"]) for one in comment["answers"]] == [
        ("situation", "On Monday."),
        ("impact", "They listened."),
    ]


def test_the_questions_are_headings_in_an_editor(read: Program, editor: Callable[..., Path]) -> None:
    editor("In short.\n\n## Impact: what did it do?\n\nThey listened.\n")
    keys = read("review", "comment", "Lan", "2", "-e", "--using", "sbi", "--json").json()
    assert (keys["text"], [one["key"] for one in keys["answers"]]) == ("In short.", ["impact"])


def test_puts_another_in_its_place_or_takes_it_away(read: Program) -> None:
    first = read("review", "comment", "Lan", "2", "Goood.", "--json").json()
    second = read("review", "comment", "Lan", "2", "Good.", "--instead", "--json").json()
    assert (second["uid"], second["text"]) == (first["uid"], "Good.")
    gone = read("review", "comment", "Lan", "2", "--withdraw")
    assert gone.out == "Comment to reflection 2 of Lan withdrawn.\n"
    assert gone.err.startswith("  Its words are still in the file.\n")
    read("review", "note", "Lan", "2", "Hush.")
    assert read("review", "note", "Lan", "2", "--withdraw", "--json").json()["withdrawn"]
    assert read("review", "show", "Lan", "2", "--json").json()["comments"] == []


def test_words_come_from_everywhere_and_are_never_lost(read: Program, editor: Callable[..., Path]) -> None:
    piped = read("review", "comment", "Lan", "2", "-", "--json", input="From a pipe\nin two lines")
    assert piped.json()["text"] == "From a pipe\nin two lines"
    editor("From the editor\n")
    assert read("review", "note", "Lan", "2", "-e", "--json").json()["text"] == "From the editor"
    lost = read("review", "comment", "Lan", "99", "-", input="Not lost")
    assert lost.err.splitlines()[1] == "Nothing was written; your text is kept as a draft."
    assert read("show", "draft", "--json").json()["drafts"][0]["text"] == "Not lost"


@pytest.mark.parametrize(("verb", "question"), [("comment", "want to say?"), ("note", "want to remember?")])
@pytest.mark.usefixtures("read")
def test_asks_at_a_terminal(verb: str, question: str) -> None:
    with Terminal("review", verb, "Lan", "2", env=dict(os.environ)) as terminal:
        terminal.answer(question, "Typed.")
        terminal.expect(f"{verb.capitalize()} to reflection 2 of Lan saved.")
        assert terminal.ended() == 0


# ── reply ────────────────────────────────────────────────────────────────────────────────────────


def test_writes_what_the_mentee_takes_in(read: Program) -> None:
    read("review", "comment", "Lan", "2", "Good.")
    read("review", "comment", "Lan", "1", "Why?", "--asks")
    read("review", "note", "Lan", "1", "A secret of mine.")
    done = read("review", "reply", "Lan", "--yes")
    assert done.out == "mentorlog-feedback-00a0.json written: 2 comments for Lan, by Ánh.\n"
    content = Path("mentorlog-feedback-00a0.json").read_bytes()
    assert b"secret" not in content
    file = read_feedback(content)
    assert (file.reader, file.packet, file.by) == (FIRST.reader, FIRST.token, MENTOR.name)
    given = {one.entry.number: one for one in FIRST.entries}
    assert [(item.number, item.entry, item.digest, item.text, item.is_question) for item in file.items] == [
        (2, BREATHED.uid, given[2].digest, "Good.", False),
        (1, MET.uid, given[1].digest, "Why?", True),
    ]
    assert oct(Path("mentorlog-feedback-00a0.json").stat().st_mode)[-3:] == "600"


def test_sends_each_comment_once_unless_asked_again(read: Program) -> None:
    read("review", "comment", "Lan", "2", "Good.")
    assert read("review", "reply", "Lan", "-y", "-o", "one.json", "--json").json()["file"] == "one.json"
    nothing = read("review", "reply", "Lan", "-y")
    assert (nothing.exit, nothing.err.splitlines()[0]) == (2, "There is nothing to send.")
    read("review", "comment", "Lan", "2", "Better.")
    read("review", "reply", "Lan", "-y", "-o", "two.json")
    read("review", "reply", "Lan", "-y", "-o", "both.json", "--again")
    said = [[item.text for item in read_feedback(Path(f"{name}.json").read_bytes()).items] for name in ("two", "both")]
    assert said == [["Better."], ["Good.", "Better."]]


def test_shows_it_first(read: Program) -> None:
    read("review", "comment", "Lan", "2", "Good.")
    preview = read("review", "reply", "Lan", "--preview")
    assert preview.out == (
        "A reply to Lan by Ánh: 1 comment.\n"
        "To 2026-02-02, reflection 2, about 1, identity music, mentor may read: I could breathe.\n"
        "your comment, not sent yet: Good.\nStays here: 0 notes.\n"
    )
    keys = read("review", "reply", "Lan", "--preview", "--json").json()
    assert [comment["text"] for comment in keys["comments"]] == ["Good."]
    refused = read("review", "reply", "Lan")
    assert (refused.exit, refused.err.splitlines()[1]) == (2, "No file was written.")
    assert list(Path().glob("mentorlog-feedback*")) == []
    assert not read("review", "show", "Lan", "2", "--json").json()["comments"][0]["sent"]


@pytest.mark.parametrize(("typed", "code"), [("y", 0), ("no", 2)])
def test_asks_before_it_writes(typed: str, code: int, read: Program) -> None:
    read("review", "comment", "Lan", "2", "Good.")
    with Terminal("review", "reply", "Lan", env=dict(os.environ)) as terminal:
        terminal.expect("your comment: Good.")
        terminal.answer("Write it? (y/n)", typed)
        assert terminal.ended() == code
    assert Path("mentorlog-feedback-00a0.json").exists() == (code == 0)


def test_never_writes_over_a_file(read: Program) -> None:
    for number in range(3):
        read("review", "comment", "Lan", "2", f"Good {number}.")
        read("review", "reply", "Lan", "-y")
    names = sorted(path.name for path in Path().glob("mentorlog-feedback*"))
    assert names == [f"mentorlog-feedback-00a0{part}.json" for part in ("-2", "-3", "")]
    read("review", "comment", "Lan", "2", "Best.")
    taken = read("review", "reply", "Lan", "-y", "-o", names[0])
    assert taken.exit == 2
    assert not read("review", "show", "Lan", "2", "--json").json()["comments"][-1]["sent"]
    assert read("review", "reply", "Lan", "-y", "-o", names[0], "--force").exit == 0


def test_goes_to_standard_output(read: Program) -> None:
    read("review", "comment", "Lan", "2", "Good.")
    assert json.loads(read("review", "reply", "Lan", "-y", "-o", "-").out)["items"][0]["text"] == "Good."


def test_is_taken_back_as_a_whole(read: Program) -> None:
    read("review", "comment", "Lan", "2", "Good.")
    read("review", "reply", "Lan", "-y")
    assert read("undo").out.startswith("Undone: review reply Lan, ")
    assert read("review", "list", "--json").json()["mentees"][0]["unsent"] == 1


def test_answers_only_what_one_reader_was_given(read: Program) -> None:
    """Packets of two journals of one mentee, joined by --as, are answered one by one."""
    read("review", "comment", "Lan", "2", "To the first.")
    read(
        "review",
        "import",
        "-",
        "--as",
        "Lan",
        input=packet_json(packet([replace(MET, uid=uid(60), number=9)], token=0xF, reader=0x777)),
    )
    read("review", "comment", "Lan", "last", "To the second.")
    for name, said in (("a.json", "To the second."), ("b.json", "To the first.")):
        assert read("review", "reply", "Lan", "-y", "-o", name).exit == 0
        assert [item.text for item in read_feedback(Path(name).read_bytes()).items] == [said]


def test_more_than_a_file_may_hold_is_refused(read: Program) -> None:
    for _ in range(9):
        read("review", "comment", "Lan", "2", "-", input="x" * 1_000_000)
    refused = read("review", "reply", "Lan", "-y")
    assert (refused.exit, refused.err.splitlines()[0]) == (2, "That is more than one file may hold.")


# ── purge --mentee ───────────────────────────────────────────────────────────────────────────────


def test_erases_a_mentee(read: Program, home: Path) -> None:
    read("review", "comment", "Lan", "1", "Comet.")
    refused = read("purge", "--mentee", "lan")
    assert (refused.exit, refused.err.splitlines()[0]) == (
        2,
        "purge needs confirmation, and there is no terminal to ask on.",
    )
    assert read("purge", "--mentee", "zoe", "-y").exit == 3
    assert read("purge", "--mentee", "lan", "--yes").out == "Erased: all of Lan, also from 1 automatic backup.\n"
    assert b"grandmothers" not in (home / "data" / "mentorlog" / "journal.db").read_bytes()
    assert read("review", "list", "--json").json()["mentees"] == []


@pytest.mark.parametrize("words", [(), ("1", "--mentee", "Lan"), ("--mentee", "Lan", "--earlier")])
def test_a_purge_is_of_entries_or_of_a_mentee(words: tuple[str, ...], read: Program) -> None:
    assert read("purge", *words, "--yes").exit == 2


@pytest.mark.usefixtures("read")
def test_asks_twice_before_it_erases() -> None:
    with Terminal("purge", "--mentee", "lan", env=dict(os.environ)) as terminal:
        terminal.expect("Lan: 1 packet, 5 entries, and what you wrote to them.")
        terminal.answer("Type Lan to go on: ", "Lan")
        terminal.answer("Type erase to go on: ", "erase")
        terminal.expect("Erased: all of Lan, also from 1 automatic backup.")
        assert terminal.ended() == 0
