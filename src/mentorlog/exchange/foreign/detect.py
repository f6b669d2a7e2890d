"""What a file is, by how it begins; and which command takes one that import doesn't."""

import json
import re

from mentorlog.errors import Damaged, InvalidInput
from mentorlog.exchange.foreign.table import read_header
from mentorlog.exchange.foreign.text_stream import detect_encoding
from mentorlog.exchange.header import detect_file_kind

FORMATS = ("jsonl", "jrnl", "dayone", "csv", "md")
HEAD = 1 << 16  # bytes by which a file is known
DAY_IN_BRACKETS = re.compile(r"\s*\[\d{1,4}[^\]\n]{4,30}\] ")
OWN_LINE = re.compile(r'\s*\{"(?:type|schema_version|number|kind|uid)"')
OTHER_FILES = {  # kinds of file that another command takes, and what is said of them
    "database": "is-journal",
    "encrypted": "is-encrypted",
    "page": "is-page",
    "packet": "is-packet",
    "feedback": "is-feedback",
}


def detect_format(head: bytes, name: str) -> str:
    """Which of FORMATS a file is. Raises InvalidInput where it is for another command, Damaged where it is for none."""
    if head.startswith(b"PK\x03\x04"):
        return "dayone"
    kind = detect_file_kind(head)
    if kind in OTHER_FILES:
        raise InvalidInput(OTHER_FILES[kind])
    text = head.decode(detect_encoding(head), errors="replace")
    if text.lstrip().startswith("{"):
        return _json_form(text)
    if DAY_IN_BRACKETS.match(text):
        return "jrnl"
    ending = name.rpartition(".")[2].lower()
    if text.startswith("---\n") or ending in ("md", "markdown"):
        return "md"
    if ending in ("csv", "tsv") or (b"\0" not in head and not read_header(head).missing_columns({})):
        return "csv"
    raise Damaged("unknown-format", formats=FORMATS)


def is_json(head: bytes) -> bool:
    """Whether the file begins as JSON does."""
    return head.decode(detect_encoding(head), errors="replace").lstrip().startswith("{")


def is_zip(head: bytes) -> bool:
    """Whether the file begins as a zip does."""
    return head.startswith(b"PK")


def _json_form(text: str) -> str:
    if OWN_LINE.match(text) or _is_entry(text.split("\n", 1)[0]):
        return "jsonl"
    if '"creationDate"' in text:
        return "dayone"
    return "jrnl" if '"entries"' in text else "jsonl"


def _is_entry(line: str) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "kind" in found
