"""What each command costs, beside what it can't go below. Prints one Markdown table; see README.md here."""

import argparse
import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus, peers

ROOT = Path(__file__).parent.parent
WORDS = "I led the meeting today, and said what I thought"
SHELL = shutil.which("sqlite3") or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A command of ours; `sql` asks SQLite the same, `goal` is what we want of it."""

    words: tuple[str, ...]
    sql: str = ""
    goal: str = ""
    at_terminal: bool = False
    into_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One thing to measure: a whole process."""

    what: str
    entries: int | None
    argv: tuple[str, ...]
    env: Mapping[str, str]
    beside: str = ""
    goal: str = ""
    at_terminal: bool = False
    fresh: tuple[Path, Path] | None = None  # copied from the one to the other before each time


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU and wall in milliseconds, the largest size in MiB."""

    cpu: float
    wall: float
    size: float


NEWEST = "SELECT * FROM entries WHERE removed_at IS NULL ORDER BY day DESC, time DESC, number DESC LIMIT 20"
INSERT = (
    "PRAGMA synchronous = EXTRA; INSERT INTO entries (uid, kind, day, text, folded, visibility, written_at, changed_at,"
    f" digest) VALUES (hex(randomblob(16)), 'question', '{corpus.TODAY}', '{WORDS}', '', 'private', '', '', '')"
)
COUNTS = (
    "SELECT area, kind, count(*), max(day) FROM entries JOIN entry_areas ON entry = number GROUP BY area, kind;"
    "SELECT substr(day, 1, 7), count(*) FROM entries GROUP BY 1;"
    "SELECT a.area, b.area, count(*) FROM entry_areas a JOIN entry_areas b USING (entry)"
    " WHERE a.area < b.area GROUP BY 1, 2;"
    "SELECT person, count(*), max(day) FROM entries JOIN entry_people ON entry = number GROUP BY person"
)
BASES = {
    "python -c pass": "pass",
    "import typer": "import typer",
    "import typer, rich": "import typer, rich.console, rich.table",
}
COMMANDS = [
    Case(words=("--help",), goal="≤ 7 × pass"),
    Case(words=("reflect", WORDS, "-a", "identity"), sql=INSERT, goal="≤ import typer + 20 ms"),
    Case(words=("timeline",), sql=NEWEST, goal="flat"),
    Case(words=("timeline",), at_terminal=True, sql=NEWEST, goal="≤ 1.3 × typer, rich"),
    Case(words=("show", "1"), sql="SELECT * FROM entries WHERE number = 1", goal="flat"),
    Case(words=("goal", "list"), sql="SELECT * FROM entries WHERE kind = 'goal' AND status = 'active'", goal="flat"),
    Case(words=("progress", "--all"), sql=COUNTS, goal="≤ 2 × SQLite, plus start-up"),
    Case(
        words=("search", corpus.RARE),
        sql=f"SELECT * FROM entries WHERE instr(folded, '{corpus.RARE}')",
        goal="≤ 2 × SQLite, plus start-up",
    ),
    Case(words=("export", "year", "1950..2050", "--to", "html", "-o", "-"), goal="10,000: ≤ 3 s, ≤ 150 MiB"),
    Case(words=("export", "journal", "-o", "-"), goal="≥ 20,000 entries/s"),
    Case(words=("import", "{lines}", "--from", "jsonl"), into_empty=True, goal="≥ 10,000 entries/s"),
    Case(words=("check",), goal="100,000: ≤ 5 s"),
]


def measure(run: Run) -> Cost:
    """Run it once, its output thrown away."""
    if run.fresh:
        shutil.copyfile(*run.fresh)
    with output(run) as out:
        start = time.perf_counter()
        process = subprocess.Popen(run.argv, env=run.env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE)
        with process:
            errors = process.stderr.read() if process.stderr else b""
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{run.what} at {run.entries} entries: exit {process.returncode}\n{errors.decode()}")
    return Cost(cpu=(used.ru_utime + used.ru_stime) * 1000, wall=wall * 1000, size=used.ru_maxrss / 1024)


@contextmanager
def output(run: Run) -> Iterator[int]:
    """Where its output goes: nowhere, or a terminal that nobody reads."""
    if not run.at_terminal:
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
    lines = folder / f"{size}.jsonl"
    corpus.make(size, lines)
    corpus.make(0, empty)
    corpus.make(size, journal)
    shutil.copyfile(journal, inserted)  # what SQLite alone inserts has no digest
    for case in COMMANDS:
        if size == 0 and case.words[0] == "show":
            continue
        here = target if case.into_empty else journal
        shown = " ".join(case.words[:2] if case.words[0] in {"goal", "export", "progress"} else case.words[:1])
        what = f"{shown} (terminal)" if case.at_terminal else shown
        if case.sql and SHELL:
            yield Run(
                what=f"SQLite: {what}",
                entries=size,
                argv=(SHELL, str(inserted if case.sql == INSERT else journal), case.sql),
                env=os.environ,
            )
        yield Run(
            what=what,
            entries=size,
            argv=(sys.executable, "-m", "mentorlog", *(word.format(lines=lines) for word in case.words)),
            env={**os.environ, "MENTORLOG_JOURNAL": str(here)},
            beside=f"SQLite: {what}",
            goal=case.goal,
            at_terminal=case.at_terminal,
            fresh=(empty, target) if case.into_empty else None,
        )


def measured(runs: list[Run], times: int) -> list[Cost]:
    """The median of each; all in turn in each round, so that noise hits all alike. The first round doesn't count."""
    costs: dict[int, list[Cost]] = defaultdict(list)
    for turn in range(times + 1):
        print(f"\rround {turn} of {times}", end="", file=sys.stderr, flush=True)
        for at, run in enumerate(runs):
            costs[at].append(measure(run))
    print(file=sys.stderr)
    return [
        Cost(**{key: statistics.median(asdict(cost)[key] for cost in costs[at][1:]) for key in ("cpu", "wall", "size")})
        for at in range(len(runs))
    ]


def table(runs: list[Run], costs: list[Cost]) -> str:
    """One row for each; the ratios are of CPU."""
    cpu = {(run.what, run.entries): cost.cpu for run, cost in zip(runs, costs, strict=True)}
    smallest = {run.what: cpu[run.what, run.entries] for run in reversed(runs)}
    rows = [
        "| whole process | entries | CPU ms | wall ms | MiB | × pass | × typer | × SQLite | × smallest | goal |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|",
    ]
    for run, cost in zip(runs, costs, strict=True):
        below = [cpu["python -c pass", None], cpu["import typer", None], cpu.get((run.beside, run.entries))]
        ratios = [f"{cost.cpu / low:.2f}" if low else "" for low in (*below, smallest[run.what])]
        entries = "" if run.entries is None else f"{run.entries:,}"
        cells = [run.what, entries, f"{cost.cpu:.0f}", f"{cost.wall:.0f}", f"{cost.size:.0f}", *ratios, run.goal]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> None:
    """Parse, prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="0,1000,10000", help="entries, with commas (all: 0,1000,10000,100000)")
    parser.add_argument("--runs", type=int, default=15, help="the median is of so many")
    parser.add_argument("--only", default="", help="commands that begin with this")
    parser.add_argument("--peers", action="store_true", help="other journals too, where installed")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "latest.json", help="the figures as JSON")
    chosen = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(HOME=name, MENTORLOG_TODAY=corpus.TODAY.isoformat(), TERM="xterm-256color", LC_ALL="C.UTF-8")
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        runs = [
            Run(what=what, entries=None, argv=(sys.executable, "-c", code), env=os.environ)
            for what, code in BASES.items()
        ]
        for size in map(int, chosen.sizes.split(",")):
            ours = runs_for(size, folder)
            runs += [run for run in ours if run.what.removeprefix("SQLite: ").startswith(chosen.only)]
            if chosen.peers and size:
                runs += [
                    Run(what=what, entries=size, argv=argv, env={**os.environ, **env})
                    for what, argv, env in peers.ready(size, folder)
                ]
        costs = measured(runs, chosen.runs)
    print(table(runs, costs))
    figures = [
        {"what": run.what, "entries": run.entries, **asdict(cost)} for run, cost in zip(runs, costs, strict=True)
    ]
    chosen.out.write_text(json.dumps({"runs": chosen.runs, "figures": figures}, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
