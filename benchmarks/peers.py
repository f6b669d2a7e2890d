"""Other tools that keep a life on the command line, filled with the same corpus; measured where installed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpus

Env = dict[str, str]
WORDS = ("I", "led", "the", "meeting")
DAY = corpus.TODAY.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A tool: `fill` writes entries into a folder and tells the environment in which the tool finds them. More than
    `most` would take minutes.
    """

    program: str
    fill: Callable[[Path, list[corpus.Entry]], Env]
    commands: Mapping[str, tuple[str, ...]]
    most: int = 10_000


def fill_jrnl(home: Path, entries: list[corpus.Entry]) -> Env:
    """One text file, and settings."""
    put(home / "journal.txt", "".join(f"[{entry['on']} 19:30] {entry['text']}\n\n" for entry in entries))
    put(home / "jrnl" / "jrnl.yaml", f"journals:\n  default:\n    journal: {home}/journal.txt\nversion: v4.0\n")
    return {"XDG_CONFIG_HOME": str(home)}


def fill_watson(home: Path, entries: list[corpus.Entry]) -> Env:
    """One JSON list of frames; they hold no words."""
    starts = [int(corpus.instant(entry).timestamp()) for entry in entries]
    frames = [
        [start, start + 60, "mentor", entry["uid"], entry["areas"], start]
        for start, entry in zip(starts, entries, strict=True)
    ]
    put(home / "frames", json.dumps(frames))
    return {"WATSON_DIR": str(home)}


def fill_task(home: Path, entries: list[corpus.Entry]) -> Env:
    """Its own import."""
    put(home / "taskrc", f"data.location={home}\nconfirmation=off\nverbose=nothing\n")
    tasks = [
        {"description": entry["text"], "tags": entry["areas"], "entry": f"{corpus.instant(entry):%Y%m%dT%H%M%SZ}"}
        for entry in entries
    ]
    env = {"TASKRC": str(home / "taskrc")}
    given = json.dumps(tasks).encode()
    subprocess.run(["task", "import", "-"], input=given, env=os.environ | env, check=True, capture_output=True)
    return env


def fill_hledger(home: Path, entries: list[corpus.Entry]) -> Env:
    """One text file, an entry as a transaction."""
    text = "".join(f"{entry['on']} {str(entry['text']).replace(';', ',')}\n    (mentor)  1\n\n" for entry in entries)
    put(home / "hledger.journal", text)
    return {"LEDGER_FILE": str(home / "hledger.journal")}


def fill_khal(home: Path, entries: list[corpus.Entry]) -> Env:
    """One iCalendar file an entry; khal keeps an index of them in SQLite."""
    for entry in entries:
        at = f"{corpus.instant(entry):%Y%m%dT%H%M%SZ}"
        put_ical(home, entry, f"BEGIN:VEVENT\nDTSTART:{at}\nDURATION:PT1H", "VEVENT")
    config = f"[calendars]\n[[mentor]]\npath = {home}/items\n[default]\ndefault_calendar = mentor\n"
    locale = "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
    put(home / "khal" / "config", f"{config}{locale}[sqlite]\npath = {home}/khal.db\n")
    return {"XDG_CONFIG_HOME": str(home)}


def fill_todoman(home: Path, entries: list[corpus.Entry]) -> Env:
    """One iCalendar file an entry; todoman keeps an index of them in SQLite."""
    for entry in entries:
        put_ical(home, entry, "BEGIN:VTODO", "VTODO")
    put(home / "config.py", f"path = '{home}/*'\ndefault_list = 'items'\ncache_path = '{home}/cache.sqlite3'\n")
    return {"TODOMAN_CONFIG": str(home / "config.py")}


def put_ical(home: Path, entry: corpus.Entry, head: str, kind: str) -> None:
    """One entry as a file of its own."""
    at = f"{corpus.instant(entry):%Y%m%dT%H%M%SZ}"
    body = f"{head}\nUID:{entry['uid']}\nDTSTAMP:{at}\nSUMMARY:{entry['text']}\nEND:{kind}\n"
    put(home / "items" / f"{entry['uid']}.ics", f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:corpus\n{body}END:VCALENDAR\n")


def put(file: Path, text: str) -> None:
    """Write a file, and its folder if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


PEERS = [
    Peer(
        program="jrnl",
        fill=fill_jrnl,
        commands={
            "add": ("jrnl", "today:", *WORDS),
            "list": ("jrnl", "-n", "10"),
            "search": ("jrnl", "-contains", corpus.RARE),
        },
    ),
    Peer(
        program="watson",
        fill=fill_watson,
        most=100_000,
        commands={
            "add": ("watson", "add", "-f", f"{DAY} 10:00", "-t", f"{DAY} 11:00", "mentor", "+identity"),
            "list": ("watson", "log", "-f", DAY, "-t", DAY),
        },
    ),
    Peer(
        program="task",
        fill=fill_task,
        commands={
            "add": ("task", "add", *WORDS),
            "list": ("task", "limit:10", "list"),
            "search": ("task", f"/{corpus.RARE}/", "list"),
        },
    ),
    Peer(
        program="hledger",
        fill=fill_hledger,
        most=100_000,
        commands={"list": ("hledger", "print", "-b", DAY), "search": ("hledger", "print", f"desc:{corpus.RARE}")},
    ),
    Peer(
        program="khal",
        fill=fill_khal,
        commands={
            "add": ("khal", "new", DAY, "10:00", *WORDS),
            "list": ("khal", "list", DAY, "10d"),
            "search": ("khal", "search", corpus.RARE),
        },
    ),
    Peer(
        program="todo",
        fill=fill_todoman,
        commands={
            "add": ("todo", "new", *WORDS),
            "list": ("todo", "list"),
            "search": ("todo", "list", "--grep", corpus.RARE),
        },
    ),
]


def ready(size: int, folder: Path) -> Iterator[tuple[str, tuple[str, ...], Env]]:
    """Fill each peer that is installed; its commands with the environment that they need."""
    entries = list(corpus.entries(size))
    for peer in PEERS:
        if shutil.which(peer.program) and size > peer.most:
            print(f"{peer.program} is left out at {size:,} entries.", file=sys.stderr)
        elif shutil.which(peer.program):
            home = folder / f"{peer.program}-{size}"
            home.mkdir()
            env = peer.fill(home, entries)
            yield from ((f"{peer.program}: {what}", argv, env) for what, argv in peer.commands.items())
