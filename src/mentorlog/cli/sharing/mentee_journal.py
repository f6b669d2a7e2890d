"""What a mentee shared, as a journal in memory that the usual questions can be asked of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import Filters
from mentorlog.errors import InvalidInput
from mentorlog.insights.review import without_visibility
from mentorlog.insights.timeline import Timeline, covered_period, timeline
from mentorlog.model.areas import DEFAULT_AREAS_BY_SLUG, Area
from mentorlog.model.reviews import Mentee, MenteeEntry

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal
    from mentorlog.storage.sharing.mentee_queries import MenteeQueries


@contextmanager
def open_mentee_journal(shown: list[MenteeEntry], areas: tuple[Area, ...]) -> "Iterator[Journal]":
    """A journal that holds these entries and nothing else. All areas that a filter may name are there: the nine, and
    those of the mentee.
    """
    from mentorlog.storage.journal import reader_journal

    numbers = {one.entry.number: one.entry.number for one in shown}
    with reader_journal([one.entry for one in shown], numbers=numbers) as theirs:
        touched = {area.slug for area in theirs.areas()}
        every = {**DEFAULT_AREAS_BY_SLUG, **{area.slug: area for area in areas}}
        with theirs.write("areas", at="") as writing:
            for area in every.values():
                if area.slug not in touched:
                    writing.add_area(area)
        yield theirs


def mentee_timeline(call: Invocation, theirs: "Journal", filters: Filters) -> Timeline:
    """The timeline of what fits."""
    chosen = filters.selection(call, theirs)
    entries = theirs.entries(chosen)
    figure = timeline(
        without_visibility(entries),
        theirs.goals({number for entry in entries for number in entry.goals}),
        theirs.goals_with_events(chosen, covered_period(entries, chosen.within)),
        total=theirs.count(chosen),
        period=chosen.within,
        today=call.today,
    )
    return replace(figure, entries=entries)


def mentee_entry(reviews: "MenteeQueries", mentee: Mentee, word: str) -> MenteeEntry:
    """The mentee's entry with this number; last is the one with the highest. Raises InvalidInput, NotFound."""
    if word == "last":
        return reviews.entries(mentee)[-1]
    if not (word.isascii() and word.isdigit() and len(word) < 10):
        raise InvalidInput("Give an entry number, or last.", hint="A number is written 3.")
    return reviews.entry(mentee, int(word))
