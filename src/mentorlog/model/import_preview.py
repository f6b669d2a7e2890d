"""What comes, or would come, out of another program's file."""

from dataclasses import dataclass, field
from datetime import date

from mentorlog.model.archive import ImportResult
from mentorlog.model.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class TagMapping:
    """A tag as it is written there, the area that it becomes (its slug; empty: none), and in how many entries it is."""

    tag: str
    area: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedItem:
    """What stays behind: where it stands there, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """`file_kind` is what the file is. `first` and `last` are the first and the last day in it; `sample` are the first
    of its entries; `skipped_media` counts pictures and recordings, which stay behind.
    """

    file_kind: str
    result: ImportResult = field(default_factory=ImportResult)
    first: date | None = None
    last: date | None = None
    tags: tuple[TagMapping, ...] = ()
    skipped: tuple[SkippedItem, ...] = ()
    skipped_media: int = 0
    sample: tuple[Entry, ...] = ()
    is_trial: bool = True
    where: str = ""
