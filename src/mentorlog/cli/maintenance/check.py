"""check: whether every entry is whole."""

from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Call, shown_path
from mentorlog.cli.app.output import say, say_json, tell
from mentorlog.errors import Damaged, Mistyped
from mentorlog.files import dropped_on_failure, is_there
from mentorlog.model.reports import Findings
from mentorlog.storage.open_journal import open_journal
from mentorlog.text import one_line
from mentorlog.views.sharing import beside_words
from mentorlog.views.words import plural

app = new_app()
Salvage = Annotated[
    str | None, typer.Option("--salvage", metavar="FILE", help="Write everything readable into a new journal there.")
]


@app.command(cls=Command, epilog="mentorlog check\nmentorlog check --salvage ~/salvaged.db")
def check(ctx: typer.Context, salvage: Salvage = None) -> None:
    """Look whether every entry is whole; nothing is repaired.

    Every entry is compared with the digest that was kept when it was written.
    """
    call = call_of(ctx)
    target = Path(salvage).expanduser() if salvage else None
    if target and is_there(target):
        raise Mistyped(f"{target} is there already.", hint="Name another file.")
    with call.reading() as journal:
        found = journal.check()
    _say(call, found)
    is_all = _salvage(call, target, found) if target else True
    if not is_all or not found.is_whole:
        raise typer.Exit(Damaged.exit)


def _say(call: Call, found: Findings) -> None:
    if call.is_json:
        say_json(
            {
                "ok": found.is_whole,
                "entries": found.entries,
                "damaged": list(found.damaged),
                "notes": list(found.notes),
            }
        )
        return
    if found.is_whole:
        say(f"{_all(found.entries)} whole{call.where}.")
        return
    are = "is" if len(found.damaged) == 1 else "are"
    say(f"{len(found.damaged)} of {plural('entry', found.entries)} {are} damaged{call.where}.")
    for number in found.damaged:
        say(f"Entry {number} is damaged.")
    for note in found.notes:
        say(one_line(note))
    tell("Nothing was changed. To save what can be read: mentorlog check --salvage FILE")
    tell("To go back to a backup: mentorlog backup restore")


def _all(count: int) -> str:
    if count > 1:
        return f"All {count} entries are"
    return "The one entry is" if count else "There is no entry yet; all is"


def _salvage(call: Call, path: Path, found: Findings) -> bool:
    """Write what can be read to `path`, and say what can't; returns whether that was everything."""
    with dropped_on_failure() as made, call.reading() as source, open_journal(path, makes_at=call.now) as target:
        made.append(path)
        salvage = source.salvage()
        taken = target.take_in(salvage.items(), at=call.now)
        carried = target.carry(source)
        written = target.held([*found.damaged, *salvage.partial])
    lost = sorted({*salvage.lost, *(number for number in found.damaged if number not in written)})
    partial = [number for number in salvage.partial if number in written]
    changed = [number for number in found.damaged if number in written and number not in partial]
    more = found.entries - taken.added - len(lost)
    tell(f"{plural('entry', taken.added)} written to {shown_path(path)}, without what they used to be.")
    if beside := beside_words(carried):
        tell(f"With them: {beside}.")
    for what, numbers in (
        ("Lost", lost),
        ("Written in part, for not all of it could be read", partial),
        ("Written as they read now, which is not as they were", changed),
    ):
        if numbers:
            tell(f"{what}: {', '.join(map(str, numbers))}.")
    if more > 0:
        tell(f"{plural('entry', more)} more could not be written.")
    notes = (*salvage.notes, *carried.notes)
    for note in notes:
        tell(one_line(note))
    return not (lost or partial or more > 0 or notes)
