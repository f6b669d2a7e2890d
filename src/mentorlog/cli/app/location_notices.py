"""What is to be known about the place of a journal: others may read it, a service copies it, its disk is remote."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.output import print_message
from mentorlog.storage.database import file_location

ONCE = "You are told this once; mentorlog info always shows it."


def report_once(call: Invocation) -> None:
    """After a write: close to others what mentorlog made, and tell what can't be seen to, each once."""
    for path in call.own_paths:
        if (
            file_location.is_group_or_world_readable(path)
            and not path.is_symlink()
            and path.stat().st_uid == os.geteuid()
        ):
            result = "is closed to them now" if file_location.restrict_to_owner(path) else "can't be closed to them"
            print_message(f"{display_path(path)} was open to others on this machine, and {result}.")
    for notice in notices(call.path, call.custom_journal):
        from mentorlog.cli.app.state_file import mark_notice_shown

        if mark_notice_shown(notice):
            print_message(notice)
            print_message(ONCE)


def notices(journal: Path, files: Iterable[Path]) -> Iterator[str]:
    """What is to be known about where the journal stands, and which of `files` others may read: a sentence each."""
    if service := file_location.sync_service(journal):
        yield (
            f"{display_path(journal)} stands in a folder that {service} copies: who has the copies can read it, and "
            "what is written on two machines at once can be lost."
        )
    if kind := file_location.remote_disk(journal):
        yield (
            f"{display_path(journal)} stands on a disk of another machine ({kind}): who runs that can read it, and "
            "what is written from two machines at once can be lost."
        )
    for path in files:
        if file_location.is_group_or_world_readable(path):
            yield f"{display_path(path)} is open to others on this machine. To close it: chmod go= FILE"
