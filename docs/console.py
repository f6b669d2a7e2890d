"""The console blocks of the pages: run as they stand, in a home of their own, and written again.

    $ mentorlog reflect "Clear, not rude." -a validation
    Reflection 1 saved for Thu 12 Mar 2026, today.

A block knows mentorlog, `export NAME=VALUE` and `sqlite3 FILE SQL`. A command goes on in the next line after a
backslash and inside quotes. A line of the answer that ends in "…" stands for every line that begins so.
"""

import io
import os
import re
import shlex
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from mentorlog.cli import main
from mentorlog.errors import MentorlogError

ROOT = Path(__file__).parent.parent
PAGES: dict[str, tuple[str, ...]] = {  # each page, and those whose commands went before
    "README.md": (),
    "docs/tutorial.md": (),
    "docs/second-week.md": ("docs/tutorial.md",),
    "docs/data.md": ("docs/tutorial.md",),
    "docs/privacy.md": (),
    "docs/json.md": ("docs/tutorial.md",),
    "docs/howto/between.md": ("docs/tutorial.md",),
    "docs/howto/datasette.md": ("docs/tutorial.md",),
    "docs/howto/goals.md": (),
    "docs/howto/keeping.md": ("docs/tutorial.md",),
    "docs/howto/sharing.md": ("docs/tutorial.md",),
    "docs/howto/words.md": (),
}
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
PROMPT = "$ "
ANY = "…"
USUAL = {"LC_ALL": "C.UTF-8", "MENTORLOG_TODAY": "2026-03-12", "TERM": "xterm", "TZ": "UTC"}


def written_again(name: str) -> str:
    """The page `name` as it should be: each command followed by its answer of today."""
    with at_home():
        for before in PAGES[name]:
            _answered((ROOT / before).read_text("utf-8"))
        return _answered((ROOT / name).read_text("utf-8"))


@contextmanager
def at_home() -> Iterator[Path]:
    """An empty home directory, where the program is and where everything is reset afterwards."""
    with tempfile.TemporaryDirectory(prefix="mentorlog-") as place, ExitStack() as undo:
        undo.callback(time.tzset)
        undo.enter_context(patch.dict(os.environ, {**USUAL, "HOME": place}, clear=True))
        undo.enter_context(patch("mentorlog.config.now", _evening))
        undo.callback(os.chdir, Path.cwd())
        undo.callback(os.umask, os.umask(0o022))
        time.tzset()
        os.chdir(place)
        yield Path(place)


def run(command: str) -> str:
    """What a command says, on stdout and stderr together; raises ValueError for one that is not known here."""
    match shlex.split(command.replace("\\\n", "")):
        case ["mentorlog", *words]:
            return mentorlog(words)
        case ["export", setting]:
            name, _, value = setting.partition("=")
            os.environ[name] = value
            return ""
        case ["sqlite3", file, query] | ["sqlite3", "-readonly", file, query]:
            with closing(sqlite3.connect(f"{Path(file).expanduser().as_uri()}?mode=ro", uri=True)) as connection:
                rows = connection.execute(query).fetchall()
            return "".join("|".join("" if value is None else str(value) for value in row) + "\n" for row in rows)
    raise ValueError(f"The pages can't run this: {command}")


def mentorlog(words: list[str]) -> str:
    """What mentorlog says, without a terminal; raises RuntimeError where it says that it made a mistake of its own."""
    nothing, said = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with patch.object(sys, "stdin", nothing), redirect_stdout(said), redirect_stderr(said):
        code = main(words)
    said.seek(0)
    if code == MentorlogError.exit:
        raise RuntimeError(f"mentorlog {shlex.join(words)}: {said.read()}")
    return said.read()


def _evening() -> str:
    return f"{os.environ['MENTORLOG_TODAY']}T18:00:00+00:00"


def _answered(page: str) -> str:
    return BLOCK.sub(lambda block: "".join(_steps(block[0])), page)


def _steps(block: str) -> Iterator[str]:
    lines = iter(block.splitlines(keepends=True))
    command = ""
    said: list[str] = []
    for line in lines:
        if line.startswith(PROMPT):
            if command:
                yield command + _masked(run(command.removeprefix(PROMPT)), said)
            command, said = line, []
            while not _is_whole(command):
                command += next(lines)
        else:
            said.append(line)
    yield command + _masked(run(command.removeprefix(PROMPT)), said)


def _is_whole(command: str) -> bool:
    try:
        shlex.split(command.replace("\\\n", "\\" if command.endswith("\\\n") else ""))
    except ValueError:
        return False
    return True


def _masked(answer: str, said: list[str]) -> str:
    """The answer, but a line that the page leaves open stays open."""
    begins = [line.rstrip().removesuffix(ANY) for line in said if line.rstrip().endswith(ANY)]
    return "".join(
        next((f"{begin}{ANY}\n" for begin in begins if line.startswith(begin)), line)
        for line in answer.splitlines(keepends=True)
    )
