"""The long form: python -m tests.faults [NAME…] tries everything at length and prints one table."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.table import HARNESSES, Harness, caught

HEAD = "| fault | tries | losses | seen | broken variant: what it lost |\n|---|---:|---:|---|---|\n"


def row(harness: Harness, folder: Path) -> tuple[str, bool]:
    """The line of one harness, and whether all is well."""
    if harness.missing:
        return f"| {harness.fault} | – | – | {harness.missing} isn't installed | – |\n", False
    began = time.monotonic()
    count = harness.run(harness.long, folder / harness.name)
    found = []
    is_well = not count.losses and count.tries >= harness.least
    for what, run, tries in harness.broken:
        broken = caught(run, tries, folder / f"{harness.name}-broken")
        found.append(f"{what}: {len(broken.losses)} in {broken.tries}")
        is_well &= bool(broken.losses)
    for loss in count.losses:
        sys.stderr.write(f"{harness.name}: {loss}\n")
    seen = f"{count.told}; {time.monotonic() - began:.0f} s".removeprefix("; ")
    return (
        f"| {harness.fault} | {count.tries:,} | {len(count.losses)} | {seen} | {'; '.join(found)} |\n",
        is_well,
    )


def main(names: list[str]) -> int:
    """Print the table; 1 where anything was lost, too little was tried, or a broken variant passed."""
    chosen = [harness for harness in HARNESSES if not names or harness.name in names]
    sys.stdout.write(HEAD)
    is_well = True
    with TemporaryDirectory(prefix="mentorlog-faults-") as folder:
        for harness in chosen:
            line, is_sound = row(harness, Path(folder))
            sys.stdout.write(line)
            sys.stdout.flush()
            is_well &= is_sound
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
