"""Day One: its JSON export, as the zip that it writes or as one of the files in it."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO
from zoneinfo import ZoneInfo

from mentorlog.errors import Damaged
from mentorlog.exchange.foreign.foreign_entry import ForeignEntry, content_uid
from mentorlog.exchange.foreign.json_stream import read_entries
from mentorlog.exchange.validators import InvalidValue, Source, get_list, get_string, get_strings

LARGEST = 512 * 1024 * 1024  # bytes of one journal
MAX_COMPRESSION_RATIO = 500  # so many bytes to one; no writing is packed so well
MEDIA = ("photos", "videos", "audios", "pdfAttachments")
PICTURE = re.compile(r"!\[[^\]\n]*\]\(dayone-moment:[^)\n]*\)\n?")
ESCAPED = re.compile(r"\\([.!()+\-])")  # it puts a backslash before these, which only Markdown needs, and not there
UUID = re.compile(r"[0-9A-Fa-f]{32}")


def read(stream: IO[bytes], *, is_zip: bool) -> Iterator[ForeignEntry]:
    """Its entries, on the day and at the time of where they were written."""
    if not is_zip:
        yield from read_entries(stream, _entry)
        return
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in _journals(archive):
                with archive.open(member) as journal:
                    yield from read_entries(journal, _entry, f"{member.filename.rpartition('/')[2]}: ")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Damaged("archive-damaged") from error


def _journals(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [(member.filename, member) for member in archive.infolist()]
    found = [one for name, one in members if name.lower().endswith(".json") and not name.startswith("__MACOSX/")]
    if not found:
        raise Damaged("archive-empty")
    for member in found:
        if member.file_size > min(LARGEST, MAX_COMPRESSION_RATIO * member.compress_size + 1024):
            raise Damaged("archive-too-large")
    return found


def _entry(place: str, source: Source) -> ForeignEntry:
    moment = _moment(source)
    raw = get_string(source, "text")
    text = ESCAPED.sub(r"\1", PICTURE.sub("", raw)).strip("\n").rstrip()
    title, _, rest = text.partition("\n")
    has_title = title.startswith("# ") and bool(rest.strip())
    uuid = get_string(source, "uuid")
    local = moment.astimezone(_zone(source))
    return ForeignEntry(
        place=place,
        keys={
            "uid": uuid.lower() if UUID.fullmatch(uuid) else content_uid("dayone", moment.isoformat(), raw),
            "on": local.date().isoformat(),
            "time": "" if source.get("isAllDay") is True else local.isoformat(timespec="minutes").partition("T")[2],
            "title": title[2:] if has_title else "",
            "text": rest if has_title else text.removeprefix("# "),
            "written_at": moment.astimezone(UTC).isoformat(timespec="seconds"),
        },
        tags=get_strings(source, "tags"),
        media_count=sum(len(get_list(source, key)) for key in MEDIA),
    )


def _moment(source: Source) -> datetime:
    try:
        moment = datetime.fromisoformat(get_string(source, "creationDate"))
    except ValueError:
        raise InvalidValue("creationDate") from None
    if not moment.tzinfo or not 1900 <= moment.year < 2200:
        raise InvalidValue("creationDate")
    return moment


def _zone(source: Source) -> ZoneInfo:
    """Where it was written; UTC where that can't be known."""
    try:
        return ZoneInfo(get_string(source, "timeZone") or "UTC")
    except (LookupError, ValueError, OSError):
        return ZoneInfo("UTC")
