"""The rules of the house (docs/house.md) that no other tool checks."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import Program, need

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "mentorlog"
TREES = {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}


def room_of(name: str) -> str:
    """The room or the single file at the top of the house: cli, views, …, config, text."""
    return Path(name).parts[0].removesuffix(".py")


ROOMS = {room_of(name) for name in TREES} - {"__init__", "__main__"}

# ── What a command loads ─────────────────────────────────────────────────────────────────────────

HEAVY = {
    *("dateparser", "jinja2", "markdown_it", "pydantic", "pyrage", "rich", "sqlite_utils", "tomlkit"),
    "importlib.metadata",
}
COMMANDS: list[tuple[str, set[str]]] = [  # the words, and what they may load of the heavy libraries
    ("--help", set()),
    ("reflect --help", set()),
    ("--version", {"importlib.metadata"}),
    ("reflect more --area identity --on yesterday", set()),
    ("session add talked --with Mei --on 2026-03-01", set()),
    ("goal add lead", set()),
    ("action add write --due 2026-04-01", set()),
    ("ask why", set()),
    ("timeline", set()),
    ("progress", set()),
    ("search word", set()),
    ("show 1", set()),
    ("goal list", set()),
    ("undo", set()),
    ("", set()),
    ("session list", set()),
    ("edit 1 better", set()),
    ("remove 1", set()),
    ("history", set()),
    ("ask --list", set()),
    ("area list", set()),
    ("area pause community", set()),
    ("person add Mei", set()),
    ("person list", set()),
    ("map", set()),
    ("timeline --lookback", set()),
    ("area checkin identity here --rating 3", set()),
    ("config list", set()),
    ("config set name Mei", {"tomlkit"}),
    ("export journal", set()),
    ("export year --to json", set()),
    ("info", {"importlib.metadata"}),
    ("share allow mentor 1", set()),
    ("share list", set()),
    ("feedback add good --by Mei --about 1", set()),
    ("feedback list", set()),
    ("review list", set()),
    ("purge 1 -y", set()),
]
HANDED_ON: list[tuple[str, set[str]]] = [
    ("share preview --with Mei", {"sqlite_utils"}),  # what somebody sees is a journal in memory
    ("share make --with Mei -o {folder}", {"sqlite_utils", "jinja2", "markdown_it"}),
    ("share list", set()),
    ("show 1", set()),
    ("review import {packet}", set()),
    ("review timeline mentee", {"sqlite_utils"}),
    ("review comment mentee 1 good", set()),
    ("review reply mentee -y -o {folder}/reply.json", set()),
    ("feedback import {folder}/reply.json", set()),
]
LOADED = """
import sys
before = set(sys.modules)
from mentorlog.cli import main
code = main(sys.argv[1:])
print(code, *(sys.modules.keys() - before), file=sys.stderr)
"""


def heavy(words: str) -> set[str]:
    """What a command loads of the heavy libraries; it must succeed."""
    return HEAVY & loaded(words)


def loaded(words: str) -> set[str]:
    """All that a command loads; it must succeed."""
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words.split()], env=unmeasured, capture_output=True, check=True, text=True
    )
    exit_code, *names = done.stderr.splitlines()[-1].split()
    assert exit_code == "0", done.stderr
    return set(names)


@pytest.mark.parametrize(("words", "may_load"), COMMANDS, ids=[words for words, _ in COMMANDS])
def test_a_command_pays_only_for_what_it_uses(words: str, may_load: set[str], run: Program) -> None:
    assert run("reflect", "a word").exit == 0  # the first write makes the journal
    assert heavy(words) <= may_load


def test_so_do_the_commands_of_a_whole_round(run: Program, tmp_path: Path) -> None:
    assert run("session", "add", "Met.", "--with", "Mei", "--visibility", "mentor").exit == 0
    places = {"folder": str(tmp_path / "out")}
    for words, may_load in HANDED_ON:
        if "{packet}" in words:
            (places["packet"],) = map(str, (tmp_path / "out").glob("*.json"))
        assert heavy(words.format(**places)) <= may_load, words


@pytest.mark.parametrize("command", ["reflect", "review", "session", "timeline"])
def test_help_reads_no_journal(command: str) -> None:
    assert not {"sqlite3", "hashlib", "tomllib"} & loaded(f"{command} --help")


UNNEEDED = {  # by one line: records of what it has nothing to do with, and what reads them
    *("mentorlog.model.selection", "mentorlog.model.history", "mentorlog.model.reports", "mentorlog.model.tallies"),
    *(
        "mentorlog.storage.maintenance.backup",
        "mentorlog.storage.database.schema",
        "mentorlog.cli.maintenance.backup",
        "mentorlog.insights",
    ),
    *("glob", "calendar", "_strptime"),
}


def test_a_line_loads_only_the_records_that_it_writes(run: Program) -> None:
    assert run("reflect", "a word").exit == 0  # makes the journal, and the week's backup
    done = subprocess.run([sys.executable, "-c", LOADED, "reflect", "more"], capture_output=True, check=True, text=True)
    assert UNNEEDED & set(done.stderr.splitlines()[-1].split()) == set()


# ── What stands in one place only ────────────────────────────────────────────────────────────────

RULES: list[tuple[str, str, set[str]]] = [  # what, why not, and the rooms or files where it may stand
    (
        r"\b(date\.today|datetime\.(now|utcnow|today)|time\.(time|time_ns|localtime|gmtime|ctime))\(",
        "the clock is read in config",
        {"config"},
    ),
    (r"CURRENT_(TIME|DATE)|'now'|unixepoch\(\)", "SQL reads no clock", set()),
    (r"(?<![\w.])print\(", "cli/app/output.py does the printing", {"cli/app/output.py"}),
    (r"\.print\(f['\"]", "markup in an entry's words would be obeyed: pass a Text", set()),
    (r"\bsys\.exit\(|\bos\._exit\(|\bSystemExit\b|(?<![\w.])(exit|quit)\(", "cli is the exit", {"cli", "__main__"}),
    (r"^\s*(import|from) sqlite3\b", "storage has the only SQL", {"storage"}),
    (r"\bwith ([\w.]+[._])?conn(ection)?( as \w+)?:", "rolls nothing back", set()),
    (r"\.atomic\(", "begins deferred", set()),
    (r"\balter=True\b", "a misspelt name would become a column", set()),
    (r"\.(insert_all|upsert_all)\(", "commits every hundred rows", {"storage/database/schema.py"}),
]


def code(tree: ast.Module) -> str:
    """The code alone, one statement a line, without comments and docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = ...
    return ast.unparse(tree)


def breaches(name: str, text: str) -> list[str]:
    """Each rule that a file breaks; `name` is its path within the source."""
    return [
        f"{name}: {match[0].strip()} {why}"
        for what, why, where in RULES
        if not {name, room_of(name)} & where
        for match in re.finditer(what, text, re.MULTILINE)
    ]


def test_each_thing_has_its_place() -> None:
    assert [breach for name, tree in TREES.items() for breach in breaches(name, code(tree))] == []


@pytest.mark.parametrize(
    "breach",
    [
        "today = datetime.date.today()",
        "print(1)",
        "connection.execute(\"SELECT date('now')\")",
        "console.print(f'{words}')",
        "sys.exit(1)",
        "with db.atomic(): pass",
        "table.insert(row, alter=True)",
        "table.insert_all(rows)",
        "with db.conn: pass",
        "with self.connection: pass",
        "def write():\n    import sqlite3",
        "from sqlite3 import Connection",
    ],
)
def test_the_rules_see_a_breach(breach: str) -> None:
    assert len(breaches("insights/year.py", code(ast.parse(breach)))) == 1


# ── What fits in the head ────────────────────────────────────────────────────────────────────────


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {name: len((SOURCE / name).read_text("utf-8").splitlines()) for name in TREES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    lengths = {
        f"{name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_no_folder_has_more_than_24_modules() -> None:
    folders = Counter(str(Path(name).parent) for name in TREES if not name.endswith("__init__.py"))
    assert {folder: count for folder, count in folders.items() if count > 24} == {}


@pytest.mark.parametrize("room", ["views", "export", "insights"])
def test_importing_a_room_loads_nothing_yet(room: str) -> None:
    assert (SOURCE / room / "__init__.py").read_text("utf-8") == ""


def test_every_room_is_in_the_map() -> None:
    house = (ROOT / "docs" / "house.md").read_text("utf-8")
    folders = {path.name for path in SOURCE.rglob("*") if path.is_dir() and path.name != "__pycache__"}
    assert {name for name in ROOMS | folders if not re.search(rf"\b{name}(/|\.py|`)", house)} == set()


def test_tests_mirror_the_house() -> None:
    tests = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")]
    tested = {path.parts[0].removeprefix("test_").removesuffix(".py") for path in tests}
    assert tested | {"errors"} == ROOMS | {"docs", "faults", "house", "main", "month", "platforms", "site"}


def test_a_test_stands_where_its_module_does() -> None:
    """Where a room has a module of that name; other tests are of a whole room."""
    folders: dict[tuple[str, str], set[str]] = {}
    for name in TREES:
        path = Path(name)
        folders.setdefault((room_of(name), path.stem.rstrip("_")), set()).add(path.parent.as_posix())
    wrong = []
    for path in (ROOT / "tests").glob("*/**/test_*.py"):
        folder = path.parent.relative_to(ROOT / "tests").as_posix()
        known = folders.get((room_of(folder), path.stem.removeprefix("test_")), {folder})
        wrong += [f"{path.name} belongs to {known}"] if folder not in known else []
    assert wrong == []


# ── What never leaves this desk ──────────────────────────────────────────────────────────────────

PRIVATE = re.compile(  # spelt so that this file passes too
    rb"/(?:home|Users)/\w|[/]root/|\\Users\\\w|py[p]i\.org|python[h]osted\.org|--(?:extra-)?index-[u]rl"
)


def test_no_committed_file_names_a_home_or_a_package_index() -> None:
    listed = subprocess.run([need("git"), "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    assert [str(path) for path in paths if path.is_file() and PRIVATE.search(path.read_bytes())] == []
