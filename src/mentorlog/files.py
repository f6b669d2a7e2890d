"""One way to write a file: 0600, beside the target, synced, renamed, never through a link."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

from mentorlog.errors import InvalidInput, StorageError

NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)  # how disks say that they know none, as FAT does
CREATE_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # without it every file is binary


def make_private(folder: Path) -> None:
    """Make `folder` and what is missing above it, open to its owner alone, so that it outlives a power cut."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
        sync_folder(place.parent)


def path_exists(path: Path) -> bool:
    """Whether anything is at `path`, even a broken link. Raises StorageError where that can't be seen."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: no path can be like that
        return False
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.ELOOP):
            return False
        raise StorageError("cannot-reach", path=path, why=error.strerror) from error
    return True


def write_file(path: Path, content: bytes, *, may_replace: bool = False) -> None:
    """`write_chunks` for content of one part."""
    write_chunks(path, [content], may_replace=may_replace)


def write_chunks(path: Path, content: Iterable[bytes], *, may_replace: bool = False) -> None:
    """Write `content`, part by part as it is made, so that either the old file or the whole new one is there.

    Raises what making a part raises; InvalidInput where something stands there that is not to be replaced (any file
    without `may_replace`; a link, a directory or a device always), StorageError where the disk does not take it:
    "write-unknown" where the new file is there, and may not outlive a power cut.
    """
    _check_target(path, may_replace)
    beside = path.with_name(f".{path.name[:50]}.{os.urandom(4).hex()}.part")
    is_in_place = False
    try:
        try:
            _write_synced(beside, content)
            put = Path.replace if may_replace else move_no_replace
            put(beside, path)
            is_in_place = True
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        sync_folder(path.parent)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        if is_in_place and (may_replace or not _try_remove(path)):
            raise StorageError("write-unknown", path=path) from error
        raise StorageError("cannot-write", path=path, why=error.strerror) from error
    except BaseException:  # an interruption, too
        if is_in_place and not may_replace:
            _try_remove(path)
        raise


@contextmanager
def remove_on_failure() -> Iterator[list[Path]]:
    """Drop the files that are put into what this yields where anything fails before its end."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            _try_remove(path)
        raise


def _try_remove(path: Path) -> bool:
    """Take a file away that was just made; whether it is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def sync(handle: int) -> None:
    """Make sure that what was written to a file is on the disk."""
    # On macOS fsync alone leaves it in the disk's own memory; not every disk there takes the call that doesn't.
    with suppress(ImportError, AttributeError, OSError):
        fcntl = import_module("fcntl")
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Make sure that a name just put into `folder` outlives a power cut."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows can't open a folder, and writes names down by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some shared disks have nothing to sync there
            raise
    finally:
        os.close(handle)


def move_no_replace(beside: Path, path: Path) -> None:
    """Put the file `beside` at `path`, never over another; raises FileExistsError."""
    try:
        os.link(beside, path)
    except (AttributeError, OSError) as error:
        if isinstance(error, OSError) and error.errno not in NO_LINKS:
            raise
        os.close(os.open(path, CREATE_FLAGS, 0o600))  # the disk knows no links: take the name first
        try:
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise


def _check_target(path: Path, may_replace: bool) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise StorageError("cannot-reach", path=path, why=error.strerror) from error
    if not stat.S_ISREG(mode):
        raise InvalidInput("not-a-regular-file", path=path)
    if not may_replace:
        raise _exists(path)


def _exists(path: Path) -> InvalidInput:
    return InvalidInput("file-exists", path=path)


def _write_synced(path: Path, content: Iterable[bytes]) -> None:
    handle = os.open(path, CREATE_FLAGS, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.writelines(content)
        file.flush()
        sync(handle)
