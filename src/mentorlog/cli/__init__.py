"""The one way in, and the one edge where an error becomes a sentence and an exit code."""

import os
import sys
from contextlib import suppress

from mentorlog.cli.app import output
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.dispatch import run, what_is_safe
from mentorlog.errors import MentorlogError

INTERRUPTED = 130
COMPLETE = "_MENTORLOG_COMPLETE"


def main(argv: list[str] | None = None) -> int:
    """Run one command line; returns the exit code, having said what there is to say."""
    os.umask(0o077)
    output.set_up_streams()
    call = Invocation(argv=tuple(sys.argv[1:] if argv is None else argv))
    if COMPLETE in os.environ:
        from mentorlog.cli.app.completion import complete

        return complete(call.argv)
    try:
        code = run(call)
        if call.has_written:
            _run_after_write(call)
        return code
    except MentorlogError as error:
        output.report_error(call, error, as_json=call.is_json or (not call.is_parsed and _asks_for_json(call.argv)))
        return error.exit
    except KeyboardInterrupt:  # within a command Typer sees to it
        return INTERRUPTED
    except SystemExit:  # Typer's own, where nobody reads its help any more
        return 0
    except Exception as error:  # the last edge: a bug of ours is a sentence too
        if isinstance(error.__cause__, KeyboardInterrupt):  # Python 3.11 wraps what comes while a class is made
            raise
        bug = _bug(error, call)
        output.report_error(call, bug, as_json=call.is_json)
        return bug.exit


def _run_after_write(call: Invocation) -> None:
    """What follows a write, once its answer is out; whatever the system refuses then, the write is done."""
    from mentorlog.storage.database.file_location import needs_notice
    from mentorlog.storage.maintenance.backup_names import is_due

    with suppress(OSError):  # the next write looks again
        if needs_notice(call.path, (*call.own_paths, *call.custom_journal)):
            from mentorlog.cli.app.location_notices import report_once

            report_once(call)
    try:
        if is_due(call.path, call.now):
            from mentorlog.storage.maintenance.backup import create_backup

            create_backup(call.path, at=call.now)
    except (MentorlogError, OSError, KeyboardInterrupt):
        output.print_message(
            "The weekly backup could not be made; the journal itself is saved. To try: mentorlog backup add"
        )


def _bug(error: Exception, call: Invocation) -> MentorlogError:
    """What is said of a mistake of ours."""
    message = f"mentorlog made a mistake of its own ({type(error).__name__})."
    return MentorlogError(message, safe=what_is_safe(call), hint="Please report what you typed.")


def _asks_for_json(words: tuple[str, ...]) -> bool:
    """Whether a line that could not be read asked for JSON."""
    return "--json" in (words[: words.index("--")] if "--" in words else words)
