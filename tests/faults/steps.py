"""A failure of our own at every step: the n-th call of a function of the program raises an error that quotes an
entry. The answer is one sentence that quotes nothing, what was written is whole, and is not denied.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import CO_GENERATOR
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any
from unittest import mock

import mentorlog
from mentorlog import cli
from mentorlog.errors import Damaged, MentorlogError
from tests.faults.commands import READS, WRITES, State, Write, prepared_home, state
from tests.faults.harness import Count, Home, Result, call, empty_folder, inspect_journal

HERE = str(Path(mentorlog.__file__).parent)
SECRET = "SECRETWORDS"
DENIAL = re.compile(r"Nothing was (written|changed|imported|saved)")
ERRORS = (RuntimeError, ValueError, KeyError, OSError, RecursionError, UnicodeError, MemoryError)
# What says it, and what Python itself ends where nobody hears it.
EDGE = ("main", "complain", "tell", "_write", "set_up_streams", "one_line", "safe", "_asks_for_json", "<genexpr>")


def run(tries: int, folder: Path, *, says_it: bool = False, seed: int = 1) -> Count:
    """Fail at `tries` steps, chosen by chance; `says_it`: the answer repeats what Python said."""
    count, random, home = Count(), Random(seed), prepared_home(folder / "home")
    commands = [command for command in (*WRITES, *map(_read, READS)) if not command.text]
    while count.tries < tries:
        command = random.choice(commands)
        with _at_home(home.copy(empty_folder(folder / "now"))) as now:
            before = state(now, command)
            steps = _steps(command, 0, RuntimeError)[1]
            after = state(now, command)
        for _ in range(min(5, tries - count.tries)):
            number, error = random.randint(1, steps), random.choice(ERRORS)
            with _at_home(home.copy(empty_folder(folder / "now"))) as now, _saying(says_it):
                done, _ = _steps(command, number, error)
                count.tries += 1
                wrong = _wrong(command, now, done, before, after)
            count.seen["told as a mistake of ours"] += "a mistake of its own" in done.err
            count.losses += [f"{command.name}, step {number}, {error.__name__}: {line}" for line in wrong]
    return count


def _read(words: tuple[str, ...]) -> Write:
    return Write(words=words)


@contextmanager
def _at_home(home: Home) -> Iterator[Home]:
    here = Path.cwd()
    with mock.patch.dict(os.environ, home.env(), clear=True):
        os.chdir(home.folder)
        try:
            yield home
        finally:
            os.chdir(here)


def _steps(command: Write, failing: int, error: type[Exception]) -> tuple[Result, int]:
    """Run a command whose `failing`-th step raises; the answer, and how many steps there were."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> None:
        nonlocal count
        code = frame.f_code
        if event != "call" or not code.co_filename.startswith(HERE) or code.co_name in EDGE:
            return
        if code.co_name == "<module>" or code.co_flags & CO_GENERATOR:
            return  # an import that fails is another matter; a generator fails in what it calls, for here its own
            # `except` would be passed by
        count += 1
        if count == failing:
            raise error(f"{SECRET} in an entry")

    before = sys.gettrace()  # what measures coverage
    sys.settrace(trace)
    try:
        return call(*command.words), count
    finally:
        sys.settrace(before)


def _wrong(command: Write, home: Home, done: Result, before: State, after: State) -> Iterator[str]:
    if SECRET in done.out + done.err:
        yield f"it says what it must not: {done.err[:300]}"
    if "Traceback" in done.err or (done.exit and not done.err.strip()):
        yield f"exit {done.exit}: {done.err[-300:]!r}"
    faults = (
        inspect_journal(home.journal, may_forget=command.words[:1] == ("purge",))[1] if home.journal.exists() else []
    )
    yield from faults
    now = state(home, command)
    if command.words[:1] == ("check",) and done.exit == Damaged.exit:
        return  # a salvage that says that something is missing
    if now not in (before, after):
        yield f"half of it is there: exit {done.exit}"
    elif not done.exit and now != after:
        yield 'a false "saved"'
    elif done.exit and now != before and DENIAL.search(done.err):
        yield f'a false "not saved": {done.err[:200]}'
    elif now.journal != before.journal and "as it was" in done.err:
        yield f'a false "not written": {done.err[:200]}'


@contextmanager
def _saying(is_wanted: bool) -> Iterator[None]:
    """A last edge that repeats what Python said."""
    if not is_wanted:
        yield
        return
    with mock.patch.object(cli, "_bug", lambda error, _: MentorlogError(str(error))):
        yield
