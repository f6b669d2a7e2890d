"""`mentorlog` alone: today at a glance, or how to begin."""

from datetime import date
from typing import TYPE_CHECKING

import typer

from mentorlog import config, drafts
from mentorlog.cli.call import shown_path
from mentorlog.cli.command import call_of
from mentorlog.cli.output import show
from mentorlog.cli.standings import standing
from mentorlog.dates import Period
from mentorlog.insights.home import Home, by_urgency, due, waiting_first
from mentorlog.model.entries import Action, Kind, Question
from mentorlog.model.people import handle
from mentorlog.model.selection import Selection

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

FEW = 3


def home(ctx: typer.Context) -> None:
    """Show what lies open today."""
    call = call_of(ctx)
    unfinished = drafts.unfinished(config.drafts_folder())
    with call.reading() as journal:
        met = tuple(tally for tally in journal.meetings() if tally.sessions and not tally.person.state)
        following = due(met, call.today)
        figure = Home(
            today=call.today,
            where=shown_path(call.path),
            is_default=call.is_default,
            entries=journal.count(),
            met=met,
            actions=_open_actions(journal),
            goals=journal.active_goals(),
            questions=_open_questions(journal),
            drafts=tuple((draft.kind, call.local(draft.begun.isoformat()).date()) for draft in unfinished),
            mentees=waiting_first(tuple(standing(call, tally) for tally in journal.reviews().tallies())),
            a_year_ago=journal.entries(Selection(within=_a_year_ago(call.today), limit=FEW)),
            next=following,
            handle=handle(following, journal.people()) if following else "",
        )
    show(call, "home", figure)


def _open_actions(journal: "Journal") -> tuple[Action, ...]:
    found = journal.entries(Selection(kinds=(Kind.ACTION,), statuses=("open",)))
    return by_urgency(tuple(entry for entry in found if isinstance(entry, Action)))


def _open_questions(journal: "Journal") -> tuple[Question, ...]:
    found = journal.entries(Selection(is_unanswered=True))
    return tuple(entry for entry in found if isinstance(entry, Question))


def _a_year_ago(today: date) -> Period:
    """The days from Monday to Sunday of this week, a year (52 weeks) ago."""
    monday = date.fromordinal(today.toordinal() - today.weekday() - 364)
    return Period.of(monday, date.fromordinal(monday.toordinal() + 6))
