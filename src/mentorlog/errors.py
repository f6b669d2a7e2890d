"""Every failure that a user can meet: its sentence and its exit code.

An error has three short parts: what went wrong, what is safe, what to do. None of them ever
repeats the words of an entry. `cli` shows them, once, on stderr.
"""

from typing import ClassVar

NOTHING_WRITTEN = "Nothing was written."
NOTHING_CHANGED = "Nothing was changed."
NO_FILE = "No file was written."
AS_IT_WAS = "The journal is as it was."


class MentorlogError(Exception):
    """A failure with a sentence for the user; `exit` is the exit code, `code` its name in JSON."""

    exit: ClassVar[int] = 1
    code: ClassVar[str] = "bug"

    def __init__(self, message: str, *, safe: str = NOTHING_CHANGED, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.safe = safe
        self.hint = hint


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
        return cls(f"The system refused: {error.strerror}.", safe=safe, hint="Check the disk and its rights.")


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
