"""What an import brings, noted while it goes by."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from mentorlog.model.archive import Archived, Item
from mentorlog.model.entries import Entry

FEW = 10


class Watch:
    """The first and the last day, and the first few entries, of what goes by."""

    def __init__(self) -> None:
        self.first: date | None = None
        self.last: date | None = None
        self.some: list[Entry] = []

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, noted."""
        for item in items:
            if isinstance(item, Archived):
                self._note(item)
            yield item

    def _note(self, item: Archived) -> None:
        on = date.fromisoformat(cast(str, item.document["day"]))
        self.first = min(self.first or on, on)
        self.last = max(self.last or on, on)
        if len(self.some) < FEW:
            self.some.append(item.entry)
