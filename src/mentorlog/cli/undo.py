"""undo, redo, history: the line of commands."""

from typing import Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import argument
from mentorlog.cli.app.output import is_plain_requested, print_result, show_sheet
from mentorlog.cli.app.state_file import check_undoable
from mentorlog.dates import day_month, long_day_month, relative_day
from mentorlog.model.history import CommandRecord
from mentorlog.views.write_messages import redone_message, undone_message

undo_app = new_app()
redo_app = new_app()
history_app = new_app()
Which = Annotated[str | None, argument("[N]", "What this entry used to be.")]


@undo_app.verb("mentorlog undo")
def undo(call: Invocation) -> None:
    """Undo the last command as a whole; again goes further back."""
    from mentorlog.views.json.records import command_keys

    check_undoable(call)
    with call.open_writable() as journal:
        record = journal.undo()
    print_result(call, undone_message(record, _when(call, record), call.location_suffix), command_keys(record))


@redo_app.verb("mentorlog redo")
def redo(call: Invocation) -> None:
    """Redo what undo undid last, unless something was written since."""
    from mentorlog.views.json.records import command_keys

    with call.open_writable() as journal:
        record = journal.redo()
    print_result(call, redone_message(record, call.location_suffix), command_keys(record))


@history_app.verb("mentorlog history", "mentorlog history 145")
def history(call: Invocation, number: Which = None, limit: options.Limit = None) -> None:
    """What was done, newest first; or what one entry used to be."""
    from mentorlog.views.lists.entries import versions
    from mentorlog.views.lists.journal import history as commands

    with call.open_readonly() as journal:
        if number is None:  # no digest guards the names of commands, so what can't be shown is damage
            show_sheet(call, commands, journal.commands(parsing.bounded_int(limit, "-n", most=1_000_000)))
        else:
            show_sheet(call, versions, journal.versions(parsing.number(journal, number)))


def _when(call: Invocation, record: CommandRecord) -> str:
    at = call.local_time(record.at)
    near = relative_day(at.date(), call.today)
    named = long_day_month if is_plain_requested(call) else day_month
    day = near if near in ("today", "yesterday") else f"on {named(at.date(), call.today)}"
    return f"{day} at {at:%H:%M}"
