"""export: the yearly summary, and the whole journal."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options, typed
from mentorlog.cli.call import Call, shown_path
from mentorlog.cli.command import Command, Group, call_of, new_app
from mentorlog.cli.export_year import EXAMPLES, year
from mentorlog.cli.listing import Filters
from mentorlog.cli.output import answer, moving, say_bytes, tell
from mentorlog.files import write_parts
from mentorlog.model.archive import Archived, Item
from mentorlog.model.entries import Entry

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group, help="A yearly summary, or the whole journal.")
PART = 200  # lines that are written at once
MANY = 5000  # entries that take a moment
Which = Annotated[list[str] | None, typer.Argument(metavar="[N…]", help="Only these entries.")]
ToLines = Annotated[str | None, typer.Option("--to", metavar="FORMAT", help="jsonl, csv, md or ics.")]


app.command(cls=Command, epilog=EXAMPLES)(year)


@app.command(
    "journal",
    cls=Command,
    epilog="""
    mentorlog export journal -o journal.jsonl
    mentorlog export journal -a identity --in 2026
    mentorlog export journal --to md -o ~/vault/mentoring
    mentorlog export journal --to ics -o mentoring.ics
    """,
)
def journal_(
    ctx: typer.Context,
    numbers: Which = None,
    in_: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    with_: options.WithFilter = None,
    kind: options.KindFilter = None,
    visible: options.VisibleFilter = None,
    limit: options.Limit = None,
    every: options.Everything = False,  # noqa: ARG001 - all is what goes out anyway
    to: ToLines = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """The whole journal, with the history of every entry, as lines that import takes in again.

    With numbers or filters, only those entries, as they are now. For other programs: csv, a table; md, a folder of
    notes as Obsidian keeps them; ics, a calendar of sessions and of what is due. -o DIR makes a folder of notes.
    """
    from mentorlog.cli.handing_on import form_of, hand_on
    from mentorlog.export.journal_lines import lines
    from mentorlog.views.sharing import beside_words

    form = form_of(to, out)
    call = call_of(ctx)
    filters = Filters(
        period=in_, since=since, until=until, area=area, with_=with_, kind=kind, visible=visible, limit=limit
    )
    if form != "jsonl":
        with call.reading() as journal:
            chosen = _chosen(call, journal, numbers, filters)
        hand_on(call, chosen, form, out, force=force)
        return
    with call.reading() as journal, moving(call, "Exporting", _size(journal, out)) as move:
        beside = "" if numbers or filters != Filters() else beside_words(journal.kept_beside())
        _hand_out(call, lines(_items(call, journal, numbers, filters)), out, force, move)
    if beside and not call.is_json:
        tell(f"Not in it: {beside}. A backup holds everything: mentorlog backup add")


def _items(call: Call, journal: "Journal", numbers: list[str] | None, filters: Filters) -> Iterator[Item]:
    if not numbers and filters == Filters():
        yield from journal.everything()
        return
    chosen = _chosen(call, journal, numbers, filters)
    yield from dict.fromkeys(area for entry in chosen for area in entry.areas)
    yield from dict.fromkeys(person for entry in chosen for person in entry.people)
    yield from map(Archived.of, chosen)


def _chosen(call: Call, journal: "Journal", numbers: list[str] | None, filters: Filters) -> tuple[Entry, ...]:
    if numbers:
        return tuple(journal.entry(number) for number in typed.numbers(journal, numbers))
    return journal.entries(filters.selection(call, journal))


def _size(journal: "Journal", out: str | None) -> int:
    """How many entries a bar is to count: none where they are few, or where the lines can be seen to move."""
    count = journal.count() if out not in (None, "-") else 0
    return count if count >= MANY else 0


def _hand_out(call: Call, lines: Iterator[str], out: str | None, force: bool, move: Callable[[int], None]) -> None:
    """Write the lines as they are made, so that a journal of any size needs no more memory than a small one."""
    count = 0

    def parts() -> Iterator[bytes]:
        nonlocal count
        while part := list(islice(lines, PART)):
            found = sum(line.startswith('{"type":"entry"') for line in part)
            count += found
            move(found)
            yield "".join(part).encode()

    if out is None or out == "-":
        for part in parts():
            say_bytes(part)
        return
    path = Path(out).expanduser()
    write_parts(path, parts(), may_replace=force)
    said = f"{shown_path(path)} written: {count} entries{call.where}."
    answer(call, [said], {"file": str(path), "entries": count})
