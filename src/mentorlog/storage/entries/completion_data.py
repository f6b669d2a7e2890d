"""What can be named in a journal, for completion: read quickly, without waiting and without an error."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

LOCK_TIMEOUT = 0.05  # seconds; a journal that is being written to is not waited for longer
GOALS = """SELECT number, text FROM entries
    WHERE kind = 'goal' AND status = 'active' AND removed_at IS NULL AND tender = 0"""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CompletionData:
    """Areas, and those that are paused, by slug and name; people and mentees; active goals by number and text."""

    areas: Sequence[tuple[str, str]] = ()
    paused: Sequence[tuple[str, str]] = ()
    people: Sequence[str] = ()
    mentees: Sequence[str] = ()
    goals: Sequence[tuple[int, str]] = ()


def load_completion_data(path: Path) -> CompletionData:
    """What is there; nothing where the file can't be read at once, as a journal and without writing."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=LOCK_TIMEOUT)) as connection:
            areas = connection.execute("SELECT slug, name, is_paused FROM areas ORDER BY position").fetchall()
            return CompletionData(
                areas=[(slug, name) for slug, name, is_paused in areas if not is_paused],
                paused=[(slug, name) for slug, name, is_paused in areas if is_paused],
                people=[name for (name,) in connection.execute("SELECT name FROM people ORDER BY id")],
                mentees=_mentees(connection),
                goals=connection.execute(f"{GOALS} ORDER BY number").fetchall(),
            )
    except (sqlite3.Error, OSError, ValueError):
        return CompletionData()


def _mentees(connection: sqlite3.Connection) -> list[str]:
    """Their names; a journal of an older shape has none."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'mentees'").fetchone():
        return []
    return [name for (name,) in connection.execute("SELECT name FROM mentees ORDER BY id")]
