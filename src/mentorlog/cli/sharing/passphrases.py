"""Passphrases: from a file, or typed without being shown. Never from the command line, where others can see them."""

import sys
from getpass import GetPassWarning, getpass
from pathlib import Path
from warnings import catch_warnings, simplefilter

from mentorlog.cli.app.context import Invocation
from mentorlog.errors import NO_FILE, InvalidInput, StorageError

SHORTEST = 8
LONGEST = 4096


def read_passphrase(file: str) -> str:
    """The passphrase in the first line of a file."""
    try:
        with Path(file).expanduser().open("rb") as stream:
            line = stream.read(LONGEST).split(b"\n")[0].rstrip(b"\r").decode()
    except OSError as error:
        raise StorageError(f"The passphrase can't be read: {error.strerror}.", safe=NO_FILE) from error
    except UnicodeDecodeError:
        raise InvalidInput("The passphrase in that file is not UTF-8.", safe=NO_FILE) from None
    if not line.strip():
        raise InvalidInput("There is no passphrase in that file.", safe=NO_FILE, hint="Put it on the first line.")
    return line


def choose_passphrase(call: Invocation) -> tuple[str, bool]:
    """A passphrase for a new file, and whether it was made here: words by chance where Enter is pressed, or where
    nobody can be asked.
    """
    from mentorlog.exchange.encryption import new_passphrase

    if call.never_asks or not sys.stdin.isatty():
        return new_passphrase(), True
    typed = prompt_hidden("A passphrase (Enter makes one of eight words): ")
    if not typed:
        return new_passphrase(), True
    if len(typed) < SHORTEST:
        raise InvalidInput(
            "That passphrase is too short.", safe=NO_FILE, hint="Eight characters, or better several words."
        )
    if prompt_hidden("Once more: ") != typed:
        raise InvalidInput("The two passphrases differ.", safe=NO_FILE, hint="Try again.")
    return typed, False


def prompt_hidden(question: str) -> str:
    """What is typed at a terminal, without being shown."""
    with catch_warnings():
        simplefilter("error", GetPassWarning)
        try:
            return getpass(question, stream=sys.stderr)
        except (GetPassWarning, EOFError):
            raise InvalidInput(
                "The passphrase can't be typed here without being shown.",
                safe=NO_FILE,
                hint="Put it in a file: --passphrase-file F",
            ) from None
