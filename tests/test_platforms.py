"""What macOS, Windows or some disks lack, taken away here: there is a way round each."""

import errno
import importlib
import os
import signal
import sys
import types
from pathlib import Path

import pytest

from mentorlog import files
from mentorlog.drafts import Draft, create_draft, edit_in_editor
from mentorlog.errors import Damaged, InvalidInput, StorageError
from mentorlog.files import move_no_replace, sync, sync_folder, write_file
from tests.conftest import Program


@pytest.fixture(params=["missing", errno.EPERM, errno.ENOTSUP])
def no_links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without hard links, or a disk that refuses them."""

    def refuse(*_: object) -> None:
        raise OSError(request.param, "not here")

    if request.param == "missing":
        monkeypatch.delattr(os, "link")
    else:
        monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("no_links")
def test_without_links_a_file_is_still_whole_and_never_over_another(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"one\r\n\n")
    assert (tmp_path / "a").read_bytes() == b"one\r\n\n"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    with pytest.raises(InvalidInput):
        write_file(tmp_path / "a", b"two")
    (tmp_path / "b").write_bytes(b"three")
    with pytest.raises(FileExistsError):
        move_no_replace(tmp_path / "b", tmp_path / "a")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["a", "b"]


@pytest.mark.usefixtures("no_links")
def test_without_links_a_journal_is_made_and_backed_up(mentorlog: Program) -> None:
    assert mentorlog("reflect", "A word.").exit == 0
    assert mentorlog("backup", "add").exit == 0
    assert mentorlog("check", "--json").json()["ok"] is True


@pytest.mark.usefixtures("no_links")
def test_without_links_a_failing_disk_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StorageError):
        write_file(tmp_path / "a", b"one")
    assert not (tmp_path / "a").exists()


def test_without_folders_that_can_be_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows opens no folders."""
    monkeypatch.delattr(os, "O_DIRECTORY")
    monkeypatch.setattr(os, "open", None)
    sync_folder(tmp_path)


@pytest.mark.parametrize(("code", "is_told"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)])
def test_a_folder_that_has_nothing_to_sync(
    code: int, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    if is_told:
        with pytest.raises(OSError, match="no"):
            sync_folder(tmp_path)
    else:
        sync_folder(tmp_path)


@pytest.mark.parametrize("takes", [True, False])
def test_macos_is_asked_to_write_through(takes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fcntl(_: int, what: str) -> None:
        asked.append(what)
        if not takes:
            raise OSError(errno.ENOTSUP, "no")

    monkeypatch.setitem(sys.modules, "fcntl", types.SimpleNamespace(fcntl=fcntl, F_FULLFSYNC="full"))
    monkeypatch.setattr(os, "fsync", lambda _: asked.append("fsync"))
    sync(3)
    assert asked == (["full"] if takes else ["full", "fsync"])


def test_without_fcntl(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(os, "fsync", asked.append)
    sync(3)
    assert asked == [3]


def test_files_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows would put a carriage return before each line end of a file that is not opened as binary."""
    monkeypatch.setattr(os, "O_BINARY", 0x8000, raising=False)
    assert importlib.reload(files).CREATE_FLAGS & 0x8000
    monkeypatch.undo()
    importlib.reload(files)


def test_without_pread(mentorlog: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is damaged is told from what can't be read by reading it through."""
    from mentorlog.storage.database import connection

    file = home / "x"
    file.write_bytes(b"x" * (connection.CHUNK + 5))
    monkeypatch.delattr(os, "pread")
    assert connection._can_be_read(file)
    broken = home / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    answer = mentorlog("--journal", str(broken), "timeline")
    assert answer.exit == Damaged.exit


def test_without_sighup(monkeypatch: pytest.MonkeyPatch) -> None:
    from mentorlog import __main__ as program

    monkeypatch.delattr(signal, "SIGHUP")
    assert importlib.reload(program).ENDING == [signal.SIGINT, signal.SIGTERM]
    monkeypatch.undo()
    assert importlib.reload(program).ENDING == [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def test_windows_has_an_editor_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def start(command: list[str]) -> int:
        started.append(command)
        Path(command[-1]).write_text("Words.")
        return 0

    monkeypatch.setattr("mentorlog.drafts._run_editor", start)
    draft: Draft = create_draft(home / "drafts", ("reflect",), "", at="2026-03-12T10:00:00+00:00")
    monkeypatch.setattr("mentorlog.drafts.os", types.SimpleNamespace(name="nt", environ={}))
    assert edit_in_editor(draft).text == "Words."
    monkeypatch.setattr("mentorlog.drafts.os", types.SimpleNamespace(name="nt", environ={"EDITOR": r"C:\edit.exe -w"}))
    edit_in_editor(draft)
    assert [command[:2] for command in started] == [["notepad", str(draft.path)], [r"C:\edit.exe", "-w"]]
