"""Bytes → characters: UTF-8, or what a byte order mark says; anything else is told, never guessed."""

import codecs
import io
from typing import IO

from mentorlog.errors import Damaged

MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def detect_encoding(head: bytes) -> str:
    """The encoding of a text that begins so."""
    return next((name for mark, name in MARKS if head.startswith(mark)), "utf-8-sig")


def text_reader(stream: IO[bytes], newline: str | None = None) -> io.TextIOWrapper:
    """The text of a stream. Reading it raises Damaged where it is not the encoding it should be."""
    head = stream.read(4)
    return _Checked(io.BufferedReader(PrefixedStream(head, stream)), encoding=detect_encoding(head), newline=newline)


class PrefixedStream(io.RawIOBase):
    """A stream together with what was already read of it."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        super().__init__()
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # it is only ever given these
        """As streams do it."""
        more = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(more)] = more
        return len(more)


class _Checked(io.TextIOWrapper):
    """Text whose encoding may be a lie. What goes through its lines calls `readline` too."""

    def read(self, size: int | None = -1, /) -> str:
        """As streams do it."""
        try:
            return super().read(size)
        except UnicodeError:
            raise _not_utf8() from None

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        """As streams do it."""
        try:
            return super().readline(size)
        except UnicodeError:
            raise _not_utf8() from None


def _not_utf8() -> Damaged:
    return Damaged("not-utf8", place="The file")
