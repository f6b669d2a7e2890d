"""Day One's export, built to the form that it documents."""

import io
import json
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from mentorlog.errors import Damaged
from tests.exchange.foreign.reading import adopted, facts, from_dayone, packed, zipped

UUID = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"


def entry(**more: Any) -> dict[str, Any]:
    usual = {"uuid": UUID, "creationDate": "2025-03-01T23:30:00Z", "timeZone": "Asia/Tokyo", "text": "Words."}
    return {**usual, "starred": False, "location": {"latitude": 1.5}, "richText": "{}", **more}


def test_the_day_is_that_of_where_it_was_written() -> None:
    (found,) = from_dayone(packed([entry()]))
    assert facts(found, "on", "time", "written_at") == ("2025-03-02", "08:30+09:00", "2025-03-01T23:30:00+00:00")
    assert found.keys["uid"] == UUID.lower()


@pytest.mark.parametrize(
    ("more", "key", "value"),
    [  # an entry, and what is found of it
        ({"timeZone": "Mars/Olympus"}, "time", "23:30+00:00"),
        ({"timeZone": "../etc"}, "time", "23:30+00:00"),
        ({"timeZone": None}, "on", "2025-03-01"),
        ({"isAllDay": True}, "time", ""),
        ({"text": "# Big day\nIt went well\\. So did I\\!"}, "title", "Big day"),
        ({"text": "# Big day\nIt went well\\. So did I\\!"}, "text", "It went well. So did I!"),
        ({"text": "# Only a title"}, "text", "Only a title"),
        ({"text": "![](dayone-moment://X)\nA day at the sea."}, "text", "A day at the sea."),
    ],
)
def test_reads(more: dict[str, Any], key: str, value: str) -> None:
    (found,) = from_dayone(packed([entry(**more)]))
    assert found.keys[key] == value


def test_an_entry_without_an_identity_gets_the_same_each_time() -> None:
    one, other = (from_dayone(packed([entry(uuid="")]))[0].keys["uid"] for _ in range(2))
    assert one == other


def test_tags_are_areas_or_stay_below_the_text_and_pictures_stay_behind() -> None:
    found = from_dayone(packed([entry(tags=["Role Modeling", "travel"], photos=[{}, {}], audios=[{}])]))
    assert found[0].media_count == 3
    (saved,) = adopted(found)
    assert [area.slug for area in saved.areas] == ["role-modeling"]
    assert saved.text == "Words.\n\nTags: travel"


def test_every_journal_of_an_archive_and_a_file_alone() -> None:
    one = json.dumps({"entries": [entry()]}).encode()
    two = json.dumps({"entries": [entry(uuid="F" * 32)]}).encode()
    assert len(from_dayone(zipped({"Journal.json": one, "Work.json": two, "photos/a.jpg": b"x"}))) == 2
    assert len(from_dayone(one)) == 1


def lying(content: bytes) -> bytes:
    """The size of what is packed said to be smaller than it is, in both places where a zip says so."""
    made = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = made.index(mark) + at
        (size,) = struct.unpack_from("<I", made, place)
        struct.pack_into("<I", made, place, size - 10)
    return bytes(made)


def encrypted(content: bytes) -> bytes:
    made = bytearray(content)
    made[made.index(b"PK\x03\x04") + 6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def damaged(content: bytes) -> bytes:
    middle = len(content) // 3
    return content[:middle] + bytes(255 - byte for byte in content[middle : middle + 20]) + content[middle + 20 :]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "lying": lying,
    "encrypted": encrypted,
    "damaged": damaged,
    "cut off": lambda content: content[:-30],
    "begun": lambda content: content[:40],
    "a bomb": lambda _: zipped({"Journal.json": b'{"entries": [' + b" " * 10_000_000 + b"]}"}),
    "without a journal": lambda _: zipped({"photos/a.jpg": b"x", "__MACOSX/Journal.json": b"{}"}),
    "without a zone": lambda _: packed([entry(creationDate="2025-03-01T23:30:00")]),
    "long ago": lambda _: packed([entry(creationDate="0001-01-01T00:00:00Z")]),
    "some day": lambda _: packed([entry(creationDate="once")]),
    "a tag alone": lambda _: packed([entry(), entry(tags="x")]),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_an_archive_that_can_t_be_right_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(Damaged):
        from_dayone(spoil(packed([entry(text=f"{number} words {number * 7919}") for number in range(50)])))


def test_nothing_of_an_archive_is_ever_put_on_the_disk() -> None:
    """Its names are read, never used as paths."""
    made = io.BytesIO(zipped({"../../Journal.json": json.dumps({"entries": [entry()]}).encode()}))
    with zipfile.ZipFile(made) as archive:
        assert archive.namelist() == ["../../Journal.json"]
    assert len(from_dayone(made.getvalue())) == 1
