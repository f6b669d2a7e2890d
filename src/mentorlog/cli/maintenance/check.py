"""check: whether every entry is whole."""

from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_json, print_line, print_message
from mentorlog.errors import Damaged, InvalidInput
from mentorlog.files import path_exists, remove_on_failure
from mentorlog.model.reports import IntegrityReport
from mentorlog.phrases.grammar import agree, plural
from mentorlog.storage.journal import open_journal
from mentorlog.text import one_line
from mentorlog.views.sharing import sharing_counts

app = new_app()
Salvage = Annotated[str | None, option("--salvage FILE", "Write everything readable into a new journal there.")]


@app.verb("mentorlog check", "mentorlog check --salvage ~/salvaged.db")
def check(call: Invocation, salvage: Salvage = None) -> None:
    """Check that every entry is whole; nothing is repaired.

    Every entry is compared with the digest that was kept when it was written.
    """
    target = Path(salvage).expanduser() if salvage else None
    if target and path_exists(target):
        raise InvalidInput("file-exists", path=target, hint="Name another file.")
    with call.open_readonly() as journal:
        found = journal.check()
    _print_findings(call, found)
    is_all = _salvage(call, target, found) if target else True
    if not is_all or not found.is_intact:
        raise typer.Exit(Damaged.exit)


def _print_findings(call: Invocation, found: IntegrityReport) -> None:
    if call.is_json:
        lists = {"damaged": list(found.damaged), "notes": list(found.notes)}
        print_json({"ok": found.is_intact, "entries": found.entries, **lists})
        return
    if found.is_intact:
        print_line(f"{_all(found.entries)} whole{call.location_suffix}.")
        return
    are = agree(len(found.damaged), "is", "are")
    print_line(f"{len(found.damaged)} of {plural('entry', found.entries)} {are} damaged{call.location_suffix}.")
    for number in found.damaged:
        print_line(f"Entry {number} is damaged.")
    for note in found.notes:
        print_line(one_line(note))
    print_message("Nothing was changed. To save what can be read: mentorlog check --salvage FILE")
    print_message("To go back to a backup: mentorlog backup restore")


def _all(count: int) -> str:
    if count > 1:
        return f"All {count} entries are"
    return "The one entry is" if count else "There is no entry yet; all is"


def _salvage(call: Invocation, path: Path, found: IntegrityReport) -> bool:
    """Write what can be read to `path`, and say what can't; returns whether that was everything."""
    with remove_on_failure() as made, call.open_readonly() as source, open_journal(path, create_at=call.now) as target:
        made.append(path)
        salvage = source.salvage()
        taken = target.import_items(salvage.items(), at=call.now)
        carried = target.copy_sharing(source)
        written = target.existing_numbers([*found.damaged, *salvage.partial])
    lost = sorted({*salvage.lost, *(number for number in found.damaged if number not in written)})
    partial = [number for number in salvage.partial if number in written]
    changed = [number for number in found.damaged if number in written and number not in partial]
    more = found.entries - taken.added - len(lost)
    print_message(f"{plural('entry', taken.added)} written to {display_path(path)}, without what they used to be.")
    if beside := sharing_counts(carried):
        print_message(f"With them: {beside}.")
    for what, numbers in (
        ("Lost", lost),
        ("Written in part, for not all of it could be read", partial),
        ("Written as they read now, which is not as they were", changed),
    ):
        if numbers:
            print_message(f"{what}: {', '.join(map(str, numbers))}.")
    if more > 0:
        print_message(f"{plural('entry', more)} more could not be written.")
    for note in (notes := (*salvage.notes, *carried.notes)):
        print_message(one_line(note))
    return not (lost or partial or more > 0 or notes)
