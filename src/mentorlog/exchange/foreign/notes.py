"""A folder of Markdown notes with properties at the top, as Obsidian keeps them; or one such note."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from mentorlog.errors import Damaged, StorageError
from mentorlog.exchange.foreign.foreign_entry import DateParser, ForeignEntry, content_uid
from mentorlog.exchange.foreign.front_matter import Properties, split_front_matter
from mentorlog.exchange.validators import UID
from mentorlog.model.enums import Kind
from mentorlog.model.fields import CODE, DAY, FIELDS, FIELDS_OF, NUMBER, OWNER, PHRASES, TEXT
from mentorlog.text import TEXT_LIMIT

DAYS = ("on", "date", "day", "created", "created_at", "日期", "日付", "날짜")
PEOPLE = ("with", "people", "person", "mentor", "mentors", "participants")
TAGS = ("areas", "area", "tags", "tag", "topics")
UNREAD = ("framework", "packet", "by")
OWN = [field for field in FIELDS if len(field.kinds) < len(FIELDS_OF) and field.json not in UNREAD]
WORDS = [field.json for field in OWN if field.codec in (CODE, TEXT, DAY, OWNER)]
NUMBERS = [field.json for field in OWN if field.codec is NUMBER]
LISTS = [field.json for field in OWN if field.codec is PHRASES]
# Properties that `export journal --to md` writes, and their form.
EXPORTED = {
    "uid": UID.pattern,
    "kind": "|".join(Kind),
    "visibility": ".*",
    "minutes": r"\d{1,4}",
    "written_at": ".*",
    "time": ".*",
}
DATE_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)", re.ASCII)
IN_TEXT = re.compile(r"(?<![\w/#&;])#([^\W\d_][\w/-]*)")
FENCED = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")


def read(path: Path, days: DateParser) -> Iterator[ForeignEntry]:
    """Its notes, by name, with or without a day; hidden folders and links to elsewhere are passed over."""
    if not path.is_dir():
        yield _entry(path.name, _content(path, path.name), days)
        return
    count = 0
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            note = Path(folder) / name
            if note.suffix.lower() in (".md", ".markdown") and not name.startswith(".") and not note.is_symlink():
                count += 1
                place = note.relative_to(path).as_posix()
                yield _entry(place, _content(note, place), days)
    if not count:
        raise Damaged("no-notes", path=path)


def _content(path: Path, place: str) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(TEXT_LIMIT + 65536)
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Damaged("not-utf8", place=place) from None
    except OSError as error:
        raise StorageError("cannot-read", path=place, why=error.strerror) from None


def _entry(place: str, content: str, days: DateParser) -> ForeignEntry:
    properties, body = split_front_matter(content)
    title, text = _title(place, properties, body)
    keys: dict[str, object] = {
        **_day_and_time(place, properties, days),
        "title": title if text else "",
        "text": text or title,
        "uid": content_uid("notes", place, content),
        "with": [LINK.sub(r"\1", value) for name in PEOPLE for value in properties.get(name, [])],
    }
    for name, form in EXPORTED.items():  # one of that name that means something else is passed over
        for value in properties.get(name, [])[:1]:
            if re.fullmatch(form, value, re.ASCII | re.DOTALL):
                keys[name] = int(value) if name == "minutes" else value
    if "uid" in properties and keys["uid"] in properties["uid"]:
        keys |= _mentorlog_keys(properties)
    return ForeignEntry(place=place, keys=keys, tags=_tags(properties, body))


def _mentorlog_keys(properties: Properties) -> dict[str, object]:
    """What else a note has that came from mentorlog."""
    words = {name: properties[name][0] for name in WORDS if properties.get(name)}
    found = {name: "".join(properties.get(name, [])) for name in NUMBERS}
    numbers = {name: int(value) for name, value in found.items() if re.fullmatch(r"\d{1,9}", value, re.ASCII)}
    if words.get("status") and properties.get("kind") == ["question"]:
        del words["status"]  # it follows from its answer
    lists = {name: properties.get(name, []) for name in LISTS}
    return {**words, **numbers, **lists, "tender": properties.get("tender") == ["yes"]}


def _day_and_time(place: str, properties: Properties, days: DateParser) -> dict[str, object]:
    """The day that the properties name, or else the file's name."""
    for name in DAYS:
        for value in properties.get(name, [])[:1]:
            day, time = days.parse_moment(LINK.sub(r"\1", value), place)
            if day:
                return {"on": day.isoformat(), "time": time}
    named = DATE_IN_NAME.search(place.rpartition("/")[2])
    day = days.parse_day("-".join(named.groups()), place) if named else None
    return {"on": day.isoformat(), "time": ""} if day else {}


def _title(place: str, properties: Properties, body: str) -> tuple[str, str]:
    first, _, rest = body.strip("\n").partition("\n")
    if first.startswith("# "):
        return first[2:].strip(), rest.strip("\n").rstrip()
    name = DATE_IN_NAME.sub("", place.rpartition("/")[2].rpartition(".")[0]).strip(" -_.")
    titled = properties.get("title") or ([name] if name and not properties.get("uid") else [])
    return (titled[0] if titled else ""), body.strip("\n").rstrip()


def _tags(properties: Properties, body: str) -> tuple[str, ...]:
    """Those of the properties, and those within the text that are no code."""
    lists = [properties.get(name, []) for name in TAGS]
    listed = [tag for tags in lists for tag in (re.split(r"[,\s]+", tags[0]) if len(tags) == 1 else tags) if tag]
    return tuple(dict.fromkeys([*listed, *(f"#{tag}" for tag in IN_TEXT.findall(FENCED.sub("", body)))]))
