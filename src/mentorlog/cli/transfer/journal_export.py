"""The journal on its way out: as lines, and in forms for other programs: a table, Markdown notes, a calendar."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.output import print_bytes, print_result, progress_bar
from mentorlog.errors import UNCHANGED, InvalidInput
from mentorlog.files import make_private, remove_on_failure, write_chunks, write_file
from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.entries import Entry

T = TypeVar("T")
EntrySource = Callable[[], Iterable[Entry]]  # the same entries each time
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
            raise InvalidInput("The file's ending doesn't tell its format.", safe=UNCHANGED, hint=hint)
        return to
    if to not in (None, *FORMS):
        raise InvalidInput(
            "The journal can't be exported in that format.",
            hint=f"It can be: {', '.join(FORMS)}. A document: mentorlog export year",
        )
    return to or "jsonl"


class CountingIterator(Generic[T]):
    """What goes by once, and how many there were so far of what counts."""

    def __init__(self, items: Iterable[T], counts: Callable[[T], bool] = lambda _: True) -> None:
        self._items, self._counts, self.count = items, counts, 0

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self.count += self._counts(item)
            yield item


def export_entries(
    call: Invocation, chosen: EntrySource, form: str, out: str | None, size: int, *, force: bool
) -> None:
    """Write these entries. Markdown becomes a folder of notes where -o names one, else one document."""
    if form == "md" and out not in (None, "-") and Path(out or "").suffix.lower() not in (".md", ".markdown"):
        _export_notes(call, chosen, Path(out or "").expanduser(), size, force=force)
        return
    passing, pieces = _pieces(chosen(), form)
    _write_output(call, pieces, passing, out, size, force=force)


def export_lines(call: Invocation, items: Iterable[Item], out: str | None, size: int, *, force: bool) -> None:
    """Write them as lines that import takes in again."""
    from mentorlog.exchange.journal_lines import lines

    passing = CountingIterator(items, lambda item: isinstance(item, ArchivedEntry))
    _write_output(call, (line.encode() for line in lines(passing)), passing, out, size, force=force)


def _write_output(
    call: Invocation, pieces: Iterator[bytes], passing: CountingIterator[T], out: str | None, size: int, *, force: bool
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
            print_bytes(part)
        return
    path = Path(out or "").expanduser()
    with progress_bar(call, "Exporting", size) as move:
        write_chunks(path, parts(move), may_replace=force)
    _print_export(call, path, passing.count)


def _pieces(entries: Iterable[Entry], form: str) -> tuple[CountingIterator[Entry], Iterator[bytes]]:
    """The entries, and what is made of them while they go by."""
    if form == "ics":
        from mentorlog.export.calendar import is_dated, render

        passing = CountingIterator(entries, is_dated)
        return passing, render(passing)
    passing = CountingIterator(entries)
    if form == "csv":
        from mentorlog.export.year_csv import WITH_TENDER, rows

        return passing, (row.encode() for row in rows(passing, WITH_TENDER))
    from mentorlog.export.notes import document

    return passing, (("\n" * bool(place) + each).encode() for place, each in enumerate(document(passing)))


def _export_notes(call: Invocation, chosen: EntrySource, folder: Path, size: int, *, force: bool) -> None:
    """One file an entry. Nothing is written where one of them is there already, unless it may be replaced."""
    from mentorlog.export.notes import file_name, note

    there = [each for each in map(file_name, chosen()) if (folder / each).exists()]
    if there and not force:
        raise InvalidInput(
            f"{display_path(folder / there[0])} exists already.",
            safe=UNCHANGED,
            hint="Name another folder, or to write over it, add --force.",
        )
    make_private(folder)
    kept, passing = set(there), CountingIterator(chosen())
    with remove_on_failure() as made, progress_bar(call, "Exporting", size) as move:
        for entry in passing:
            path = folder / file_name(entry)
            write_file(path, note(entry).encode(), may_replace=force)
            if path.name not in kept:
                made.append(path)
            move(1)
    _print_export(call, folder, passing.count)


def _print_export(call: Invocation, path: Path, count: int) -> None:
    said = f"{display_path(path)} written: {count} entries{call.location_suffix}."
    print_result(call, [said], {"file": str(path), "entries": count})
