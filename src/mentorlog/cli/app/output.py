"""The only printing: answers on stdout, messages and errors on stderr, the Console when one is needed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, TypeVar

import typer

from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.errors import MentorlogError, StorageError
from mentorlog.text import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from mentorlog.model.entries import Action, Entry, Event, Goal
    from mentorlog.model.people import Person
    from mentorlog.views.lists.sheet import Sheet

Figure = TypeVar("Figure")
MIN_WIDTH, MAX_WIDTH = 20, 120
KEPT = "What was to be kept is kept."
SEPARATOR = "    "  # between two commands that one line names


def print_line(line: str) -> None:
    """One line of the answer, on stdout."""
    _write(sys.stdout, f"{line}\n")


def print_message(line: str) -> None:
    """One line of a message, on stderr."""
    _write(sys.stderr, f"{line}\n")


def prompt(words: str) -> None:
    """A question, on stderr; the cursor stays behind it."""
    _write(sys.stderr, words)


def print_result(call: Invocation, lines: Iterable[str], keys: dict[str, object]) -> None:
    """What a write did: the first line is the answer, the others are messages; or all of it as JSON."""
    if call.is_json:
        print_json(keys)
        return
    print_lines(call, lines)


def print_lines(call: Invocation, lines: Iterable[str]) -> None:
    """The first line on stdout, the others on stderr; without the dots that a screen reader would speak, where words
    alone were asked for.
    """
    first, *others = [part for line in lines for part in (_plain_parts(line) if is_plain_requested(call) else [line])]
    print_line(first)
    for line in others:
        print_message(line)


def _plain_parts(line: str) -> list[str]:
    """A line as words: the columns of a row joined, the last one being the words; else what stands apart, each for
    itself.
    """
    joined = line.strip().replace(" · ", ", ")
    if not line.startswith("  "):
        return [part.strip() for part in joined.split(SEPARATOR) if part.strip()]
    *columns, words = re.split(r"  +", joined)
    return [": ".join(filter(None, (", ".join(columns), words)))]


def is_plain_requested(call: Invocation) -> bool:
    """Whether words alone were asked for. What was written is told even where the settings can't be read."""
    try:
        return call.is_plain or os.environ.get("TERM") == "dumb" or call.settings.is_plain
    except (MentorlogError, OSError):  # the second: what reads them can't be loaded any more
        return False


def print_saved(
    call: Invocation,
    entry: Entry,
    *,
    also: Sequence[Entry] = (),
    about: Entry | None = None,
    new: Iterable[Person] = (),
) -> None:
    """An entry `about` another was saved; `also` was written with it, `new` are people who came with it."""
    from mentorlog.views import write_messages

    call.saved_number = entry.number
    entry, also, about = call.apply_veil((entry, tuple(also), about))
    lines = [
        *write_messages.saved_message(
            entry,
            today=call.today,
            where=call.location_suffix,
            related=also,
            about=about,
            in_full=is_plain_requested(call),
        )
    ]
    print_entries(call, [*lines[:1], *write_messages.new_people(new), *lines[1:]], [entry], also)


def print_event(call: Invocation, entry: Goal | Action, event: Event) -> None:
    """Something happened to a goal or an action."""
    from mentorlog.views import write_messages

    entry, event = call.apply_veil((entry, event))
    told = write_messages.event_message(
        entry, event, today=call.today, where=call.location_suffix, in_full=is_plain_requested(call)
    )
    print_entries(call, told, [entry])


def print_edited(
    call: Invocation,
    before: Sequence[Entry],
    after: Sequence[Entry],
    known: Sequence[Person],
    also: Sequence[Entry] = (),
) -> None:
    """Entries were changed by hand, and `also` with them; `known` are the people who were here before."""
    from mentorlog.model.entries import EntryWithOwner
    from mentorlog.views import write_messages

    owners = [entry.owner for entry in after if isinstance(entry, EntryWithOwner) and entry.owner]
    named = dict.fromkeys([*(person for entry in after for person in entry.people), *owners])
    new = [person for person in named if person not in known]
    before, after, also = call.apply_veil((before, after, tuple(also)))
    pairs = tuple(zip(before, after, strict=True))
    told = partial(
        write_messages.changed_message, today=call.today, where=call.location_suffix, in_full=is_plain_requested(call)
    )
    if len(pairs) == 1:
        first, *others = told(*pairs[0])
    else:
        first, *others = (line for old, entry in pairs for line in told(old, entry, back=""))
        others.append(write_messages.UNDO_HINT)
    print_entries(
        call, [first, *write_messages.new_people(new), *others, *write_messages.related_entries(also)], after, also
    )


def print_entries(call: Invocation, lines: Iterable[str], entries: Sequence[Entry], also: Sequence[Entry] = ()) -> None:
    """The first line is the answer, the others are messages; or the entries as JSON."""
    if not call.is_json:
        print_lines(call, lines)
        return
    from mentorlog.model.json_form import entry_keys

    if len(entries) == 1:
        together: dict[str, object] = {"also": [entry_keys(entry) for entry in also]} if also else {}
        print_json({**entry_keys(entries[0]), **together})
    else:
        print_json({"entries": [entry_keys(entry) for entry in entries]})


def print_bytes(content: bytes) -> None:
    """A document, on stdout, as it is."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _stream_closed(sys.stdout, error)


def print_json(keys: dict[str, object]) -> None:
    """One JSON object, on stdout."""
    from mentorlog.model.json_form import json_text

    print_line(json_text(keys).rstrip("\n"))


def show(call: Invocation, view: str, figure: object) -> None:
    """The answer of a command that reads: `figure` as JSON, in plain lines, or as a picture.

    `view` names the modules in views/plain and views/terminal, and the function in views/json/figures.
    """
    if call.is_json:
        keys = import_module("mentorlog.views.json.figures")
        print_json(getattr(keys, f"{view}_keys")(call.apply_veil(figure)))
    elif is_plain(call):
        show_stream(call, view, [figure])
    else:
        _name_journal(call, view)
        _draw(view, call.apply_veil(figure))


def show_sheet(
    call: Invocation,
    declared: Callable[[Figure], Sheet],
    figure: Figure,
    *,
    names_journal: bool = True,
    is_ours: bool = False,
) -> None:
    """The same of a view that is declared in views/lists; `is_ours` says that nothing in it was written by the user."""
    sheet = declared(figure if is_ours else call.apply_veil(figure))
    if call.is_json:
        print_json(sheet.keys)
        return
    if names_journal:
        _name_journal(call)
    if not is_plain(call):
        _draw("sheet", sheet)
    else:
        _print_plain([sheet.lines])


def show_stream(call: Invocation, view: str, figures: Iterable[object]) -> None:
    """An answer in plain lines, each figure said when it is there."""
    lines = import_module(f"mentorlog.views.plain.{view}").lines
    _name_journal(call, view)
    _print_plain(lines(call.apply_veil(figure)) for figure in figures)


def _print_plain(parts: Iterable[Iterable[str]]) -> None:
    is_empty = True
    for lines in parts:
        if found := "\n".join(lines):
            print_line(found)
            is_empty = False
    if is_empty:
        print_message("There is nothing to show.")


def is_plain_output(call: Invocation) -> bool:
    """Whether the answer is plain lines, neither JSON nor a picture."""
    return not call.is_json and is_plain(call)


def _name_journal(call: Invocation, view: str = "") -> None:
    if view != "home" and not call.is_default:  # which names it itself
        print_message(f"In {display_path(call.path)}:")


@contextmanager
def progress_bar(call: Invocation, words: str, size: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr while something long is done, where there is a terminal to draw it on; `size` is how much there
    is to do, 0 where it is soon done. What it yields is to be told how much was done since.
    """
    if not size or call.is_json or call.is_plain or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    from rich.progress import Progress

    with Progress(
        console=_console(sys.stderr), transient=True, redirect_stdout=False, redirect_stderr=False
    ) as progress:
        task = progress.add_task(words, total=size)
        yield lambda done: progress.advance(task, done)


def is_plain(call: Invocation) -> bool:
    """Whether the answer is words alone: asked for, in a pipe, or at a terminal that can't draw."""
    return call.is_plain or call.settings.is_plain or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb"


def report_error(call: Invocation, error: MentorlogError, *, as_json: bool) -> None:
    """An error: what went wrong, what is safe, what to do."""
    try:
        from mentorlog.cli.app.messages import describe
    except (OSError, ImportError):  # the system lets no file be opened any more
        print_message(f"{error.code}: {error}")
        return
    said = describe(error)
    parts = {"message": said.message, "safe": said.safe, "hint": said.hint}
    if as_json:
        import json

        from mentorlog.model.json_form import escape_unsafe

        whole = {"error": {"code": error.code, "exit": error.exit, **parts}}
        print_message(escape_unsafe(json.dumps(whole, ensure_ascii=False)))
        return
    for line in filter(None, parts.values()):
        print_message(("\n" if is_plain_requested(call) else SEPARATOR).join(map(one_line, line.split(SEPARATOR))))


def report_invalid_answer(error: MentorlogError) -> None:
    """What is wrong with an answer, before its question is asked again."""
    from mentorlog.cli.app.messages import describe

    said = describe(error)
    print_message(f"    {said.message} {said.hint}".rstrip())


def set_up_streams() -> None:
    """UTF-8 out whatever the locale; what can't be written is shown escaped, never raised. A stream that
    was closed before the program began leads nowhere.
    """
    for name, flags in (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), "w" if flags else "r"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def _draw(view: str, figure: object) -> None:
    from mentorlog.views.screen import Screen

    has_symbols = (
        "utf" in (os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "utf").lower()
    )
    console = _console(sys.stdout)
    screen = Screen(width=max(MIN_WIDTH, min(console.width, MAX_WIDTH)), has_symbols=has_symbols)
    picture = import_module(f"mentorlog.views.terminal.{view}").picture
    console.print(picture(figure, screen), soft_wrap=True)


def _write(stream: TextIO, words: str) -> None:
    """Write at once."""
    try:
        stream.write(words)
        stream.flush()
    except OSError as error:
        _stream_closed(stream, error)


def _stream_closed(stream: TextIO, error: OSError) -> None:
    """Let the stream lead nowhere from here on. That is all for messages; without a reader of its answer the
    command ends quietly. An answer comes after all that it tells of, so that is done even where the answer
    can't be written.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if stream is sys.stderr:
        return
    if isinstance(error, BrokenPipeError):
        raise typer.Exit(0) from None
    raise StorageError(
        f"The answer could not be given: {error.strerror}.", safe=KEPT, hint="What was done: mentorlog history"
    ) from error
