"""One way to write a file: whole or not at all, its owner's alone, never through a link."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mentorlog.errors import InvalidInput, MentorlogError, StorageError
from mentorlog.files import make_private, path_exists, remove_on_failure, write_chunks, write_file


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("name", ["year.html", "身" * 85, "🙂" * 63, ".hidden", "with space"])
@pytest.mark.parametrize("may_replace", [False, True])
def test_a_file_is_written_for_its_owner_alone(folder: Path, name: str, may_replace: bool) -> None:
    write_file(folder / name, b"words\x00", may_replace=may_replace)
    assert (folder / name).read_bytes() == b"words\x00"
    assert mode(folder / name) == 0o600
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_file_that_is_there_is_not_written_over(folder: Path) -> None:
    (folder / "a").write_bytes(b"old")
    with pytest.raises(InvalidInput, match="file-exists"):
        write_file(folder / "a", b"new")
    assert (folder / "a").read_bytes() == b"old"


def test_a_file_may_be_replaced_and_is_private_then(folder: Path) -> None:
    (folder / "a").write_bytes(b"old")
    (folder / "a").chmod(0o644)
    write_file(folder / "a", b"new", may_replace=True)
    assert ((folder / "a").read_bytes(), mode(folder / "a")) == (b"new", 0o600)
    assert [path.name for path in folder.iterdir()] == ["a"]


def test_a_file_is_written_part_by_part(folder: Path) -> None:
    beside: list[int] = []

    def parts() -> Iterator[bytes]:
        for letter in (b"a", b"b"):
            yield letter * 1_000_000
            beside.append(sum(path.stat().st_size for path in folder.iterdir()))

    write_chunks(folder / "a", parts())
    assert (folder / "a").read_bytes() == b"a" * 1_000_000 + b"b" * 1_000_000
    assert beside == [1_000_000, 2_000_000]


def test_nothing_stays_of_a_file_whose_parts_fail(folder: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"a"
        raise MentorlogError("Damaged.")

    (folder / "a").write_bytes(b"old")
    with pytest.raises(MentorlogError, match="Damaged"):
        write_chunks(folder / "a", parts(), may_replace=True)
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("a", b"old")]


def test_whether_anything_stands_there(folder: Path) -> None:
    (folder / "file").write_bytes(b"")
    (folder / "nowhere").symlink_to("gone")
    (folder / "loop").symlink_to("loop")
    assert [path_exists(folder / name) for name in ("file", "nowhere", "loop", ".")] == [True] * 4
    absent = ("missing", "file/below", "x" * 300, "a\0b", "loop/below")
    assert [path_exists(folder / name) for name in absent] == [False] * 5


def test_what_can_t_be_seen_is_not_said_to_be_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "lstat", refuse)
    with pytest.raises(StorageError, match="cannot-reach"):
        path_exists(folder / "file")


ODD: dict[str, Callable[[Path], object]] = {
    "a link to a file": lambda path: path.symlink_to("kept"),
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("may_replace", [False, True])
def test_what_is_no_plain_file_is_never_written_to(folder: Path, name: str, may_replace: bool) -> None:
    (folder / "kept").write_bytes(b"old")
    ODD[name](folder / "target")
    with pytest.raises(InvalidInput, match="not-a-regular-file"):
        write_file(folder / "target", b"new", may_replace=may_replace)
    assert (folder / "kept").read_bytes() == b"old"
    assert sorted(path.name for path in folder.iterdir()) == ["kept", "target"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [("missing/a", "cannot-write"), ("file/a", "cannot-reach"), ("x" * 300, "cannot-reach")],
)
def test_where_nothing_can_be_written_the_disk_is_named(folder: Path, place: str, reason: str) -> None:
    (folder / "file").write_bytes(b"old")
    with pytest.raises(StorageError, match=reason):
        write_file(folder / place, b"new")
    assert [path.name for path in folder.iterdir()] == ["file"]


AS_NOBODY = """
import os, sys
from pathlib import Path
from mentorlog.files import write_file  # nobody may not be let to where Python is
if os.geteuid() == 0:
    os.setuid(65534)
write_file(Path("out/a"), b"new", may_replace=True)
"""


def test_a_folder_that_can_only_be_read_is_left_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a").write_bytes(b"old")
    folder.chmod(0o555)
    monkeypatch.chdir(folder.parent)
    for place in (folder.parent, *folder.parents[1:3]):
        place.chmod(0o755)
    done = subprocess.run([sys.executable, "-c", AS_NOBODY], capture_output=True, check=False, text=True)
    folder.chmod(0o700)
    assert "StorageError: cannot-write" in done.stderr
    assert (folder / "a").read_bytes() == b"old"
    assert [path.name for path in folder.iterdir()] == ["a"]


@pytest.mark.parametrize("call", ["fsync", "link", "replace"])
def test_a_disk_that_fails_halfway_leaves_the_old_file_and_nothing_else(
    folder: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = folder / "a"
    if call == "replace":
        path.write_bytes(b"old")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StorageError, match="cannot-write") as caught:
        write_file(path, b"new", may_replace=call == "replace")
    assert caught.value.values == {"path": path, "why": "No space left on device"}
    assert [each.read_bytes() for each in folder.iterdir()] == ([b"old"] if call == "replace" else [])


def test_the_loser_of_a_race_is_told_that_the_file_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link

    def too_late(source: Path, target: Path) -> None:
        target.write_bytes(b"theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", too_late)
    with pytest.raises(MentorlogError, match="file-exists"):
        write_file(folder / "a", b"mine")
    assert [path.read_bytes() for path in folder.iterdir()] == [b"theirs"]


def test_what_is_missing_of_a_folder_is_made_private(folder: Path) -> None:
    for _ in range(2):
        make_private(folder / "a" / "b")
    assert [mode(path) for path in (folder, folder / "a", folder / "a" / "b")] == [0o755, 0o700, 0o700]


@pytest.mark.parametrize("may_replace", [False, True])
def test_a_folder_that_can_t_be_synced(folder: Path, may_replace: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new file is taken away again. One that was written over is there, and may not outlive a power cut."""

    def refused(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("mentorlog.files.sync_folder", refused)
    with pytest.raises(StorageError, match="write-unknown" if may_replace else "cannot-write"):
        write_file(folder / "a", b"new", may_replace=may_replace)
    assert [path.name for path in folder.iterdir()] == (["a"] if may_replace else [])


@pytest.mark.parametrize("may_replace", [False, True])
def test_an_interruption_leaves_no_new_file(folder: Path, may_replace: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever called for the file never hears of it, and so could not take it away."""

    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mentorlog.files.sync_folder", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(folder / "a", b"new", may_replace=may_replace)
    assert [path.name for path in folder.iterdir()] == (["a"] if may_replace else [])


def test_what_can_t_be_taken_away_again_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("mentorlog.files.sync_folder", refused)
    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(StorageError, match="write-unknown"):
        write_file(folder / "a", b"new")


def test_files_are_dropped_where_what_follows_fails(folder: Path) -> None:
    def put(name: str, follows: Callable[[], object]) -> None:
        with remove_on_failure() as written:
            write_file(folder / name, b"new")
            written.append(folder / name)
            follows()

    put("kept", list)
    with pytest.raises(KeyError):
        put("dropped", {}.popitem)
    assert [path.name for path in folder.iterdir()] == ["kept"]
