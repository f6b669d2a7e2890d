"""The commands by name, each imported when it is typed, and how a line is run."""

from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.main import get_command

from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import KEPT, print_line, print_message
from mentorlog.cli.app.registry import COMMAND_TABLE
from mentorlog.errors import AS_IT_WAS, StorageError

if TYPE_CHECKING:
    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context


class LazyGroup(Group):
    """All commands by name, each imported only when it is asked for."""

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002
        """The names, in the order of the help."""
        return list(COMMAND_TABLE)

    def get_command(self, ctx: "Context", cmd_name: str) -> "AnyCommand | None":  # noqa: ARG002
        """The command with this name, or None."""
        if cmd_name not in COMMAND_TABLE:
            return None
        info = COMMAND_TABLE[cmd_name]
        module, _, name = info.address.partition(":")
        command = get_command(getattr(import_module(f"mentorlog.cli.{module}"), name))
        command.name = cmd_name
        command.help = command.help or info.help
        return command

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, AnyCommand | None, list[str]]":
        """The command that was typed; raises InvalidInput where there is none of that name."""
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
    ctx: typer.Context, version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False
) -> None:
    """Today at a glance, or how to begin."""
    if version:
        from importlib.metadata import version as version_of

        print_line(f"mentorlog {version_of('mentorlog')}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        import_module("mentorlog.cli.home").home(ctx)


def run(call: Invocation) -> int:
    """Run the command line of `call`; raises MentorlogError where it fails."""
    try:
        result = get_command(program).main(list(call.argv), "mentorlog", standalone_mode=False, obj=call)
    except typer.TyperException as error:
        from mentorlog.cli.app.usage_errors import translate

        raise translate(error) from error
    except OSError as error:
        raise StorageError.of(error, safe=what_is_safe(call)) from error
    finally:
        while call.notices:
            print_message(call.notices.pop(0))
    return result if isinstance(result, int) else 0


def what_is_safe(call: Invocation) -> str:
    """What is safe where a command failed that may have done its work already."""
    return KEPT if call.has_written else AS_IT_WAS
