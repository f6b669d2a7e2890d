"""map: who helps with what, and where nobody does yet."""

from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.output import show
from mentorlog.insights.map import map_of

app = new_app()


@app.verb("mentorlog map", 'mentorlog map "this year"', "mentorlog map --with Ánh --kind session", name="map")
@filter_options(without=("limit",))
def map_(call: Invocation, filters: Filters = NO_FILTERS) -> None:
    """Who helps with what, and where nobody does yet.

    It is counted from your entries; without a period, from all of them. Paused areas are left out.
    """
    with call.open_readonly() as journal:
        chosen = filters.selection(call, journal)
        slugs = {slug for group in chosen.areas for slug in group}
        figure = map_of(
            journal.area_person_tallies(chosen),
            tuple(one for one in journal.areas() if not chosen.areas or one.slug in slugs),
            chosen.people or journal.people(),
            period=chosen.within,
            today=call.today,
        )
    show(call, "map", figure)
