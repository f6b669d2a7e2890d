"""timeline: what was written, in order, with what belongs together."""

from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli.app import options
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.app.output import show, show_sheet
from mentorlog.cli.transfer.timeline_document import export_timeline
from mentorlog.insights.listing import Listing
from mentorlog.insights.timeline import Timeline, covered_period, newest_first
from mentorlog.insights.timeline import timeline as told

app = new_app()
USUAL = 20
Tender = Annotated[bool, typer.Option("--tender", help="Only number and day of tender entries; show N opens one.")]
Lookback = Annotated[
    bool,
    typer.Option("--lookback", help="This day and week in earlier years; with one person, this point with others."),
]
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
    tender: Tender = False,
    lookback: Lookback = False,
    to: To = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """What you wrote, in order; without a period, the last 20 entries."""
    from mentorlog.views.lists import journal as lists

    call = call_of(ctx)
    is_whole = any((every, tender, period, in_, since, until))
    most = limit if limit is not None or is_whole else USUAL
    filters = Filters(period=options.one_period(period, in_), since=since, until=until, area=area, with_=with_,
                      kind=kind, visible=visible, limit=most)  # fmt: skip
    if lookback:
        _look_back(call, filters)
    elif tender:
        show_sheet(call, lists.tender, _tender(call, filters))
    else:
        figure = _story(call, filters)
        shown = newest_first(figure) if backwards else figure
        if to or out:
            export_timeline(call, shown, to, out, force=force)
        else:
            show(call, "timeline", shown)


def _look_back(call: Invocation, filters: Filters) -> None:
    from mentorlog.cli.lookback import show_lookback

    show_lookback(call, filters)


def _story(call: Invocation, filters: Filters) -> Timeline:
    with call.open_readonly() as journal:
        chosen = filters.selection(call, journal)
        entries = journal.entries(chosen)
        goals = journal.goals({number for entry in entries for number in entry.goals})
        return told(
            entries,
            tuple(goal for goal in goals if not chosen.visibilities or goal.visibility in chosen.visibilities),
            journal.goals_with_events(chosen, covered_period(entries, chosen.within)),
            total=journal.count(chosen),
            period=chosen.within,
            today=call.today,
        )


def _tender(call: Invocation, filters: Filters) -> Listing:
    with call.open_readonly() as journal:
        chosen = replace(filters.selection(call, journal), is_tender=True)
        return Listing(
            heading="Tender",
            entries=journal.entries(chosen),
            total=journal.count(chosen),
            today=call.today,
            period=chosen.within,
        )
