"""What one call leaves for later ones to know, and no journal holds: what was told already, and that the last
command is one which undo can't take back. Where it can't be kept or read, nothing is remembered.
"""

import json
from contextlib import suppress
from pathlib import Path

from mentorlog import config
from mentorlog.cli.app.context import Invocation
from mentorlog.errors import InvalidInput, MentorlogError
from mentorlog.files import make_private, write_file

SHOWN_NOTICES, NOT_UNDOABLE = "told", "aside"
RECOVERY_HINTS = {"backup restore": "To go back to where you were: mentorlog backup restore. "}


def mark_notice_shown(notice: str) -> bool:
    """Whether this notice was not given yet; from now on it was."""
    kept = _load()
    told = [word for word in _list(kept.get(SHOWN_NOTICES)) if isinstance(word, str)]
    if notice in told:
        return False
    _save({**kept, SHOWN_NOTICES: [*told, notice]})
    return True


def mark_not_undoable(call: Invocation, command: str) -> None:
    """Note that `command` was the last one, and isn't in the line of undo."""
    with suppress(MentorlogError):  # where --journal has nothing behind it
        _save({**_load(), NOT_UNDOABLE: [command, str(call.path.absolute()), _modified_ns(call.path)]})


def check_undoable(call: Invocation) -> None:
    """Raise InvalidInput, once, where the last command on this journal was one that undo can't take back."""
    kept = _load()
    match _list(kept.pop(NOT_UNDOABLE, [])):
        case [str(command), place, written] if [place, written] == [str(call.path.absolute()), _modified_ns(call.path)]:
            _save(kept)
            raise InvalidInput(
                f"The last command, {command}, can't be undone.",
                hint=f"{RECOVERY_HINTS.get(command, '')}To take back the one before it, type undo again.",
            )


def _modified_ns(journal: Path) -> int:
    """When the journal was last written to, as its file system says; -1 where there is none."""
    try:
        return journal.stat().st_mtime_ns
    except OSError:
        return -1


def _load() -> dict[str, object]:
    try:
        kept = json.loads(config.state_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _save(kept: dict[str, object]) -> None:
    path = config.state_file()
    with suppress(OSError, MentorlogError):
        make_private(path.parent)
        write_file(path, json.dumps(kept, ensure_ascii=False).encode(errors="replace"), may_replace=True)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
