"""Random histories, backed up, gone on with, and gone back to: every row is as it was, and the way back
leads forward again.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from unittest import mock

from mentorlog.storage.maintenance import backup
from tests.faults.harness import Count, Home, call, empty_folder, inspect_journal

KINDS = (
    ("reflect", "A thought {}", "-a", "identity"),
    ("reflect", "Another {}", "--about", "last", "--feeling", "calm"),
    ("session", "add", "We talked {}", "--with", "Mei", "--action", "Mine {}", "--promised", "Theirs {}"),
    ("goal", "add", "A goal {}", "--target", "9"),
    ("ask", "Why {}?", "--with", "Ánh"),
    ("edit", "last", "Other words {}"),
    ("edit", "1", "--append", "More {}"),
    ("remove", "last"),
    ("undo",),
    ("undo",),
    ("redo",),
    ("area", "add", "area-{}", "--name", "Area {}"),
    ("person", "add", "Person {}"),
)


def run(tries: int, folder: Path, *, adds_rows: bool = False, seed: int = 1) -> Count:
    """Try so many histories; `adds_rows`: a restore that writes the rows of the backup over those there are."""
    count, random, home = Count(), Random(seed), Home(folder / "home")
    broken = (
        mock.patch.object(backup, "restore_backup", _added)
        if adds_rows
        else mock.patch.object(backup, "MAX_AUTOMATIC", 10)
    )
    with mock.patch.dict(os.environ, home.env(), clear=True), broken:
        for number in range(tries):
            empty_folder(home.folder)
            count.tries += 1
            _live(random, number, 1 + random.randrange(8))
            first = _rows(home.journal)
            wrong = [f"backup add: {done.err}" for done in [call("backup", "add")] if done.exit]
            _live(random, number, random.randrange(8))
            second = _rows(home.journal)
            (made,) = (home.journal.parent / "backups").glob("*-by-hand.db")
            wrong += _gone_back(home, "the backup", first, str(made))
            wrong += _gone_back(home, "what it was before that", second)
            count.losses += [f"history {number}: {fault}" for fault in wrong]
    return count


def _live(random: Random, number: int, steps: int) -> None:
    for step in range(steps):
        call(*(word.format(f"{number}-{step}") for word in random.choice(KINDS)))


def _gone_back(home: Home, what: str, rows: list[str], *backup: str) -> list[str]:
    """Go back to `backup`, or to the newest there is."""
    done = call("backup", "restore", *backup)
    wrong = done.faults + ([f"exit {done.exit}: {done.err}"] if done.exit else [])
    if _rows(home.journal) != rows:
        wrong.append(f"{what} did not come back")
    return wrong + inspect_journal(home.journal)[1]


def _rows(path: Path) -> list[str]:
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def _added(journal: Path, backup: Path) -> None:
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("ATTACH ? AS old", (str(backup),))
        for table in ("areas", "people", "commands", "entries", "revisions", "entry_areas", "entry_people"):
            connection.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM old.{table}")
        connection.commit()
