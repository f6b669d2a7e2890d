"""The program by a fork of this process, which has it loaded: a start costs a hundredth of what it does otherwise."""

import ctypes
import os
import posix
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import NoReturn

from mentorlog.cli.app.registry import COMMAND_TABLE
from tests.faults.driver import drive
from tests.faults.harness import DRIVER, LONGEST, PIPES, Home, Result

ANYBODY = ctypes.c_ulong(-1)
SET_PTRACER = 0x59616D61


def load() -> None:
    """Load every command, so that a fork has them."""
    for place in COMMAND_TABLE.values():
        import_module(f"mentorlog.cli.{place.address.partition(':')[0]}")


def be_program(driven: Sequence[str], env: Mapping[str, str], prepare: Callable[[], object] = int) -> NoReturn:
    """Let this fork be the program that driver.py makes of `driven`, on the streams 0 to 2, and never come back."""
    try:
        os._exit = posix._exit  # not what measures the tests
        os.closerange(3, 256)
        sys.stdin, sys.stdout, sys.stderr = (open(place, "w" if place else "r") for place in range(3))  # noqa: PTH123, SIM115
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.environ.clear()
        os.environ.update(env)
        time.tzset()
        prepare()
        os._exit(drive(*driven))
    except BaseException as error:  # noqa: BLE001 - nothing of this process may go on in the fork
        os.write(2, f"Traceback: {error!r}".encode())
    posix._exit(1)


def traced(home: Home, driven: Sequence[str], input: bytes, tracer: Sequence[str]) -> Result:
    """One call under strace, which `tracer` is, with its options."""
    with home.start([*DRIVER, *driven], prepare=_wait_for_tracer, **PIPES) as process:
        watching = _attached(process.pid, tracer)
        out, err = process.communicate(input, timeout=LONGEST)
        watching.communicate()
    return Result(exit=process.returncode, out=out.decode(errors="replace"), err=err.decode(errors="replace"))


def _wait_for_tracer() -> None:
    ctypes.CDLL(None).prctl(SET_PTRACER, ANYBODY, 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)


def _attached(pid: int, tracer: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Let strace watch the stopped process, then let that go on."""
    os.waitpid(pid, os.WUNTRACED)
    process = subprocess.Popen(
        [*tracer, "-p", str(pid)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    line = process.stderr.readline()
    os.kill(pid, signal.SIGCONT)
    assert b"attached" in line, line
    return process
