"""timeline: what was written, in order, with what belongs together."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.call import Call, shown_path
from mentorlog.cli.command import Command, call_of, new_app
from mentorlog.cli.listing import Filters
from mentorlog.cli.output import answer, say_bytes, show
from mentorlog.errors import Mistyped
from mentorlog.files import write_whole
from mentorlog.insights.timeline import Timeline, covered, newest_first
from mentorlog.insights.timeline import timeline as told
from mentorlog.insights.year import Frame
from mentorlog.views.words import plural

app = new_app()
USUAL = 20
DOCUMENTS = {"html": "timeline_html", "md": "timeline_markdown"}
To = Annotated[
    str | None, typer.Option("--to", metavar="FORMAT", help="As a document, html or md, on standard output or to -o.")
]
Backwards = Annotated[bool, typer.Option("--newest-first", help="The newest at the top.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog timeline
    mentorlog timeline 2026-Q1 -a identity
    mentorlog timeline "last quarter" --with Ánh --kind session
    mentorlog timeline 2026 --to html -o timeline.html
    """,
)
def timeline(
    ctx: typer.Context,
    period: options.PeriodWords = None,
    in_: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    with_: options.WithFilter = None,
    kind: options.KindFilter = None,
    visible: options.VisibleFilter = None,
    limit: options.Limit = None,
    every: options.Everything = False,
    backwards: Backwards = False,
    to: To = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """What you wrote, in order; without a period, the last 20 entries."""
    call = call_of(ctx)
    filters = Filters(
        period=options.one_period(period, in_),
        since=since,
        until=until,
        area=area,
        with_=with_,
        kind=kind,
        visible=visible,
        limit=limit if limit is not None or every or period or in_ or since or until else USUAL,
    )
    figure = _timeline(call, filters)
    shown = newest_first(figure) if backwards else figure
    if to or out:
        _hand_out(call, shown, _form(to, out), out, force)
    else:
        show(call, "timeline", shown)


def _timeline(call: Call, filters: Filters) -> Timeline:
    with call.reading() as journal:
        chosen = filters.selection(call, journal)
        entries = journal.entries(chosen)
        return told(
            entries,
            journal.goals({number for entry in entries for number in entry.goals}),
            journal.moving_goals(chosen, covered(entries, chosen.within)),
            total=journal.count(chosen),
            period=chosen.within,
            today=call.today,
        )


def _form(to: str | None, out: str | None) -> str:
    form = to or {".md": "md", ".markdown": "md"}.get(Path(out or "").suffix.lower(), "html")
    if form not in DOCUMENTS:
        raise Mistyped("A timeline can't be written in that form.", hint=f"It can be: {', '.join(DOCUMENTS)}")
    return form


def _hand_out(call: Call, figure: Timeline, form: str, out: str | None, force: bool) -> None:
    render = import_module(f"mentorlog.export.{DOCUMENTS[form]}").render
    content: bytes = render(figure, Frame(name=call.settings.name)).encode()
    if out is None or out == "-":
        say_bytes(content)
        return
    path = Path(out).expanduser()
    write_whole(path, content, may_replace=force)
    said = f"{shown_path(path)} written: {plural('entry', len(figure.entries))}{call.where}."
    answer(call, [said], {"file": str(path), "entries": len(figure.entries)})
