"""The days of an import and its first entries, noted while it is read."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.entries import Entry

FEW = 10


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
                if len(self.samples) < FEW:
                    self.samples.append(item.entry)
            yield item
