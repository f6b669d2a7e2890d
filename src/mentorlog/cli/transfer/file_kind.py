"""Files given to a command: read up to a limit, and shown the right door where they came to the wrong one."""

import sys
from pathlib import Path

from mentorlog.errors import NOTHING_IMPORTED, Damaged, NotFound, StorageError
from mentorlog.exchange.header import detect_file_kind

KINDS = {  # what each is, and what to do with it
    "packet": ("a mentee's packet", "To read it: mentorlog review import FILE"),
    "feedback": ("a mentor's feedback", "To take it in: mentorlog feedback import FILE"),
    "journal": ("an exported journal", "To take it in: mentorlog import FILE"),
    "database": ("a journal", "To open it: mentorlog --journal FILE timeline"),
    "page": ("a page to read in a browser", "Take the file beside it that ends in .json instead."),
    "encrypted": ("encrypted", "Open it with age first: age -d FILE.age > FILE"),
}


def read_up_to(file: str, most: int) -> bytes:
    """The content of a file, or of standard input for -, up to a byte more than `most`. Raises NotFound, Damaged for
    a folder, StorageError.
    """
    if file == "-":
        return sys.stdin.buffer.read(most + 1)
    path = Path(file).expanduser()
    try:
        with path.open("rb") as source:
            return source.read(most + 1)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.", safe=NOTHING_IMPORTED) from None
    except IsADirectoryError:
        raise Damaged(f"{path} is a directory.", safe=NOTHING_IMPORTED, hint="Name a file in it.") from None
    except (OSError, ValueError) as error:
        raise StorageError("cannot-read", path=path, why=getattr(error, "strerror", error)) from None


def check_kind(content: bytes, wanted: str) -> None:
    """Raise Damaged where this is another kind of file that is known, naming the command that takes it."""
    kind = detect_file_kind(content)
    if kind not in ("", wanted):
        noun, hint = KINDS[kind]
        raise Damaged(f"This file is {noun}, not {KINDS[wanted][0]}.", safe=NOTHING_IMPORTED, hint=hint)
