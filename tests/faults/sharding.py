"""A long form in pieces, each in a process of its own."""

import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from shutil import rmtree
from typing import Any

from tests.faults.harness import Count, empty_folder
from tests.faults.table import HARNESSES, Harness, caught


@dataclass(frozen=True, kw_only=True)
class Shard:
    """A part of the tries of a harness, or one of its broken variants."""

    name: str
    place: int = 0
    of: int = 1
    broken: str | None = None

    def __str__(self) -> str:
        return f"{self.name} {self.broken or f'{self.place + 1}/{self.of}'}"


@dataclass(frozen=True, kw_only=True)
class ShardResult:
    """What came out, and how many seconds it took."""

    count: Count
    seconds: float


def shards(harness: Harness) -> Iterator[Shard]:
    """All pieces of a harness; none where a program for it is missing."""
    if harness.missing:
        return
    for place in range(harness.parts):
        yield Shard(name=harness.name, place=place, of=harness.parts)
    for what, _, _ in harness.broken:
        yield Shard(name=harness.name, broken=what)


def run_shard(piece: Shard, folder: Path, in_memory: Path) -> ShardResult:
    """Try it, on the disk or in memory. Where the harness itself breaks, that is a loss."""
    began = time.monotonic()
    (harness,) = [one for one in HARNESSES if one.name == piece.name]
    try:
        place = (in_memory if harness.is_in_memory else folder) / f"{piece}".replace(" ", "-").replace("/", "-")
        count = _count(harness, piece, empty_folder(place))
        rmtree(place, ignore_errors=True)
    except Exception:  # noqa: BLE001 - the other pieces are to go on
        count = Count(losses=[f"the harness broke: {traceback.format_exc()}"])
    return ShardResult(count=count, seconds=time.monotonic() - began)


def _count(harness: Harness, piece: Shard, folder: Path) -> Count:
    if piece.broken is not None:
        ((run, tries),) = [(run, tries) for what, run, tries in harness.broken if what == piece.broken]
        return caught(run, tries, folder)
    known = signature(harness.run).parameters
    options: dict[str, Any] = {"seed": piece.place + 1} if "seed" in known else {}
    if "part" in known:
        options["part"] = piece.place, piece.of
    share, left = divmod(harness.long, piece.of)
    return harness.run(share + (piece.place < left), folder, **options)
