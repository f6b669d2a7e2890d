"""A mentee who shares: entries of every visibility, a packet, and feedback files that answer it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentorlog.config import default_journal
from mentorlog.storage.journal import open_journal
from tests.conftest import Program
from tests.entries import NOW

ANH = "Ánh"


def write_entries(mentorlog: Program) -> None:
    """1 a session that mentors may read, 2 private, 3 about 1, 4 a public goal, 5 with somebody else."""
    mentorlog("session", "add", "Went through the packet.", "--with", ANH, "-a", "growth", "--visibility", "mentor")
    mentorlog("reflect", "Sentinel of mine.", "-a", "coping")
    mentorlog("reflect", "I heard myself say we.", "--about", "1", "--visibility", "mentor")
    mentorlog("goal", "add", "Lead one project.", "--visibility", "public")
    mentorlog("session", "add", "Spoke of names.", "--with", "Mie 美恵", "--visibility", "mentor")


def make_packet(mentorlog: Program, folder: Path, *args: str, to: str = ANH) -> dict[str, Any]:
    """The document of a packet made for somebody: Ánh, where nobody is named."""
    done = mentorlog("share", "make", "--with", to, "-o", str(folder), "--json", *args).json()
    return document(done["files"])


def document(files: list[str]) -> dict[str, Any]:
    (found,) = [Path(file) for file in files if file.endswith(".json")]
    content: dict[str, Any] = json.loads(found.read_text("utf-8"))
    return content


def item(packet: dict[str, Any], number: int, text: str, uid: str, **more: Any) -> dict[str, Any]:
    """An answer to the entry that the reader knows as `number`."""
    (entry,) = [entry for entry in packet["entries"] if entry["number"] == number]
    about = {key: entry[key] for key in ("number", "uid", "digest")}
    return {
        "uid": uid * 32,
        "about": about,
        "kind": "comment",
        "text": text,
        "at": "2026-03-12T09:00:00+00:00",
        **more,
    }


def feedback(packet: dict[str, Any], *items: dict[str, Any]) -> dict[str, Any]:
    return {
        "format": "mentorlog feedback",
        "version": 1,
        "reader": packet["reader"],
        "packet": packet["packet"],
        "by": ANH,
        "items": list(items),
    }


def save_feedback(folder: Path, file: dict[str, Any]) -> str:
    path = folder / "feedback.json"
    path.write_text(json.dumps(file), "utf-8")
    return str(path)


def make_tender(number: int) -> None:
    """Let only its number open an entry."""
    with open_journal(default_journal()) as journal, journal.write("edit", at=NOW) as writing:
        writing.change(replace(writing.entry(number), is_tender=True))
