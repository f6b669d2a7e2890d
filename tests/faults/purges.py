"""Random histories, out of which an entry or its former wording is purged: its words, folded or not, are in no file
that mentorlog keeps.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from unittest import mock

from mentorlog import drafts
from mentorlog.storage.maintenance import backup, purge
from mentorlog.text import fold
from tests.faults.harness import Count, Home, call, empty_folder

BEGUN = datetime(2026, 3, 1, tzinfo=UTC)
Said = dict[int, list[str]]


def run(tries: int, folder: Path, *, forgets: str = "", seed: int = 1) -> Count:
    """Try so many histories; `forgets`: what a purge doesn't reach."""
    count, random, home = Count(), Random(seed), Home(folder / "home")
    with mock.patch.dict(os.environ, home.env(), clear=True), _forgetting(forgets):
        for number in range(tries):
            if forgets and count.losses:
                break
            empty_folder(home.folder)
            count.tries += 1
            count.losses += [
                f"history {number}: {wrong}" for wrong in _wrong(home, _lived(home, random), random, count)
            ]
    return count


def _lived(home: Home, random: Random) -> Said:
    """A history; what each entry said in it, the newest last."""
    said: Said = defaultdict(list)
    for step in range(random.randint(4, 14)):
        words = _words(random)
        match random.randrange(9):
            case 0 | 1:
                _write(said, words, "reflect", words, "-a", "identity")
            case 2:
                _write(said, words, "session", "add", words, "--with", "Mei", "--title", words[:60])
            case 3:
                _write(said, words, "goal", "add", words, "--target", "9")
            case 4 if said:
                _write(said, words, "edit", f"{random.choice([*said])}", words)
            case 5 if said:
                _write(said, words, "edit", f"{random.choice([*said])}", "--append", words)
            case 6 if home.journal.exists():
                backup.create_backup(home.journal, at=(BEGUN + timedelta(hours=step)).isoformat())
            case 7 if said:
                drafts.create_draft(
                    home.drafts, ("reflect",), random.choice(said[random.choice([*said])]), at=BEGUN.isoformat()
                )
            case _:
                call(random.choice(("undo", "undo", "redo")))
    if not said:
        words = _words(random)
        _write(said, words, "reflect", words)
    return said


def _words(random: Random) -> str:
    """Words that nothing else says, and that fold to others."""
    return " ".join(f"Ärger{random.getrandbits(40):010X}Ống" for _ in range(random.choice((1, 3, 400))))


def _write(said: Said, words: str, *line: str) -> None:
    done = call(*line, "--json")
    if not done.exit:
        said[json.loads(done.out)["number"]].append(words)


def _wrong(home: Home, said: Said, random: Random, count: Count) -> Iterator[str]:
    number = random.choice([*said])
    here = call("show", f"{number}", "--json")
    present = here.out if not here.exit else ""
    is_earlier = bool(present) and random.random() < 0.3
    before = _files(home)
    left = [path for path in before if "backups" in path.parts]
    if left and random.random() < 0.3:  # what a kill leaves of a backup
        left[0].with_name(f".{left[0].name}.0a0b0c0d.part").write_bytes(left[0].read_bytes())
    done = call("purge", f"{number}", "--yes", *(["--earlier"] if is_earlier else []))
    count.seen["with backups"] += bool(left)
    count.seen["of former wording"] += is_earlier
    if done.exit or done.faults:
        yield f"purge {number}: exit {done.exit}: {done.err[-300:]}"
    tokens = {token for words in said[number] for token in words.split() if not is_earlier or token not in present}
    forms = {form.encode() for token in tokens for form in (token, fold(token), json.dumps(token).strip('"'))}
    for path, content in _files(home).items():
        if found := [form for form in forms if form in content]:
            yield f"{found[0]!r} of {number} is still in {path.relative_to(home.folder)}"


def _files(home: Home) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(home.folder.rglob("*")) if path.is_file()}


def _forgetting(what: str) -> AbstractContextManager[object]:
    match what:
        case "backups":
            return mock.patch.object(purge, "backups", return_value=[])
        case "drafts":
            return mock.patch("mentorlog.cli.purge._drop_drafts")
    return nullcontext()
