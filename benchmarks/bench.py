"""What each command costs, beside what it can't go below. Prints one Markdown table; see README.md here."""

import argparse
import compileall
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus, peers, report
from benchmarks.cases import BASES, COMMANDS, HELP, INSERT, TALLIES, Case, Cost, tallies

ROOT = Path(__file__).parent.parent
PROGRAM = (sys.executable, "-m", "mentorlog")
SHELL = shutil.which("sqlite3") or ""
LONG = 30.0  # seconds; a run that takes longer is cut off, and not tried again
SLOW, FEWER = 3.0, 3  # a run of another tool that takes longer than so many seconds is measured so many times
FORMS = (".jsonl", ".json", ".csv")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One thing to measure: a whole process."""

    what: str
    entries: int | None
    argv: tuple[str, ...]
    env: Mapping[str, str]
    case: Case | None = None
    is_peer: bool = False
    fresh: tuple[Path, Path] | None = None  # copied from the one to the other before each time


def measure(run: Run) -> Cost | None:
    """Run it once, its output thrown away; None where it took too long."""
    if run.fresh:
        shutil.copyfile(*run.fresh)
    with output(is_terminal=bool(run.case and run.case.at_terminal)) as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            run.argv, env=run.env, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True
        )
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, LONG)
        _, status, used = os.wait4(process.pid, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode == -signal.SIGKILL and wall >= LONG:
            return None
        if process.returncode > run.is_peer:  # 1 is how some say that they found nothing
            err.seek(0)
            raise SystemExit(f"{run.what} at {run.entries} entries: exit {process.returncode}\n{err.read().decode()}")
    return Cost(cpu=(used.ru_utime + used.ru_stime) * 1000, wall=wall * 1000, size=used.ru_maxrss / 1024, runs=1)


@contextmanager
def output(*, is_terminal: bool) -> Iterator[int]:
    """Where its output goes: nowhere, or a terminal that nobody reads."""
    if not is_terminal:
        yield subprocess.DEVNULL
        return
    screen, terminal = os.openpty()
    reader = subprocess.Popen(["cat"], stdin=screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(screen)
    try:
        yield terminal
    finally:
        os.close(terminal)
        reader.wait()


def runs_for(size: int, folder: Path) -> Iterator[Run]:
    """Every command over a journal of `size` entries, and SQLite over the same file."""
    journal, empty, target, inserted = (
        folder / f"{name}-{size}.db" for name in ("journal", "empty", "target", "inserted")
    )
    lines = folder / f"{size}"
    for entries, path in (*((size, lines.with_suffix(ending)) for ending in FORMS), (0, empty), (size, journal)):
        apart(corpus.make, entries, path)
    shutil.copyfile(journal, inserted)  # what SQLite alone inserts has no digest
    for case in COMMANDS:
        if not case.least <= size <= case.most:
            continue
        if case.sql and SHELL:
            yield Run(
                what=f"SQLite: {case.what}",
                entries=size,
                argv=(
                    *(SHELL, str(inserted if case.sql == INSERT else journal)),
                    tallies(journal) if case.sql == TALLIES else case.sql,
                ),
                env=os.environ,
            )
        yield Run(
            what=case.what,
            entries=size,
            argv=(*PROGRAM, *(word.format(lines=lines) for word in case.words)),
            env={**os.environ, "MENTORLOG_JOURNAL": str(target if case.into_empty else journal)},
            case=case,
            fresh=(empty, target) if case.into_empty else None,
        )


def others(size: int, folder: Path) -> Iterator[Run]:
    """The commands of other tools, where they are installed and bear so many entries."""
    for what, argv, env in apart(_ready, size, folder):
        yield Run(what=what, entries=size, argv=argv, env={**os.environ, **env}, is_peer=True)


def _ready(size: int, folder: Path) -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    return list(peers.ready(size, folder))


def apart(make: Callable[..., Made], *given: object) -> Made:
    """What a process of its own makes: at first all that this one starts weighs what this one does."""
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(make, *given).result()


def measured(runs: list[Run], times: int) -> list[Cost]:
    """The median of each; all in turn in each round, so that noise hits all alike. The first round doesn't count, but
    what takes too long there is left, and what is slow of other tools is tried a few times only.
    """
    costs: dict[int, list[Cost]] = defaultdict(list)
    left: dict[int, int] = {}
    for turn in range(times + 1):
        for at, run in enumerate(runs):
            if left.get(at, times) < turn:
                continue
            print(
                f"\rround {turn} of {times}: {run.what} {run.entries or ''}\033[K", end="", file=sys.stderr, flush=True
            )
            cost = measure(run)
            if cost is None:
                print(f"\rCut off after {LONG:.0f} s: {run.what} at {run.entries} entries.", file=sys.stderr)
                left[at] = 0
            elif turn:
                costs[at].append(cost)
            elif run.is_peer and cost.wall > SLOW * 1000:
                left[at] = FEWER
    print(file=sys.stderr)
    return [_median(costs[at]) for at in range(len(runs))]


def _median(costs: list[Cost]) -> Cost:
    if not costs:
        return Cost(cpu=0, wall=0, size=0, runs=0)
    middle = {key: statistics.median(asdict(cost)[key] for cost in costs) for key in ("cpu", "wall", "size")}
    return Cost(**middle, runs=len(costs))


def all_runs(sizes: list[int], folder: Path, only: str, *, with_peers: bool) -> list[Run]:
    """The bases, every help, and each command over each journal."""
    runs = [
        Run(what=what, entries=None, argv=(sys.executable, "-c", code), env=os.environ) for what, code in BASES.items()
    ]
    runs += [
        Run(
            what=case.what,
            entries=None,
            argv=(*PROGRAM, *case.words),
            env=os.environ,
            case=case,
        )
        for case in HELP
        if case.what.startswith(only)
    ]
    for size in sizes:
        runs += [run for run in runs_for(size, folder) if run.what.removeprefix("SQLite: ").startswith(only)]
        if with_peers and size:
            runs += others(size, folder)
    return runs


def settle_in(folder: Path) -> None:
    """A home of its own for all that runs, and compiled code."""
    compileall.compile_dir(ROOT / "src", quiet=1)
    os.environ.update(
        HOME=str(folder), MENTORLOG_TODAY=corpus.TODAY.isoformat(), TERM="xterm-256color", LC_ALL="C.UTF-8"
    )
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())


def main() -> None:
    """Parse, prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="0,100,10000", help="entries, with commas (all: 0,100,1000,10000,100000)")
    parser.add_argument("--runs", type=int, default=15, help="the median is of so many")
    parser.add_argument("--only", default="", help="commands that begin with this")
    parser.add_argument("--peers", action="store_true", help="other journals too, where installed")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "latest.json", help="the figures as JSON")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settle_in(folder)
        sizes = [int(size) for size in chosen.sizes.split(",")]
        runs = all_runs(sizes, folder, chosen.only, with_peers=chosen.peers)
        costs = measured(runs, chosen.runs)
        files = {
            size: report.size_of(folder / f"journal-{size}.db", folder / f"empty-{size}.db") for size in sizes if size
        }
    page = report.page([(run.what, run.entries, run.case) for run in runs], costs, files, LONG)
    print(page)
    figures = [
        {"what": run.what, "entries": run.entries, **asdict(cost)} for run, cost in zip(runs, costs, strict=True)
    ]
    kept = {"figures": figures, "file size / text": {size: asdict(file) for size, file in files.items()}}
    chosen.out.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    if chosen.write:
        report.write(ROOT / "docs" / "performance.md", page)


if __name__ == "__main__":
    main()
