"""A glance at what can be named in a journal, for completion: quick, never in anybody's way, never an error."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 0.05  # seconds; a journal that is being written to is not waited for longer
GOALS = """SELECT number, text FROM entries
    WHERE kind = 'goal' AND status = 'active' AND removed_at IS NULL AND tender = 0"""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Glance:
    """Slugs with names of areas, names of people, numbers with wording of active goals."""

    areas: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()
    goals: tuple[tuple[int, str], ...] = ()


def glance(path: Path) -> Glance:
    """What is there; nothing where the file can't be read at once, as a journal and without writing."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)) as connection:
            return Glance(
                areas=tuple(connection.execute("SELECT slug, name FROM areas WHERE NOT is_paused ORDER BY position")),
                people=tuple(name for (name,) in connection.execute("SELECT name FROM people ORDER BY id")),
                goals=tuple(connection.execute(f"{GOALS} ORDER BY number")),
            )
    except (sqlite3.Error, OSError, ValueError):
        return Glance()
