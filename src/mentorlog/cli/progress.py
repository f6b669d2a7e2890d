"""progress: the figures of a period."""

from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.output import show

app = new_app()


@app.verb("mentorlog progress", "mentorlog progress 2026-Q1", "mentorlog progress --all --with Ánh")
@filter_options(without=("limit",))
def progress(call: Invocation, filters: Filters = NO_FILTERS) -> None:
    """Areas, overlaps, months, goals and people over a period.

    Without a period, this month and the eleven before.
    """
    from mentorlog.insights.progress import progress as figures

    usual = None if filters.is_all else call.last_twelve_months()
    with call.open_readonly() as journal:
        chosen = filters.selection(call, journal, usual)
        figure = figures(journal.tallies(chosen), journal.active_goals(chosen), period=chosen.within, today=call.today)
    show(call, "progress", figure)
