"""The outside of a packet or a feedback file: how large it may be, whether it is ours, which version it is."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from mentorlog.errors import Damaged, MentorlogError, TooNew
from mentorlog.exchange.validators import InvalidValue, parse_object
from mentorlog.model.packets import MAX_BYTES, MAX_VALUES, VERSION


def parse_document(content: bytes, form: str) -> dict[str, object]:
    """The document of `form` in `content`. Raises Damaged where there is none that can be trusted, TooNew where a
    newer mentorlog wrote it.
    """
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
    """Whether a file is longer, or holds more values, than one of ours may. They are counted before they are made: a
    small file of brackets would fill the memory.
    """
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


def check_known_keys(source: Mapping[str, object], known: frozenset[str]) -> None:
    """Raise Damaged where a key stands that the format does not have."""
    if not known.issuperset(source):
        raise Damaged("unknown-key")
