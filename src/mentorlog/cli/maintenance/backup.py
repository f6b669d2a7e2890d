"""backup: copies of the journal, made, listed and gone back to."""

import os
from pathlib import Path
from typing import Annotated

from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.options import argument
from mentorlog.cli.app.output import print_result, show_sheet
from mentorlog.cli.app.state import mark_not_undoable
from mentorlog.errors import NOTHING_CHANGED, Damaged, InvalidInput, NotFound
from mentorlog.files import path_exists
from mentorlog.storage.database.connection import check_exists
from mentorlog.storage.journal import open_journal
from mentorlog.storage.maintenance import backup

app = new_app(cls=Group)
Which = Annotated[str | None, argument("[FILE]", "The backup, by name or as a file; the newest where none is named.")]


@app.verb("mentorlog backup add")
def add(call: Invocation) -> None:
    """Make a backup and verify it; one made by hand is never deleted."""
    from mentorlog.views.json.records import backup_keys

    with call.open_readonly():
        pass
    made = backup.create_backup(call.path, at=call.now, by_hand=True)
    mark_not_undoable(call, "backup add")
    said = f"Backup of {made.entries} entries written: {display_path(made.path)}"
    print_result(call, [said, "To go back to it: mentorlog backup restore"], backup_keys(made))


@app.verb("mentorlog backup list", name="list")
def list_(call: Invocation) -> None:
    """The backups, the newest last."""
    from mentorlog.views.lists import maintenance as lists

    show_sheet(call, lists.backups, tuple(backup.backups(call.path)))


@app.verb("mentorlog backup restore", "mentorlog backup restore ~/copies/journal.db")
def restore(call: Invocation, file: Which = None) -> None:
    """Restore a backup. The present journal is backed up first, so you can go back again."""
    chosen = _choose(call, file)
    check_exists(chosen)
    if call.path.exists() and call.path.samefile(chosen):
        raise InvalidInput("That is the journal itself.", hint="The backups: mentorlog backup list")
    try:
        entries = backup.count_entries(chosen)
    except Damaged as error:
        error.safe, error.hint = NOTHING_CHANGED, "The others: mentorlog backup list"
        raise
    before = _preserve_current(call, chosen)
    if not call.path.exists():
        with open_journal(call.path, create_at=call.now):
            pass
    call.has_written = True  # whatever comes now, either state is kept
    backup.restore_backup(call.path, chosen)
    mark_not_undoable(call, "backup restore")
    said = f"Restored {display_path(chosen)}: {entries} entries{call.location_suffix}."
    lines = [said, *([f"The journal until now: {display_path(before)}"] if before else [])]
    print_result(call, lines, {"restored": str(chosen), "entries": entries, "before": str(before) if before else None})


def _choose(call: Invocation, typed: str | None) -> Path:
    """The file at the path that was typed; where there is none, the backup of that name; else the newest."""
    path = Path(typed or "").expanduser()
    found = [] if typed and path_exists(path) else backup.backups(call.path)
    if not (typed or found):
        raise NotFound("There is no backup yet.", hint="To make one: mentorlog backup add")
    return next((backup.path for backup in found if backup.path.name == typed), path) if typed else found[-1].path


def _preserve_current(call: Invocation, spare: Path) -> Path | None:
    """Back up the present journal; one that can't be read is moved aside as it is."""
    if not call.path.exists():
        return None
    check_exists(call.path)
    try:
        return backup.create_backup(call.path, at=call.now, spare=spare).path
    except Damaged:
        aside = call.path.with_name(f"{call.path.name}.damaged-{os.urandom(3).hex()}")
        unfinished = call.path.with_name(f"{call.path.name}-journal")
        if unfinished.exists():  # SQLite would take it for that of the new file
            unfinished.rename(f"{aside}-journal")
        return call.path.rename(aside)
