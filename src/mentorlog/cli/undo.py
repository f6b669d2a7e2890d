"""undo, redo, history: the line of commands."""

from typing import Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import answer, show, wants_words
from mentorlog.cli.app.state import check_is_in_line
from mentorlog.dates import day_month, long_day_month, nearness
from mentorlog.model.history import Deed
from mentorlog.views.write_messages import done_again, taken_back

undo_app = new_app()
redo_app = new_app()
history_app = new_app()
Which = Annotated[str | None, typer.Argument(metavar="[N]", help="What this entry used to be.")]


@undo_app.command(cls=Command, epilog="mentorlog undo")
def undo(ctx: typer.Context) -> None:
    """Take back the last command as a whole; again goes further back."""
    call = call_of(ctx)
    check_is_in_line(call)
    with call.writing() as journal:
        deed = journal.undo()
    answer(call, taken_back(deed, _when(call, deed), call.where), _keys(deed))


@redo_app.command(cls=Command, epilog="mentorlog redo")
def redo(ctx: typer.Context) -> None:
    """Do again what undo took back last; anything written since then ends it."""
    call = call_of(ctx)
    with call.writing() as journal:
        deed = journal.redo()
    answer(call, done_again(deed, call.where), _keys(deed))


@history_app.command(cls=Command, epilog="mentorlog history\nmentorlog history 145")
def history(ctx: typer.Context, number: Which = None, limit: options.Limit = None) -> None:
    """What was done, the newest first; or what one entry used to be."""
    call = call_of(ctx)
    with call.reading() as journal:
        if number is None:  # no digest guards the names of commands, so what can't be shown is damage
            show(call, "history", journal.deeds(parsing.whole(limit, "-n", most=1_000_000)))
        else:
            show(call, "versions", journal.versions(parsing.number(journal, number)))


def _when(call: Call, deed: Deed) -> str:
    at = call.local(deed.at)
    near = nearness(at.date(), call.today)
    named = long_day_month if wants_words(call) else day_month
    day = near if near in ("today", "yesterday") else f"on {named(at.date(), call.today)}"
    return f"{day} at {at:%H:%M}"


def _keys(deed: Deed) -> dict[str, object]:
    from mentorlog.export.keys import deed_keys

    return deed_keys(deed)
