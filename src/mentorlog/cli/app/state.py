"""What one call leaves for later ones to know, and no journal holds: what was told already, and that the last
command is one which undo can't take back. Where it can't be kept or read, nothing is remembered.
"""

import json
from contextlib import suppress
from pathlib import Path

from mentorlog import config
from mentorlog.cli.app.context import Call
from mentorlog.errors import MentorlogError, Mistyped
from mentorlog.files import make_private, write_whole

TOLD, ASIDE = "told", "aside"
INSTEAD = {"backup restore": "To go forward again: mentorlog backup restore. "}


def is_new(notice: str) -> bool:
    """Whether this notice was not given yet; from now on it was."""
    kept = _kept()
    told = [word for word in _list(kept.get(TOLD)) if isinstance(word, str)]
    if notice in told:
        return False
    _keep({**kept, TOLD: [*told, notice]})
    return True


def set_aside(call: Call, command: str) -> None:
    """Note that `command` was the last one, and isn't in the line of undo."""
    with suppress(MentorlogError):  # where --journal has nothing behind it
        _keep({**_kept(), ASIDE: [command, str(call.path.absolute()), _written(call.path)]})


def check_is_in_line(call: Call) -> None:
    """Raise Mistyped, once, where the last command on this journal was one that undo can't take back."""
    kept = _kept()
    match _list(kept.pop(ASIDE, [])):
        case [str(command), place, written] if [place, written] == [str(call.path.absolute()), _written(call.path)]:
            _keep(kept)
            raise Mistyped(
                f"The last command, {command}, can't be taken back by undo.",
                hint=f"{INSTEAD.get(command, '')}To take back the one before it, type undo again.",
            )


def _written(journal: Path) -> int:
    """When the journal was last written to, as its file system says; -1 where there is none."""
    try:
        return journal.stat().st_mtime_ns
    except OSError:
        return -1


def _kept() -> dict[str, object]:
    try:
        kept = json.loads(config.remembered_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keep(kept: dict[str, object]) -> None:
    path = config.remembered_file()
    with suppress(OSError, MentorlogError):
        make_private(path.parent)
        write_whole(path, json.dumps(kept, ensure_ascii=False).encode(errors="replace"), may_replace=True)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
