"""import: another journal, or this one from its own lines."""

import sys
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli.backup import back_up_before
from mentorlog.cli.command import Command, call_of, new_app
from mentorlog.cli.output import answer, moving
from mentorlog.errors import Damaged, DiskRefused, Mistyped, NotFound
from mentorlog.views.answers import taken_in

app = new_app()
PART = 200  # lines
MANY = 4 * 1024 * 1024  # bytes that take a moment
File = Annotated[str, typer.Argument(metavar="FILE", help="The file, or - for standard input.")]
From = Annotated[str, typer.Option("--from", metavar="FORMAT", help="jsonl: what export journal writes.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would come, and change nothing.")]


@app.command(
    "import",
    cls=Command,
    epilog="""
    mentorlog import journal.jsonl --dry-run
    mentorlog import journal.jsonl
    """,
)
def import_(ctx: typer.Context, file: File, from_: From = "jsonl", dry_run: DryRun = False) -> None:
    """Take in a journal that export journal wrote: all of it or nothing.

    What is here already is left as it is; twice is the same as once. One undo takes it back.
    """
    from mentorlog.exchange.journal_lines import Reader

    if from_ != "jsonl":
        raise Mistyped("That form can't be imported.", hint="It can be: jsonl")
    call = call_of(ctx)
    lines = _begun(_lines(file))
    if not dry_run:
        back_up_before(call)
    with call.writing() as journal, moving(call, "Importing", _size(file)) as move:
        taken = journal.take_in(Reader().read(_moved(lines, move)), at=call.now, is_trial=dry_run)
    keys: dict[str, object] = {
        "added": taken.added,
        "known": taken.known,
        "renumbered": taken.renumbered,
        "differing": list(taken.differing),
        "dry_run": dry_run,
    }
    answer(call, taken_in(taken, is_trial=dry_run, where=call.where), keys)


def _begun(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The same lines; a file that can't be read is told at once."""
    return chain(list(islice(lines, 1)), lines)


def _size(file: str) -> int:
    """How many bytes a bar is to count: none where they are few, or not known."""
    size = 0 if file == "-" else Path(file).expanduser().stat().st_size
    return size if size >= MANY else 0


def _moved(lines: Iterator[bytes], move: Callable[[int], None]) -> Iterator[bytes]:
    """The same lines; `move` is told of their bytes, a few hundred lines at a time."""
    while part := list(islice(lines, PART)):
        yield from part
        move(sum(map(len, part)))


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    path = Path(file).expanduser()
    try:
        with path.open("rb") as source:
            yield from source
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise Damaged(f"{path} is a directory, not a journal.", hint="Name a file in it.") from None
    except OSError as error:
        raise DiskRefused(f"{path} can't be read: {error.strerror}.") from None
