"""What is measured of ours, beside what, and what it must reach."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpus
from mentorlog.cli.app.registry import COMMAND_TABLE
from mentorlog.storage.journal import open_journal

WORDS = "I led the meeting today, and said what I thought"
PASS, TYPER, RICH = "python -c pass", "import typer", "import typer, rich"
BASES = {PASS: "pass", TYPER: "import typer", RICH: "import typer, rich.console, rich.table"}
ALL_YEARS = "2020..2026"  # of up to 10,000 entries
NOISE = 1.1  # start-up is the same command over the least journal, give or take


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU and wall in milliseconds, the largest size in MiB; of how many runs the median, 0 where it was cut off."""

    cpu: float
    wall: float
    size: float
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a cost is held against: the bases by name, SQLite over the same file, the same over the least journal."""

    bases: Mapping[str, Cost]
    sqlite: Cost | None
    least: Cost
    entries: int


Holds = Callable[[Cost, Beside], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What must hold, in words and as a check."""

    words: str
    holds: Holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A command of ours; `sql` asks SQLite the same, `most` is the largest journal that it is measured over."""

    words: tuple[str, ...]
    shown: str = ""
    sql: str = ""
    goals: tuple[Goal, ...] = ()
    at_terminal: bool = False
    into_empty: bool = False
    least: int = 0
    most: int = 10**9

    @property
    def what(self) -> str:
        """What the table calls it."""
        said = self.shown or " ".join(self.words)
        return f"{said} (terminal)" if self.at_terminal else said


def times(base: str, most: float) -> Goal:
    """At most so many times the CPU of a base."""
    return Goal(words=f"≤ {most:g} × {base}", holds=lambda cost, beside: cost.cpu <= most * beside.bases[base].cpu)


def flat(most: float) -> Goal:
    """At most so many times the CPU over the least journal."""
    return Goal(words=f"≤ {most:g} × least", holds=lambda cost, beside: cost.cpu <= most * beside.least.cpu)


def rate(least: int) -> Goal:
    """At least so many entries a second of CPU, start-up left out; for journals from 10,000 entries on."""

    def holds(cost: Cost, beside: Beside) -> bool:
        return beside.entries < 10_000 or cost.cpu - beside.bases[TYPER].cpu <= beside.entries / least * 1000

    return Goal(words=f"≥ {least:,} entries/s", holds=holds)


def _is_as_sqlite(cost: Cost, beside: Beside) -> bool:
    return beside.sqlite is None or cost.cpu <= 2 * beside.sqlite.cpu + NOISE * beside.least.cpu


def _is_small(cost: Cost, beside: Beside) -> bool:
    return beside.entries > 10_000 or cost.size <= 150


LEAN = Goal(words="≤ import typer + 20 ms", holds=lambda cost, beside: cost.cpu <= beside.bases[TYPER].cpu + 20)
AS_SQLITE = Goal(words="≤ 2 × SQLite + start-up", holds=_is_as_sqlite)
SMALL = Goal(words="≤ 150 MiB at 10,000", holds=_is_small)
DRAWN = (times(RICH, 1.3), flat(1.1))
NEWEST = (
    "SELECT * FROM entries WHERE removed_at IS NULL AND tender = 0 ORDER BY day DESC, time DESC, number DESC LIMIT 20"
)
INSERT = (
    "PRAGMA synchronous = EXTRA; INSERT INTO entries (uid, kind, day, text, folded, visibility, written_at, changed_at,"
    f" digest) VALUES (hex(randomblob(16)), 'question', '{corpus.TODAY}', '{WORDS}', '', 'private', '', '', '')"
)
GOALS = (
    "SELECT * FROM entries WHERE kind = 'goal' AND status = 'active' AND removed_at IS NULL AND tender = 0 ORDER BY day"
)
SCAN = f"SELECT * FROM entries WHERE instr(folded, '{corpus.RARE}')"
TALLIES = "the statements of progress"  # put in by `tallies`
COMMANDS = [
    Case(words=("reflect", WORDS, "-a", "identity"), shown="reflect", sql=INSERT, goals=(LEAN, flat(1.1))),
    Case(words=("timeline",), sql=NEWEST, goals=(flat(1.2),)),
    Case(words=("show", "1"), sql="SELECT * FROM entries WHERE number = 1", goals=(flat(1.2),), least=1),
    Case(words=("goal", "list"), sql=GOALS, goals=(flat(1.2),)),
    Case(words=(), shown="mentorlog alone", at_terminal=True, goals=DRAWN),
    Case(words=("timeline",), at_terminal=True, goals=DRAWN),
    Case(words=("show", "1"), at_terminal=True, goals=DRAWN, least=1),
    Case(words=("goal", "list"), at_terminal=True, goals=DRAWN),
    Case(words=("catchup", "--no-input"), shown="catchup", at_terminal=True, goals=DRAWN),
    Case(words=("person", "list"), at_terminal=True, goals=DRAWN),
    Case(words=("progress",), at_terminal=True),
    Case(words=("progress", "--all"), sql=TALLIES, goals=(AS_SQLITE,)),
    Case(words=("search", corpus.RARE), shown="search", sql=SCAN, goals=(AS_SQLITE,)),
    Case(
        words=("export", "year", ALL_YEARS, "--to", "html", "-o", "-"),
        shown="export year, HTML",
        goals=(rate(3_333), SMALL),
        least=1,
        most=10_000,
    ),
    Case(words=("export", "journal", "-o", "-"), shown="export journal", goals=(rate(20_000),)),
    *(
        Case(
            words=("import", f"{{lines}}.{ending}", "--from", form),
            shown=f"import{shown}",
            into_empty=True,
            goals=(rate(10_000),),
            least=1,
        )
        for ending, form, shown in (
            ("jsonl", "jsonl", ""),
            ("json", "jrnl", " of jrnl's JSON"),
            ("csv", "csv", " of a table"),
        )
    ),
    Case(words=("check",), goals=(rate(20_000),)),
]
HELP = [Case(words=(*name.split(), "--help"), goals=(times(PASS, 7),)) for name in ("", *COMMAND_TABLE)]


def tallies(journal: Path) -> str:
    """The GROUP BYs that `progress` runs over a journal, as one text for the SQLite shell."""
    with open_journal(journal) as opened:
        run: list[str] = []
        opened._connection.set_trace_callback(run.append)  # noqa: SLF001
        opened.tallies()
    return ";".join(one for one in run if re.match("SELECT", one))
