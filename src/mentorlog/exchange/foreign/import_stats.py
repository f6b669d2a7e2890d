"""The days of an import and its first entries, noted while it is read."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.entries import Entry

FEW = 10
LATEST = date.max.isoformat()


class ImportStats:
    """The first and the last day, and the first few entries, of what goes by."""

    def __init__(self) -> None:
        self._first = LATEST  # ISO days compare as they are written
        self._last = ""
        self.samples: list[Entry] = []

    @property
    def first(self) -> date | None:
        """The first day; None where nothing went by."""
        return date.fromisoformat(self._first) if self._last else None

    @property
    def last(self) -> date | None:
        """The last day; None where nothing went by."""
        return date.fromisoformat(self._last) if self._last else None

    def track(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, noted."""
        for item in items:
            if isinstance(item, ArchivedEntry):
                self._note(item)
            yield item

    def _note(self, item: ArchivedEntry) -> None:
        on = cast(str, item.document["day"])
        self._first = min(self._first, on)
        self._last = max(self._last, on)
        if len(self.samples) < FEW:
            self.samples.append(item.entry)
