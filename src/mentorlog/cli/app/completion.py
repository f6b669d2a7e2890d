"""What could stand next on the line, for the shell; and the few lines that tell the shell to ask.

The shell starts mentorlog with the words so far and `_MENTORLOG_COMPLETE` set. One candidate a line comes back, a tab
and a word on it behind; no line where files are as good as anything. Nothing that comes back is ever evaluated.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from mentorlog import config
from mentorlog.cli.app.output import print_line
from mentorlog.cli.app.registry import COMMAND_TABLE
from mentorlog.dates.period import plus_months
from mentorlog.model.enums import Kind, Visibility
from mentorlog.storage.entries.completion_data import CompletionData, load_completion_data
from mentorlog.text import first_words, fold, one_line

if TYPE_CHECKING:
    from typer._click.core import Command, Parameter

Candidates = Iterator[tuple[str, str]]
GLOBAL = {
    "--journal": "another journal",
    "--plain": "words alone",
    "--json": "for programs",
    "--no-input": "never ask",
    "--veil": "no words on the screen",
    "--help": "what it takes",
}
DAYS = ("today", "yesterday", "tomorrow")
FIXED = {
    "--visibility": tuple(Visibility),
    "--kind": tuple(Kind),
    "--status": ("active", "reached", "paused", "dropped", "all"),
    "--on": DAYS,
    "--due": DAYS,
    "--from": ("jsonl", "jrnl", "dayone", "csv", "md"),
    "--as": ("session", "reflection"),
    "--for": ("self", "mentor", "public"),
    "SHELL": ("bash", "zsh", "fish", "powershell"),
    "WHO": ("mentor", "public"),
    "--names": ("full", "initials", "pseudonyms"),
}
FORMS = {"year": ("html", "md", "json", "csv"), "journal": ("jsonl", "csv", "md", "ics"), "timeline": ("html", "md")}
AREAS = ("-a", "--area", "--add-area", "--drop-area")
PEOPLE = ("-w", "--with", "--owner", "--by")
PERIODS = ("this month", "last month", "this quarter", "last quarter", "this year", "last year")
BASH = """\
_mentorlog() {
    local value _
    COMPREPLY=()
    while IFS=$'\\t' read -r value _; do
        COMPREPLY+=("$(printf '%q' "$value")")
    done < <(_MENTORLOG_COMPLETE=1 mentorlog "${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -o default -F _mentorlog mentorlog
"""
ZSH = """\
#compdef mentorlog
_mentorlog() {
    local line
    local -a values shown
    while IFS= read -r line; do
        values+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/  -- }")
    done < <(_MENTORLOG_COMPLETE=1 mentorlog "${(@Q)words[2,CURRENT]}" 2> /dev/null)
    if (( $#values )); then
        compadd -U -l -d shown -- "${values[@]}"
        if (( $#values > 1 && ${#compstate[unambiguous]} < $#PREFIX )); then
            compstate[insert]=''  # names that begin differently: what was typed stays
            compstate[list]='list force'
        fi
    else
        _files
    fi
}
if [ "$funcstack[1]" = _mentorlog ]; then
    _mentorlog "$@"
else
    compdef _mentorlog mentorlog
fi
"""
FISH = """\
function __mentorlog
    set -l words (commandline -opc) (commandline -ct)
    _MENTORLOG_COMPLETE=1 mentorlog $words[2..] 2> /dev/null
end
complete --command mentorlog --no-files --condition 'test -n "$(__mentorlog)"' --arguments '(__mentorlog)'
"""
POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName mentorlog -ScriptBlock {
    param($typed, $line, $cursor)
    $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    if (-not $typed) { $words += '' }
    $env:_MENTORLOG_COMPLETE = '1'
    try {
        mentorlog @words 2> $null | ForEach-Object {
            $value, $about = $_ -split "`t", 2
            $shown = if ($value -match "[\\s']") { "'" + $value.Replace("'", "''") + "'" } else { $value }
            $tip = if ($about) { $about } else { $value }
            [System.Management.Automation.CompletionResult]::new($shown, $value, 'ParameterValue', $tip)
        }
    } finally {
        Remove-Item Env:_MENTORLOG_COMPLETE
    }
}
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}


def complete(words: Sequence[str]) -> int:
    """Say what could stand in place of the last of these words. Nothing that goes wrong is ever told."""
    with suppress(Exception):
        for value, about in candidates(words):
            print_line(f"{one_line(value)}\t{one_line(about)}".rstrip())
    return 0


def candidates(words: Sequence[str]) -> Candidates:
    """What the last word may become, and a word on each."""
    *before, typed = words or [""]
    if "--" in before:
        return
    typed = typed.lstrip("\"'")
    option, is_joined, value = typed.partition("=") if typed.startswith("--") else ("", "", typed)
    if is_joined:
        yield from ((f"{option}={found}", about) for found, about in _values(option, value, before))
        return
    named = _positional_words(before)
    if before and before[-1] in _options_with_value(named):
        yield from _values(before[-1], typed, before)
    elif typed.startswith("-"):
        yield from _matching(typed, _options(named))
    else:
        yield from _words(named, typed, before)


def _words(named: list[str], typed: str, before: Sequence[str]) -> Candidates:
    """A command, a verb, or what the command takes."""
    if not named:
        yield from _matching(typed, [(name, place.help) for name, place in COMMAND_TABLE.items()])
        yield from _matching(typed, config.user_table("aliases").items())
        return
    command = _command(named[0])
    if isinstance(command, TyperGroup) and len(named) == 1:
        yield from _matching(
            typed, [(name, (verb.help or "").partition("\n")[0]) for name, verb in command.commands.items()]
        )
        return
    arguments = [one for one in _parameters(named) if isinstance(one, TyperArgument)]
    place = len(named) - (2 if isinstance(command, TyperGroup) else 1)
    if arguments:
        what = (arguments[place:] or arguments[-1:])[0].metavar or ""
        yield from _journal_names(what, named, typed, before) or _values(what, typed, before, named)


def _journal_names(what: str, named: Sequence[str], typed: str, before: Sequence[str]) -> Candidates | None:
    """What has a name in the journal, where a command is about that; None where it isn't."""
    here = _journal_data(before) if what in ("NAME", "AREA", "INTO") else CompletionData()
    match (named[0], what):
        case ("review", "NAME"):
            return _people(typed, here.mentees)
        case ("person", "NAME" | "INTO"):
            return _people(typed, here.people)
        case ("area", "AREA" | "INTO"):
            return _matching(typed, here.paused if named[1:2] == ["resume"] else here.areas)
    return None


def _values(what: str, typed: str, before: Sequence[str], named: Sequence[str] = ()) -> Candidates:
    """What an option or an argument can be."""
    if what in AREAS:
        head = typed.rpartition(",")[0]
        start = f"{head}," if head else ""
        found = _matching(typed.removeprefix(start), _journal_data(before).areas)
        yield from ((f"{start}{slug}", name) for slug, name in found)
    elif what in (*PEOPLE, "--mentee"):
        here = _journal_data(before)
        yield from _people(typed, here.mentees if what == "--mentee" else here.people)
    elif what == "--goal" or (what in ("N", "N…") and named[:1] == ["goal"]):
        goals = ((str(number), first_words(text, 60)) for number, text in _journal_data(before).goals)
        yield from _matching(typed, goals)
    elif what in ("N", "N…", "--about", "--answers"):
        yield from _matching(typed, [("last", "the newest")])
    elif what in ("[PERIOD]", "--in", "--since", "--until"):
        yield from _matching(typed, _periods())
    elif what == "KEY":
        yield from _matching(typed, config.values().items())
    elif what == "VALUE":
        yield from _matching(typed, [(value, "") for value in config.ALLOWED_VALUES.get(before[-1], ())])
    elif what == "--using":
        yield from _matching(typed, _frameworks(_positional_words(before)))
    elif what == "--to":
        yield from _matching(typed, [(form, "") for word in _positional_words(before) for form in FORMS.get(word, ())])
    else:
        yield from _matching(typed, [(word, "") for word in FIXED.get(what, ())])


def _matching(typed: str, found: Iterable[tuple[str, str]]) -> Candidates:
    """Those that begin as typed, case and marks aside."""
    start = fold(typed)
    return ((value, about) for value, about in found if fold(value).startswith(start))


def _people(typed: str, names: Sequence[str]) -> Candidates:
    """Whole names, by the beginning of any of their words."""
    start = fold(typed)
    for name in names:
        folded = fold(name)
        if folded.startswith(start) or any(word.startswith(start) for word in folded.split()):
            yield name, ""


def _frameworks(named: Sequence[str]) -> Candidates:
    """Those for what the command writes."""
    from mentorlog.model.frameworks import parse_library

    kind = {"goal": "goal", "review": "comment"}.get(named[0], "reflection")
    yield from ((framework.name, framework.title) for framework in parse_library(config.own_frameworks()).of(kind))


def _periods() -> Candidates:
    today = config.today()
    months = [plus_months(today.replace(day=1), -back) for back in range(3)]
    yield str(today.year), "this year"
    yield str(today.year - 1), "last year"
    yield f"{today.year}-Q{(today.month + 2) // 3}", "this quarter"
    yield from ((f"{month:%Y-%m}", "") for month in months)
    yield from ((words, "") for words in PERIODS)


def _positional_words(before: Sequence[str]) -> list[str]:
    """The words of the line that are no options and no values of options."""
    found: list[str] = []
    taking: set[str] = {"--journal"}
    skips = False
    for word in before:
        if skips:
            skips = False
        elif word.startswith("-") and word != "-":
            skips = word in taking
        else:
            found.append(word)
            taking = _options_with_value(found)
    return found


def _options_with_value(named: Sequence[str]) -> set[str]:
    """The options that want a value behind them."""
    options = (one for one in _parameters(named) if isinstance(one, TyperOption) and not one.is_flag)
    return {"--journal", *(name for option in options for name in option.opts)}


def _options(named: Sequence[str]) -> Candidates:
    for one in _parameters(named):
        if isinstance(one, TyperOption) and not one.hidden:
            yield max(one.opts, key=len), one.help or ""
    yield from GLOBAL.items()


def _parameters(named: Sequence[str]) -> "Sequence[Parameter]":
    """What the command that was named so far takes."""
    command = _command(named[0]) if named else None
    if isinstance(command, TyperGroup):
        command = command.commands.get(named[1]) if len(named) > 1 else None
    return command.params if command else ()


@cache
def _command(name: str) -> "Command | None":
    from mentorlog.cli.app.program import LazyGroup

    found: Command | None = LazyGroup(name="mentorlog").get_command(typer.Context(typer.core.TyperGroup(name="")), name)
    return found


def _journal_data(before: Sequence[str]) -> CompletionData:
    """What the journal of this line holds."""
    flag = next((after for word, after in pairwise(before) if word == "--journal"), None)
    joined = next((word.partition("=")[2] for word in before if word.startswith("--journal=")), None)
    return _completion_data(config.journal_path(flag or joined))


_completion_data = cache(load_completion_data)
