"""Tender entries in plain words: one a line, with nothing of what they say or are."""

from collections.abc import Iterator

from mentorlog.insights.listing import Listing


def lines(figure: Listing) -> Iterator[str]:
    """As "2026-03-05, entry 139"."""
    return (f"{entry.on.isoformat()}, entry {entry.number}" for entry in figure.entries)
