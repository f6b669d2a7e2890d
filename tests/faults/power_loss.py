"""Power loss: what the program asks of the disk is recorded, and every state replayed in which a power
cut could leave the disk: after each operation, with none, all, some, some torn, some reordered of the
writes and names that were not yet synced.
"""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

from mentorlog.errors import MentorlogError
from mentorlog.storage.journal import open_journal
from tests.faults import story
from tests.faults.harness import Count, Home, empty_folder, inspect_journal, variant

SECTOR = 512
CALLS = (
    *("open", "openat", "creat", "close", "write", "pwrite64", "ftruncate", "fsync", "fdatasync"),
    *("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat"),
)
LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(?:<(.*?)>)?")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
HANDLE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
T = TypeVar("T")
PASSES = 4  # through the record, where the states of the first were too often the same
WAYS = ("none", "all", "some", "torn", "reordered")


@dataclass
class Write:
    """A change of a file that is not synced yet; without data it sets the size."""

    at: int
    data: bytes | None


@dataclass
class Node:
    """A file or a folder: what is on the disk, and what is on its way there."""

    disk: bytearray = field(default_factory=bytearray)
    pending: list[Write] = field(default_factory=list)


@dataclass
class Name:
    """A name that comes (with a node) or goes, not synced yet."""

    path: str
    node: Node | None


@dataclass
class Disk:
    """The part of the file system below `root`, which ends in a slash and is there."""

    root: str
    names: dict[str, Node] = field(default_factory=dict)
    pending: list[Name] = field(default_factory=list)
    seen: dict[str, Node] = field(default_factory=dict)
    handles: dict[int, tuple[str, Node]] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def name(self, path: str, node: Node | None) -> None:
        if not path.startswith(self.root):
            return
        self.pending.append(Name(path, node))
        if node is None:
            self.seen.pop(path, None)
        else:
            self.seen[path] = node

    def sync(self, handle: int) -> None:
        if handle not in self.handles:
            return
        path, node = self.handles[handle]
        apply(node.disk, node.pending)
        node.pending = []
        own = [name for name in self.pending if name.path.rpartition("/")[0] == path]
        _put(self.names, own)
        self.pending = [name for name in self.pending if name not in own]


def apply(content: bytearray, writes: list[Write]) -> None:
    for write in writes:
        if write.data is None:
            del content[write.at :]
            content.extend(bytes(write.at - len(content)))
        else:
            content.extend(bytes(max(0, write.at - len(content))))
            content[write.at : write.at + len(write.data)] = write.data


def _put(names: dict[str, Node], changes: list[Name]) -> None:
    for change in changes:
        if change.node is None:
            names.pop(change.path, None)
        else:
            names[change.path] = change.node


def record(home: Home, name: str, steps: int) -> list[tuple[str, str, int]]:
    """Tell `steps` of the story under strace: each call, its arguments, its result."""
    log = home.folder / "calls"
    tracer = ["strace", "-f", "-y", "-xx", "-s", "9999999", "-o", str(log), "-e"]
    home.folder.mkdir(parents=True, exist_ok=True)
    with (home.folder / "out").open("wb") as out:
        command = [*tracer, f"trace={','.join(f'?{call}' for call in CALLS)}", *variant(name, "story", "0", str(steps))]
        with home.start(command, stdout=out, stderr=subprocess.DEVNULL) as process:
            assert process.wait() == 0
    found = [LINE.match(line) for line in log.read_text().splitlines()]
    return [(match[1], match[2], int(match[3])) for match in found if match and int(match[3]) >= 0]


def replayed(calls: list[tuple[str, str, int]], home: Home) -> Iterator[tuple[int, Disk]]:
    """The disk after each call that matters, with the number of steps acknowledged by then."""
    disk, said, out = Disk(root=f"{home.folder}/"), -1, str(home.folder / "out")
    for call, arguments, result in calls:
        strings = [bytes.fromhex(text.replace("\\x", "")) for text in STRING.findall(arguments)]
        handle = HANDLE.match(arguments)
        on = bytes.fromhex(handle[2].replace("\\x", "")).decode() if handle else ""
        if call == "write" and on == out:
            said += strings[0].count(b"\n")
            yield max(said, 0), disk
        elif _do(disk, call, arguments, strings, int(handle[1]) if handle else -1, result):
            yield max(said, 0), disk


def _do(disk: Disk, call: str, arguments: str, strings: list[bytes], handle: int, result: int) -> bool:
    """Let one call happen; returns whether it changed anything."""
    paths = [text.decode(errors="replace") for text in strings]
    match call:
        case "open" | "openat" | "creat":
            return _open(disk, paths[0], arguments, result)
        case "close":
            disk.handles.pop(handle, None)
            return False
        case "write" | "pwrite64" | "ftruncate" | "fsync" | "fdatasync":
            return handle in disk.handles and _on_handle(disk, call, arguments, strings, handle)
        case "mkdir" | "mkdirat":
            disk.name(paths[0], Node())
        case "unlink" | "unlinkat":
            disk.name(paths[0], None)
        case "link" | "linkat":
            disk.name(paths[1], disk.seen.get(paths[0]))
        case _:
            disk.name(paths[1], disk.seen.get(paths[0]))
            disk.name(paths[0], None)
    return paths[-1].startswith(disk.root)


def _open(disk: Disk, path: str, arguments: str, result: int) -> bool:
    if not f"{path}/".startswith(disk.root):
        return False
    is_new = path not in disk.seen and f"{path}/" != disk.root
    node = disk.seen.get(path, Node())
    disk.handles[result] = path, node
    disk.places[result] = 0
    if "O_TRUNC" in arguments:
        node.pending.append(Write(0, None))
    if is_new:
        disk.name(path, node)
    return is_new or "O_TRUNC" in arguments


def _on_handle(disk: Disk, call: str, arguments: str, strings: list[bytes], handle: int) -> bool:
    node = disk.handles[handle][1]
    last = arguments.rpartition(", ")[2]
    match call:
        case "pwrite64":
            node.pending.append(Write(int(last), strings[0]))
        case "write":
            node.pending.append(Write(disk.places[handle], strings[0]))
            disk.places[handle] += len(strings[0])
        case "ftruncate":
            node.pending.append(Write(int(last), None))
        case _:
            disk.sync(handle)
    return True


def left(disk: Disk, way: str, random: Random) -> dict[str, bytes]:
    """What a power cut leaves: the files by path, where every folder above them is there too."""
    names = dict(disk.names)
    _put(names, disk.pending if way == "all" else [] if way == "none" else _some(disk.pending, random))
    contents = {}
    for path, node in names.items():
        above = [path[:place] for place in range(len(disk.root), len(path)) if path[place] == "/"]
        if not all(folder in names for folder in above):
            continue
        content = bytearray(node.disk)
        apply(content, _survivors(node.pending, way, random))
        contents[path] = bytes(content)
    return contents


def _survivors(writes: list[Write], way: str, random: Random) -> list[Write]:
    if way in ("none", "all"):
        return writes if way == "all" else []
    chosen = _some(writes, random)
    if way == "reordered":
        random.shuffle(chosen)
    if way == "torn" and chosen:
        place = random.randrange(len(chosen))
        chosen[place : place + 1] = _torn(chosen[place], random)
    return chosen


def _torn(write: Write, random: Random) -> list[Write]:
    """A write of which only some sectors arrived."""
    if write.data is None:
        return [write]
    first = SECTOR - write.at % SECTOR
    starts = [0, *range(first, len(write.data), SECTOR)]
    parts = zip(starts, [*starts[1:], len(write.data)], strict=True)
    return [Write(write.at + start, write.data[start:end]) for start, end in parts if random.random() < 0.5]


def _some(things: list[T], random: Random) -> list[T]:
    return [thing for thing in things if random.random() < 0.5]


def run(tries: int, folder: Path, name: str = "sound", *, seed: int = 1, steps: int = 16) -> Count:
    """Replay until `tries` different states were judged, or there are no more."""
    count, random, known = Count(), Random(seed), set[bytes]()
    home = Home(empty_folder(folder / "home"))
    calls = record(home, name, max(steps, tries // 120))
    points = sum(1 for _ in replayed(calls, home))
    scratch = Path("/dev/shm") / f"mentorlog-{os.getpid()}-{seed}" if Path("/dev/shm").is_dir() else folder / "scratch"
    each, share = -(-tries // points) + 2, min(1.0, 1.5 * tries / (points * len(WAYS)))
    try:
        for said, disk in (state for _ in range(PASSES) for state in replayed(calls, home)):
            if count.tries >= tries or (name != "sound" and count.losses):
                break
            if random.random() >= share:
                continue
            ways = [*WAYS, *(random.choice(WAYS[2:]) for _ in range(each))][: max(each, len(WAYS))]
            for way in ways:
                files = left(disk, way, random)
                mark = hashlib.sha256(repr((said, sorted(files.items()))).encode()).digest()
                if count.tries < tries and mark not in known:
                    known.add(mark)
                    _judge(count, empty_folder(scratch), home, files, said, way)
    finally:
        with suppress(FileNotFoundError):
            shutil.rmtree(scratch)
    return count


def _judge(count: Count, scratch: Path, home: Home, files: dict[str, bytes], said: int, way: str) -> None:
    count.tries += 1
    path = scratch / "journal.db"
    for name, content in files.items():
        if Path(name).parent == home.journal.parent:
            (scratch / Path(name).name).write_bytes(content)
    count.seen["with a transaction to take back"] += (scratch / "journal.db-journal").exists()
    if not path.exists():
        count.seen["without a journal yet"] += 1
        if said:
            count.losses.append(f"{way}: the journal is gone after {said} steps")
        return
    try:
        with open_journal(path) as journal:
            journal.count()
    except MentorlogError as error:
        count.losses.append(f"{way}: after {said} steps: {error}")
        return
    held, faults = inspect_journal(path, is_quick=True)
    if faults:
        count.losses.append(f"{way}: after {said} steps: {faults[0]}")
    elif held not in (story.after(said), story.after(said + 1)):
        count.losses.append(f"{way}: after {said} steps the journal holds something else")
