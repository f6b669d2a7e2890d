"""feedback: what a mentor answered, taken in."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.sharing_samples import ANH, feedback, item, make_packet, make_tender, save_feedback, write_entries
from tests.conftest import Program


@pytest.fixture
def packet(mentorlog: Program, tmp_path: Path) -> dict[str, Any]:
    write_entries(mentorlog)
    return make_packet(mentorlog, tmp_path)


def whole(mentorlog: Program) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = mentorlog("timeline", "--all", "--json").json()["entries"]
    return entries


def test_takes_answers_in_under_their_entries(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    before = whole(mentorlog)
    answers = [{"key": "situation", "question": "Where?", "text": "In the meeting."}]
    file = feedback(
        packet,
        item(packet, 2, "Say I once.", "a"),
        item(packet, 1, "", "b", kind="question", framework="sbi", answers=answers),
    )
    del file["items"][1]["text"]
    done = mentorlog("feedback", "import", save_feedback(tmp_path, file))
    assert done.out == "2 answers were added, claimed to be from Ánh; 0 known before.\n"
    assert "  6  about 3: Say I once." in done.err
    out = mentorlog("timeline", "--all").out
    assert "feedback 6, about 3, from Ánh" in out
    assert "Belongs to it: 2026-03-12, feedback 6, about 3, from Ánh" in mentorlog("show", "3").out
    entry = mentorlog("show", "7", "--json").json()
    assert (entry["by"], entry["about"], entry["asks"], entry["framework"]) == (ANH, 1, True, "sbi")
    assert entry["answers"][0]["text"] == "In the meeting."
    assert entry["areas"] == ["growth"]
    after = whole(mentorlog)
    assert [entry for entry in after if entry["kind"] != "feedback"] == before
    assert mentorlog("feedback", "list").out.count("from Ánh") == 2


def test_twice_is_once_and_undo_takes_it_back(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    file = save_feedback(
        tmp_path, feedback(packet, item(packet, 1, "Good.", "a"), item(packet, 1, "Other words.", "a"))
    )
    assert mentorlog("feedback", "import", file, "--json").json()["added"] == 1
    again = mentorlog("feedback", "import", file, "--json").json()
    assert (again["added"], again["known"], again["set_aside"], again["numbers"]) == (0, 2, [], [])
    assert mentorlog("undo").out.startswith("Undone: feedback import 6")
    assert mentorlog("feedback", "list").out == ""
    assert mentorlog("feedback", "import", file, "--json").json()["added"] == 1


def test_answers_to_earlier_packets_still_fit(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    mentorlog("edit", "3", "Otherwise.")
    later = make_packet(mentorlog, tmp_path)
    file = feedback(later, item(later, 2, "New.", "a"), item(packet, 2, "Old.", "b"))
    assert mentorlog("feedback", "import", save_feedback(tmp_path, file), "--json").json()["added"] == 2


def reasons(mentorlog: Program, folder: Path, file: dict[str, Any]) -> list[str]:
    done = mentorlog("feedback", "import", save_feedback(folder, file), "--json").json()
    assert done["added"] == 0
    return [one["why"] for one in done["set_aside"]]


def test_what_does_not_fit_is_set_aside(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    good = item(packet, 2, "Words.", "a")
    about = good["about"]

    def why(**changes: Any) -> list[str]:
        return reasons(mentorlog, tmp_path, feedback(packet, {**good, "about": {**about, **changes}}))

    assert why(uid="f" * 32) == ["its entry was not in a packet for this reader"]
    assert why(digest="f" * 64) == ["it answers words that this reader was never given"]
    assert why(number=1) == ["its number and its entry don't belong together"]
    elsewhere = {**feedback(packet, good), "reader": "f" * 32}
    assert reasons(mentorlog, tmp_path, elsewhere) == ["no packet of this journal went to its reader"]
    told = mentorlog("feedback", "import", save_feedback(tmp_path, elsewhere))
    assert told.err == "Set aside, 1 answer: no packet of this journal went to its reader.\n"
    ours = mentorlog("show", "2", "--json").json()["uid"]
    assert reasons(mentorlog, tmp_path, feedback(packet, {**good, "uid": ours})) == [
        "its uid belongs to something else here"
    ]
    mentorlog("remove", "3")
    assert why() == ["the entry was removed or erased"]
    mentorlog("restore", "3")
    mentorlog("share", "revoke", packet["packet"])
    assert why() == ["the packet was revoked"]


def test_there_is_an_end_to_answers(
    mentorlog: Program, packet: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorlog.insights.feedback.MOST_ABOUT_ONE", 1)
    file = feedback(packet, item(packet, 2, "One.", "a"), item(packet, 2, "Two.", "b"), item(packet, 1, "Three.", "c"))
    done = mentorlog("feedback", "import", save_feedback(tmp_path, file), "--json").json()
    assert (done["added"], [one["why"] for one in done["set_aside"]]) == (
        2,
        ["there are too many answers to it already"],
    )


def test_another_signature_and_many_answers_are_told(
    mentorlog: Program, packet: dict[str, Any], tmp_path: Path
) -> None:
    items = [{**item(packet, 1, f"Words {n}.", "a"), "uid": f"{n:032x}"} for n in range(22)]
    file = {**feedback(packet, *items), "by": "Somebody"}
    done = mentorlog("feedback", "import", save_feedback(tmp_path, file))
    assert 'claimed to be from Ánh (signed "Somebody")' in done.out
    assert "  and 2 more: mentorlog feedback list" in done.err


def test_answers_of_tomorrow_are_of_today(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    file = feedback(packet, item(packet, 1, "Words.", "a", at="2031-01-01T00:00:00+00:00"))
    mentorlog("feedback", "import", save_feedback(tmp_path, file))
    assert mentorlog("show", "6", "--json").json()["on"] == "2026-03-12"


def test_what_is_about_a_tender_entry_is_tender(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    make_tender(3)
    mentorlog("feedback", "import", save_feedback(tmp_path, feedback(packet, item(packet, 2, "Words.", "a"))))
    assert "Words." not in mentorlog("timeline", "--all").out


@pytest.mark.parametrize(
    ("content", "exit_code"),
    [(b"", 4), (b"{}", 4), (b'{"format": "mentorlog feedback", "version": 9}', 8), (b"\xff", 4)],
    ids=["empty", "nothing", "newer", "no UTF-8"],
)
def test_what_is_no_feedback_file(mentorlog: Program, tmp_path: Path, content: bytes, exit_code: int) -> None:
    (tmp_path / "file").write_bytes(content)
    done = mentorlog("feedback", "import", str(tmp_path / "file"))
    assert (done.exit, "Nothing was imported." in done.err) == (exit_code, True)


def test_no_file_or_no_plain_one(mentorlog: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mentorlog("feedback", "import", str(tmp_path / "none")).exit == 3
    assert mentorlog("feedback", "import", str(tmp_path)).exit == 4

    opens = Path.open

    def fails(path: Path, *args: Any, **named: Any) -> object:
        if path.name == "file":
            raise PermissionError(13, "Permission denied")
        return opens(path, *args, **named)

    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(Path, "open", fails)
    assert mentorlog("feedback", "import", str(tmp_path / "file")).exit == 5


def test_a_file_for_another_door_is_sent_there(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "packet.json").write_text(json.dumps(packet), "utf-8")
    done = mentorlog("feedback", "import", str(tmp_path / "packet.json"))
    assert (done.exit, done.err.splitlines()) == (
        4,
        [
            "This file is a mentee's packet, not a mentor's feedback.",
            "Nothing was imported.",
            "To read it: mentorlog review import FILE",
        ],
    )
    done = mentorlog("feedback", "import", "-", input=b"age-encryption.org/v1\n")
    assert (done.exit, "age -d FILE.age > FILE" in done.err) == (4, True)


def test_takes_answers_from_standard_input(mentorlog: Program, packet: dict[str, Any]) -> None:
    file = json.dumps(feedback(packet, item(packet, 1, "Words.", "a")))
    assert mentorlog("feedback", "import", "-", "--json", input=file).json()["added"] == 1


# ── Written down by hand ─────────────────────────────────────────────────────────────────────────


def test_takes_words_in_by_the_number_that_they_saw(mentorlog: Program, packet: dict[str, Any]) -> None:
    assert packet["entries"][1]["number"] == 2
    saved = mentorlog("feedback", "add", "Say I.", "--by", "anh", "--theirs", "2", "--question", "--json").json()
    assert (saved["about"], saved["by"], saved["asks"], saved["with"]) == (3, ANH, True, [ANH])
    mentorlog("undo")
    assert mentorlog("feedback", "list").out == ""


def test_takes_words_in_by_our_number_from_somebody_new(mentorlog: Program, packet: dict[str, Any]) -> None:
    assert packet
    done = mentorlog("feedback", "add", "-", "--by", "Rosa", "--about", "2", input="Well done.")
    assert done.out.startswith("Feedback 6 saved for Thu 12 Mar 2026, today")
    assert 'Person "Rosa" is new' in done.err


@pytest.mark.parametrize(
    ("line", "exit_code"),
    [
        ("--by Ánh", 2),
        ("--by Ánh --about 1 --theirs 1", 2),
        ("--by Ánh --theirs x", 2),
        ("--by Ánh --theirs 9", 3),
        ("--by Rosa --theirs 1", 3),
        ("--about 1", 2),
    ],
)
def test_what_can_not_be_right(mentorlog: Program, packet: dict[str, Any], line: str, exit_code: int) -> None:
    assert packet
    assert mentorlog("feedback", "add", "Words.", *line.split()).exit == exit_code
    assert mentorlog("feedback", "list", "--json").json()["entries"] == []


def test_the_file_is_not_changed(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    path = Path(save_feedback(tmp_path, feedback(packet, item(packet, 1, "Words.", "a"))))
    before = path.read_bytes()
    mentorlog("feedback", "import", str(path))
    assert path.read_bytes() == before
    assert json.loads(before)["by"] == ANH


def test_the_answer_says_from_whom(lived_in: Program) -> None:
    answer = lived_in("feedback", "add", "Say I.", "--by", "anh", "--about", "3")
    assert answer.out == "Feedback 7 saved for Thu 12 Mar 2026, today, from Ánh, about reflection 3.\n"


def test_it_stands_wherever_one_looks_back(mentorlog: Program, packet: dict[str, Any], tmp_path: Path) -> None:
    answers = [{"key": "impact", "question": "What did it do?", "text": "They listened."}]
    file = feedback(
        packet,
        item(packet, 2, "Say I once.", "a"),
        item(packet, 1, "", "b", framework="sbi", answers=answers, kind="question"),
    )
    del file["items"][1]["text"]
    mentorlog("feedback", "import", save_feedback(tmp_path, file))
    timeline = mentorlog("timeline", "--all").out
    assert "feedback 6, about 3, from Ánh, growth, private: Say I once." in timeline
    assert "feedback 7, about 1, from Ánh, growth, private: They listened." in timeline
    assert "2 pieces of feedback." in mentorlog("progress").out
    prep = mentorlog("prep", "--with", "anh").out
    assert "Say I once." in prep
    assert "They listened." in prep
    year = mentorlog("export", "year", "2026", "--to", "md", "-o", "-").out
    assert "## Feedback received" in year
    assert "Feedback in [6](#entry-6)." in year
    assert "They listened." in year
    page = mentorlog("export", "year", "2026", "--to", "html", "-o", "-").out
    assert 'Feedback in <a class="ref" href="#e6">6</a>' in page
    shared = mentorlog("export", "year", "2026", "--for", "mentor", "--to", "md", "-o", "-").out
    assert "Say I once." not in shared
    assert "Feedback" not in shared


@pytest.mark.usefixtures("packet")
def test_another_kind_of_file_is_shown_its_door(mentorlog: Program, tmp_path: Path) -> None:
    (path,) = tmp_path.glob("mentorlog-*.json")
    done = mentorlog("feedback", "import", str(path))
    assert (done.exit, done.err.splitlines()[0]) == (4, "This file is a mentee's packet, not a mentor's feedback.")
