"""Costs as one Markdown table, with the machine and the versions that they were measured on."""

import platform
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import calls
from benchmarks.cases import PASS, TYPER, Beside, Case, Cost

BEGIN, END = "<!-- what just bench --write puts here -->", "<!-- up to here -->"
HEAD = """| whole process | entries | CPU ms | wall ms | MiB | × pass | × typer | × SQLite | × least | goal |
|---|--:|--:|--:|--:|--:|--:|--:|--:|---|"""
PROGRAMS = {
    "SQLite shell": ("sqlite3", "--version"),
    "jrnl": ("jrnl", "--version"),
    "Watson": ("watson", "--version"),
    "Taskwarrior": ("task", "--version"),
    "hledger": ("hledger", "--version"),
    "khal": ("khal", "--version"),
    "todoman": ("todo", "--version"),
}
TEXT = "SELECT SUM(LENGTH(CAST(title || text AS BLOB))) FROM entries"
MOST = 3.5
Row = tuple[str, int | None, Case | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Bytes of a file for each byte of text in it; of them, those that the file has with nothing in it."""

    ratio: float
    floor: float


def size_of(journal: Path, empty: Path) -> Size:
    """How large a journal is, and an `empty` one."""
    with sqlite3.connect(journal) as opened:
        (text,) = opened.execute(TEXT).fetchone()
    return Size(ratio=journal.stat().st_size / int(text), floor=empty.stat().st_size / int(text))


def page(rows: list[Row], costs: list[Cost], files: Mapping[int, Size], longest: float) -> str:
    """The machine, the table, the sizes of the files."""
    by_name = {(what, entries): cost for (what, entries, _), cost in zip(rows, costs, strict=True)}
    bases = {what: cost for (what, entries), cost in by_name.items() if entries is None}
    least = {what: cost for (what, _), cost in reversed(by_name.items())}
    lines = [HEAD]
    for (what, entries, case), cost in zip(rows, costs, strict=True):
        beside = Beside(
            bases=bases, sqlite=by_name.get((f"SQLite: {what}", entries)), least=least[what], entries=entries or 0
        )
        lines.append(_line(what, entries, case, cost, beside, longest))
    sizes = [
        f"- A file of {entries:,} entries has {size.ratio:.2f} bytes for each of text ({_mark(size.ratio <= MOST)} ≤ "
        f"{MOST:g}), {size.floor:.2f} of them those of an empty one."
        for entries, size in files.items()
        if entries >= 1000
    ]
    runs = max(cost.runs for cost in costs)
    path = f"- {calls.line(calls.path_of(calls.REFLECTION))}"
    return "\n".join([*machine(), f"- Medians of {runs} runs; ratios are of CPU.", *sizes, path, "", *lines])


def _line(what: str, entries: int | None, case: Case | None, cost: Cost, beside: Beside, longest: float) -> str:
    number = "" if entries is None else f"{entries:,}"
    if not cost.runs:
        return f"| {what} | {number} | cut off | over {longest * 1000:,.0f} | | | | | | |"
    low = [beside.bases[PASS].cpu, beside.bases[TYPER].cpu, beside.sqlite.cpu if beside.sqlite else 0, beside.least.cpu]
    ratios = [f"{cost.cpu / one:.2f}" if one else "" for one in low]
    goals = ", ".join(f"{_mark(goal.holds(cost, beside))} {goal.words}" for goal in (case.goals if case else ()))
    cells = [what, number, f"{cost.cpu:,.0f}", f"{cost.wall:,.0f}", f"{cost.size:.0f}", *ratios, goals]
    return f"| {' | '.join(cells)} |"


def _mark(holds: bool) -> str:
    return "✓" if holds else "✗"


def machine() -> list[str]:
    """What it was measured on, without a name."""
    from importlib.metadata import version

    cpus = [line.partition(":")[2].strip() for line in _read("/proc/cpuinfo") if line.startswith("model name")]
    libraries = ", ".join(f"{name} {version(name)}" for name in ("mentorlog", "typer", "rich"))
    found = [f"{name} {_version(argv)}" for name, argv in PROGRAMS.items() if shutil.which(argv[0])]
    return [
        f"- {len(cpus)} × {cpus[0] if cpus else platform.machine()}, {platform.system()}",
        f"- Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}",
        f"- Beside it: {', '.join(found)}",
    ]


def _read(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def _version(argv: tuple[str, ...]) -> str:
    said = subprocess.run(argv, capture_output=True, text=True, check=False).stdout.split("\n")[0]
    return next((word.strip(",v") for word in said.split() if any(char.isdigit() for char in word)), "?")


def write(target: Path, table: str) -> None:
    """Put the table between its two marks in a page."""
    before, _, rest = target.read_text().partition(BEGIN)
    target.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.partition(END)[2]}")
