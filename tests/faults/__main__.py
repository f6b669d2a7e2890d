"""The long form: python -m tests.faults [--workers N] [--results FILE] [NAME…]

Tries everything at length, so many pieces at a time, and prints one table. A row that was run before, by itself, is in
the table too: what came out is kept in the file of results.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.faults.harness import ROOT, Count
from tests.faults.sharding import Shard, ShardResult, run_shard, shards
from tests.faults.table import HARNESSES, Harness

MEMORY = Path("/dev/shm")
RESULTS = ROOT / ".cache" / "faults.json"
HEAD = "| fault | tries | losses | seen | broken variant: what it lost |\n|---|---:|---:|---|---|\n"


@dataclass
class Row:
    """What is known of a harness so far: `seconds` of work, and what each broken variant lost in so many tries."""

    count: Count = field(default_factory=Count)
    seconds: float = 0
    broken: dict[str, list[int]] = field(default_factory=dict)

    def add(self, piece: Shard, came: ShardResult) -> None:
        self.seconds += came.seconds
        if piece.broken is None:
            self.count.add(came.count)
        else:
            self.broken[piece.broken] = [len(came.count.losses), came.count.tries]

    def as_json(self, at: str) -> dict[str, Any]:
        count = self.count
        return {
            "tries": count.tries,
            "losses": count.losses,
            "seen": count.seen,
            "broken": self.broken,
            "seconds": round(self.seconds),
            "at": at,
        }


def run(names: list[str], workers: int, results: Path) -> None:
    """Try the harnesses of these names, and keep what came out of each once it is whole."""
    at, rows, missing = _commit(), defaultdict[str, Row](Row), Counter[str]()
    with _temporary() as name, _temporary(MEMORY if MEMORY.is_dir() else None) as in_memory:
        folder = Path(name)
        folder.chmod(0o711)  # one harness is somebody else
        os.environ["TMPDIR"] = name
        todo = [piece for harness in HARNESSES if harness.name in names for piece in shards(harness)]
        missing.update(piece.name for piece in todo)
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            running: dict[Future[ShardResult], Shard] = {
                pool.submit(run_shard, piece, folder, Path(in_memory)): piece for piece in todo
            }
            for done in as_completed(running):
                piece, came = running[done], done.result()
                rows[piece.name].add(piece, came)
                missing[piece.name] -= 1
                _tell(piece, came)
                if not missing[piece.name]:
                    _keep(results, piece.name, rows[piece.name].as_json(at))


def _temporary(where: Path | None = None) -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="mentorlog-faults-", dir=where)


def _tell(piece: Shard, came: ShardResult) -> None:
    losses = came.count.losses if piece.broken is None else []
    sys.stderr.write(f"{piece}: {came.count.tries} tries, {len(came.count.losses)} losses, {came.seconds:.0f} s\n")
    sys.stderr.writelines(f"  {piece.name}: {loss}\n" for loss in losses)
    sys.stderr.flush()


def _keep(results: Path, name: str, row: dict[str, Any]) -> None:
    results.parent.mkdir(parents=True, exist_ok=True)
    known = _known(results)
    results.write_text(json.dumps({**known, name: row}, indent=1), "utf-8")


def _known(results: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads(results.read_text("utf-8")) if results.exists() else {}
    return known


def table(results: Path) -> tuple[str, bool]:
    """The table of all that is known, and whether all is well in it."""
    known, lines, is_well = _known(results), [HEAD], True
    for harness in HARNESSES:
        if harness.missing:
            lines.append(f"| {harness.fault} | – | – | {harness.missing} isn't installed | – |\n")
        elif row := known.get(harness.name):
            is_well &= _is_well(harness, row)
            broken = [f"{what}: {losses} in {tries}" for what, (losses, tries) in row["broken"].items()]
            seen = [f"{number} {what}" for what, number in sorted(row["seen"].items())]
            told = ", ".join(seen) + f"; {row['seconds']} s"
            lines.append(
                f"| {harness.fault} | {row['tries']:,} | {len(row['losses'])} | {told.removeprefix('; ')} "
                f"| {'; '.join(broken)} |\n"
            )
    commits = {row["at"] for row in known.values()}
    return "".join([*lines, f"\nTried on {', '.join(sorted(commits))}.\n"]), is_well


def _is_well(harness: Harness, row: dict[str, Any]) -> bool:
    """Whether nothing was lost, enough was tried, and every broken variant was caught."""
    caught = [losses for losses, _ in row["broken"].values()]
    return not row["losses"] and row["tries"] >= harness.least and all(caught) and len(caught) == len(harness.broken)


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "no commit"


def main(args: list[str]) -> int:
    """Print the table; 1 where anything was lost, too little was tried, or a broken variant passed."""
    names = [harness.name for harness in HARNESSES]
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*names, []], help=", ".join(names))
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="pieces at a time")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where what came out is kept")
    parser.add_argument("--only-table", action="store_true", help="print what is known, and try nothing")
    typed = parser.parse_args(args)
    if not typed.only_table:
        run(typed.names or names, typed.workers, typed.results)
    said, is_well = table(typed.results)
    sys.stdout.write(said)
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
