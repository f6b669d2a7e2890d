"""What is known of a file as a whole: its backups, and whether every entry in it is whole."""

from dataclasses import field
from pathlib import Path

from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of a journal. `at` is UTC in ISO form; `is_automatic` ones are rotated, others never;
    `entries` is None where the copy can't be read.
    """

    path: Path
    at: str
    is_automatic: bool
    entries: int | None
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IntegrityReport:
    """Whether a journal is whole. `damaged` are numbers of entries whose digest or reading failed;
    `notes` say, in a sentence each, what else is wrong.
    """

    entries: int
    damaged: tuple[int, ...]
    notes: tuple[str, ...]

    @property
    def is_intact(self) -> bool:
        """Whether nothing was found."""
        return not self.damaged and not self.notes


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeReport:
    """What a purge reached: `copies` are automatic backups it was erased from, `unreached` files that
    may still hold it: backups made by hand, and copies that could not be opened; `words` is what was
    erased, by which drafts that hold it are known.
    """

    numbers: tuple[int, ...]
    copies: tuple[Path, ...]
    unreached: tuple[Path, ...]
    words: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyReport:
    """What went along into a new journal: how many `packets` that left, and how many `mentees` with all that came
    from them; `notes` say in a sentence each what is missing.
    """

    packets: int
    mentees: int
    notes: tuple[str, ...] = ()
