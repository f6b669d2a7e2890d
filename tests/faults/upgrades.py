"""A journal of every released schema, brought to the present shape while it is killed, and by eight programs at
once: whole as before or whole as after, every time, and a start afterwards just works.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random

from mentorlog.storage.database.connection import SCHEMA_VERSION
from tests.faults.commands import RELEASED, released_home
from tests.faults.concurrency import AT_ONCE
from tests.faults.harness import LONGEST, PIPES, Count, Home, variant

WITHIN = 0.3  # seconds over which kills are spread
WORDS = ("reflect", "After it", "--with", "Nobody Else")


def kills(tries: int, folder: Path, name: str = "sound", *, seed: int = 1) -> Count:
    """Kill so many upgrades of each released journal; of a broken variant, until something is lost."""
    count, random = Count(), Random(seed)
    for older in RELEASED * tries:
        before, home = _texts(older), released_home(older, folder / "home")
        with home.start(variant(name, "once", *WORDS), **PIPES) as process:
            time.sleep(random.uniform(0, WITHIN))
            process.kill()
            said = process.communicate()[0].count(b"\n")
        count.tries += 1
        count.seen["inside a transaction"] += home.journal.with_name("journal.db-journal").exists()
        count.losses += [f"{older.name}: {wrong}" for wrong in _wrong(home, before, said, 1)]
        if name != "sound" and count.losses:
            break
    return count


def races(tries: int, folder: Path, name: str = "sound") -> Count:
    """Let eight programs at a time upgrade each released journal, `tries` in all for each; of a broken variant, until
    something is lost.
    """
    count = Count()
    for older in RELEASED * (tries // AT_ONCE):
        before, home = _texts(older), released_home(older, folder / "home")
        crowd = [home.start(variant(name, "once", *WORDS), **PIPES) for _ in range(AT_ONCE)]
        for process in crowd:
            _, err = process.communicate(timeout=LONGEST)
            if process.returncode:
                count.losses.append(f"{older.name}: exit {process.returncode}: {err.decode()[-200:]}")
        count.tries += AT_ONCE
        count.losses += [f"{older.name}: {wrong}" for wrong in _wrong(home, before, AT_ONCE, AT_ONCE)]
        if name != "sound" and count.losses:
            break
    return count


def _wrong(home: Home, before: list[str], said: int, most: int) -> list[str]:
    """What is lost of what was there and of what was acknowledged; then the program must just go on."""
    wrong = []
    for words in (("ask", "Does it go on?"), ("check",)):
        done = home.run(*words)
        wrong += [*done.faults, *([f"exit {done.exit}: {done.out[-200:]}{done.err[-200:]}"] if done.exit else [])]
    with closing(sqlite3.connect(home.journal)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != SCHEMA_VERSION:
        wrong.append(f"it stayed at schema {version}")
    now = _texts(home.journal)
    new = len(now) - len(before) - 1
    if now[: len(before)] != before or not said <= new <= max(said, most):
        wrong.append(f"{said} were acknowledged, {new} are new, or an old one changed")
    return wrong


def _texts(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            f"{row}" for row in connection.execute("SELECT number, uid, kind, day, text FROM entries ORDER BY number")
        ]
