"""timeline --lookback: this time in earlier years, and this point in a relationship."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.app.output import show
from mentorlog.errors import InvalidInput
from mentorlog.insights.lookback import Lookback, Relationship, YearLookback, anniversaries, parallel_points
from mentorlog.model.entries import Kind
from mentorlog.model.people import Person
from mentorlog.model.selection import Selection

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


def show_lookback(call: Invocation, filters: Filters) -> None:
    """Show what the filters leave of this time in earlier years."""
    if (filters.period, filters.since, filters.until) != (None, None, None):
        raise InvalidInput("--lookback looks back from today.", hint="Leave out the period, or leave out --lookback.")
    with call.open_readonly() as journal:
        chosen = replace(filters.selection(call, journal), limit=None)
        years = (
            YearLookback(moment=moment, entries=journal.entries(replace(chosen, within=moment.within)))
            for moment in anniversaries(call.today, journal.first_day(chosen))
        )
        figure = Lookback(
            today=call.today,
            years=tuple(year for year in years if year.entries),
            relationship=_relationship(call, journal, chosen) if len(chosen.people) == 1 else None,
        )
    show(call, "lookback", figure)


def _relationship(call: Invocation, journal: "Journal", chosen: Selection) -> Relationship | None:
    """How far along one is with the person of the filter, and what was written as far along with others."""
    (person,) = chosen.people
    first_days = {one: _first_session(journal, one) for one in journal.people()}
    met = {one: day for one, day in first_days.items() if day}
    if person not in met:
        return None
    found = (
        replace(point, entries=journal.entries(replace(chosen, within=point.within, people=(point.person,))))
        for point in parallel_points(person, met.items(), call.today)
    )
    return Relationship(
        person=person,
        first=met[person],
        days=(call.today - met[person]).days,
        others=tuple(point for point in found if point.entries),
    )


def _first_session(journal: "Journal", person: Person) -> date | None:
    return journal.first_day(Selection(kinds=(Kind.SESSION,), people=(person,)))
