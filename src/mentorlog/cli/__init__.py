"""The one way in, and the one edge where an error becomes a sentence and an exit code.

Commands are imported when they are typed: `contents` says where each stands.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.main import get_command

from mentorlog.cli.app import output
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.registry import COMMAND_TABLE
from mentorlog.errors import AS_IT_WAS, MentorlogError, StorageError

if TYPE_CHECKING:
    from typer._click.core import Context

INTERRUPTED = 130
COMPLETE = "_MENTORLOG_COMPLETE"


class LazyGroup(Group):
    """All commands by name, each imported only when it is asked for."""

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002
        """The names, in the order of the help."""
        return list(COMMAND_TABLE)

    def get_command(self, ctx: "Context", cmd_name: str) -> Any:  # noqa: ARG002
        """The command with this name, or None."""
        if cmd_name not in COMMAND_TABLE:
            return None
        module, _, name = COMMAND_TABLE[cmd_name].address.partition(":")
        command = get_command(getattr(import_module(f"mentorlog.cli.{module}"), name))
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: "Context", args: list[str]) -> Any:
        """The command that was typed; raises Mistyped where there is none of that name."""
        command = self.get_command(ctx, args[0])
        if command is None:
            from mentorlog.cli.app.aliases import expand_alias

            args = expand_alias(args)
            command = self.get_command(ctx, args[0])
        return args[0], command, args[1:]

    def get_help(self, ctx: "Context") -> str:  # noqa: ARG002
        """Our own help."""
        from mentorlog.cli.app.help import root_page

        return root_page()


program = new_app(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})


@program.callback(invoke_without_command=True)
def mentorlog(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    """Today at a glance, or how to begin."""
    if version:
        from importlib.metadata import version as version_of

        output.print_line(f"mentorlog {version_of('mentorlog')}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from mentorlog.cli.home import home

        home(ctx)


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
    from mentorlog.cli.app.location_notices import report_once
    from mentorlog.storage.maintenance.backup_names import is_due

    with suppress(OSError):  # the next write looks again
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
    return MentorlogError(message, safe=_safe(call), hint="Please report what you typed.")


def _safe(call: Invocation) -> str:
    """What is safe where a command failed that may have done its work already."""
    return output.KEPT if call.has_written else AS_IT_WAS


def _asks_for_json(words: tuple[str, ...]) -> bool:
    """Whether a line that could not be read asked for JSON."""
    return "--json" in (words[: words.index("--")] if "--" in words else words)


def run(call: Invocation) -> int:
    """Run the command line of `call`; raises MentorlogError where it fails."""
    try:
        result = get_command(program).main(list(call.argv), "mentorlog", standalone_mode=False, obj=call)
    except typer.TyperException as error:
        from mentorlog.cli.app.usage_errors import translate

        raise translate(error) from error
    except OSError as error:
        raise StorageError.of(error, safe=_safe(call)) from error
    return result if isinstance(result, int) else 0
