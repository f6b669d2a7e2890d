"""config: the settings, in a file whose comments stay."""

from typing import Annotated

from mentorlog import config
from mentorlog.cli.app.aliases import check_alias
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import argument
from mentorlog.cli.app.output import print_json, print_line, print_result, show_sheet
from mentorlog.cli.app.state import mark_not_undoable
from mentorlog.errors import InvalidInput, NotFound
from mentorlog.text import clean_line, one_line

app = new_app(cls=Group)
Key = Annotated[str, argument("KEY", ", ".join(config.ALLOWED_VALUES))]
Shell = Annotated[str, argument("SHELL", "bash, zsh, fish or powershell.")]
Value = Annotated[str, argument("VALUE", "What it is to be.")]


@app.verb("mentorlog config list", name="list")
def list_(call: Invocation) -> None:
    """Every setting and its value."""
    from mentorlog.views.lists import maintenance as lists

    show_sheet(call, lists.settings, tuple(config.values().items()), names_journal=False)


@app.verb("mentorlog config get plain")
def get(call: Invocation, key: Key) -> None:
    """One setting."""
    config.check_key(key)
    value = config.values().get(key)
    if value is None:
        raise NotFound("There is no such alias.", hint="All settings: mentorlog config list")
    print_result(call, [one_line(value)], {"key": key, "value": value})


@app.verb(
    "mentorlog config set plain true",
    "mentorlog config set name Sample",
    'mentorlog config set aliases.week "timeline --since mon"',
    name="set",
)
def set_(call: Invocation, key: Key, value: Value) -> None:
    """Change one setting. aliases.WORD is a name of your own for a command line."""
    if key.startswith(config.ALIAS):
        check_alias(key.removeprefix(config.ALIAS), value)
    new = config.set_value(key, clean_line(value, what="value"))
    mark_not_undoable(call, "config set")
    print_result(call, [f"{key} is {one_line(new)} from now on."], {"key": key, "value": new})


@app.verb(
    "mentorlog config completion bash >> ~/.bashrc",
    "mentorlog config completion zsh > ~/.zfunc/_mentorlog",
    "mentorlog config completion fish | source",
)
def completion(call: Invocation, shell: Shell) -> None:
    """The lines that let a shell complete commands, areas, people and goals.

    For zsh they go into a file _mentorlog in a folder of fpath, for PowerShell into $PROFILE.
    """
    from mentorlog.cli.app.completion import SCRIPTS

    found = SCRIPTS.get({"pwsh": "powershell"}.get(shell, shell).lower())
    if found is None:
        raise InvalidInput("There is no completion for that shell.", hint=f"There is for: {', '.join(SCRIPTS)}")
    if call.is_json:
        print_json({"shell": shell, "script": found})
    else:
        print_line(found.rstrip("\n"))


@app.verb("mentorlog config path")
def path(call: Invocation) -> None:
    """Where the settings are kept."""
    place = str(config.config_file())
    if call.is_json:
        print_json({"path": place})
    else:
        print_line(place)
