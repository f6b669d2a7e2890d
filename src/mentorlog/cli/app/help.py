"""Help: ours, plain, examples first, from the same table as the commands themselves."""

from textwrap import wrap
from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from mentorlog.cli.app.registry import COMMAND_TABLE, PANELS

if TYPE_CHECKING:
    from typer._click.core import Command, Context

WIDTH = 80
EXAMPLES = """\
  mentorlog                        today at a glance
  mentorlog reflect "…" -a growth  write a line
  mentorlog demo                   a made-up year, to look around in
"""
ANYWHERE = "Anywhere in the line: --journal FILE, --plain, --json, --no-input, --veil, -h."


def root_page() -> str:
    """`mentorlog --help`."""
    parts = ["mentorlog: a mentorship journal, kept in one file on this machine.\n", EXAMPLES]
    for panel in PANELS:
        rows = (_row(f"  {name}", info.help, 13) for name, info in COMMAND_TABLE.items() if info.panel == panel)
        parts.append(f"{panel}\n" + "".join(rows))
    parts.append(f"{ANYWHERE}\nExamples: mentorlog COMMAND -h")
    return "\n".join(parts)


def group_page(group: TyperGroup, ctx: "Context") -> str:
    """`mentorlog goal --help`: an example of each verb, then what each does."""
    verbs = [(name, _summary(command.help)) for name, command in group.commands.items()]
    width = max(len(name) for name, _ in verbs) + 4
    parts = [
        _heading(ctx, group.help),
        "".join(line for command in group.commands.values() for line in _examples(command)[:1]),
        "".join(_row(f"  {name}", help_, width) for name, help_ in verbs),
    ]
    return "\n".join([*parts, f"{ANYWHERE}\nMore: {ctx.command_path} VERB -h"])


def page(command: TyperCommand, ctx: "Context") -> str:
    """`mentorlog reflect --help`: what it does, examples, then each argument and option."""
    _, _, more = (command.help or "").partition("\n\n")
    parts = [_heading(ctx, command.help), "".join(_examples(command))]
    if more:
        parts.append("\n".join(wrap(" ".join(more.split()), WIDTH)) + "\n")
    rows = [_parameter(one) for one in command.params if isinstance(one, TyperArgument | TyperOption)]
    if rows:
        width = min(max(len(name) for name, _ in rows) + 2, 26)
        parts.append("".join(_row(name, help_, width) for name, help_ in rows))
    return "\n".join([*parts, ANYWHERE])


def _heading(ctx: "Context", help_: str | None) -> str:
    return "\n".join(wrap(f"{ctx.command_path}: {_summary(help_)}", WIDTH)) + "\n"


def _summary(help_: str | None) -> str:
    return " ".join((help_ or "").partition("\n\n")[0].split())


def _examples(command: "Command") -> list[str]:
    return [f"  {line.strip()}\n" for line in (command.epilog or "").strip().splitlines()]


def _parameter(parameter: TyperArgument | TyperOption) -> tuple[str, str]:
    if isinstance(parameter, TyperArgument):
        return f"  {parameter.metavar}", parameter.help or ""
    names = ", ".join(sorted([*parameter.opts, *parameter.secondary_opts], key=len))
    value = "" if parameter.is_flag else f" {parameter.metavar}"
    return f"  {names}{value}", parameter.help or ""


def _row(name: str, help_: str, width: int) -> str:
    lines = wrap(help_, WIDTH - width) or [""]
    first = f"{name:<{width}}{lines[0]}" if len(name) + 2 <= width else f"{name}\n{'':<{width}}{lines[0]}"
    return "\n".join([first.rstrip(), *(f"{'':<{width}}{line}" for line in lines[1:])]) + "\n"
