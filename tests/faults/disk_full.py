"""The disk is full, a little later each time: for every command that writes, by three methods."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.commands import RELEASED, UPGRADE, WRITES, Write, judge, outcome, prepared_home, released_home, state
from tests.faults.harness import Count, Home, Result, empty_folder, variant
from tests.faults.mounts import fill, mounted, refusal

METHODS = ("tmpfs", "ext4", "ulimit")
KB = 1024
SIZE = 4 << 20
ROOM = (*range(0, 64 * KB, 4 * KB), 96 * KB, 128 * KB)


def run(
    tries: int,
    folder: Path,
    name: str = "sound",
    *,
    seed: int = 1,
    only: tuple[str, ...] = (),
    part: tuple[int, int] = (0, 1),
) -> Count:
    """Each command with ever more room, until it succeeds; `tries` of these by chance, 0 for all."""
    count, random = Count(), Random(seed)
    prepared_home(folder / "home")
    open_methods = [method for method in METHODS if method == "ulimit" or not refusal(method)]
    writes = [(command, None) for command in WRITES if not only or command.words[0] in only]
    cases = [*writes, *((UPGRADE, older) for older in RELEASED if not only)][part[0] :: part[1]]
    for method in open_methods:
        share = -(-tries // len(open_methods))
        chosen = random.sample(cases, min(len(cases), -(-share // 2))) if tries else cases
        with _disk(method, folder / method) as place:
            for command, older in chosen:
                home = released_home(older, folder / "older") if older else Home(folder / "home")
                outcomes = state(home, command), outcome(home, command, folder / "after")
                for room in sorted(random.sample(ROOM, 2)) if tries else ROOM:
                    now = _shrunk(method, home, place, folder / "elsewhere" if random.random() < 0.5 else None, room)
                    done = _run(method, now, command, room, name)
                    count.tries += 1
                    count.seen[f"on {method}"] += 1
                    count.seen["refused"] += done.exit == 5
                    wrong = judge(command, now, done, *outcomes, (0, 5))
                    on = f", on {older.stem}" if older else ""
                    count.losses += [f"{method}, {room // KB} kB free{on}: {line}" for line in wrong]
                    if done.exit == 0:
                        break
    return count


@contextmanager
def _disk(method: str, folder: Path) -> Iterator[Path]:
    with nullcontext(folder) if method == "ulimit" else mounted(method, folder, SIZE) as place:
        yield place


def _shrunk(method: str, home: Home, place: Path, elsewhere: Path | None, room: int) -> Home:
    """A copy of `home` on the disk at `place`, where `room` bytes are free; drafts may stand elsewhere."""
    (place / "filler").unlink(missing_ok=True)
    copied = home.copy(empty_folder(place / "home")).folder
    if method != "ulimit":
        fill(place, room)
    return Home(copied, empty_folder(elsewhere) if elsewhere else None)


def _run(method: str, home: Home, command: Write, room: int, name: str) -> Result:
    if method != "ulimit":
        return home.run(*command.words, input=command.text.encode(), by=variant(name))
    largest = room // 512 * 512
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest, largest))
    return home.run(*command.words, input=command.text.encode(), by=variant(name), prepare=limit)
