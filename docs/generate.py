"""Writes docs/commands.md and the manual from the program's own help, and the answers in the pages' console blocks.

python docs/generate.py            # write what is out of date
python docs/generate.py --check    # say what is out of date, and fail
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent.parent))

import typer
from typer.core import TyperGroup
from typer.main import get_command

from docs.console import PAGES, ROOT, at_home, mentorlog, written_again
from docs.manual import WIDTH, manual
from mentorlog import errors
from mentorlog.cli.app.dispatch import program
from mentorlog.cli.app.registry import COMMAND_TABLE, PANELS

COMMANDS = "docs/commands.md"
MANUAL = "docs/mentorlog.1"
HEAD = """\
# Commands

<!-- Written by docs/generate.py from the program's own help: change that, then run `just docs`. -->

What `mentorlog COMMAND -h` says, for every command. `--json` answers are in [json.md](json.md).
"""
EXITS = """\
## Exit codes

| exit | code in JSON | means |
|---|---|---|
| 0 | | It is done. An empty answer is one too. |
"""


def pages() -> dict[str, str]:
    """Every page that is written by the program, wholly or in part, as it should be."""
    typed = list(lines_typed())
    with at_home(), patch("mentorlog.cli.app.help.WIDTH", WIDTH):
        man = manual(lambda *words: mentorlog([*words, "--help"]), "".join(_exits()), typed)
    return {COMMANDS: commands_page(), MANUAL: man, **{name: written_again(name) for name in PAGES}}


def commands_page() -> str:
    """docs/commands.md."""
    with at_home():
        return "\n".join([HEAD, _help(), *_panels(), EXITS + "".join(_exits())])


def lines_typed() -> Iterator[tuple[str, ...]]:
    """Every command and every verb, as it is typed: ("reflect",), ("goal",), ("goal", "add")."""
    root = get_command(program)
    assert isinstance(root, TyperGroup)
    for name in COMMAND_TABLE:
        yield (name,)
        command = root.get_command(typer.Context(root), name)
        if isinstance(command, TyperGroup):
            yield from ((name, verb) for verb in command.commands)


def _panels() -> Iterator[str]:
    typed = list(lines_typed())
    for panel in PANELS:
        yield f"## {panel}\n"
        for words in typed:
            if COMMAND_TABLE[words[0]].panel == panel:
                yield f"{'#' * (len(words) + 2)} mentorlog {' '.join(words)}\n\n{_help(*words)}"


def _help(*words: str) -> str:
    return f"```text\n{mentorlog([*words, '--help'])}```\n"


def _exits() -> Iterator[str]:
    kinds: list[type[errors.MentorlogError]] = [errors.MentorlogError, *errors.MentorlogError.__subclasses__()]
    for kind in sorted(kinds, key=lambda kind: kind.exit):
        meaning = "A mistake of mentorlog's own." if kind.exit == 1 else " ".join((kind.__doc__ or "").split())
        yield f"| {kind.exit} | `{kind.code}` | {meaning} |\n"
    yield "| 130 | | It was interrupted. |\n"


def main() -> int:
    """Write or check the pages; returns the exit code."""
    stale = {
        name: text
        for name, text in pages().items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text("utf-8") != text
    }
    if "--check" in sys.argv:
        for name in stale:
            print(f"{name} is out of date: run `just docs`.")
        return 1 if stale else 0
    for name, text in stale.items():
        (ROOT / name).write_text(text, "utf-8")
        print(f"{name} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
