"""A file on its way in: which form it has, and what has to be asked before it can be taken."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO

from mentorlog import config
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import print_message, report_invalid_answer
from mentorlog.cli.interactive.prompts import ask, can_ask
from mentorlog.errors import Damaged, InvalidInput, MentorlogError, NotFound, StorageError
from mentorlog.exchange.foreign import dayone, jrnl, notes, table
from mentorlog.exchange.foreign.detect import FORMATS, HEAD, detect_format, is_json, is_zip
from mentorlog.exchange.foreign.foreign_entry import DateParser, ForeignEntry
from mentorlog.exchange.foreign.text_stream import PrefixedStream
from mentorlog.model.import_preview import TagMapping
from mentorlog.text import safe

COLUMNS = "import.columns"
TAGS = "import.tags"
HOLDS = {"on": "the day", "text": "the words"}
MOST_TAGS = 20
PART = 200  # lines
MANY = 4 * 1024 * 1024  # bytes that take a moment


class ImportSource:
    """A file, a folder or standard input (`-`), whose beginning was read. A file can be read several times."""

    def __init__(self, file: str, form: str | None) -> None:
        self.path = None if file == "-" else Path(file).expanduser()
        if form and form not in FORMATS:
            raise InvalidInput("bad-choice", what="format", value=form, known=FORMATS)
        self._is_folder = self.path is not None and os.path.isdir(self.path)  # noqa: PTH112 - raises for no name
        self.head = b"" if self._is_folder else self._read_head()
        self.form = form or ("md" if self._is_folder else detect_format(self.head, file))
        if self._is_folder and self.form != "md":
            raise Damaged(f"{self.path} is a directory.", hint="Name a file in it.")
        self.columns: dict[str, str] = {}

    @contextmanager
    def stream(self) -> Iterator[IO[bytes]]:
        """Its bytes from the beginning."""
        if self.path:
            with self.path.open("rb") as stream:
                yield stream
            return
        stream = io.BufferedReader(PrefixedStream(self.head, sys.stdin.buffer))
        yield io.BytesIO(stream.read()) if is_zip(self.head) else stream

    @contextmanager
    def foreign_entries(self, days: DateParser) -> Iterator[Iterator[ForeignEntry]]:
        """What stands in a file of another program."""
        if self.form == "md":
            if self.path is None:
                raise InvalidInput("Notes come from a folder or a file.", hint="Like this: mentorlog import ~/notes")
            yield notes.read(self.path, days)
            return
        with self.stream() as stream:
            match self.form:
                case "jrnl":
                    yield jrnl.read(stream, days, is_json=is_json(self.head))
                case "dayone":
                    yield dayone.read(stream, is_zip=is_zip(self.head))
                case _:
                    yield table.read(stream, days, self.heading, self.columns)

    @cached_property
    def heading(self) -> table.TableHeader:
        """The first row of a table."""
        return table.read_header(self.head)

    @property
    def progress_size(self) -> int:
        """How many bytes a bar is to count: none where they are few, or not known."""
        size = self.path.stat().st_size if self.path else 0
        return size if size >= MANY else 0

    def _read_head(self) -> bytes:
        """The first bytes; a file that can't be read is told at once."""
        if self.path is None:
            return sys.stdin.buffer.read(HEAD)
        try:
            with self.path.open("rb") as source:
                return source.read(HEAD)
        except FileNotFoundError:
            raise NotFound(f"There is no file {self.path}.") from None
        except OSError as error:
            raise StorageError("cannot-read", path=self.path, why=error.strerror) from None


def with_progress(lines: Iterable[bytes], move: Callable[[int], None]) -> Iterator[bytes]:
    """The same lines; `move` is told of their bytes, a few hundred lines at a time."""
    rest = iter(lines)
    while part := list(islice(rest, PART)):
        yield from part
        move(sum(map(len, part)))


def map_columns(call: Invocation, source: ImportSource, typed: list[str] | None) -> None:
    """Find out which column holds what: as typed, as remembered, by its name, or by asking; what was asked is
    remembered.
    """
    named = pairs(typed, "--column", "FIELD=NAME")
    if unknown := [field for field in named if field not in table.NAMES]:
        raise InvalidInput("bad-choice", what="field", value=unknown[0], known=tuple(table.NAMES))
    if source.heading.lacks_any(named.values()):
        raise InvalidInput("The table has no column of that name.", hint=f"It has: {_columns(source)}")
    source.columns = {**config.user_table(COLUMNS), **named}
    for field in source.heading.missing_columns(source.columns):
        if not can_ask(call):
            hint = f"Say which: --column {field}=NAME    It has: {_columns(source)}"
            raise InvalidInput(f"No column is called like one that holds {HOLDS[field]}.", hint=hint)
        question = f"Which column holds {HOLDS[field]}? ({_columns(source)}) "
        try:
            source.columns[field] = _ask_until_valid(question, lambda name: _known_column(source, name))
        except EOFError:
            raise KeyboardInterrupt from None
        config.update_user_table(COLUMNS, {field: source.columns[field]})


def ask_tag_areas(tags: list[TagMapping], find: Callable[[str], str], every: str) -> dict[str, str]:
    """Which area each of these tags is, or none; an end of input ends the questions. The answers are remembered."""
    answers: dict[str, str] = {}
    print_message("Which area is each tag? (Enter: none, ? lists them, Ctrl-D: no more questions)")
    with suppress(EOFError):
        for tag in tags[:MOST_TAGS]:

            def found(words: str) -> str:
                if words == "?":
                    raise InvalidInput(every)
                return find(words) if words else ""

            answers[tag.tag] = _ask_until_valid(f"  {safe(tag.tag)} ({tag.entries}): ", found)
    config.update_user_table(TAGS, answers)
    return answers


def pairs(typed: list[str] | None, option: str, form: str) -> dict[str, str]:
    """What stands before and behind the = of each word."""
    split = [word.rpartition("=") for word in typed or ()]
    if any(not (name.strip() and value.strip()) for name, _, value in split):
        raise InvalidInput(f"{option} takes {form}.", hint=f"Like this: {option} work=growth")
    return {name.strip(): value.strip() for name, _, value in split}


def _ask_until_valid(question: str, check: Callable[[str], str]) -> str:
    while True:
        answer = ask(question)
        try:
            return check(answer)
        except MentorlogError as error:
            report_invalid_answer(error)


def _known_column(source: ImportSource, name: str) -> str:
    if source.heading.lacks_any([name]):
        raise InvalidInput("The table has no such column.", hint=f"It has: {_columns(source)}")
    return name


def _columns(source: ImportSource) -> str:
    return ", ".join(safe(name) for name in source.heading.names[:30])
