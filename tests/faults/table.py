"""All harnesses: what each tries, how often in CI and in the long form, and the variant that it must catch."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any

from tests.faults import (
    backups,
    bit_rot,
    calls,
    clocks,
    concurrency,
    disk_full,
    editors,
    foreign_files,
    hostile_documents,
    hostile_packets,
    hostile_views,
    kills,
    power_loss,
    purges,
    readonly,
    repeated_feedback,
    signals,
    steps,
    upgrades,
    withheld_entries,
)
from tests.faults.commands import RELEASED
from tests.faults.harness import Count

Run = Callable[..., Count]
ALL = 0
ROUNDS = 6


@dataclass(frozen=True, kw_only=True)
class Harness:
    """`short` and `long` are numbers of tries, ALL for all there are; `least` is how many the long form
    must reach, in `parts` pieces. `broken` are variants and how often they are tried; `needs` programs.
    `is_in_memory`: it needs no real disk, and one in memory is faster.
    """

    name: str
    fault: str
    run: Run
    short: int
    long: int
    least: int
    broken: tuple[tuple[str, Run, int], ...]
    needs: tuple[str, ...] = ()
    parts: int = 1
    is_in_memory: bool = False

    @property
    def missing(self) -> str:
        """A program that is not installed here."""
        return next((program for program in self.needs if not shutil.which(program)), "")


def caught(run: Run, tries: int, folder: Path) -> Count:
    """What a broken variant loses; where chance spares it, it is tried again, some times."""
    count = Count()
    for seed in range(1, ROUNDS + 1):
        options: dict[str, Any] = {"seed": seed} if "seed" in signature(run).parameters else {}
        count.add(run(tries, folder, **options))
        if count.losses:
            break
    return count


HARNESSES = (
    Harness(
        name="kills",
        parts=4,
        fault="SIGKILL at any moment",
        run=kills.run,
        short=30,
        long=1000,
        least=1000,
        broken=(
            ("writes without a transaction", partial(kills.run, name="without-a-transaction"), 8),
            ("says saved before COMMIT", partial(kills.run, name="says-it-first"), 15),
        ),
    ),
    Harness(
        name="power",
        parts=4,
        fault="power loss",
        run=power_loss.run,
        short=400,
        long=11_000,
        least=10_000,
        needs=("strace",),
        broken=(
            ("synchronous=OFF", partial(power_loss.run, name="synchronous-off", steps=3), 120),
            ("synchronous=FULL", partial(power_loss.run, name="synchronous-full", steps=3), 500),
        ),
    ),
    Harness(
        name="calls",
        is_in_memory=True,
        parts=16,
        fault="the n-th system call fails",
        run=calls.run,
        short=16,
        long=ALL,
        least=20_000,
        needs=("strace",),
        broken=(
            ("takes a failed COMMIT for a good one", partial(calls.run, name="swallows-errors", only=("unlink",)), 6),
            ("looks not whether it was kept", partial(calls.run, name="never-looks", only=("fdatasync",)), 12),
        ),
    ),
    Harness(
        name="full",
        parts=12,
        fault="the disk is full",
        run=disk_full.run,
        short=12,
        long=ALL,
        least=500,
        broken=(("writes files in place", partial(disk_full.run, name="writes-in-place", only=("export",)), 9),),
    ),
    Harness(
        name="readonly",
        fault="read-only file, folder, disk",
        run=readonly.run,
        short=20,
        long=ALL,
        least=150,
        broken=(("writes when it opens", partial(readonly.run, name="writes-when-it-opens"), 10),),
    ),
    Harness(
        name="writers",
        fault="eight writers at once",
        run=concurrency.writers,
        short=80,
        long=800,
        least=800,
        broken=(("begins deferred", partial(concurrency.writers, name="begins-late"), 80),),
    ),
    Harness(
        name="first_starts",
        fault="eight first starts at once",
        run=concurrency.first_starts,
        short=24,
        long=200,
        least=200,
        broken=(("makes the journal in place", partial(concurrency.first_starts, name="makes-it-in-place"), 16),),
    ),
    Harness(
        name="crafted",
        fault="a file that is no journal",
        run=foreign_files.run,
        short=32,
        long=ALL,
        least=45,
        broken=(("trusts any file", partial(foreign_files.run, name="trusts-any-file"), 4),),
    ),
    Harness(
        name="rot",
        is_in_memory=True,
        parts=6,
        fault="bits that flip",
        run=bit_rot.run,
        short=40,
        long=3000,
        least=3000,
        broken=(("asks SQLite alone", partial(bit_rot.run, judge=bit_rot.by_sqlite_alone), 40),),
    ),
    Harness(
        name="backups",
        is_in_memory=True,
        parts=4,
        fault="a backup that is gone back to",
        run=backups.run,
        short=12,
        long=500,
        least=500,
        broken=(("adds the rows of the backup", partial(backups.run, adds_rows=True), 4),),
    ),
    Harness(
        name="purges",
        is_in_memory=True,
        fault="what was purged, in any file",
        run=purges.run,
        short=4,
        long=400,
        least=400,
        parts=2,
        broken=(
            ("forgets the automatic backups", partial(purges.run, forgets="backups"), 20),
            ("forgets drafts", partial(purges.run, forgets="drafts"), 20),
        ),
    ),
    Harness(
        name="signals",
        parts=2,
        fault="SIGINT, SIGTERM, SIGHUP, closed pipes",
        run=signals.run,
        short=15,
        long=500,
        least=500,
        broken=(("keeps what was interrupted", partial(signals.run, name="keeps-what-was-interrupted"), 15),),
    ),
    Harness(
        name="clocks",
        fault="clocks and time zones that jump",
        run=clocks.run,
        short=2,
        long=ALL,
        least=20,
        needs=("faketime",),
        broken=(("goes by the clock", partial(clocks.run, name="orders-by-the-clock"), 1),),
    ),
    Harness(
        name="editors",
        fault="an editor that fails",
        run=editors.run,
        short=24,
        long=ALL,
        least=20,
        needs=("strace",),
        broken=(("a temporary file, gone whatever happens", partial(editors.run, name="edits-in-passing"), 5),),
    ),
    Harness(
        name="steps",
        is_in_memory=True,
        parts=6,
        fault="the program fails at its n-th step",
        run=steps.run,
        short=40,
        long=5000,
        least=5000,
        broken=(("repeats what Python said", partial(steps.run, says_it=True), 10),),
    ),
    Harness(
        name="upgrades",
        parts=2,
        fault="SIGKILL while an old journal is upgraded",
        run=upgrades.kills,
        short=3,
        long=50,
        least=50 * len(RELEASED),
        broken=(("numbers it before it is done", partial(upgrades.kills, name="numbers-it-first"), 10),),
    ),
    Harness(
        name="upgrade_races",
        fault="eight programs upgrade at once",
        run=upgrades.races,
        short=8,
        long=200,
        least=200 * len(RELEASED),
        broken=(("numbers it before it is done", partial(upgrades.races, name="numbers-it-first"), 16),),
    ),
    Harness(
        name="shown",
        is_in_memory=True,
        parts=4,
        fault="hostile words in every view",
        run=hostile_views.run,
        short=40,
        long=5000,
        least=5000,
        broken=(("shows them as they are", partial(hostile_views.run, shows_raw=True), 20),),
    ),
    Harness(
        name="documents",
        is_in_memory=True,
        parts=4,
        fault="hostile words in every document",
        run=hostile_documents.run,
        short=20,
        long=2000,
        least=2000,
        broken=(
            ("trusts them in HTML", partial(hostile_documents.run, trusts="html"), 40),
            ("trusts them in tables", partial(hostile_documents.run, trusts="csv"), 40),
        ),
    ),
    Harness(
        name="arrivals",
        fault="a packet or feedback file that was tampered with",
        run=hostile_packets.run,
        short=60,
        long=20_000,
        least=20_000,
        broken=(
            ("trusts JSON", partial(hostile_packets.run, trusts="JSON"), 1),
            ("trusts sizes", partial(hostile_packets.run, trusts="sizes"), 1),
            ("trusts uids", partial(hostile_packets.run, trusts="uids"), 1),
        ),
    ),
    Harness(
        name="answers",
        fault="a mentor's answers, again and in any order",
        run=repeated_feedback.run,
        short=20,
        long=1000,
        least=1000,
        broken=(
            ("changes what it knows", partial(repeated_feedback.run, trusts="uids"), 5),
            ("adds what it knows", partial(repeated_feedback.run, trusts="files"), 5),
        ),
    ),
    Harness(
        name="leaks",
        fault="what is withheld",
        run=withheld_entries.run,
        short=8,
        long=1000,
        least=1000,
        broken=(
            ("gives everything", partial(withheld_entries.run, gives="words"), 2),
            ("gives its own numbers", partial(withheld_entries.run, gives="numbers"), 2),
        ),
    ),
)
