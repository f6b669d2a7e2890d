"""The shape of the file: numbered migrations, each written out in `migrations/`, none ever edited once released.

This is the only place that imports sqlite-utils at the top, and it is imported only when there is
something to make or to migrate. It runs inside the caller's BEGIN IMMEDIATE.
"""

from pathlib import Path
from sqlite3 import Connection

from sqlite_utils import Database, Migrations

from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.serialization import area_document, canonical, digest

steps = Migrations("mentorlog")
STATEMENTS = Path(__file__).with_name("migrations")
LATER = (
    "002_tender_checkins_feedback",  # what an answer tells of; people paused and closed
    "003_mentees",  # their packets, and what their mentor wrote to them
    "004_handed_on",  # readers with their own numbers, and the packets that they were given
    "005_indexes_in_sight",  # indexes of what is in sight alone: by day, and by kind in the order of days
)


@steps(name="001_first")
def first(db: Database) -> None:
    """Tables, indexes and the timeline view; the nine areas."""
    _run(db, "001_first")
    for position, area in enumerate(DEFAULT_AREAS, start=1):
        document = {**area_document(area), "position": position}
        db.conn.execute(
            "INSERT INTO areas (slug, name, about, is_paused, position, digest) VALUES (?, ?, ?, 0, ?, ?)",
            (area.slug, area.name, area.about, position, digest(canonical(document))),
        )


def migrate(connection: Connection) -> None:
    """Bring the file to the newest shape; runs inside the caller's transaction, with foreign keys off."""
    steps.apply(Database(connection, execute_plugins=False))


def _run(db: Database, name: str) -> None:
    """One statement after the other: executescript would commit the caller's transaction."""
    for statement in (STATEMENTS / f"{name}.sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


for name in LATER:
    steps(name=name)(lambda db, name=name: _run(db, name))
