"""Words of the user's own for lines that are typed often: the table `aliases` of the settings."""

import shlex

from mentorlog import config
from mentorlog.cli.app.registry import COMMAND_TABLE
from mentorlog.cli.app.suggestions import unknown_command
from mentorlog.errors import InvalidInput
from mentorlog.text import safe

ALL = "Your aliases: mentorlog config list"
EXAMPLE = 'Like this: mentorlog config set aliases.week "timeline --since mon"'


def expand_alias(args: list[str]) -> list[str]:
    """The line with its first word, no command, written out; raises InvalidInput where that is no alias either."""
    meant = config.user_table("aliases").get(args[0])
    if meant is None:
        raise unknown_command(args[0])
    words = split(meant)
    if not words or words[0] not in COMMAND_TABLE:
        raise InvalidInput(f'The alias "{safe(args[0])}" is not a valid command line.', hint=ALL)
    return [*words, *args[1:]]


def split(line: str) -> list[str]:
    """The words of a line as a shell takes them, mentorlog itself left out; raises InvalidInput for an open quote."""
    try:
        words = shlex.split(line)
    except ValueError:
        raise InvalidInput("An alias has a quotation mark that is not closed.", hint=ALL) from None
    return words[1:] if words[:1] == ["mentorlog"] else words


def check_alias(name: str, line: str) -> None:
    """Raise InvalidInput where a word can't be an alias for this line: a command, or two words; or no line of ours."""
    if name in COMMAND_TABLE:
        raise InvalidInput(f"{name} is a command, so it can't be an alias.", hint="Choose another word.")
    if not name.isprintable() or name.startswith("-") or len(name.split()) != 1:
        raise InvalidInput("An alias must be one word.", hint=EXAMPLE)
    words = split(line)
    if not words or words[0] not in COMMAND_TABLE:
        raise InvalidInput("An alias must begin with a command.", hint=EXAMPLE)
