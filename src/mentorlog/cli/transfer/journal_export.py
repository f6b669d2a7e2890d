"""The journal on its way out: as lines, and in forms for other programs: a table, Markdown notes, a calendar."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from mentorlog.cli.app.context import Call, shown_path
from mentorlog.cli.app.output import answer, moving, say_bytes
from mentorlog.errors import Mistyped
from mentorlog.files import UNCHANGED, dropped_on_failure, make_private, write_parts, write_whole
from mentorlog.model.archive import Archived, Item
from mentorlog.model.entries import Entry

T = TypeVar("T")
Chosen = Callable[[], Iterable[Entry]]  # the same entries each time
Move = Callable[[int], None]  # is told how many more entries are done
PART = 200  # pieces that are written at once
FORMS = ("jsonl", "csv", "md", "ics")
ENDINGS = {"json": "jsonl", "markdown": "md", "ical": "ics"}


def form_of(to: str | None, out: str | None) -> str:
    """The form that was asked for, or that the file's ending or a folder says."""
    if to is None and out not in (None, "-"):
        path = Path(out or "").expanduser()
        ending = path.suffix.lstrip(".").lower()
        to = "md" if path.is_dir() or str(out).endswith("/") else ENDINGS.get(ending, ending or "jsonl")
        if to not in FORMS:
            hint = f"Say it: --to {', '.join(FORMS)}    A document to read: mentorlog export year"
            raise Mistyped("That ending doesn't say in which form.", safe=UNCHANGED, hint=hint)
        return to
    if to not in (None, *FORMS):
        raise Mistyped(
            "The journal can't be written in that form.",
            hint=f"It can be: {', '.join(FORMS)}. A document: mentorlog export year",
        )
    return to or "jsonl"


class Passing(Generic[T]):
    """What goes by once, and how many there were so far of what counts."""

    def __init__(self, items: Iterable[T], counts: Callable[[T], bool]) -> None:
        self._items = items
        self._counts = counts
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self.count += self._counts(item)
            yield item


def hand_on(call: Call, chosen: Chosen, form: str, out: str | None, size: int, *, force: bool) -> None:
    """Write these entries. Markdown becomes a folder of notes where -o names one, else one document."""
    if form == "md" and out not in (None, "-") and Path(out or "").suffix.lower() not in (".md", ".markdown"):
        _notes(call, chosen, Path(out or "").expanduser(), size, force=force)
        return
    passing, pieces = _pieces(chosen(), form)
    _hand_out(call, pieces, passing, out, size, force=force)


def hand_on_lines(call: Call, items: Iterable[Item], out: str | None, size: int, *, force: bool) -> None:
    """Write them as lines that import takes in again."""
    from mentorlog.export.journal_lines import lines

    passing = Passing(items, lambda item: isinstance(item, Archived))
    _hand_out(call, (line.encode() for line in lines(passing)), passing, out, size, force=force)


def _hand_out(
    call: Call, pieces: Iterator[bytes], passing: Passing[T], out: str | None, size: int, *, force: bool
) -> None:
    """Write the pieces as they are made, so that a journal of any size needs no more memory than a small one."""

    def parts(move: Move) -> Iterator[bytes]:
        before = 0
        while part := b"".join(islice(pieces, PART)):
            move(passing.count - before)
            before = passing.count
            yield part

    if out in (None, "-"):
        for part in parts(lambda _: None):
            say_bytes(part)
        return
    path = Path(out or "").expanduser()
    with moving(call, "Exporting", size) as move:
        write_parts(path, parts(move), may_replace=force)
    _say(call, path, passing.count)


def _pieces(entries: Iterable[Entry], form: str) -> tuple[Passing[Entry], Iterator[bytes]]:
    """The entries, and what is made of them while they go by."""
    if form == "ics":
        from mentorlog.export.calendar import is_dated, render

        passing = Passing(entries, is_dated)
        return passing, render(passing)
    passing = Passing(entries, _every)
    if form == "csv":
        from mentorlog.export.year_csv import WITH_TENDER, rows

        return passing, (row.encode() for row in rows(passing, WITH_TENDER))
    from mentorlog.export.notes import document

    return passing, (("\n" * bool(place) + each).encode() for place, each in enumerate(document(passing)))


def _notes(call: Call, chosen: Chosen, folder: Path, size: int, *, force: bool) -> None:
    """One file an entry. Nothing is written where one of them is there already, unless it may be replaced."""
    from mentorlog.export.notes import name, note

    there = [each for each in map(name, chosen()) if (folder / each).exists()]
    if there and not force:
        raise Mistyped(
            f"{shown_path(folder / there[0])} exists already.",
            safe=UNCHANGED,
            hint="Name another folder, or to write over it, add --force.",
        )
    make_private(folder)
    kept, passing = set(there), Passing(chosen(), _every)
    with dropped_on_failure() as made, moving(call, "Exporting", size) as move:
        for entry in passing:
            path = folder / name(entry)
            write_whole(path, note(entry).encode(), may_replace=force)
            if path.name not in kept:
                made.append(path)
            move(1)
    _say(call, folder, passing.count)


def _every(_: Entry) -> bool:
    return True


def _say(call: Call, path: Path, count: int) -> None:
    said = f"{shown_path(path)} written: {count} entries{call.where}."
    answer(call, [said], {"file": str(path), "entries": count})
