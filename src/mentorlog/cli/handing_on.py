"""The journal in forms for other programs: a table, Markdown notes, a calendar."""

from collections.abc import Sequence
from pathlib import Path

from mentorlog.cli.call import Call, shown_path
from mentorlog.cli.output import answer, say_bytes
from mentorlog.errors import Mistyped
from mentorlog.files import UNCHANGED, dropped_on_failure, make_private, write_whole
from mentorlog.model.entries import Entry

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


def hand_on(call: Call, entries: Sequence[Entry], form: str, out: str | None, *, force: bool) -> None:
    """Write these entries. Markdown becomes a folder of notes where -o names one, else one document."""
    if form == "md" and out not in (None, "-") and Path(out or "").suffix.lower() not in (".md", ".markdown"):
        _notes(call, entries, Path(out or "").expanduser(), force=force)
        return
    content, count = _content(entries, form)
    if out in (None, "-"):
        say_bytes(content)
        return
    path = Path(out or "").expanduser()
    write_whole(path, content, may_replace=force)
    _say(call, path, count)


def _content(entries: Sequence[Entry], form: str) -> tuple[bytes, int]:
    match form:
        case "csv":
            from mentorlog.export.year_csv import WITH_TENDER, rows

            return "".join(rows(entries, WITH_TENDER)).encode(), len(entries)
        case "md":
            from mentorlog.export.notes import document

            return "\n".join(document(entries)).encode(), len(entries)
        case _:
            from mentorlog.export.calendar import is_dated, render

            return render(entries), sum(map(is_dated, entries))


def _notes(call: Call, entries: Sequence[Entry], folder: Path, *, force: bool) -> None:
    """One file an entry. Nothing is written where one of them is there already, unless it may be replaced."""
    from mentorlog.export.notes import name, note

    paths = [folder / name(entry) for entry in entries]
    there = dict.fromkeys(path for path in paths if path.exists())
    if there and not force:
        raise Mistyped(
            f"{shown_path(next(iter(there)))} exists already.",
            safe=UNCHANGED,
            hint="Name another folder, or to write over it, add --force.",
        )
    make_private(folder)
    with dropped_on_failure() as made:
        for path, entry in zip(paths, entries, strict=True):
            write_whole(path, note(entry).encode(), may_replace=force)
            if path not in there:
                made.append(path)
    _say(call, folder, len(entries))


def _say(call: Call, path: Path, count: int) -> None:
    said = f"{shown_path(path)} written: {count} entries{call.where}."
    answer(call, [said], {"file": str(path), "entries": count})
