"""What comes, or would come, out of another program's file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from mentorlog.model.archive import ArchivedEntry, ImportResult, Item
from mentorlog.model.entries import Entry

SAMPLES = 10


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


class ImportStats:
    """The first and the last day, and the first few entries, of what goes by."""

    def __init__(self) -> None:
        self.first: date | None = None
        self.last: date | None = None
        self.samples: list[Entry] = []

    def track(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, noted."""
        for item in items:
            if isinstance(item, ArchivedEntry):
                on = date.fromisoformat(cast(str, item.document["day"]))
                self.first, self.last = min(self.first or on, on), max(self.last or on, on)
                if len(self.samples) < SAMPLES:
                    self.samples.append(item.entry)
            yield item
