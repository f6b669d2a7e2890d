"""The ways to a journal: the file, an empty one, and what a reader may see of it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from mentorlog.storage.database.connection import (
    SCHEMA_VERSION,
    check_exists,
    connect,
    connect_to_memory,
    report_damage,
    schema_version,
    translate_errors,
)
from mentorlog.storage.database.create import create_journal, create_schema
from mentorlog.storage.journal import MEMORY, Journal

if TYPE_CHECKING:
    from mentorlog.model.entries import Entry


@contextmanager
def open_journal(path: Path, *, create_at: str = "", upgrade_at: str = "") -> Iterator[Journal]:
    """The journal at `path`. With `makes_at` (now, UTC) a missing one is made; with `upgrades_at` one of an older
    shape is backed up and brought to the present one, without it read as it would be then.

    Raises NotFound where there is none, Damaged where it is no journal, TooNew where a newer
    mentorlog wrote it, Busy, DiskRefused as they are met, also by what is done with it.
    """
    with translate_errors(path):
        if create_at and not path.is_file():
            create_journal(path, at=create_at)
        check_exists(path)
        connection, former = connect(path), None
        try:
            if schema_version(connection, path) < SCHEMA_VERSION:
                connection, former = _in_present_shape(connection, path, upgrade_at)
            journal = Journal(connection, path, former)
        except BaseException:
            connection.close()
            raise
        with closing(journal), report_damage(journal.check, path):
            yield journal


@contextmanager
def empty_journal(at: str) -> Iterator[Journal]:
    """A journal in memory in which nothing is written yet, for reading where there is none; `at` is now."""
    with closing(connect_to_memory()) as connection:
        create_schema(connection, at)
        yield Journal(connection, MEMORY)


@contextmanager
def reader_journal(
    entries: Sequence["Entry"], *, numbers: Mapping[int, int], names: Mapping[str, str] | None = None
) -> Iterator[Journal]:
    """A journal in memory that holds `entries` and nothing else, to make everything for a reader from: what is not
    in it can leave no trace. They stand under `numbers` (theirs for ours) with the links among themselves alone, with
    the areas that they touch and the people that they name. `names` are other names by uid, each of one person.
    """
    from mentorlog.storage.sharing.reader_copy import write_reader_copy

    with closing(connect_to_memory()) as connection:
        create_schema(connection, "")
        write_reader_copy(connection, entries, numbers, names or {})
        yield Journal(connection, MEMORY)


def _in_present_shape(older: Connection, path: Path, at: str) -> tuple[Connection, Path | None]:
    """The file upgraded, with the backup made before; or a copy of it in memory. Closes `older`."""
    from mentorlog.storage.maintenance.upgrade import check_version, upgrade, upgraded_copy

    with closing(older):
        check_version(older, path)
        if not at:
            return upgraded_copy(older, path), None
    return connect(path), upgrade(path, at=at)
