"""progress: the figures of a period."""

import typer

from mentorlog.cli.app import options
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.app.output import show

app = new_app()


@app.command(
    cls=Command,
    epilog="""
    mentorlog progress
    mentorlog progress 2026-Q1
    mentorlog progress --all --with Ánh
    """,
)
def progress(
    ctx: typer.Context,
    period: options.PeriodWords = None,
    in_: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    with_: options.WithFilter = None,
    kind: options.KindFilter = None,
    visible: options.VisibleFilter = None,
    every: options.Everything = False,
) -> None:
    """Areas, overlaps, months, goals and people; without a period, this month and the eleven before."""
    from mentorlog.insights.progress import progress as figures

    call = call_of(ctx)
    filters = Filters(
        period=options.one_period(period, in_),
        since=since,
        until=until,
        area=area,
        with_=with_,
        kind=kind,
        visible=visible,
        default_period=None if every else call.last_twelve_months(),
    )
    with call.open_readonly() as journal:
        chosen = filters.selection(call, journal)
        figure = figures(journal.tallies(chosen), journal.active_goals(chosen), period=chosen.within, today=call.today)
    show(call, "progress", figure)
