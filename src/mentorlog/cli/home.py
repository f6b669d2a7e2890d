"""`mentorlog` alone: today at a glance, or how to begin."""

from datetime import date

import typer

from mentorlog import config, drafts
from mentorlog.cli.app.command import call_of
from mentorlog.cli.app.context import display_path
from mentorlog.cli.app.output import show
from mentorlog.dates import Period
from mentorlog.insights.home import Home, by_urgency, next_due_person
from mentorlog.model.entries import Action, Goal, Question
from mentorlog.model.people import handle
from mentorlog.model.selection import Selection


def home(ctx: typer.Context) -> None:
    """Show what lies open today."""
    call = call_of(ctx)
    unfinished = drafts.list_drafts(config.drafts_folder())
    with call.open_readonly() as journal:
        everybody = journal.meetings() if call.is_json else journal.last_met()  # how often: a walk through all sessions
        met = tuple(tally for tally in everybody if tally.last and not tally.person.state)
        following = next_due_person(met, call.today)
        lies_open = journal.open_entries()
        mentees = journal.mentee_queries().statuses(call.local_time)
        figure = Home(
            today=call.today,
            where=display_path(call.path),
            is_default=call.is_default,
            is_empty=journal.is_empty(),
            entries=journal.count() if call.is_json else None,
            last_meetings=met,
            actions=by_urgency(tuple(entry for entry in lies_open if isinstance(entry, Action))),
            goals=tuple(entry for entry in lies_open if isinstance(entry, Goal)),
            questions=tuple(entry for entry in lies_open if isinstance(entry, Question)),
            drafts=tuple((draft.kind, call.local_time(draft.started_at.isoformat()).date()) for draft in unfinished),
            mentees=tuple(sorted(mentees, key=lambda standing: not standing.is_waiting)),
            a_year_ago=journal.entries(Selection(within=_a_year_ago(call.today), limit=3)),
            next=following,
            handle=handle(following, journal.people()) if following else "",
        )
    show(call, "home", figure)


def _a_year_ago(today: date) -> Period:
    """The days from Monday to Sunday of this week, a year (52 weeks) ago."""
    monday = date.fromordinal(today.toordinal() - today.weekday() - 364)
    return Period.of(monday, date.fromordinal(monday.toordinal() + 6))
