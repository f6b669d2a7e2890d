"""Commands and groups as mentorlog has them: the global options stand anywhere, the help is ours."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import partial, wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Concatenate, Never, ParamSpec, TypeAlias, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from mentorlog.cli.app.context import Invocation
from mentorlog.errors import InvalidInput

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context
    from typer._click.core import Parameter as AnyParameter

TEXT_MARK = "\0"
"""Marks a word that looks like an option and is a text ("- a line of a list"); nothing typed can hold it."""

P = ParamSpec("P")
Verb: TypeAlias = Callable[Concatenate[Invocation, P], None]

VEIL_REFUSED = ("mentorlog export year", "mentorlog export journal", "mentorlog share preview", "mentorlog share make")


def call_of(ctx: "Context") -> Invocation:
    """The call that `ctx` is part of."""
    return cast(Invocation, ctx.obj)


def global_option(field: str, *names: str, is_flag: bool = True) -> TyperOption:
    """An option that goes into the Invocation, and that no command is told of."""

    def keep(ctx: "Context", value: str | bool | None) -> None:
        if value not in (None, False):
            setattr(call_of(ctx), field, value)

    return TyperOption(
        param_decls=[f"global_{field}", *names],
        is_flag=is_flag,
        type=bool if is_flag else str,
        default=None,
        expose_value=False,
        hidden=True,
        callback=lambda ctx, _, value: keep(ctx, value),
    )


GLOBAL = (
    global_option("journal", "--journal", is_flag=False),
    global_option("is_plain", "--plain"),
    global_option("is_json", "--json"),
    global_option("never_asks", "--no-input"),
    global_option("is_veiled", "--veil"),
)


class Command(TyperCommand):
    """A command with the global options, plain help, and texts that may begin with "- "."""

    def get_params(self, ctx: "Context") -> "list[AnyParameter]":
        """Its own options, then those that stand anywhere."""
        return [*super().get_params(ctx), *GLOBAL]

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """As Typer does it, but a word that begins with "- " is a text."""
        end = args.index("--") if "--" in args else len(args)
        marked = [TEXT_MARK + word if word.startswith("- ") else word for word in args[:end]]
        try:
            rest = super().parse_args(ctx, [*marked, *args[end:]])
        except typer.TyperException as error:
            from mentorlog.cli.app.usage_errors import translate

            raise translate(error, ctx.command_path) from error
        for name, value in ctx.params.items():
            ctx.params[name] = _unmarked(value)
        call_of(ctx).is_parsed = True
        if call_of(ctx).is_veiled and ctx.command_path in VEIL_REFUSED:
            raise InvalidInput("--veil hides the words that a document is made of.", hint="Leave out --veil.")
        return rest

    def get_help(self, ctx: "Context") -> str:
        """Our own help."""
        from mentorlog.cli.app.help import page

        return page(self, ctx)


class Group(TyperGroup):
    """Verbs under one noun."""

    def get_params(self, ctx: "Context") -> "list[AnyParameter]":
        """The options that stand anywhere."""
        return [*super().get_params(ctx), *GLOBAL]

    def get_help(self, ctx: "Context") -> str:
        """Our own help."""
        from mentorlog.cli.app.help import group_page

        return group_page(self, ctx)

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, AnyCommand | None, list[str]]":
        """The verb that was typed; raises InvalidInput where there is none of that name."""
        verb = self.get_command(ctx, args[0])
        if verb is None:
            from mentorlog.cli.app.suggestions import suggest

            meant = suggest(args[0], ctx.command_path, self.commands)
            path = ctx.command_path.removeprefix("mentorlog ")
            typed = f"{path} {args[0]}" if meant else f"{path} …"  # else it may be the words of an entry
            raise InvalidInput(f'Unknown command "{typed}".', hint=f"{meant}{path} has: {', '.join(self.commands)}")
        return args[0], verb, args[1:]


class App(typer.Typer):
    """Commands of one file, each with examples for its help."""

    def verb(self, *examples: str, name: str | None = None) -> Callable[[Verb[P]], Verb[P]]:
        """Make a function of an Invocation a command, under its own name where no other is given."""

        def register(function: Verb[P]) -> Verb[P]:
            @wraps(function)
            def command(ctx: typer.Context, *args: P.args, **typed: P.kwargs) -> None:
                function(call_of(ctx), *args, **typed)

            own = signature(function)
            context = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
            parameters = [context, *list(own.parameters.values())[1:]]
            vars(command)["__signature__"] = own.replace(parameters=parameters)
            self.command(name, cls=Command, epilog="\n".join(examples))(command)
            return function

        return register


new_app = partial(App, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def option_group(
    record: "type[DataclassInstance]", name: str, *, without: Iterable[str] = (), **instead: object
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Give a command an option for each field of a dataclass but some, in place of its parameter `name`, which becomes
    such a record; `instead` are other annotations for some of them.
    """
    added = [
        Parameter(
            field.name,
            Parameter.POSITIONAL_OR_KEYWORD,
            default=field.default,
            annotation=instead.get(field.name, field.type),
        )
        for field in fields(record)
        if field.name not in without
    ]

    def decorate(command: Callable[P, None]) -> Callable[P, None]:
        own = signature(command)
        parameters = list(own.parameters.values())
        place = list(own.parameters).index(name)
        parameters[place : place + 1] = added

        @wraps(command)
        def with_record(*args: P.args, **typed: P.kwargs) -> None:
            given = {option.name: typed.pop(option.name) for option in added}
            typed[name] = record(**cast("dict[str, Never]", given))  # Typer has seen to the types
            command(*args, **typed)

        vars(with_record)["__signature__"] = own.replace(parameters=parameters)
        return with_record

    return decorate


def _unmarked(value: object) -> object:
    if isinstance(value, str):
        return value.removeprefix(TEXT_MARK)
    return [_unmarked(item) for item in value] if isinstance(value, list | tuple) else value
