"""Day One: its JSON export, as the zip that it writes or as one of the files in it."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO
from zoneinfo import ZoneInfo

from mentorlog.errors import Damaged
from mentorlog.exchange.foreign.foreign_entry import Found, uid_of
from mentorlog.exchange.foreign.json_stream import entries
from mentorlog.exchange.validators import (
    NOTHING,
    Unfit,
    all_words,
    each,
    words,
)

LARGEST = 512 * 1024 * 1024  # bytes of one journal
DENSEST = 500  # so many bytes to one; no writing is packed so well
MEDIA = ("photos", "videos", "audios", "pdfAttachments")
PICTURE = re.compile(r"!\[[^\]\n]*\]\(dayone-moment:[^)\n]*\)\n?")
ESCAPED = re.compile(r"\\([.!()+\-])")  # it puts a backslash before these, which only Markdown needs, and not there
UUID = re.compile(r"[0-9A-Fa-f]{32}")
CAN_T = "The archive can't be read"


def read(stream: IO[bytes], *, is_zip: bool) -> Iterator[Found]:
    """Its entries, on the day and at the time of where they were written."""
    if not is_zip:
        yield from _journal(stream, "")
        return
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in _journals(archive):
                with archive.open(member) as journal:
                    yield from _journal(journal, f"{_base(member)}: ")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Damaged(f"{CAN_T}: it is damaged, or not what it says.", safe=NOTHING, hint="Export it anew.") from error


def _journals(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    found = [member for member in archive.infolist() if _is_journal(member.filename)]
    if not found:
        raise Damaged("The archive holds no journal of Day One.", safe=NOTHING, hint="Export as JSON in Day One.")
    for member in found:
        if member.file_size > min(LARGEST, DENSEST * member.compress_size + 1024):
            raise Damaged(f"{CAN_T}: what is packed in it is far too large.", safe=NOTHING)
    return found


def _is_journal(name: str) -> bool:
    return name.lower().endswith(".json") and not name.startswith("__MACOSX/")


def _base(member: zipfile.ZipInfo) -> str:
    return member.filename.rpartition("/")[2]


def _journal(stream: IO[bytes], file: str) -> Iterator[Found]:
    for place, source in entries(stream):
        try:
            yield _found(f"{file}{place}", source)
        except Unfit as error:
            raise Damaged(f"{file}{place} can't be right: {error}.", safe=NOTHING) from None


def _found(place: str, source: dict[str, object]) -> Found:
    moment = _moment(source)
    raw = words(source, "text")
    text = ESCAPED.sub(r"\1", PICTURE.sub("", raw)).strip("\n").rstrip()
    title, _, rest = text.partition("\n")
    has_title = title.startswith("# ") and bool(rest.strip())
    uuid = words(source, "uuid")
    local = moment.astimezone(_zone(source))
    return Found(
        place=place,
        keys={
            "uid": uuid.lower() if UUID.fullmatch(uuid) else uid_of("dayone", moment.isoformat(), raw),
            "on": local.date().isoformat(),
            "time": "" if source.get("isAllDay") is True else local.isoformat(timespec="minutes").partition("T")[2],
            "title": title[2:] if has_title else "",
            "text": rest if has_title else text.removeprefix("# "),
            "written_at": moment.astimezone(UTC).isoformat(timespec="seconds"),
        },
        tags=all_words(source, "tags"),
        left=sum(len(each(source, key)) for key in MEDIA),
    )


def _moment(source: dict[str, object]) -> datetime:
    try:
        moment = datetime.fromisoformat(words(source, "creationDate"))
        return moment if moment.tzinfo and 1900 <= moment.year < 2200 else _unfit()
    except ValueError:
        raise Unfit("creationDate") from None


def _unfit() -> datetime:
    raise ValueError


def _zone(source: dict[str, object]) -> ZoneInfo:
    """Where it was written; UTC where that can't be known."""
    try:
        return ZoneInfo(words(source, "timeZone") or "UTC")
    except (LookupError, ValueError, OSError):
        return ZoneInfo("UTC")
