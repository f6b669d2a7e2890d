"""export: the yearly summary, and the whole journal."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli import options, typed
from mentorlog.cli.call import Call, shown_path
from mentorlog.cli.command import Command, Group, call_of, new_app
from mentorlog.cli.listing import Filters
from mentorlog.cli.output import answer, say_bytes
from mentorlog.dates import Period, span
from mentorlog.errors import Mistyped
from mentorlog.files import write_whole
from mentorlog.insights.year import YearSummary
from mentorlog.model.archive import Archived, Item
from mentorlog.storage.journal import Journal

app = new_app(cls=Group, help="A yearly summary, or the whole journal.")
FORMATS = {"html": "year_html", "md": "year_markdown", "json": "year_json", "csv": "year_csv"}
To = Annotated[str | None, typer.Option("--to", metavar="FORMAT", help="html, md, json or csv.")]
Which = Annotated[list[str] | None, typer.Argument(metavar="[N…]", help="Only these entries.")]
ToLines = Annotated[str, typer.Option("--to", metavar="FORMAT", help="jsonl.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog export year
    mentorlog export year 2025 -o 2025.html
    mentorlog export year 2025-07..2026-06 --to md
    """,
)
def year(
    ctx: typer.Context,
    period: options.PeriodWords = None,
    in_: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    to: To = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """A year, or any period, as one document: HTML, Markdown, JSON or CSV; this year where none is named.

    HTML goes to a file named for its period, the others to standard output, or where -o says.
    """
    call = call_of(ctx)
    form = _form("json" if call.is_json and not (to or out) else to, out)
    with call.reading() as journal:
        covered = call.period(options.one_period(period, in_), since, until) or call.this_year()
        summary = summarised(call, journal, covered)
    content: str = import_module(f"mentorlog.export.{FORMATS[form]}").render(summary)
    if out == "-" or (out is None and form != "html"):
        say_bytes(content.encode())
        return
    path = Path(out).expanduser() if out else Path(f"mentorlog-{_name(summary.period)}.html")
    write_whole(path, content.encode(), may_replace=force)
    count = summary.progress.entries
    said = f"{shown_path(path)} written: {span(summary.period)}, {count} entries, for yourself{call.where}."
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


def summarised(call: Call, journal: Journal, period: Period) -> YearSummary:
    """The summary of a period of the journal."""
    from mentorlog.insights.progress import progress
    from mentorlog.insights.year import Frame, year_summary
    from mentorlog.model.selection import EVERYTHING, Selection

    chosen = Selection(within=period)
    figures = progress(journal.tallies(chosen), journal.active_goals(EVERYTHING), period=period, today=call.today)
    goals = journal.moving_goals(EVERYTHING, period)
    frame = Frame(name=call.settings.name, year_starts=call.settings.year_starts)
    return year_summary(figures, journal.entries(chosen), goals, frame)


def _form(to: str | None, out: str | None) -> str:
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    form = to or {"htm": "html", "markdown": "md"}.get(ending, ending) or "html"
    if form not in FORMATS:
        raise Mistyped("A summary can't be written in that form.", hint=f"It can be: {', '.join(FORMATS)}")
    return form


def _name(period: Period) -> str:
    first, last = period.start, period.until
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year}-self"
    return f"{first}-to-{last}-self"
