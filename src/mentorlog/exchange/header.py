"""What a file is by how it begins; of a packet or a feedback file how large it may be and which version it is."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager

from mentorlog.errors import Damaged, MentorlogError, TooNew
from mentorlog.exchange.validators import InvalidValue, parse_object
from mentorlog.model.packets import MAX_BYTES, MAX_VALUES, VERSION

BEGINNINGS = (
    (rb"age-encryption\.org/|-----BEGIN AGE", "encrypted"),
    (rb"SQLite format 3\0", "database"),
    (rb"(?i:<!doctype|<html)", "page"),
)
OWN_FORMAT = rb'\{[^{}\[\]]{0,300}"(?:format|type)"\s*:\s*"mentorlog[ -](packet|feedback|journal)'


def parse_document(content: bytes, form: str) -> dict[str, object]:
    """The document of `form`. Raises Damaged where none can be trusted, TooNew where a newer mentorlog wrote it."""
    if is_too_large(content):
        raise Damaged("file-too-large")
    try:
        content.decode()
    except UnicodeDecodeError:
        raise Damaged("sent-not-utf8") from None
    source = parse_object(content, "The file")
    if source.get("format") != form:
        raise Damaged("not-of-form", form=form)
    version = source.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Damaged("no-version")
    if version > VERSION:
        raise TooNew("newer-file")
    return source


def is_too_large(content: bytes) -> bool:
    """Whether it is too long, or holds too many values: counted before they are made, for brackets can fill memory."""
    return len(content) > MAX_BYTES or sum(map(content.count, (b",", b"[", b"{"))) > MAX_VALUES


@contextmanager
def invalid_as_damaged(what: str) -> Iterator[None]:
    """Let whatever can't be right inside be damage of `what`, named by its key and never by its words."""
    try:
        yield
    except InvalidValue as error:
        raise Damaged("bad-sent-value", what=what, key=str(error)) from None
    except MentorlogError as error:
        raise Damaged("bad-sent-text", what=what, cause=error) from None


def detect_file_kind(content: bytes) -> str:
    """As "packet", "feedback", "journal", "database", "page", "encrypted" or empty, by how it begins, unchecked."""
    head = content[:4096].removeprefix(BOM_UTF8).lstrip()
    for beginning, kind in BEGINNINGS:
        if re.match(beginning, head):
            return kind
    found = re.match(OWN_FORMAT, head)
    return found[1].decode() if found else ""
