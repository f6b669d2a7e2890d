"""A file, a folder, a disk that can only be read, a file that can't be changed, another user: reads
pass, writes say why not.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from tests.faults.commands import READS, WRITES, judge, outcome, prepared_home, state
from tests.faults.harness import Count, Home, Result, empty_folder, variant
from tests.faults.mounts import Refused, as_owner_only, do, mounted, refusal

NOBODY = 65534
METHODS = ("file", "folder", "immutable", "bind", "somebody else")
OUTSIDE = ("config", "export", "--journal", "backup", "check", "demo")  # what doesn't write to the journal


def run(tries: int, folder: Path, name: str = "sound", *, seed: int = 1) -> Count:
    """Each command by each method; `tries` of these by chance, 0 for all."""
    count, random, home = Count(), Random(seed), prepared_home(folder / "home")
    by = variant(name)
    reads = [read for read in READS if not {"info", "backup", "path"} & {*read}]  # which name this very home
    writes = [command for command in WRITES if command.words[0] not in OUTSIDE]
    answers = {read: home.run(*read, by=variant("sound")) for read in reads}
    for method in METHODS:
        share = -(-tries // (2 * len(METHODS)))
        try:
            with _closed(method, home.copy(empty_folder(folder / "now"))) as (now, before):
                count.seen[f"methods ({method})"] += 1
                for read in random.sample(reads, share) if tries else reads:
                    _read(count, method, read, now.run(*read, by=by, before=before), answers[read])
                for command in random.sample(writes, share) if tries else writes:
                    outcomes = state(home, command), outcome(home, command, folder / "after")
                    done = now.run(*command.words, input=command.text.encode(), by=by, before=before)
                    wrong = judge(command, now, done, *outcomes, (5,))
                    count.tries += 1
                    count.losses += [f"{method}: {line}" for line in wrong]
        except Refused as error:
            count.seen[f"method refused here ({method}: {error})"] += 1
    return count


def _read(count: Count, method: str, words: tuple[str, ...], done: Result, expected: Result) -> None:
    count.tries += 1
    if (done.exit, done.out) != (expected.exit, expected.out):
        count.losses.append(f"{method}: {' '.join(words)} can't be read: exit {done.exit}: {done.err[-300:]}")


@contextmanager
def _closed(method: str, home: Home) -> Iterator[tuple[Home, tuple[str, ...]]]:
    """A home whose journal can't be written to, and what goes before a command there."""
    journal, folder = home.journal, home.journal.parent
    match method:
        case "file":
            journal.chmod(0o400)
            yield home, as_owner_only()
        case "folder":
            folder.chmod(0o500)
            yield home, as_owner_only()
            folder.chmod(0o700)
        case "immutable":
            do("chattr", "+i", str(journal))
            try:
                yield home, ()
            finally:
                do("chattr", "-i", str(journal))
        case "bind":
            if reason := refusal("bind"):
                raise Refused(reason)
            with mounted("bind", folder):
                yield home, ()
        case _:
            yield from _of_somebody_else(home)


def _of_somebody_else(home: Home) -> Iterator[tuple[Home, tuple[str, ...]]]:
    """A journal of root's that everybody may read, used by somebody else."""
    if os.geteuid() != 0:
        raise Refused("setpriv: only for root")
    do("setpriv", "--version")
    before = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    place = Path(mkdtemp(prefix="mentorlog-"))
    try:
        place.chmod(0o755)
        open_home = home.copy(place / "home")
        for path in [open_home.folder, *open_home.folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        os.chown(empty_folder(open_home.folder / "state"), NOBODY, NOBODY)
        python = variant("sound")
        if subprocess.run(
            [*before, *python, "--help"], env=open_home.env(), capture_output=True, check=False
        ).returncode:
            raise Refused("setpriv: nobody can't start this Python")
        yield open_home, before
    finally:
        subprocess.run(["rm", "-rf", str(place)], check=True)
