"""Every failure that a user can meet: a reason with its values, and an exit code. `cli/app/messages` puts it in words.

No value is ever the words of an entry.
"""

from typing import ClassVar

# What is safe, as `cli/app/messages` knows it.
NOTHING_CHANGED = "nothing-changed"
NOTHING_WRITTEN = "nothing-written"
NOTHING_IMPORTED = "nothing-imported"
NO_FILE = "no-file-written"
UNCHANGED = "no-file-changed"
AS_IT_WAS = "journal-unchanged"
UNSEEN = "unknown"
DRAFT_KEPT = "draft-kept"


class MentorlogError(Exception):
    """A failure; `exit` is the exit code, `code` its name in JSON. `reason` names the sentence and the `values` that
    are put into it; a command may give the sentence itself. `safe` and `hint` count over those that the reason has.
    """

    exit: ClassVar[int] = 1
    code: ClassVar[str] = "bug"

    def __init__(self, reason: str, *, safe: str = "", hint: str = "", **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.safe = safe
        self.hint = hint
        self.values = values


class InvalidInput(MentorlogError):
    """What was typed can't be right."""

    exit = 2
    code = "mistyped"


class NotFound(MentorlogError):
    """There is no such entry, person, area or journal."""

    exit = 3
    code = "not-found"


class Damaged(MentorlogError):
    """A file is damaged, or not one of ours."""

    exit = 4
    code = "damaged"


class StorageError(MentorlogError):
    """The disk is full, read-only or failing, or a file may not be opened."""

    exit = 5
    code = "disk-refused"

    @classmethod
    def of(cls, error: OSError, *, safe: str) -> "StorageError":
        """What the system refused, wherever that was."""
        return cls("system-error", safe=safe, why=error.strerror)


class Busy(MentorlogError):
    """Another process holds the journal, or the machine has too much else to do."""

    exit = 6
    code = "busy"


class WrongKey(MentorlogError):
    """The passphrase or the key does not open the file."""

    exit = 7
    code = "wrong-key"


class TooNew(MentorlogError):
    """The file was written by a newer mentorlog."""

    exit = 8
    code = "too-new"
