"""The manual page, written from the program's own help; docs/generate.py calls it."""

import re
from collections.abc import Iterator
from typing import Protocol

from mentorlog.cli.app.help import ANYWHERE
from mentorlog.cli.app.registry import COMMAND_TABLE, PANELS


class Help(Protocol):
    """The program's help."""

    def __call__(self, *words: str) -> str:
        """The help of the command that these words name."""
        ...


INDENT = 2  # columns; help is so wide that no more is left of a usual screen
WIDTH = 80 - INDENT
HEAD = """\
.\\" Written by docs/generate.py from the program's own help: change that, then run `just docs`.
.TH MENTORLOG 1 "" "mentorlog" "User Commands"
.SH NAME
mentorlog \\- a mentorship journal, kept in one file on this machine
.SH SYNOPSIS
.B mentorlog
.RI [ COMMAND ]
.RI [ WORDS ]
.SH DESCRIPTION
Sessions with mentors, reflections, goals and actions go into one SQLite file. Looking back shows what came of them, and
a year becomes one document. Nothing uses the network. Without a command it shows today at a glance.
.PP
Commands that read answer in pictures at a terminal and in plain lines in a pipe; with
.B \\-\\-json
each answers for programs. These options stand anywhere in the line, before a
.BR \\-\\- :
.TP
.B \\-\\-journal \\fIFILE\\fR
Another journal than the usual one.
.TP
.B \\-\\-plain
Words alone: no colours, no drawing.
.TP
.B \\-\\-json
One JSON object.
.TP
.B \\-\\-no\\-input
Never ask anything.
.TP
.B \\-\\-veil
None of your words on the screen, when somebody is looking on.
.TP
.BR \\-h ", " \\-\\-help
Examples, then what a command takes.
"""
TAIL = """\
.SH FILES
.TP
.I ~/.local/share/mentorlog/journal.db
The journal; \\fBmentorlog info\\fR names every file. Other systems have other folders.
.TP
.I ~/.config/mentorlog/config.toml
The settings; \\fBmentorlog config list\\fR.
.SH ENVIRONMENT
.TP
.B MENTORLOG_JOURNAL
The journal, where \\fB\\-\\-journal\\fR doesn't say it.
.TP
.B MENTORLOG_PLAIN
Set to anything: as \\fB\\-\\-plain\\fR.
.TP
.B MENTORLOG_TODAY
The day that counts as today, as 2026\\-03\\-12.
.TP
.BR VISUAL ", " EDITOR
The editor that \\fB\\-e\\fR opens.
.TP
.B NO_COLOR
Set to anything: no colours.
.SH PRIVACY
The file can be read by your account alone, but it is not encrypted. Text on the command line stays in the history of
your shell; \\fB\\-e\\fR and \\fB\\-\\fR (standard input) avoid that.
"""


def manual(help_of: Help, exits: str, typed: list[tuple[str, ...]]) -> str:
    """mentorlog.1; `help_of` gives the help of a command, `exits` the table of exit codes in Markdown."""
    parts = [HEAD, ".SH COMMANDS\n"]
    for panel in PANELS:
        parts.append(f".SS {panel}\n")
        parts += [_command(words, help_of(*words)) for words in typed if COMMAND_TABLE[words[0]].panel == panel]
    return "".join(
        [*parts, ".SH EXIT STATUS\n.TP\n.B 0\nIt is done. An empty answer is one too.\n", *_exits(exits), TAIL]
    )


def _command(words: tuple[str, ...], help_: str) -> str:
    """A command's own help, as it stands."""
    lines = help_.replace(ANYWHERE, "").strip().splitlines()
    name = " ".join(("mentorlog", *words))
    return f".PP\n.in 0n\n.B {_roff(name)}\n.nf\n.in {INDENT}n\n{''.join(_lines(lines, name))}.in\n.fi\n"


def _lines(lines: list[str], name: str) -> Iterator[str]:
    for line in lines:
        yield f"{_roff(line.removeprefix(f'{name}: '))}\n"


def _exits(table: str) -> Iterator[str]:
    for code, meaning in re.findall(r"^\| (\d+) \|[^|]*\| (.*?) \|$", table, re.MULTILINE):
        yield f".TP\n.B {code}\n{_roff(meaning)}\n"


def _roff(words: str) -> str:
    """Words that roff shows as they are."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
