"""What is to be known about the place of a journal: others may read it, a service copies it, its disk is remote."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mentorlog import config
from mentorlog.cli.app.context import Call, shown_path
from mentorlog.cli.app.output import tell
from mentorlog.storage.database.file_location import (
    close,
    copied_by,
    is_open,
    remote_disk,
)

ONCE = "This is said once; mentorlog info says it always."


def tell_once(call: Call) -> None:
    """After a write: close to others what mentorlog made, and tell what can't be seen to, each once."""
    for path in _ours(call):
        if is_open(path) and not path.is_symlink() and path.stat().st_uid == os.geteuid():
            outcome = "is closed to them now" if close(path) else "can't be closed to them"
            tell(f"{shown_path(path)} was open to others on this machine, and {outcome}.")
    for notice in notices(call.path, _theirs(call)):
        from mentorlog.cli.app.state import is_new

        if is_new(notice):
            tell(notice)
            tell(ONCE)


def notices(journal: Path, files: Iterable[Path]) -> Iterator[str]:
    """What is to be known about where the journal stands, and which of `files` others may read: a sentence each."""
    if service := copied_by(journal):
        yield (
            f"{shown_path(journal)} stands in a folder that {service} copies: who has the copies can read it, and "
            "what is written on two machines at once can be lost."
        )
    if kind := remote_disk(journal):
        yield (
            f"{shown_path(journal)} stands on a disk of another machine ({kind}): who runs that can read it, and what "
            "is written from two machines at once can be lost."
        )
    for path in files:
        if is_open(path):
            yield f"{shown_path(path)} is open to others on this machine. To close it: chmod go= FILE"


def _ours(call: Call) -> Iterator[Path]:
    """Folders and files that stand where mentorlog put them."""
    if call.is_default:
        yield from (call.path.parent, call.path)
    yield from (call.path.absolute().parent / "backups", config.drafts_folder(), config.config_file())


def _theirs(call: Call) -> tuple[Path, ...]:
    return () if call.is_default else (call.path,)
