"""Unsaved writing, and the user's own editor: no text is ever lost."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorlog import drafts
from mentorlog.drafts import Draft
from mentorlog.errors import DRAFT_KEPT, InvalidInput

AT = "2026-03-12T10:00:00+00:00"
COMMAND = ("reflect", "-e", "--with", "Ánh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "drafts"


@pytest.fixture
def draft(folder: Path) -> Draft:
    return drafts.create_draft(folder, COMMAND, "first words\n", at=AT)


def editor(tmp_path: Path, script: str, name: str = "editor") -> Path:
    """A program that does to the file what `script` says; it finds the file in $1 and on."""
    path = tmp_path / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return path


@pytest.mark.parametrize("text", ["words", "", " \n", "身份 🙂\r\n\x00\x1b", "no UTF-8: \udcff", "# mine\n" * 1000])
def test_a_draft_comes_back_as_it_was_kept(folder: Path, text: str) -> None:
    command = ("session", "add", "\udcff", "--on", "昨天")
    kept = drafts.create_draft(folder, command, text, at=AT)
    assert drafts.list_drafts(folder) == (kept,)
    assert (kept.text, kept.command, kept.started_at) == (text, command, datetime(2026, 3, 12, 10, tzinfo=UTC))


def test_a_draft_saved_late_by_its_editor_is_a_reflection(draft: Draft, folder: Path) -> None:
    drafts.delete_draft(draft)
    draft.path.write_text("late words")
    (late,) = drafts.list_drafts(folder)
    assert (late.command, late.text, late.started_at.tzinfo) == (("reflect",), "late words", UTC)


def test_a_draft_is_its_owners_alone(draft: Draft, folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert sorted(path.suffix for path in folder.iterdir()) == [".json", ".md"]
    assert draft.path.parent == folder


def test_of_one_second_the_last_one_written_to_stands_last(folder: Path) -> None:
    for number in range(8):
        kept = drafts.create_draft(folder, COMMAND, f"{number}", at=AT)
        os.utime(kept.path, ns=(number, number))
    assert [draft.text for draft in drafts.list_drafts(folder)] == [f"{number}" for number in range(8)]


def test_unfinished_writing_stands_with_the_newest_last(folder: Path) -> None:
    assert drafts.list_drafts(folder) == ()
    kept = [
        drafts.create_draft(folder, COMMAND, at, at=at)
        for at in (AT, "2026-03-13T09:00:00+00:00", "2025-12-31T23:59:59")
    ]
    assert drafts.list_drafts(folder) == (kept[2], kept[0], kept[1])
    drafts.delete_draft(kept[0])
    assert drafts.list_drafts(folder) == (kept[2], kept[1])
    assert len(list(folder.iterdir())) == 4


def test_a_file_that_is_no_draft_is_left_alone(draft: Draft, folder: Path) -> None:
    (folder / "notes.md").write_text("mine")
    assert drafts.list_drafts(folder) == (draft,)


def test_a_draft_may_be_finished_twice(draft: Draft, folder: Path) -> None:
    drafts.delete_draft(draft)
    drafts.delete_draft(draft)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (("reflect", "-e"), "reflection"),
        (("--plain", "ask"), "question"),
        (("--journal", "x.db", "session", "add"), "session"),
        (("edit", "7"), "correction"),
        (("--plain",), "text"),
        ((), "text"),
    ],
)
def test_a_draft_says_what_it_was_to_become(command: tuple[str, ...], kind: str) -> None:
    assert Draft(path=Path("a.md"), command=command, started_at=datetime.fromisoformat(AT), text="").kind == kind


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("printf 'more words' >> \"$1\"", "first words\nmore words"),
        ("printf 'other\\377' > \"$1\"", "other\udcff"),
        ("true", "first words\n"),
        ('printf new > "$1.new"; mv "$1.new" "$1"', "new"),
    ],
)
def test_what_the_editor_leaves_is_the_text(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, text: str
) -> None:
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, script)))
    after = drafts.edit_in_editor(draft)
    assert (after.text, after.command, after.started_at) == (text, draft.command, draft.started_at)
    assert drafts.list_drafts(draft.path.parent) == (after,)


def test_an_editor_may_have_options_and_spaces_in_its_name(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = editor(tmp_path, 'printf "%s," "$@" > "$3"', "my editor")
    monkeypatch.setenv("EDITOR", f"'{program}' --wait 'two words'")
    assert drafts.edit_in_editor(draft).text == f"--wait,two words,{draft.path},"


def test_vi_is_not_started_where_nobody_could_leave_it(draft: Draft) -> None:
    with pytest.raises(InvalidInput, match="editor-needs-terminal"):
        drafts.edit_in_editor(draft)


def test_visual_comes_before_editor_and_both_before_vi(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = editor(tmp_path, 'for last; do :; done; printf "%s " "$(basename "$0")" "$@" > "$last"', "vi")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert drafts.edit_in_editor(draft).text.startswith("vi -n -i NONE -c set nobackup")
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, 'printf editor > "$1"', "ed")))
    assert drafts.edit_in_editor(draft).text == "editor"
    monkeypatch.setenv("VISUAL", str(program.rename(tmp_path / "nvim")))
    assert drafts.edit_in_editor(draft).text.startswith("nvim -n -i NONE")


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$", 'printf more >> "$1"; exit 7'])
def test_an_editor_that_fails_leaves_the_text_as_a_draft(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, script)))
    with pytest.raises(InvalidInput, match="editor-failed") as caught:
        drafts.edit_in_editor(draft)
    assert caught.value.safe == DRAFT_KEPT
    assert drafts.list_drafts(draft.path.parent)[0].text.startswith("first words")


@pytest.mark.parametrize("named", ["no-such-editor", "./missing --wait", "'", "'vi", " ", "/"])
def test_an_editor_that_can_not_be_started_leaves_the_text_as_a_draft(
    draft: Draft, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("EDITOR", named)
    with pytest.raises(InvalidInput, match="editor-not-started") as caught:
        drafts.edit_in_editor(draft)
    assert caught.value.safe == DRAFT_KEPT
    assert drafts.list_drafts(draft.path.parent) == (draft,)


@pytest.mark.parametrize("script", [': > "$1"', "printf ' \\n\\t' > \"$1\""])
def test_where_nothing_was_written_no_draft_stays(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, script)))
    with pytest.raises(InvalidInput, match="editor-empty"):
        drafts.edit_in_editor(draft)
    assert list(draft.path.parent.iterdir()) == []


def test_a_failing_editor_on_an_empty_draft_leaves_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "false")
    with pytest.raises(InvalidInput) as caught:
        drafts.edit_in_editor(drafts.create_draft(folder, COMMAND, "", at=AT))
    assert caught.value.safe == ""
    assert list(folder.iterdir()) == []
