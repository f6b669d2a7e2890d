"""The pages are true: their commands answer as they say, their links lead somewhere, nothing is left out."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.console import PAGES, ROOT, at_home, run, written_again
from docs.generate import COMMANDS, commands_page, lines_typed, main
from tests.conftest import Program

ALL = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
PARTS = ("The question", "The choice", "Why", "The price", "When to look again")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


# ── What the program writes ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", PAGES)
def test_a_console_block_answers_as_it_says(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == written_again(name)


def test_every_page_with_console_blocks_is_run() -> None:
    assert {name_of(page) for page in ALL if "\n```console\n" in page.read_text("utf-8")} == set(PAGES)


def test_the_commands_are_those_of_the_program() -> None:
    assert (ROOT / COMMANDS).read_text("utf-8") == commands_page()


@pytest.mark.parametrize("words", list(lines_typed()), ids=" ".join)
def test_every_command_is_documented(words: tuple[str, ...]) -> None:
    assert f"# mentorlog {' '.join(words)}\n" in (ROOT / COMMANDS).read_text("utf-8")


def test_what_is_out_of_date_is_written_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("docs.generate.ROOT", tmp_path)
    monkeypatch.setattr("docs.generate.pages", lambda: {"page.md": "new\n"})
    monkeypatch.setattr("sys.argv", ["generate.py", "--check"])
    assert main() == 1
    monkeypatch.setattr("sys.argv", ["generate.py"])
    assert main() == 0
    assert (tmp_path / "page.md").read_text() == "new\n"
    monkeypatch.setattr("sys.argv", ["generate.py", "--check"])
    assert main() == 0
    assert capsys.readouterr().out == "page.md is out of date: run `just docs`.\npage.md written.\n"


def test_a_block_knows_few_commands() -> None:
    with at_home(), pytest.raises(ValueError, match="can't run this"):
        run("rm -r somewhere")


# ── What a reader finds ──────────────────────────────────────────────────────────────────────────


def anchors(page: Path) -> set[str]:
    """The headings of a page as a link names them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links() -> Iterator[tuple[Path, str]]:
    for page in ALL:
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
            if not target.startswith("https://"):
                yield page, target


def leads_somewhere(page: Path, target: str) -> bool:
    file, _, anchor = target.partition("#")
    there = (page.parent / file).resolve() if file else page
    return there.is_relative_to(ROOT) and there.exists() and (not anchor or anchor in anchors(there))


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    assert [target for other, target in links() if other == page and not leads_somewhere(page, target)] == []


def test_every_page_is_linked() -> None:
    linked = {(page.parent / target.partition("#")[0]).resolve() for page, target in links()}
    assert [page for page in ALL if page not in linked and page.name != "README.md"] == []


def test_decisions_are_numbered_and_listed() -> None:
    assert len({page.name[:4] for page in DECISIONS}) == len(DECISIONS)
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    for page in DECISIONS:
        number, title = page.read_text("utf-8").splitlines()[0].removeprefix("# ").split(". ", 1)
        assert f"{number}. [{title}]({page.name})" in listed


@pytest.mark.parametrize("page", DECISIONS, ids=name_of)
def test_a_decision_has_all_its_parts(page: Path) -> None:
    assert tuple(re.findall(r"^\*\*(.+?)\.\*\* ", page.read_text("utf-8"), re.MULTILINE)) == PARTS


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_prose_fits_on_the_screen(page: Path) -> None:
    assert [line for line in prose(page).splitlines() if len(line) > 120 and not line.startswith("|")] == []


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_paths_in_the_pages_are_there(page: Path) -> None:
    """Every `room/file.py` that a page names, in the source or from the top of the project; but the site is built, and
    a decision may name a file as it was called then.
    """
    renamed = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    former = set(re.findall(r"^\| `([^`]+)` \|", renamed, re.MULTILINE)) if page.parent.name == "decisions" else set()
    named = set(re.findall(r"`(?!site/)((?:[\w.]+/)+[\w.]+\.\w+)`", prose(page))) - former
    places = (ROOT, ROOT / "src" / "mentorlog")
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_every_promise_has_its_test() -> None:
    promised = re.findall(r"`(test_\w+)`", (ROOT / "docs" / "privacy.md").read_text("utf-8"))
    there = "".join(page.read_text("utf-8") for page in (ROOT / "tests").rglob("test_*.py"))
    assert promised
    assert [name for name in promised if f"def {name}(" not in there] == []


def test_the_readme_sets_up_as_ci_does() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for script in ("demo", "test"):
        assert re.search(rf"^sh scripts/{script}\b", readme, re.MULTILINE)
        assert (ROOT / "scripts" / script).is_file()
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == "sh scripts/test"


# ── What a script finds ──────────────────────────────────────────────────────────────────────────

WRITES = [
    ("session add met --with Ánh -a growth --action write --promised send", ""),
    ("reflect clear --about 1 --feeling proud", ""),
    ("goal add lead --sign quiet -a growth", ""),
    ("goal add walk --target 5", ""),
    ("goal checkin 6 --count 2", ""),
    ("ask why --with anh", ""),
    ("reflect because --answers 7", ""),
    ("edit 1 2 --on yesterday", ""),
    ("remove 8", ""),
    ("undo", ""),
    ("redo", ""),
    ("restore 8", ""),
    ("area add speaking", ""),
    ("person add Mie", ""),
    ("config set plain true", ""),
    ("reflect - -a nonsense", "kept as a draft"),
    ("export journal -o journal.jsonl", ""),
    ("export year -o year.html", ""),
    ("import journal.jsonl", ""),
    ("--journal other.db init", ""),
    ("demo", ""),
]
READS = [
    *("", "timeline", "progress", "search clear", "show 1", "show 1 2", "show draft", "goal list", "goal story 6"),
    *("session list", "action list", "ask --list", "history", "history 1", "area list", "person list"),
    *("config list", "config get plain", "config path", "info", "export year --to json", "show 99"),
]


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys_of(part)


def test_every_key_of_every_answer_is_documented(
    mentorlog: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    documented = set(re.findall(r"`(?:error\.)?([\w.-]+)`", (ROOT / "docs" / "json.md").read_text("utf-8")))
    documented |= {"schema_version", "error"}
    found: dict[str, set[str]] = {}
    for words, given in [*WRITES, *((line, "") for line in READS)]:
        answer = mentorlog(*words.split(), "--json", input=given)
        found[words] = set(keys_of(json.loads(answer.out or answer.err))) - documented
        assert answer.exit != 1, words
    assert {words: keys for words, keys in found.items() if keys} == {}


@pytest.mark.needs("man")
def test_the_manual_page_is_one() -> None:
    shown = subprocess.run(
        ["man", "--warnings", "-l", ROOT / "docs" / "mentorlog.1"],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"},
    )
    assert shown.stderr == b""
    assert b"mentorlog goal checkin" in shown.stdout
    plain = re.sub(r".\x08|\x1b\[[\d;]*m", "", shown.stdout.decode())
    assert [line for line in plain.splitlines() if len(line) > 80] == []
