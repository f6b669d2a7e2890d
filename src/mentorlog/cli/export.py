"""export: the yearly summary, and the whole journal."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli import options, typed, yearly
from mentorlog.cli.call import Call, shown_path
from mentorlog.cli.command import Command, Group, call_of, new_app
from mentorlog.cli.listing import Filters
from mentorlog.cli.output import answer, say_bytes, show
from mentorlog.cli.programs import on_paper
from mentorlog.dates import span
from mentorlog.errors import Mistyped
from mentorlog.files import write_whole
from mentorlog.insights.year import YearSummary
from mentorlog.model.archive import Archived, Item
from mentorlog.model.kinds import Reader
from mentorlog.storage.journal import Journal
from mentorlog.views.words import plural

app = new_app(cls=Group, help="A yearly summary, or the whole journal.")
FORMATS = {"html": "year_html", "md": "year_markdown", "json": "year_json", "csv": "year_csv", "pdf": "year_html"}
FILED = ("html", "pdf")  # what goes to a file where -o says nothing
To = Annotated[str | None, typer.Option("--to", metavar="FORMAT", help="html, pdf, md, json or csv.")]
For = Annotated[str, typer.Option("--for", metavar="READER", help="self, mentor (with --with: that one) or public.")]
Include = Annotated[
    list[str] | None,
    typer.Option("--include", metavar="N", help="An entry that this reader otherwise may not see; here alone."),
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
Preview = Annotated[bool, typer.Option("--preview", help="Show what goes in and what stays out; write nothing.")]
Which = Annotated[list[str] | None, typer.Argument(metavar="[N…]", help="Only these entries.")]
ToLines = Annotated[str, typer.Option("--to", metavar="FORMAT", help="jsonl.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog export year
    mentorlog export year 2025 --to pdf
    mentorlog export year --for public --preview
    mentorlog export year --with Ánh --for mentor -o anh.html
    """,
)
def year(
    ctx: typer.Context,
    period: options.PeriodWords = None,
    in_: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
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
    call = call_of(ctx)
    form = _form("json" if call.is_json and not (to or out) else to, out)
    covered = call.period(options.one_period(period, in_), since, until)
    with call.reading() as journal:
        rule = yearly.rule(journal, reader, names, with_, include, leave_out)
        asked = yearly.asked(call, journal, rule, covered, with_, pick)
        if preview:
            show(call, "year_preview", yearly.previewed(journal, asked))
            return
        summary = yearly.summarised(journal, asked)
    _hand_out_summary(call, summary, form, out, force)


def _hand_out_summary(call: Call, summary: YearSummary, form: str, out: str | None, force: bool) -> None:
    content: str = import_module(f"mentorlog.export.{FORMATS[form]}").render(summary)
    made = on_paper(content.encode()) if form == "pdf" else content.encode()
    if out == "-" or (out is None and form not in FILED):
        say_bytes(made)
        return
    path = Path(out).expanduser() if out else Path(f"mentorlog-{_name(summary)}.{form}")
    write_whole(path, made, may_replace=force)
    count = summary.progress.entries
    said = f"{shown_path(path)} written: {span(summary.period)}, {plural('entry', count)}, {_for(summary)}{call.where}."
    answer(call, [said], {"file": str(path), "entries": count})


@app.command(
    "journal",
    cls=Command,
    epilog="""
    mentorlog export journal -o journal.jsonl
    mentorlog export journal -a identity --in 2026
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
    to: ToLines = "jsonl",
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """The whole journal, with the history of every entry, as lines that import takes in again.

    With numbers or filters, only those entries, as they are now.
    """
    from mentorlog.export.journal_lines import lines

    if to != "jsonl":
        raise Mistyped("The journal goes out as jsonl.", hint="Leave out --to. A document: mentorlog export year")
    call = call_of(ctx)
    filters = Filters(
        period=in_, since=since, until=until, area=area, with_=with_, kind=kind, visible=visible, limit=limit
    )
    with call.reading() as journal:
        content = "".join(lines(_items(call, journal, numbers, filters))).encode()
    _hand_out(call, content, out, force)


def _items(call: Call, journal: Journal, numbers: list[str] | None, filters: Filters) -> Iterator[Item]:
    if not numbers and filters == Filters():
        yield from journal.everything()
        return
    if numbers:
        chosen = [journal.entry(number) for number in typed.numbers(journal, numbers)]
    else:
        chosen = list(journal.entries(filters.selection(call, journal)))
    yield from dict.fromkeys(area for entry in chosen for area in entry.areas)
    yield from dict.fromkeys(person for entry in chosen for person in entry.people)
    yield from (Archived(entry=entry) for entry in chosen)


def _hand_out(call: Call, content: bytes, out: str | None, force: bool) -> None:
    if out is None or out == "-":
        say_bytes(content)
        return
    path = Path(out).expanduser()
    write_whole(path, content, may_replace=force)
    count = content.count(b'{"type":"entry"')
    said = f"{shown_path(path)} written: {count} entries{call.where}."
    answer(call, [said], {"file": str(path), "entries": count})


def _form(to: str | None, out: str | None) -> str:
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    form = to or {"htm": "html", "markdown": "md"}.get(ending, ending) or "html"
    if form not in FORMATS:
        raise Mistyped("A summary can't be written in that form.", hint=f"It can be: {', '.join(FORMATS)}")
    return form


def _name(summary: YearSummary) -> str:
    """Such as "2025-self", "2025-Q1-mentor", "2025-07-01-to-2026-06-30-public"."""
    first, last, reader = summary.period.start, summary.period.until, summary.frame.rule.reader
    whole = {12: f"{first.year}", 3: f"{first.year}-Q{(first.month + 2) // 3}", 1: f"{first:%Y-%m}"}
    months = len(summary.period.months())
    is_whole = first.day == summary.period.end.day == 1 and (first.month - 1) % months == 0
    return f"{whole[months] if is_whole and months in whole else f'{first}-to-{last}'}-{reader}"


def _for(summary: YearSummary) -> str:
    words = {Reader.SELF: "for yourself", Reader.MENTOR: "for a mentor", Reader.PUBLIC: "for anyone"}
    return words[summary.frame.rule.reader]
