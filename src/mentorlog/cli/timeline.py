"""timeline: what was written, in order, with what belongs together."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.command import Command, call_of, new_app
from mentorlog.cli.listing import Filters
from mentorlog.cli.output import show
from mentorlog.insights.timeline import covered, newest_first
from mentorlog.insights.timeline import timeline as told

app = new_app()
USUAL = 20
Backwards = Annotated[bool, typer.Option("--newest-first", help="The newest at the top.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog timeline
    mentorlog timeline 2026-Q1 -a identity
    mentorlog timeline "last quarter" --with Ánh --kind session
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
) -> None:
    """What you wrote, in order; without a period, the last 20 entries."""
    call = call_of(ctx)
    with call.reading() as journal:
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
        chosen = filters.selection(call, journal)
        entries = journal.entries(chosen)
        figure = told(
            entries,
            journal.goals({number for entry in entries for number in entry.goals}),
            journal.moving_goals(chosen, covered(entries, chosen.within)),
            total=journal.count(chosen),
            period=chosen.within,
            today=call.today,
        )
    show(call, "timeline", newest_first(figure) if backwards else figure)
