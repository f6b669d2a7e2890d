"""export: the yearly summary, and the whole journal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import (
    Command,
    Group,
    call_of,
    new_app,
)
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.output import print_message
from mentorlog.cli.transfer.export_year import EXAMPLES, year
from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.areas import Area
from mentorlog.model.people import Person

if TYPE_CHECKING:
    from mentorlog.cli.transfer.journal_export import EntrySource
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group)
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
@filter_options()
def journal_(
    ctx: typer.Context,
    numbers: Which = None,
    filters: Filters = NO_FILTERS,
    to: ToLines = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """The whole journal, with the history of every entry, as lines that import takes in again.

    With numbers or filters, only those entries, as they are now. For other programs: csv, a table; md, a folder of
    notes as Obsidian keeps them; ics, a calendar of sessions and of what is due. -o DIR makes a folder of notes.
    """
    from mentorlog.cli.transfer.journal_export import export_entries, export_lines, form_of
    from mentorlog.views.sharing import sharing_counts

    form = form_of(to, out)
    call = call_of(ctx)
    with call.open_readonly() as journal:
        chosen, size = _chosen(call, journal, numbers, filters), _size(journal, out)
        if form != "jsonl":
            export_entries(call, chosen, form, out, size, force=force)
            return
        is_whole = not numbers and not filters.are_given
        beside = sharing_counts(journal.sharing_counts()) if is_whole else ""
        export_lines(call, journal.iter_items() if is_whole else _items(chosen), out, size, force=force)
    if beside and not call.is_json:
        print_message(f"Not in it: {beside}. A backup holds everything: mentorlog backup add")


def _items(chosen: "EntrySource") -> Iterator[Item]:
    """These entries, after the areas and the people that they name."""
    areas: dict[Area, None] = {}
    people: dict[Person, None] = {}
    for entry in chosen():
        areas |= dict.fromkeys(entry.areas)
        people |= dict.fromkeys(entry.people)
    yield from areas
    yield from people
    yield from map(ArchivedEntry.of, chosen())


def _chosen(call: Invocation, journal: "Journal", numbers: list[str] | None, filters: Filters) -> "EntrySource":
    if numbers:
        found = tuple(journal.entry(number) for number in parsing.numbers(journal, numbers))
        return lambda: found
    selection = filters.selection(call, journal)
    return lambda: journal.iter_entries(selection)


def _size(journal: "Journal", out: str | None) -> int:
    """How many entries a bar is to count: none where they are few, or where the lines can be seen to move."""
    count = journal.count() if out not in (None, "-") else 0
    return count if count >= MANY else 0
