"""Disks of our own: small ones, read-only ones; where the system lets us make them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

IMAGE = 20 << 20
KNOWN = ("tmpfs", "ext4", "bind")


class Refused(Exception):
    """The system doesn't let us do that."""


def do(*command: str) -> None:
    """Run a command of the system; raises Refused where it is missing or fails."""
    if not shutil.which(command[0]):
        raise Refused(f"{command[0]} isn't installed")
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode:
        raise Refused(f"{command[0]}: {done.stderr.strip()}")


@contextmanager
def mounted(kind: str, folder: Path, size: int = 1 << 20) -> Iterator[Path]:
    """A disk at `folder`: a tmpfs of `size` bytes, an ext4 in a file, or the folder again, read-only."""
    if os.geteuid() != 0:
        raise Refused("mount: only for root")
    folder.mkdir(parents=True, exist_ok=True)
    match kind:
        case "tmpfs":
            do("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
        case "ext4":
            image = folder.with_name(f"{folder.name}.img")
            with image.open("wb") as file:
                file.truncate(IMAGE)
            do("mkfs.ext4", "-q", "-F", "-m", "0", str(image))
            do("mount", "-o", "loop", str(image), str(folder))
        case _:
            do("mount", "--bind", str(folder), str(folder))
            do("mount", "-o", "remount,bind,ro", str(folder))
    try:
        yield folder
    finally:
        do("umount", "-l", str(folder))


@cache
def refusal(kind: str) -> str:
    """Why there can be no such disk here; empty where there can."""
    try:
        with TemporaryDirectory() as folder, mounted(kind, Path(folder) / "disk"):
            return ""
    except (Refused, OSError) as error:
        return str(error)


def fill(folder: Path, free: int) -> None:
    """Leave `free` bytes on the disk at `folder`."""
    filler = folder / "filler"
    filler.unlink(missing_ok=True)
    block = bytes(1 << 16)
    with filler.open("wb") as file:
        try:
            while True:
                file.write(block)
                file.flush()
        except OSError:
            pass
    stat = os.statvfs(folder)
    short = free - stat.f_bavail * stat.f_frsize
    if short > 0:
        os.truncate(filler, max(0, filler.stat().st_size - short))


def as_owner_only() -> tuple[str, ...]:
    """What lets a command run without root's power over permissions."""
    if os.geteuid() != 0:
        return ()
    before = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    do(*before, "true")
    return before
