"""Unsaved writing, and the user's own editor.

A draft is two files of one name in a private folder: the words (`.md`), and the command that they
were meant for (`.json`). It is there before an editor opens and goes when the entry is saved.
"""

import json
import os
import shlex
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mentorlog.errors import DRAFT_KEPT, InvalidInput
from mentorlog.files import make_private, write_file
from mentorlog.model.records import dataclass

VIM_OPTIONS = ("-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile")
NAMES = "????-??-??T*-*.md"
SECOND = len("2026-03-12T180000")  # what a name begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Unfinished writing: the words of the command it is for, its text, and when it was begun (UTC). Where it was
    broken off between questions, `asked` is how many of them are behind, the skipped ones too; otherwise None.
    """

    path: Path
    command: tuple[str, ...]
    started_at: datetime
    text: str
    questions_asked: int | None = None

    @property
    def kind(self) -> str:
        """What it was to become, as reports name it: "reflection", "session"."""
        words = self.command[2:] if self.command[:1] == ("--journal",) else self.command
        named = next((word for word in words if not word.startswith("-")), "text")
        return {"reflect": "reflection", "ask": "question", "edit": "correction"}.get(named, named)


def create_draft(folder: Path, command: tuple[str, ...], text: str, *, at: str) -> Draft:
    """Keep `text` as a draft for `command`; `at` is now, UTC in ISO form."""
    make_private(folder)
    path = folder / f"{at[:19].replace(':', '')}-{os.urandom(3).hex()}.md"
    return _write_draft(Draft(path=path, command=command, started_at=datetime.fromisoformat(at), text=text))


def save_answers(draft: Draft, command: tuple[str, ...], text: str, asked: int) -> Draft:
    """Keep the answers so far in the place of what `draft` was; `asked` questions are behind."""
    return _write_draft(replace(draft, command=command, text=text, questions_asked=asked))


def list_drafts(folder: Path) -> tuple[Draft, ...]:
    """All drafts, the newest last; of one second, the last written to."""
    paths = sorted(folder.glob(NAMES), key=lambda path: (path.name[:SECOND], path.stat().st_mtime_ns))
    return tuple(_read(path) for path in paths)


def delete_draft(draft: Draft) -> None:
    """The words are safe elsewhere: drop the draft."""
    draft.path.unlink(missing_ok=True)
    draft.path.with_suffix(".json").unlink(missing_ok=True)


def edit_in_editor(draft: Draft) -> Draft:
    """The draft as the user's editor leaves it. Raises InvalidInput; only an empty draft is dropped then."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "")
    if not named and not sys.stdin.isatty():
        raise _failed(draft, InvalidInput("editor-needs-terminal"))
    named = named or "vi"
    try:
        program, *options = shlex.split(named, posix=os.name != "nt")
        quiet = VIM_OPTIONS if Path(program).name in ("vi", "vim", "nvim") else ()
        ended = _run_editor([program, *options, *quiet, str(draft.path)])
    except (OSError, ValueError):
        raise _failed(draft, InvalidInput("editor-not-started")) from None
    if ended:
        raise _failed(draft, InvalidInput("editor-failed"))
    after = _read(draft.path)
    if not after.text.strip():
        delete_draft(draft)
        raise InvalidInput("editor-empty")
    return after


def _write_draft(draft: Draft) -> Draft:
    begun = draft.started_at.isoformat(timespec="seconds")
    about = {"command": draft.command, "begun": begun, "asked": draft.questions_asked}
    meant_for, again = json.dumps(about, ensure_ascii=False), draft.questions_asked is not None
    write_file(draft.path.with_suffix(".json"), meant_for.encode(errors="surrogateescape"), may_replace=again)
    write_file(draft.path, draft.text.encode(errors="surrogateescape"), may_replace=again)
    return _read(draft.path)


def _failed(draft: Draft, error: InvalidInput) -> InvalidInput:
    """The error, which says so where there is something in the draft; an empty one goes."""
    if _read(draft.path).text.strip():
        error.safe = DRAFT_KEPT
    else:
        delete_draft(draft)
    return error


def _run_editor(command: list[str]) -> int:
    """Start the editor and wait until it ends. Ctrl-C is the editor's to deal with; where another signal
    ends the waiting, the editor goes on, and what it saves is a draft.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return subprocess.Popen(command).wait()
    finally:
        signal.signal(signal.SIGINT, before)


def _read(path: Path) -> Draft:
    """A draft. One that an editor saved when its command was already done is taken for a reflection."""
    text = path.read_bytes().decode(errors="surrogateescape") if path.is_file() else ""
    try:
        meant_for = json.loads(path.with_suffix(".json").read_bytes().decode(errors="surrogateescape"))
        command, begun = tuple(meant_for["command"]), datetime.fromisoformat(meant_for["begun"])
        asked = meant_for.get("asked")
    except (FileNotFoundError, ValueError):
        command, begun, asked = ("reflect",), datetime.fromtimestamp(path.stat().st_mtime, UTC), None
    return Draft(path=path, command=command, started_at=begun, text=text, questions_asked=asked)
