"""init: a journal at a place of the user's choice."""

import typer

from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import shown_path
from mentorlog.cli.app.output import answer
from mentorlog.errors import Mistyped
from mentorlog.storage.open_journal import open_journal

app = new_app()


@app.command(cls=Command, epilog="mentorlog --journal ~/notes/mentoring.db init")
def init(ctx: typer.Context) -> None:
    """Make an empty journal, where --journal or MENTORLOG_JOURNAL says or at the usual place."""
    call = call_of(ctx)
    if call.path.exists() and not call.path.is_dir():
        raise Mistyped(f"{call.path} is there already.", hint=f"To open it: mentorlog --journal {call.path}")
    with open_journal(call.path, makes_at=call.now):
        pass
    where = shown_path(call.path)
    line = f'mentorlog --journal {where} reflect "…"' if call.journal else 'mentorlog reflect "…"'
    answer(call, [f"A journal was made at {where}.", f"Write the first line: {line}"], {"journal": str(call.path)})
