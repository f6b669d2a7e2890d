"""export year: a year, or any period, as one document, for whomever it is made."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli.app import options
from mentorlog.cli.app.command import call_of
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.output import print_bytes, print_result, show_sheet
from mentorlog.cli.app.pdf import render_pdf
from mentorlog.cli.transfer import summary_builder
from mentorlog.dates import period_text
from mentorlog.errors import InvalidInput
from mentorlog.files import write_file
from mentorlog.insights.year import YearSummary
from mentorlog.phrases.words import plural

FORMATS = {
    "html": "export.year_document:html",
    "md": "export.year_document:markdown",
    "json": "views.json.year:render",
    "csv": "export.year_csv:render",
    "pdf": "export.year_document:html",
}
FILED = ("html", "pdf")  # what goes to a file where -o says nothing
To = Annotated[str | None, typer.Option("--to", metavar="FORMAT", help="html, pdf, md, json or csv.")]
For = Annotated[str, typer.Option("--for", metavar="READER", help="self, mentor (with --with: that one) or public.")]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include", metavar="N", help="An entry that this reader otherwise may not see; for this document only."
    ),
]
LeaveOut = Annotated[
    list[str] | None, typer.Option("--leave-out", metavar="N", help="An entry that stays out of this document.")
]
NamesForm = Annotated[
    str | None,
    typer.Option("--names", metavar="FORM", help="full, initials or pseudonyms; for public, initials are usual."),
]
Pick = Annotated[
    list[str] | None, typer.Option("--pick", metavar="N", help="An entry whose words tell its areas, then and now.")
]
WithWhom = Annotated[
    list[str] | None,
    typer.Option("-w", "--with", metavar="NAME", help="Only with this person; if no period is named, since you met."),
]
EXAMPLES = """
    mentorlog export year
    mentorlog export year 2025 --to pdf
    mentorlog export year --for public --preview
    mentorlog export year --with Ánh --for mentor -o anh.html
    """
Preview = Annotated[bool, typer.Option("--preview", help="Show what goes in and what stays out; write nothing.")]


@filter_options(without=("area", "with_", "kind", "visible", "limit", "is_all"))
def year(
    ctx: typer.Context,
    filters: Filters = NO_FILTERS,
    with_: WithWhom = None,
    reader: For = "self",
    names: NamesForm = None,
    include: Include = None,
    leave_out: LeaveOut = None,
    pick: Pick = None,
    preview: Preview = False,
    to: To = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """A year, or any period, as one document: HTML, PDF, Markdown, JSON or CSV; this year where none is named.

    HTML and PDF go to a file named for period and reader, the others to standard output, or where -o says.
    """
    from mentorlog.views.lists import transfer as lists

    call = call_of(ctx)
    form = _form("json" if call.is_json and not (to or out) else to, out)
    covered = filters.within(call)
    with call.open_readonly() as journal:
        rule = summary_builder.build_rule(journal, reader, names, with_, include, leave_out)
        asked = summary_builder.build_request(call, journal, rule, covered, with_, pick)
        if preview:
            show_sheet(call, lists.year_preview, summary_builder.build_preview(journal, asked))
            return
        summary = summary_builder.build_summary(journal, asked)
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
    of = f"{period_text(summary.period)}, {plural('entry', count)}, {_reader_label(summary)}"
    said = f"{display_path(path)} written: {of}{call.location_suffix}."
    print_result(call, [said], {"file": str(path), "entries": count})


def _form(to: str | None, out: str | None) -> str:
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    form = to or {"htm": "html", "markdown": "md"}.get(ending, ending) or "html"
    if form not in FORMATS:
        raise InvalidInput("A summary can't be written in that form.", hint=f"It can be: {', '.join(FORMATS)}")
    return form


def _name(summary: YearSummary) -> str:
    """Such as "2025-self", "2025-Q1-mentor", "2025-07-01-to-2026-06-30-public"."""
    first, last, reader = summary.period.start, summary.period.until, summary.frame.rule.reader
    whole = {12: f"{first.year}", 3: f"{first.year}-Q{(first.month + 2) // 3}", 1: f"{first:%Y-%m}"}
    months = len(summary.period.months())
    is_whole = first.day == summary.period.end.day == 1 and (first.month - 1) % months == 0
    return f"{whole[months] if is_whole and months in whole else f'{first}-to-{last}'}-{reader}"


def _reader_label(summary: YearSummary) -> str:
    from mentorlog.phrases.readers import READER_TITLES

    return READER_TITLES[summary.frame.rule.reader]
