"""What a mentee shared, as a journal in memory that the usual questions can be asked of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from mentorlog.cli.app.context import Call
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.show import detail
from mentorlog.insights.review import unsaid
from mentorlog.insights.timeline import Timeline, covered, timeline
from mentorlog.model.areas import GIVEN, Area
from mentorlog.model.reviews import Shown
from mentorlog.storage.open_journal import seen_by_reader

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

__all__ = ["detail", "opened", "told"]


@contextmanager
def opened(shown: list[Shown], areas: tuple[Area, ...]) -> "Iterator[Journal]":
    """A journal that holds these entries and nothing else. All areas that a filter may name are there: the nine, and
    those of the mentee.
    """
    numbers = {one.entry.number: one.entry.number for one in shown}
    with seen_by_reader([one.entry for one in shown], numbers=numbers) as theirs:
        touched = {area.slug for area in theirs.areas()}
        every = {**GIVEN, **{area.slug: area for area in areas}}
        with theirs.writing("areas", at="") as writing:
            for area in every.values():
                if area.slug not in touched:
                    writing.add_area(area)
        yield theirs


def told(call: Call, theirs: "Journal", filters: Filters) -> Timeline:
    """The timeline of what fits."""
    chosen = filters.selection(call, theirs)
    entries = theirs.entries(chosen)
    figure = timeline(
        unsaid(entries),
        theirs.goals({number for entry in entries for number in entry.goals}),
        theirs.moving_goals(chosen, covered(entries, chosen.within)),
        total=theirs.count(chosen),
        period=chosen.within,
        today=call.today,
    )
    return replace(figure, entries=entries)
