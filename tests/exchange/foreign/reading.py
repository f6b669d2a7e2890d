"""Files of other programs, made for a test, and what mentorlog finds in them."""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from mentorlog.exchange.foreign import (
    dayone,
    jrnl,
    notes,
    table,
)
from mentorlog.exchange.foreign.convert import EntryConverter
from mentorlog.exchange.foreign.foreign_entry import DateParser, ForeignEntry
from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.entries import Entry

DAYS = DateParser(today=date(2026, 3, 12))


def packed(entries: object, name: str = "Journal.json") -> bytes:
    """A zip as Day One writes it, of its one journal."""
    return zipped({name: json.dumps({"metadata": {"version": "1.0"}, "entries": entries}).encode()})


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def from_jrnl(content: str | bytes) -> list[ForeignEntry]:
    raw = content.encode() if isinstance(content, str) else content
    return list(jrnl.read(io.BytesIO(raw), DAYS, is_json=raw.lstrip()[:1] == b"{"))


def from_dayone(content: bytes) -> list[ForeignEntry]:
    return list(dayone.read(io.BytesIO(content), is_zip=content.startswith(b"PK")))


def from_table(content: str | bytes, **chosen: str) -> list[ForeignEntry]:
    raw = content.encode() if isinstance(content, str) else content
    return list(table.read(io.BytesIO(raw), DAYS, table.read_header(raw), chosen))


def from_notes(folder: Path, **files: str) -> list[ForeignEntry]:
    for name, words in files.items():
        (folder / f"{name}.md").write_text(words, encoding="utf-8")
    return list(notes.read(folder, DAYS))


def adopted(found: Iterable[ForeignEntry], mapping: dict[str, str] | None = None, **more: Any) -> list[Entry]:
    adopter = EntryConverter(DEFAULT_AREAS, more.get("people", ()), mapping or {}, kind=more.get("kind", "reflection"))
    return [item.entry for item in adopter.convert(found)]


def facts(found: ForeignEntry, *keys: str) -> tuple[object, ...]:
    return tuple(found.keys.get(key) for key in keys)
