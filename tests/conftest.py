"""How tests use mentorlog, and the net that keeps them away from your own journal.

    def test_saves(mentorlog: Program) -> None:
        assert mentorlog("reflect", "I led the meeting", "--json").json()["number"] == 1

`mentorlog` calls the program in this process, `run` starts a real one. Each test has a home of its own.
"""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import platformdirs
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TODAY = "2026-03-12"  # a Thursday
FAULTS = Path(__file__).parent / "faults"
REAL_HOMES = [
    Path(place("mentorlog"))
    for place in (
        platformdirs.user_data_dir,
        platformdirs.user_config_dir,
        platformdirs.user_state_dir,
        platformdirs.user_cache_dir,
    )
]
# What could change an answer without being typed.
UNSET = [
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLUMNS", "LINES", "TTY_COMPATIBLE"),
    *("VISUAL", "EDITOR", "PAGER", "BROWSER", "DISPLAY", "XDG_RUNTIME_DIR"),
    *("LANG", "LANGUAGE", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONWARNINGS"),
]
CHROMIUM = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]

# Who runs the tests in the background may ignore these, and so would each program that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one call of mentorlog gave back."""

    exit: int
    out: str
    err: str

    def json(self) -> Any:
        """Stdout as JSON, or what went wrong on stderr."""
        assert self.out, f"exit {self.exit}, nothing on stdout; stderr: {self.err}"
        return json.loads(self.out)


class Program(Protocol):
    """mentorlog as a function: its arguments as typed; `env` is added to the test's own environment."""

    def __call__(self, *args: str, input: str | bytes = b"", env: Mapping[str, str] | None = None) -> Answer: ...


def need(program: str) -> str:
    """The path of a program; where it is missing the test is skipped, and fails when CI is set."""
    found = shutil.which(program)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{program} isn't installed")
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is covered must not hang on chance: neither drawn examples nor the fault harnesses are measured."""
    for item in items:
        if FAULTS in item.path.parents or getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            need(program)


def everything_in(folders: list[Path]) -> dict[Path, tuple[int, int]]:
    found = [path for folder in folders for path in [folder, *folder.rglob("*")] if path.exists()]
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


@pytest.fixture(scope="session", autouse=True)
def your_own_journal() -> Iterator[None]:
    """Fails the whole run if a test reached the real home directory."""
    before = everything_in(REAL_HOMES)
    yield
    assert everything_in(REAL_HOMES) == before, "A test touched the real home directory."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A home of this test's own; nothing in it yet."""
    home = tmp_path / "home"
    home.mkdir()
    if request.node.get_closest_marker("no_cover"):
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # what makes the programs that it starts measured
    for name in [*UNSET, *(name for name in os.environ if name.startswith("MENTORLOG_"))]:
        monkeypatch.delenv(name, raising=False)
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("MENTORLOG_TODAY", TODAY)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TZ", "UTC")
    return home


@pytest.fixture
def run() -> Program:
    """mentorlog in a process of its own, without a terminal."""

    def program(*args: str, input: str | bytes = b"", env: Mapping[str, str] | None = None) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "mentorlog", *args],
            input=as_bytes(input),
            env={**os.environ, **(env or {})},
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Answer(exit=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())

    return program


@pytest.fixture
def mentorlog(monkeypatch: pytest.MonkeyPatch) -> Program:
    """mentorlog in this process: the same answers, much faster."""

    def program(*args: str, input: str | bytes = b"", env: Mapping[str, str] | None = None) -> Answer:
        from mentorlog.cli import main

        out, err = Stream(), Stream()
        with monkeypatch.context() as patch, ExitStack() as undo:
            undo.callback(os.umask, os.umask(0o022))
            undo.enter_context(redirect_stdout(out))
            undo.enter_context(redirect_stderr(err))
            patch.setattr(sys, "stdin", Stream(as_bytes(input)))
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            code = main(list(args))
        return Answer(exit=code, out=out.text(), err=err.text())

    return program


class Stream(io.TextIOWrapper):
    """A stream in memory that can be reconfigured as the real ones can."""

    def __init__(self, content: bytes = b"") -> None:
        self.bytes = io.BytesIO(content)
        super().__init__(self.bytes, encoding="utf-8", newline="")

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode()


def as_bytes(words: str | bytes) -> bytes:
    return words.encode() if isinstance(words, str) else words


@pytest.fixture
def quick_age(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encryption with a passphrase that takes no second."""
    from tests import age

    monkeypatch.setattr("pyrage.passphrase.encrypt", age.encrypt)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    home = str(tmp_path_factory.mktemp("chromium"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=need("chromium"), args=CHROMIUM, env={**os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
        )
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: "Browser") -> Iterator["Page"]:
    """An empty tab of a real browser that can't reach any network."""
    context = chromium.new_context(offline=True)
    yield context.new_page()
    context.close()


def accessibility_faults(page: "Page") -> list[str]:
    """What axe-core finds wrong with the page that is open: rule, and the elements that break it."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]
