"""What is withheld leaves no trace: nothing of it stands in any byte of a packet, its file names, its preview, or a
report for a reader; and all of these are, byte for byte, those of a journal in which it was never written.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pyrage

from mentorlog.model.enums import Reader, Visibility
from mentorlog.model.people import Person
from mentorlog.model.sharing import Numbering
from mentorlog.storage.sharing.sent_packets import SentPackets
from tests.faults.harness import Count, Home, call, empty_folder
from tests.faults.withheld import READER, Secrets, sketched, write

NAMES = re.compile(r"mentorlog-[0-9a-f]{4}\.(html|json)(\.age)?|mentorlog-[0-9-]+(-to-[0-9-]+)?-(mentor|public)\.html")
LINES = (
    *(("export", "year", "2019..2026", "--for", "mentor", "--with", READER, "--to", form) for form in ("md", "json")),
    *(("export", "year", "2019..2026", "--for", "mentor", "--to", form) for form in ("csv", "md")),
    *(("export", "year", "2019..2026", "--for", "public", "--to", form) for form in ("md", "json", "csv")),
    ("export", "year", "--for", "mentor", "--with", READER),  # to a file, from the first session on
    ("export", "year", "2019..2026", "--for", "mentor", "--with", READER),
    ("export", "year", "2019..2026", "--for", "public"),
    ("export", "year", "2019..2026", "--for", "public", "--names", "pseudonyms"),
)
EACH = 3  # reports made of a journal
SHOWN = (
    ("share", "preview", "--with", READER, "--all"),
    ("share", "preview", "--with", READER, "--all", "--json"),
    *(("timeline", "--all", "--visibility", "mentor", "--visibility", "public", "--to", to) for to in ("html", "md")),
)
Made = dict[str, bytes]


def run(tries: int, folder: Path, *, gives: str = "", seed: int = 1) -> Count:
    """Hand on from `tries` journals; `gives` is what a broken variant gives away: "words" or "numbers"."""
    count = Count()
    while count.tries < tries:
        chance = Random(f"{seed} {count.seen['journals made up']}")
        count.seen["journals made up"] += 1
        sketches = sketched(chance)
        if len({sketch.is_withheld for sketch in sketches}) == 1:
            continue
        whole, rest = (Home(empty_folder(folder / name)) for name in ("whole", "rest"))
        secrets = write(whole.journal, sketches, whole=True)
        write(rest.journal, sketches, whole=False)
        lines, key = chance.sample(LINES, EACH), pyrage.x25519.Identity.generate() if chance.random() < 0.2 else None
        with _giving(gives):
            made, same = (_handed_on(home, lines, key) for home in (whole, rest))
            wrong = [*_wrong(made, same, secrets), *_seen(whole, chance.choice(SHOWN), secrets)]
        count.tries += 1
        count.seen["documents"] += len(made) + 1
        count.losses += [f"journal {count.tries}: {what}" for what in wrong]
    return count


def _handed_on(home: Home, lines: list[tuple[str, ...]], key: Any) -> Made:
    """A packet and these reports: name → content. What chance there is, is the same each time."""
    made: Made = {}
    out = home.folder / "out"
    out.mkdir()
    seal = ("--key", str(key.to_public())) if key else ()
    with mock.patch.dict(os.environ, home.env(), clear=True), chdir(out):
        with mock.patch("os.urandom", Random(1).randbytes):
            made["said of the packet"] = _said("share", "make", "--with", READER, "--all", *seal)
        for line in lines:
            made[" ".join(line)] = _said(*line)
    for path in sorted(out.iterdir()):
        content = path.read_bytes()
        made[path.name] = pyrage.decrypt(content, [key]) if path.suffix == ".age" else content
    return made


def _said(*words: str) -> bytes:
    done = call(*words)
    assert not done.faults, done
    return f"{done.exit}\n{done.out}\n{done.err}".encode()


def _wrong(made: Made, same: Made, secrets: Secrets) -> Iterator[str]:
    for name, content in made.items():
        hidden = [
            *secrets.words,
            *secrets.numbers,
            *(() if name.startswith("export") or "-20" in name else secrets.uids),
        ]
        yield from (f"{secret} stands in {name}" for secret in hidden if secret.encode() in content)
        if "." in name[-9:] and not NAMES.fullmatch(name):
            yield f"a file is called {name}"
    yield from (f"{name} is another" for name in made.keys() | same.keys() if made.get(name) != same.get(name))


def _seen(home: Home, line: tuple[str, ...], secrets: Secrets) -> Iterator[str]:
    """What stands in an answer for the writer, who may see numbers and uids but is to see that nothing else goes."""
    with mock.patch.dict(os.environ, home.env(), clear=True):
        said = _said(*line)
    yield from (f"{secret} stands in {' '.join(line)}" for secret in secrets.words if secret.encode() in said)


# ── Ways of handing on that give something away ──────────────────────────────────────────────────


@contextmanager
def _giving(what: str) -> Iterator[None]:
    match what:
        case "words":  # every reader sees everything
            with mock.patch.object(Reader, "visibilities", property(lambda _: tuple(Visibility))):
                yield
        case "numbers":  # a reader's numbers are ours
            with mock.patch.object(SentPackets, "numbering", _ours):
                yield
        case _:
            yield


_NUMBERING = SentPackets.numbering


def _ours(sharing: SentPackets, person: Person, numbers: Sequence[int]) -> Numbering:
    found = _NUMBERING(sharing, person, numbers)
    return replace(found, places={ours: replace(place, number=ours) for ours, place in found.places.items()})
