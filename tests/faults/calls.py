"""The n-th system call on the journal fails, for every n, every call and every command that writes."""

import os
from pathlib import Path
from random import Random

from tests.faults.commands import WRITES, Write, judge, outcome, prepared, state
from tests.faults.driver import NAMED
from tests.faults.rig import Count, Done, Home, fresh, variant

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
FIRST = Write(words=("reflect", "The very first", "--with", "Mei"))


def run(tries: int, folder: Path, name: str = "sound", *, seed: int = 1, only: tuple[str, ...] = ()) -> Count:
    """Let each call fail once for every n, and from every n-th on for n = 1, 2, 4, 8 …; `tries` is how
    many of these to take by chance, 0 for all.
    """
    count, random = Count(), Random(seed)
    full, empty = prepared(folder / "full"), Home(fresh(folder / "empty"))
    plan = [(command, call) for command in (*WRITES, FIRST) for call in only or ERRORS]
    if tries:
        random.shuffle(plan)
    for command, call in plan:
        home = empty if command is FIRST else full
        before, after = state(home, command), outcome(home, command, folder / "after")
        for error, lasting in [(error, "") for error in ERRORS[call]] + [(ERRORS[call][-1], "+")]:
            number = 1
            while found := _fail(home, command, f"{call}:error={error}:when={number}{lasting}", name):
                done, now = found
                count.tries += 1
                count.seen[f"of {call}"] += 1
                wrong = judge(command, now, done, before, after, _allowed(call, lasting))
                count.losses += [f"{call} {number}{lasting} {error}: {line}" for line in wrong]
                if tries and count.tries >= tries:
                    return count
                number += random.randint(1, 12) if tries else number if lasting else 1
    return count


def _fail(home: Home, command: Write, what: str, name: str) -> tuple[Done, Home] | None:
    """Run `command` in a copy of `home` with one failing call; None where there are no more such calls."""
    now = home.copy(fresh(home.folder.with_name("now")))
    log = now.folder / "strace.log"
    watched = [part for path in _paths(now) for part in ("-P", str(path))]
    tracer = ["strace", "-f", "--seccomp-bpf", "-o", str(log), *watched]
    failing = ["-e", f"trace=?{what.partition(':')[0]}", "-e", f"inject=?{what}"]
    by = variant(name, "named")
    done = now.run(*command.words, input=command.text.encode(), before=[*tracer, *failing], by=by)
    calls = log.read_text()
    log.unlink()
    return (done, now) if "(INJECTED)" in calls else None


def _allowed(call: str, lasting: str) -> tuple[int, ...]:
    """The exit codes that fit. A single byte that can't be read is damage, as far as SQLite can tell."""
    return (0, 5, 4) if call in ("pread64", "read") and not lasting else (0, 5)


def _paths(home: Home) -> list[Path]:
    """The files whose calls may fail, temporary ones too."""
    here, token = home.folder, bytes(NAMED).hex()
    journals = [home.journal, here / "other.db"]
    making = [path.with_name(f".{path.name}.{token}.new") for path in journals]
    files = [here / name for name in ("new.jsonl", "old.jsonl", "year.html", "config/mentorlog/config.toml")]
    parts = [path.with_name(f".{path.name}.{token}.part") for path in files]
    with_journals = [Path(f"{path}{ending}") for path in (*journals, *making) for ending in ("", "-journal")]
    folders = [here, home.journal.parent, home.journal.parent.parent, here / "config" / "mentorlog"]
    return [*with_journals, *files, *parts, *folders, Path(os.path.relpath(here / "other.db", here))]
