"""info: every file that mentorlog made, how large, which versions."""

import platform
from pathlib import Path

from mentorlog import config
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.location_notices import notices
from mentorlog.cli.app.output import print_json, show_sheet
from mentorlog.storage.database.connection import library_version
from mentorlog.storage.maintenance.backup_names import backup_folder
from mentorlog.views.lists import maintenance as lists

app = new_app()
LIBRARIES = ("mentorlog", "typer", "rich", "sqlite-utils")


@app.verb("mentorlog info", "mentorlog info --json")
def info(call: Invocation) -> None:
    """Where everything is, and how large.

    Nothing of mentorlog is kept anywhere but in these files.
    """
    from importlib.metadata import version

    files = _files(call)
    size = sum(file.stat().st_size for file in files)
    with call.open_readonly() as journal:
        entries = journal.count()
    folders = [*([call.path.parent] if call.is_default else []), backup_folder(call.path), config.drafts_folder()]
    told = list(notices(call.path, [*folders, *files]))  # a folder of the user's own keeps to its own rights
    versions = {name: version(name) for name in LIBRARIES}
    versions |= {"python": platform.python_version(), "sqlite": library_version()}
    if call.is_json:
        print_json(
            {
                "journal": str(call.path),
                "config": str(config.config_file()),
                "drafts": str(config.drafts_folder()),
                "backups": str(backup_folder(call.path)),
                "files": [str(file) for file in files],
                "size": size,
                "entries": entries,
                "notices": told,
                "versions": versions,
            }
        )
        return
    rows = [
        ("Journal", display_path(call.path) + ("" if call.path.exists() else " (not there yet)")),
        ("Settings", display_path(config.config_file())),
        ("Drafts", display_path(config.drafts_folder())),
        ("Backups", display_path(backup_folder(call.path))),
        ("Files", f"{len(files)}, {_size(size)} together"),
        ("Entries", str(entries)),
        *versions.items(),
    ]
    show_sheet(call, lists.info, (*rows, *(("Note", notice) for notice in told)), names_journal=False)


def _files(call: Invocation) -> list[Path]:
    folders = (config.drafts_folder(), backup_folder(call.path))
    found = [call.path, config.config_file(), *(file for folder in folders for file in sorted(folder.glob("*")))]
    return [file for file in [*found, config.state_file()] if file.is_file()]


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{-(-size // 1000)} kB"
