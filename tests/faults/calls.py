"""The n-th system call on the journal fails, for every n, every call and every command that writes."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from shutil import rmtree

from mentorlog.storage.maintenance.backup_names import backup_folder, format_stamp
from tests.faults import forks
from tests.faults.commands import RELEASED, UPGRADE, WRITES, Write, judge, outcome, prepared_home, released_home, state
from tests.faults.driver import DRAFTED, MOMENT, NAMED
from tests.faults.harness import Count, Home, Result, empty_folder, variant

ERRORS = {
    "openat": ("EACCES", "EMFILE", "EIO"),
    "pwrite64": ("EIO", "ENOSPC"),
    "write": ("EIO", "ENOSPC"),
    "pread64": ("EIO",),
    "read": ("EIO",),
    "fdatasync": ("EIO", "ENOSPC"),
    "fsync": ("EIO",),
    "ftruncate": ("EIO",),
    "unlink": ("EIO", "EACCES"),
    "fcntl": ("EIO",),
    "newfstatat": ("EIO", "EACCES"),
    "fstat": ("EIO",),
    "lseek": ("EIO",),
    "mmap": ("ENOMEM",),
    "link": ("EIO", "ENOSPC"),
    "rename": ("EIO", "ENOSPC"),
    "mkdir": ("ENOSPC",),
}
MOST = 1500
FILES = ("new.jsonl", "old.jsonl", "year.html", "answer.json", "config/mentorlog/config.toml")
FOLDERS = ("config/mentorlog", "packets", "sealed", "notes")
BACKUPS = [f"journal-{format_stamp(datetime.fromisoformat(MOMENT))}{by_hand}.db" for by_hand in ("", "-by-hand")]
DRAFTS = [f"{MOMENT[:19].replace(':', '')}-{bytes(DRAFTED).hex()}.{ending}" for ending in ("md", "json")]
FIRST = Write(words=("reflect", "The very first", "--with", "Mei"))
COMMANDS = (*WRITES, FIRST)


@dataclass(frozen=True)
class Failure:
    """The n-th call, or every one from the n-th on, ends with an error."""

    call: str
    error: str
    number: int
    is_lasting: bool = False

    def __str__(self) -> str:
        return f"{self.call} {self.number}{'+' if self.is_lasting else ''} {self.error}"

    @property
    def injected(self) -> str:
        return f"{self.call}:error={self.error}:when={self.number}{'+' if self.is_lasting else ''}"

    @property
    def allowed(self) -> tuple[int, ...]:
        """The exit codes that fit. A single byte that can't be read is damage, as far as SQLite can tell."""
        return (0, 5, 4) if self.call in ("pread64", "read") and not self.is_lasting else (0, 5)


def run(
    tries: int,
    folder: Path,
    name: str = "sound",
    *,
    seed: int = 1,
    only: tuple[str, ...] = (),
    part: tuple[int, int] = (0, 1),
) -> Count:
    """Let each call fail once for every n, and from every n-th on for n = 1, 2, 4, 8 …; `tries` is how
    many of these to take by chance, 0 for all.
    """
    cases = [*((command, None) for command in COMMANDS), *((UPGRADE, older) for older in RELEASED)]
    every = [
        Trial(command, only or tuple(ERRORS), name, folder / f"{place}", older, is_forked=not tries)
        for place, (command, older) in enumerate(cases)
    ]
    count, random = Count(), Random(seed)
    if not tries:
        for trial in every[part[0] :: part[1]]:
            count.add(trial.run(trial.every()))
        return count
    random.shuffle(every)
    for trial in every:
        count.add(trial.run(trial.chosen(random), tries - count.tries))
        if count.tries >= tries:
            break
    return count


@dataclass(frozen=True)
class Trial:
    """One command, put through failures of these calls in a folder of its own; on a journal of an `older` shape, it
    brings that up.
    """

    command: Write
    calls: tuple[str, ...]
    name: str
    folder: Path
    older: Path | None
    is_forked: bool

    def every(self) -> Iterator[Failure]:
        """Every failure there is; of a command of thousands of calls (demo, which is many commands) as many as of
        others, from all over it.
        """
        every = list(self._all())
        yield from every[:: -(-len(every) // MOST)]

    def _all(self) -> Iterator[Failure]:
        for call, many in self._counted().items():
            for error in ERRORS[call]:
                yield from (Failure(call, error, number) for number in range(1, many + 1))
            lasting = [1 << place for place in range(many.bit_length())]
            yield from (Failure(call, ERRORS[call][-1], number, is_lasting=True) for number in lasting)

    def chosen(self, random: Random) -> Iterator[Failure]:
        """A few of them."""
        every = list(self.every())
        yield from random.sample(every, min(4, len(every)))

    def run(self, failures: Iterable[Failure], most: int = 0) -> Count:
        count, home = Count(), self._home()
        before, after = state(home, self.command), outcome(home, self.command, self.folder / "after")
        for failure in failures:
            if found := self._fail(home, failure):
                done, now = found
                count.tries += 1
                count.seen[f"of {failure.call}"] += 1
                wrong = judge(self.command, now, done, before, after, failure.allowed)
                on = f", on {self.older.stem}" if self.older else ""
                count.losses += [f"{failure}{on}: {line}" for line in wrong]
                if count.tries == most:
                    break
        rmtree(self.folder)
        return count

    def _home(self) -> Home:
        if self.older:
            return released_home(self.older, self.folder / "home")
        return (
            Home(empty_folder(self.folder / "home")) if self.command is FIRST else prepared_home(self.folder / "home")
        )

    def _counted(self) -> dict[str, int]:
        """How often the command makes each call when nothing fails."""
        _, _, calls = self._traced(self._home(), "-e", f"trace={','.join(f'?{call}' for call in self.calls)}")
        made = Counter(re.findall(r"^\d+ +(\w+)\(", calls, re.MULTILINE))
        return {call: made[call] for call in self.calls}

    def _fail(self, home: Home, failure: Failure) -> tuple[Result, Home] | None:
        """Run the command in a copy of `home` with one failing call; None where it came out otherwise."""
        done, now, calls = self._traced(home, "-e", f"trace=?{failure.call}", "-e", f"inject=?{failure.injected}")
        return (done, now) if "(INJECTED)" in calls else None

    def _traced(self, home: Home, *options: str) -> tuple[Result, Home, str]:
        now = home.copy(empty_folder(self.folder / "now"))
        log = self.folder / "strace.log"
        watched = [part for path in _paths(now) for part in ("-P", str(path))]
        tracer = ["strace", "-f", "-o", str(log), *watched, *options]
        words, text = self.command.words, self.command.text.encode()
        if self.is_forked:
            done = forks.traced(now, (self.name, "named", *words), text, tracer)
        else:
            by = variant(self.name, "named")
            done = now.run(*words, input=text, before=[*tracer, "--seccomp-bpf"], by=by)
        return done, now, log.read_text()


def _paths(home: Home) -> list[Path]:
    """The files whose calls may fail, temporary ones too."""
    here, token = home.folder, bytes(NAMED).hex()
    journals = [home.journal, here / "other.db", here / "kept.db"]
    backups, drafts = (
        [backup_folder(home.journal) / name for name in BACKUPS],
        [home.drafts / name for name in DRAFTS],
    )
    files = [*(here / name for name in FILES), *backups, *drafts]
    making = [path.with_name(f".{path.name}.{token}.new") for path in journals]
    parts = [path.with_name(f".{path.name}.{token}.part") for path in files]
    with_journals = [Path(f"{path}{ending}") for path in (*journals, *making, *parts) for ending in ("", "-journal")]
    folders = [here, home.journal.parent, home.journal.parent.parent, backup_folder(home.journal), home.drafts]
    folders += [here / name for name in FOLDERS]
    return [*with_journals, *files, *folders, Path(os.path.relpath(here / "other.db", here))]
