"""The short form of every harness, and that each one catches a broken variant of the program."""

import sys
from functools import partial
from pathlib import Path

import pytest

from docs.generate import lines_typed
from tests.conftest import need
from tests.faults.commands import ELSEWHERE, READS, WRITES
from tests.faults.harness import Count
from tests.faults.table import HARNESSES, Harness, Run, caught

if sys.platform != "linux":
    pytest.skip("the faults are made by Linux", allow_module_level=True)


def test_no_command_is_forgotten() -> None:
    """A new command goes into WRITES or READS of commands.py."""
    typed = list(lines_typed())
    groups = {words[:1] for words in typed if len(words) > 1}
    tried = {_bare(words) for words in (*(write.words for write in WRITES), *READS)}
    missing = [
        " ".join(words)
        for words in typed
        if words not in groups and not any(words == line[: len(words)] for line in tried)
    ]
    assert sorted(missing) == sorted(ELSEWHERE)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without the global options in front."""
    return words[2:] if words[:1] == ("--journal",) else words


BROKEN = [(harness, *broken) for harness in HARNESSES for broken in harness.broken]
OPTIONAL = ("faketime",)  # where these are missing, tests are skipped in CI too


def checked(harness: Harness, run: Run, tries: int, folder: Path) -> Count:
    """The count of a run; skipped, with the reason, where the machine doesn't allow it."""
    if harness.missing in OPTIONAL:
        pytest.skip(f"{harness.missing} isn't installed")
    for program in harness.needs:
        need(program)
    count = (run if run is harness.run else partial(caught, run))(tries, folder)
    refused = [what for what in count.seen if "refused here" in what]
    if refused and not count.tries:
        pytest.skip("; ".join(refused))
    return count


@pytest.mark.parametrize("harness", HARNESSES, ids=[harness.name for harness in HARNESSES])
def test_nothing_is_lost(harness: Harness, tmp_path: Path) -> None:
    count = checked(harness, harness.run, harness.short, tmp_path)
    assert count.losses == []
    assert count.tries


@pytest.mark.parametrize(
    ("harness", "what", "run", "tries"), BROKEN, ids=[f"{harness.name}: {what}" for harness, what, *_ in BROKEN]
)
def test_a_broken_variant_is_caught(harness: Harness, what: str, run: Run, tries: int, tmp_path: Path) -> None:
    count = checked(harness, run, tries, tmp_path)
    assert count.losses, f"{what} was not noticed in {count.tries} tries"
