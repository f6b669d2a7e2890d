"""export: a year as one document, for whomever it is made; and the whole journal."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Group, new_app, option_group
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import print_bytes, print_message, print_result, show_sheet
from mentorlog.cli.app.pdf import render_pdf
from mentorlog.cli.transfer.summary_builder import ReaderOptions, build_preview, build_summary
from mentorlog.dates import period_text
from mentorlog.errors import InvalidInput
from mentorlog.files import write_file
from mentorlog.insights.year import YearSummary
from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.areas import Area
from mentorlog.model.people import Person
from mentorlog.phrases.grammar import plural
from mentorlog.phrases.summary import READERS

if TYPE_CHECKING:
    from mentorlog.cli.transfer.journal_export import EntrySource
    from mentorlog.storage.journal import Journal

FORMATS = {
    "html": "export.year_document:html",
    "md": "export.year_document:markdown",
    "json": "views.json.year:render",
    "csv": "export.year_csv:render",
    "pdf": "export.year_document:html",
}
FILED = ("html", "pdf")  # what goes to a file where -o says nothing
To = Annotated[str | None, option("--to FORMAT", "html, pdf, md, json or csv.")]
Preview = Annotated[bool, option("--preview", "Show what goes in and what stays out; write nothing.")]
app = new_app(cls=Group)
FOR_ONESELF = ReaderOptions()
MANY = 5000  # entries that take a moment
Which = Annotated[list[str] | None, argument("[N…]", "Only these entries.")]
ToLines = Annotated[str | None, option("--to FORMAT", "jsonl, csv, md or ics.")]


@app.verb(
    "mentorlog export year",
    "mentorlog export year 2025 --to pdf",
    "mentorlog export year --for public --preview",
    "mentorlog export year --with Ánh --for mentor -o anh.html",
)
@filter_options(without=("area", "with_", "kind", "visible", "limit", "is_all"))
@option_group(ReaderOptions, "given")
def year(
    call: Invocation,
    filters: Filters = NO_FILTERS,
    given: ReaderOptions = FOR_ONESELF,
    preview: Preview = False,
    to: To = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """A year, or any period, as one document: HTML, PDF, Markdown, JSON or CSV; this year where none is named.

    HTML and PDF go to a file named for period and reader, the others to standard output, or where -o says.
    """
    from mentorlog.views.lists import transfer as lists

    form = _form("json" if call.is_json and not (to or out) else to, out)
    covered = filters.within(call)
    with call.open_readonly() as journal:
        asked = given.request(call, journal, covered)
        if preview:
            show_sheet(call, lists.year_preview, build_preview(journal, asked))
            return
        summary = build_summary(journal, asked)
    _write_summary(call, summary, form, out, force)


def _write_summary(call: Invocation, summary: YearSummary, form: str, out: str | None, force: bool) -> None:
    module, _, function = FORMATS[form].partition(":")
    content: str = getattr(import_module(f"mentorlog.{module}"), function)(summary)
    made = render_pdf(content.encode()) if form == "pdf" else content.encode()
    if out == "-" or (out is None and form not in FILED):
        print_bytes(made)
        return
    path = Path(out).expanduser() if out else Path(f"mentorlog-{_name(summary)}.{form}")
    write_file(path, made, may_replace=force)
    count = summary.progress.entries
    of = f"{period_text(summary.period)}, {plural('entry', count)}, for {READERS[summary.frame.rule.reader]}"
    said = f"{display_path(path)} written: {of}{call.location_suffix}."
    print_result(call, [said], {"file": str(path), "entries": count})


def _form(to: str | None, out: str | None) -> str:
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    form = to or {"htm": "html", "markdown": "md"}.get(ending, ending) or "html"
    if form not in FORMATS:
        raise InvalidInput("bad-choice", what="format", value=to, known=tuple(FORMATS))
    return form


def _name(summary: YearSummary) -> str:
    """Such as "2025-self", "2025-Q1-mentor", "2025-07-01-to-2026-06-30-public"."""
    first, last, reader = summary.period.start, summary.period.until, summary.frame.rule.reader
    whole = {12: f"{first.year}", 3: f"{first.year}-Q{(first.month + 2) // 3}", 1: f"{first:%Y-%m}"}
    months = len(summary.period.months())
    is_whole = first.day == summary.period.end.day == 1 and (first.month - 1) % months == 0
    return f"{whole[months] if is_whole and months in whole else f'{first}-to-{last}'}-{reader}"


@app.verb(
    "mentorlog export journal -o journal.jsonl",
    "mentorlog export journal -a identity --in 2026",
    "mentorlog export journal --to md -o ~/vault/mentoring",
    "mentorlog export journal --to ics -o mentoring.ics",
    name="journal",
)
@filter_options()
def journal_(
    call: Invocation,
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
