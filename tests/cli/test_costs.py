"""What a command costs, however much was written: its statements, their plans, the bytes it reads.

Nothing here looks at a clock: just bench does.
"""

import re
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks import calls
from mentorlog.model.entries import Action, Entry, Event, EventType, Goal, Question, Reflection, Session
from mentorlog.model.people import Person
from mentorlog.storage.database import connection
from mentorlog.storage.journal import open_journal
from tests.conftest import Program
from tests.entries import IDENTITY, NETWORKING, NOW, TODAY

FEW, MANY = 10, 400  # rounds of the seven entries of `written`
DAILY = [
    "",
    "timeline",
    "show last",
    "show 1",
    "goal list",
    "session list",
    "action list",
    "ask --list",
    "catchup --no-input",
    "timeline --tender",
    "history -n 3",
]
WHOLE = ["progress --all", "area list", "person list"]
WRITING = [
    "reflect more -a identity --about 1",
    "session add talked --with Mei",
    "goal checkin last 30",
    "edit 1 better",
]
BIG = {"entries", "entry_areas", "entry_people", "entry_goals", "answers", "events", "commands", "revisions"}
COUNTED = re.compile(r"SELECT COUNT\(\*\) FROM entries e WHERE ")


def written(rounds: int) -> Iterator[Entry]:
    """Each kind in each round, linked to what was written just before; what is old is settled."""
    mei = Person(name="Mei")
    for at in range(rounds):
        first, is_new = at * 7 + 1, at >= rounds - 2
        day = TODAY - timedelta(days=52 * (rounds - at))
        ended = () if is_new else (Event(on=day, what=EventType.REACHED),)
        yield Session(on=day, text="We talked. " * 80, people=(mei,), areas=(IDENTITY, NETWORKING), minutes=30)
        yield Reflection(on=day, text="It was good. " * 80, about=first, areas=(IDENTITY,))
        yield Goal(
            on=day,
            text="Lead.",
            status="active" if is_new else "reached",
            areas=(NETWORKING,),
            events=(Event(on=day, what=EventType.CREATED), *ended),
        )
        yield Reflection(on=day, text="A step.", goals=(first + 2,))
        yield Action(on=day, text="Write.", about=first, status="open" if is_new else "done", owner=mei)
        yield Session(on=day, text="Again. " * 120, people=(mei,))
        yield Question(on=day, text="Why?", answered_in=None if is_new else first + 5)


def journal_of(rounds: int, path: Path) -> Path:
    with open_journal(path, create_at=NOW) as journal, journal.write("add", at=NOW) as writing:
        for draft in written(rounds):
            writing.add(draft)
    return path


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small and a large journal."""
    folder = tmp_path_factory.mktemp("sizes")
    return journal_of(FEW, folder / "few.db"), journal_of(MANY, folder / "many.db")


@pytest.fixture(autouse=True)
def not_this_week(monkeypatch: pytest.MonkeyPatch) -> None:
    """The backup that is made once a week is measured by nobody who writes a line."""
    monkeypatch.setattr("mentorlog.storage.maintenance.backup_names.is_due", lambda *_: False)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that is run from here on."""
    seen: list[str] = []
    set_up = connection._set_up

    def traced(opened: sqlite3.Connection) -> sqlite3.Connection:
        ready = set_up(opened)
        ready.set_trace_callback(seen.append)
        return ready

    monkeypatch.setattr(connection, "_set_up", traced)
    return seen


@pytest.mark.parametrize("words", [*DAILY, *WHOLE, *WRITING])
def test_a_command_runs_as_many_statements_over_a_large_journal_as_over_a_small_one(
    words: str, sizes: tuple[Path, Path], mentorlog: Program, statements: list[str], tmp_path: Path
) -> None:
    counts = []
    for path in sizes:
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        statements.clear()
        answer = mentorlog("--journal", str(copy), *words.split())
        assert answer.exit == 0, answer.err
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert 0 < counts[0] < 100


# ── Plans ────────────────────────────────────────────────────────────────────────────────────────


def plan(path: Path, statement: str) -> list[str]:
    opened = sqlite3.connect(path)
    try:
        return [row[3] for row in opened.execute(f"EXPLAIN QUERY PLAN {statement}")]
    finally:
        opened.close()


def scans(path: Path, statement: str) -> list[str]:
    """The steps that go through all of a table in which there may be much, through an index of it too, if it is not
    the one of the few entries out of sight.
    """
    named = re.findall(r"(?:FROM|JOIN) (\w+) (?:AS )?(\w)\b", statement)
    big = BIG | {alias for table, alias in named if table in BIG}
    all_of = re.compile(r"SCAN (\w+)\b(?! USING (?:COVERING )?INDEX entries_out_of_sight)")
    steps = [(step, all_of.match(step)) for step in plan(path, statement)]
    return [step for step, found in steps if found and found[1] in big]


@pytest.mark.parametrize("words", [*DAILY, *WRITING])
def test_what_is_asked_daily_is_found_by_an_index(
    words: str, sizes: tuple[Path, Path], mentorlog: Program, statements: list[str], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(sizes[0].read_bytes())
    assert mentorlog("--journal", str(copy), *words.split()).exit == 0
    asked = [one for one in statements if one.startswith("SELECT") and " LIMIT " not in one and not COUNTED.match(one)]
    assert {one: found for one in asked if (found := scans(copy, one))} == {}
    counted = [one for one in statements if COUNTED.match(one)]
    assert all("INDEX entries_" in step for one in counted for step in plan(copy, one))


@pytest.mark.parametrize(
    ("words", "index"),
    [
        ("timeline", "entries_by_day"),
        ("search talked", "entries_by_day"),
        ("search talked -n 3", "entries_by_day"),
        ("timeline --in 2023 -n 5", "entries_by_day"),
        ("timeline --kind session", "entries_by_kind"),
    ],
)
def test_the_newest_come_first_by_an_index_without_sorting(
    words: str, index: str, sizes: tuple[Path, Path], mentorlog: Program, statements: list[str]
) -> None:
    assert mentorlog("--journal", str(sizes[0]), *words.split()).exit == 0
    (listed,) = [one for one in statements if "ORDER BY e.day DESC" in one]
    steps = plan(sizes[0], listed)
    assert any(f"e USING INDEX {index}" in step for step in steps)
    assert not [step for step in steps if "TEMP B-TREE" in step]


@pytest.mark.parametrize(("words", "fetched"), [("progress --all", 0), ("progress --in 2023", 0), ("area list", 0)])
def test_counting_goes_through_the_entries_in_the_order_of_an_index(
    words: str, fetched: int, sizes: tuple[Path, Path], mentorlog: Program, statements: list[str]
) -> None:
    assert mentorlog("--journal", str(sizes[0]), *words.split()).exit == 0
    counts = [one for one in statements if "COUNT(*)" in one]
    assert len(counts) > 3
    by_number = [step for one in counts for step in plan(sizes[0], one) if "e USING INTEGER PRIMARY KEY" in step]
    assert len(by_number) == fetched


def test_the_plans_see_a_scan(sizes: tuple[Path, Path]) -> None:
    assert scans(sizes[0], "SELECT * FROM entries e WHERE e.text = 'x'") == ["SCAN e"]
    assert scans(sizes[0], "SELECT a.area FROM entry_areas a") != []
    assert scans(sizes[0], "SELECT e.day FROM entries e WHERE e.removed_at IS NULL AND e.tender = 0") != []
    assert scans(sizes[0], "SELECT * FROM entries e WHERE e.number = 1") == []


# ── Bytes ────────────────────────────────────────────────────────────────────────────────────────


def bytes_read() -> int:
    """What this process has read from files so far."""
    return int(Path("/proc/self/io").read_text().split()[1])


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="counts as Linux does")
@pytest.mark.parametrize(
    ("words", "most"),
    [("show 1", 0.1), ("show last", 0.1), ("goal list", 0.1), ("timeline", 0.3), ("", 0.2), ("catchup", 0.2)],
)
def test_a_command_reads_a_small_part_of_a_large_journal(
    words: str, most: float, sizes: tuple[Path, Path], mentorlog: Program
) -> None:
    path = sizes[1]
    mentorlog("--journal", str(path), *words.split())  # whatever it imports is read now
    before = bytes_read()
    assert mentorlog("--journal", str(path), *words.split()).exit == 0
    assert bytes_read() - before < most * path.stat().st_size


def test_a_reflection_goes_through_few_files() -> None:
    path = calls.path_of(calls.REFLECTION)
    assert (len(path.files) <= calls.MAX_FILES, path.moves <= calls.MAX_MOVES) == (True, True), calls.line(path)
