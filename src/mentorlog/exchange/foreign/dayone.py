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
from mentorlog.exchange.foreign.json_stream import iter_entries
from mentorlog.exchange.validators import InvalidValue, get_list, get_string, get_strings

LARGEST = 512 * 1024 * 1024  # bytes of one journal
MAX_COMPRESSION_RATIO = 500  # so many bytes to one; no writing is packed so well
MEDIA = ("photos", "videos", "audios", "pdfAttachments")
PICTURE = re.compile(r"!\[[^\]\n]*\]\(dayone-moment:[^)\n]*\)\n?")
ESCAPED = re.compile(r"\\([.!()+\-])")  # it puts a backslash before these, which only Markdown needs, and not there
UUID = re.compile(r"[0-9A-Fa-f]{32}")


def read(stream: IO[bytes], *, is_zip: bool) -> Iterator[ForeignEntry]:
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
        raise Damaged("archive-damaged") from error


def _journals(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    found = [member for member in archive.infolist() if _is_journal(member.filename)]
    if not found:
        raise Damaged("archive-empty")
    for member in found:
        if member.file_size > min(LARGEST, MAX_COMPRESSION_RATIO * member.compress_size + 1024):
            raise Damaged("archive-too-large")
    return found


def _is_journal(name: str) -> bool:
    return name.lower().endswith(".json") and not name.startswith("__MACOSX/")


def _base(member: zipfile.ZipInfo) -> str:
    return member.filename.rpartition("/")[2]


def _journal(stream: IO[bytes], file: str) -> Iterator[ForeignEntry]:
    for place, source in iter_entries(stream):
        try:
            yield _entry(f"{file}{place}", source)
        except InvalidValue as error:
            raise Damaged("bad-value", place=f"{file}{place}", key=str(error)) from None


def _entry(place: str, source: dict[str, object]) -> ForeignEntry:
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


def _moment(source: dict[str, object]) -> datetime:
    try:
        moment = datetime.fromisoformat(get_string(source, "creationDate"))
        return moment if moment.tzinfo and 1900 <= moment.year < 2200 else _reject()
    except ValueError:
        raise InvalidValue("creationDate") from None


def _reject() -> datetime:
    raise ValueError


def _zone(source: dict[str, object]) -> ZoneInfo:
    """Where it was written; UTC where that can't be known."""
    try:
        return ZoneInfo(get_string(source, "timeZone") or "UTC")
    except (LookupError, ValueError, OSError):
        return ZoneInfo("UTC")
