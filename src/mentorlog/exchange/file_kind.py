"""What a file is, whichever command it was given to: each door knows the files of the other doors."""

import re

HEAD = 4096
FORMAT_PATTERN = re.compile(rb'"(?:format|type)"\s*:\s*"mentorlog (packet|feedback|journal)"')
BEGINNINGS = (
    (b"age-encryption.org/", "encrypted"),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", "encrypted"),
    (b"SQLite format 3\0", "database"),
)


def detect_file_kind(content: bytes) -> str:
    """As "packet", "feedback", "journal" (its lines), "database" (the journal itself), "page" (HTML), "encrypted";
    empty for anything else. The beginning decides, nothing is checked.
    """
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, kind in BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if re.match(rb"<!doctype html|<html", head, re.IGNORECASE):
        return "page"
    found = FORMAT_PATTERN.search(head)
    return found[1].decode() if found else ""
