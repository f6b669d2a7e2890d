"""The entries of one large JSON object, {…, "entries": [{…}, …]}, one at a time: memory stays flat."""

from collections.abc import Callable, Iterator
from typing import IO

from mentorlog.errors import Damaged
from mentorlog.exchange.foreign.foreign_entry import ForeignEntry
from mentorlog.exchange.foreign.text_stream import text_reader
from mentorlog.exchange.validators import DECODER, LONGEST_LINE, InvalidValue, Source

CHUNK = 1 << 16


def read_entries(
    stream: IO[bytes], read: Callable[[str, Source], ForeignEntry], file: str = ""
) -> Iterator[ForeignEntry]:
    """What `read` makes of each object of "entries" and its place. Raises Damaged, naming the place, if one is bad."""
    for place, source in _iter_objects(stream):
        try:
            yield read(f"{file}{place}", source)
        except InvalidValue as error:
            raise Damaged("bad-value", place=f"{file}{place}", key=str(error)) from None


def _iter_objects(stream: IO[bytes]) -> Iterator[tuple[str, Source]]:
    """Each object of "entries", with its place. Raises Damaged where the file is not such an object, or not whole."""
    text = _JsonScanner(stream)
    text.expect("{")
    mark = text.peek()
    if mark == "}":
        text.expect("}")
    while mark != "}":
        key = text.read_key()
        text.expect(":")
        if key == "entries":
            yield from _each(text)
        else:
            text.read_value()
        mark = text.expect(",}")
    text.expect_end()


def _each(text: "_JsonScanner") -> Iterator[tuple[str, Source]]:
    text.expect("[")
    count = 0
    while text.peek() != "]":
        count += 1
        text.place = f"Entry {count}"
        value = text.read_value()
        if not isinstance(value, dict):
            raise Damaged("not-an-object", place=text.place)
        yield text.place, value
        if text.peek() == ",":
            text.expect(",")
    text.expect("]")


class _JsonScanner:
    """A text that is read as far as it is needed; `place` is what an error names."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.place = "The file"
        self._source = text_reader(stream)
        self._text = ""
        self._at = 0
        self._has_ended = False

    def peek(self) -> str:
        """The next character that is not white space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text) or self._has_ended:
                return self._text[self._at : self._at + 1]
            self._more()

    def expect(self, wanted: str) -> str:
        """The next character, which must be one of these."""
        found = self.peek()
        if not found or found not in wanted:
            raise self._parse_error()
        self._at += 1
        return found

    def read_key(self) -> str:
        """The next key."""
        key = self.read_value() if self.peek() == '"' else None
        if not isinstance(key, str):
            raise self._parse_error()
        return key

    def read_value(self) -> object:
        """The next value."""
        self.peek()
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
            except RecursionError:
                raise self._parse_error() from None
            except ValueError:
                if self._has_ended or len(self._text) - self._at > LONGEST_LINE:
                    raise self._parse_error() from None
            else:
                if end < len(self._text) or self._has_ended:
                    self._at = end
                    return value
            self._more()

    def expect_end(self) -> None:
        """Raise Damaged where anything follows."""
        if self.peek():
            raise self._parse_error()

    def _more(self) -> None:
        rest = self._text[self._at :]
        more = self._source.read(max(CHUNK, len(rest)))
        self._text, self._at, self._has_ended = rest + more, 0, not more

    def _parse_error(self) -> Damaged:
        return Damaged("unreadable", place=self.place)
