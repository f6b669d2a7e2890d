"""SIGKILL at random moments: what was acknowledged is there whole, the rest whole or absent."""

import subprocess
import time
from pathlib import Path
from random import Random

from tests.faults import story
from tests.faults.harness import PROGRAM, Count, Home, empty_folder, inspect_journal, variant

IN_A_ROW = 20
OLD = 0.8  # how many of the journals are there before the first kill
WRITING = 0.15  # seconds over which the kills of a running story are spread
STARTING = 0.5  # the same for a single command, from its first instruction on


def run(tries: int, folder: Path, name: str = "sound", *, seed: int = 1) -> Count:
    """Kill `tries` times; each journal is killed over and over, so that every start is a recovery too."""
    count, random = Count(), Random(seed)
    while count.tries < tries:
        home, steps = Home(empty_folder(folder / "home")), 0
        if random.random() < OLD:
            steps += home.run(*story.words(0)).exit == 0
        for _ in range(min(IN_A_ROW, tries - count.tries)):
            before = _unfinished(home)
            whole = name == "sound" and random.random() < 0.2
            said = _one(home, steps, random) if whole else _several(home, steps, random, name)
            count.tries += 1
            count.seen["inside a transaction"] += home.journal.with_name("journal.db-journal").exists()
            count.seen["while it was made"] += _unfinished(home) != before
            found = _steps(home, steps, said)
            if isinstance(found, str):
                count.losses.append(found)
                break
            steps = found
    return count


def _unfinished(home: Home) -> set[Path]:
    """Journals that were being made when a kill came."""
    return set(home.journal.parent.glob(".*.new"))


def _several(home: Home, steps: int, random: Random, name: str) -> int:
    """Kill the program in a row of writes; returns how many it acknowledged."""
    command = variant(name, "story", str(steps), "1000")
    with home.start(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        assert process.stdout.readline() == b"READY\n"
        time.sleep(random.uniform(0, WRITING))
        assert process.poll() is None, "the story ended by itself"
        process.kill()
        return process.stdout.read().count(b"\n")


def _one(home: Home, steps: int, random: Random) -> int:
    """Kill the command as it is installed, anywhere between its start and its end."""
    command = [*PROGRAM, *story.words(steps)]
    with home.start(command, anew=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        time.sleep(random.uniform(0, STARTING))
        process.kill()
        assert process.stdout
        return process.stdout.read().count(b"\n")


def _steps(home: Home, steps: int, said: int) -> int | str:
    """How many steps the journal holds now, or what was lost."""
    if not home.journal.exists():
        return "the journal is gone" if steps + said else 0
    held, faults = inspect_journal(home.journal)
    if faults:
        return faults[0]
    for found in (steps + said, steps + said + 1):
        if held == story.after(found):
            return found
    return f"{said} steps after {steps} were acknowledged, and the journal holds something else"
