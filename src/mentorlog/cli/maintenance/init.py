"""init: a journal at a place of the user's choice."""

from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.output import print_result
from mentorlog.errors import InvalidInput
from mentorlog.storage.journal import open_journal

app = new_app()


@app.verb("mentorlog --journal ~/notes/mentoring.db init")
def init(call: Invocation) -> None:
    """Make an empty journal at a place of your choice.

    Where --journal or MENTORLOG_JOURNAL says, or at the usual place.
    """
    if call.path.exists() and not call.path.is_dir():
        raise InvalidInput("file-exists", path=call.path, hint=f"To open it: mentorlog --journal {call.path}")
    with open_journal(call.path, create_at=call.now):
        pass
    where = display_path(call.path)
    line = f'mentorlog --journal {where} reflect "…"' if call.journal else 'mentorlog reflect "…"'
    print_result(
        call, [f"A journal was made at {where}.", f"Write the first line: {line}"], {"journal": str(call.path)}
    )
