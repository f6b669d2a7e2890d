"""A terminal of our own: start mentorlog in it, read what it shows, type."""

import os
import posix
import pty
import re
import select
import struct
import sys
import termios
import time
import traceback
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from functools import partial
from importlib import import_module
from typing import NoReturn, Self

from coverage import Coverage, process_startup

from mentorlog.cli.app.registry import COMMAND_TABLE

PATIENCE = 300.0  # seconds: how long a machine may be too busy
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """mentorlog with these words, at a terminal `width` columns wide. `shown` is all that it has shown. It is a fork of
    this process, which has it loaded; with `anew`, Python is started for it.
    """

    def __init__(self, *words: str, width: int = 80, env: Mapping[str, str] | None = None, anew: bool = False) -> None:
        self.shown = ""
        self._read_to = 0
        for place in COMMAND_TABLE.values():  # once, for all forks
            import_module(f"mentorlog.cli.{place.address.partition(':')[0]}")
        self._process, self._side = pty.fork()
        if not self._process:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
            os.environ.update(env or {})
            if anew:
                os.execv(sys.executable, [sys.executable, "-m", "mentorlog", *words])
            _be_mentorlog(words)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._side)

    def expect(self, words: str) -> str:
        """Wait until `words` are shown, behind what was expected before; returns what came in between."""
        deadline = time.monotonic() + PATIENCE
        while (place := self.shown.find(words, self._read_to)) < 0:
            assert self._receive(deadline), f"{words!r} did not come; shown: {self.shown!r}"
        between, self._read_to = self.shown[self._read_to : place], place + len(words)
        return between

    def type(self, words: str) -> None:
        """Type `words` and Enter."""
        os.write(self._side, f"{words}\r".encode())

    def press(self, key: bytes) -> None:
        """Press a key, such as Ctrl-C (b"\\x03")."""
        os.write(self._side, key)

    def answer(self, question: str, words: str) -> None:
        """Wait for a question and answer it."""
        self.expect(question)
        self.type(words)

    def ended(self) -> int:
        """Wait for the end; returns the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._receive(deadline):
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def plain(self) -> str:
        """What was shown, without colours."""
        return SEQUENCE.sub("", self.shown).replace("\r\n", "\n")

    def _receive(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._side], [], [], max(0, deadline - time.monotonic()))
        assert ready, f"It took too long; shown: {self.shown!r}"
        try:
            more = os.read(self._side, 65536)
        except OSError:  # the other side is closed
            return False
        self.shown += more.decode(errors="replace")
        return bool(more)


def _be_mentorlog(words: Sequence[str]) -> NoReturn:
    """Let this fork be the program, and never come back."""
    try:
        measured = process_startup(force=True)
        os._exit = partial(_leave, measured)
        sys.argv = ["mentorlog", *words]
        sys.stdin, sys.stdout, sys.stderr = (open(place, "w" if place else "r") for place in range(3))  # noqa: PTH123, SIM115
        from mentorlog.__main__ import start

        start()
    except BaseException:  # noqa: BLE001 - nothing of the tests may go on in the fork
        os.write(2, traceback.format_exc().encode())
    posix._exit(1)


def _leave(measured: Coverage | None, status: int) -> NoReturn:
    """Keep what was measured in this fork alone, then leave."""
    if measured:
        measured.stop()
        measured.save()
    posix._exit(status)
