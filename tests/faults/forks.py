"""The program by a fork of this process, which has it loaded: a start costs a hundredth of what it does otherwise."""

import ctypes
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module

from mentorlog.cli.app.registry import COMMAND_TABLE
from tests.faults.driver import drive
from tests.faults.harness import LONGEST, Done, Home

ANYBODY = ctypes.c_ulong(-1)
SET_PTRACER = 0x59616D61


def load() -> None:
    """Load every command, so that a fork has them."""
    for place in COMMAND_TABLE.values():
        import_module(f"mentorlog.cli.{place.address.partition(':')[0]}")


def run(
    home: Home,
    driven: Sequence[str],
    input: bytes,
    *,
    env: Mapping[str, str] | None = None,
    tracer: Sequence[str] = (),
    largest: int | None = None,
) -> Done:
    """One call of a variant; `driven` is what driver.py takes, `tracer` strace with its options, `largest` how many
    bytes a file may have.
    """
    load()
    pipes = [os.pipe() for _ in range(3)]
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if not pid:
        _be(home, driven, {**home.env(), **(env or {})}, pipes, is_traced=bool(tracer), largest=largest)
    for (mine, other), is_in in zip(pipes, (True, False, False), strict=True):
        os.close(mine if is_in else other)
    traced = _attached(pid, tracer) if tracer else None
    with os.fdopen(pipes[0][1], "wb") as stdin:
        try:
            stdin.write(input)
            stdin.flush()
        except BrokenPipeError:
            pass
    out, err = _said(pid, pipes[1][0], pipes[2][0])
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if traced:
        traced.communicate()
    return Done(exit=code, out=out.decode(errors="replace"), err=err.decode(errors="replace"))


def _be(
    home: Home,
    driven: Sequence[str],
    env: Mapping[str, str],
    pipes: list[tuple[int, int]],
    *,
    is_traced: bool,
    largest: int | None,
) -> None:
    """Be the program, and never come back."""
    try:
        for place, (mine, other) in enumerate(pipes):
            os.dup2(other if place else mine, place)
        os.closerange(3, 256)
        sys.stdin, sys.stdout, sys.stderr = (open(place, "w" if place else "r") for place in range(3))  # noqa: PTH123, SIM115
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.environ.clear()
        os.environ.update(env)
        time.tzset()
        os.chdir(home.folder)
        if is_traced:
            ctypes.CDLL(None).prctl(SET_PTRACER, ANYBODY, 0, 0, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        os._exit(drive(*driven))
    except BaseException as error:  # noqa: BLE001 - nothing of this process may go on in the fork
        os.write(2, f"Traceback: {error!r}".encode())
    finally:
        os._exit(1)


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


def _said(pid: int, *handles: int) -> tuple[bytes, ...]:
    """All that is said on these until nobody holds them any more."""
    said = dict.fromkeys(handles, b"")
    is_open, until = list(handles), time.monotonic() + LONGEST
    while is_open:
        ready, _, _ = select.select(is_open, [], [], max(0.0, until - time.monotonic()))
        if not ready:
            os.kill(pid, signal.SIGKILL)
            said[handles[-1]] += b"Traceback: it hung"
            break
        for handle in ready:
            more = os.read(handle, 1 << 16)
            said[handle] += more
            if not more:
                is_open.remove(handle)
    for handle in handles:
        os.close(handle)
    return tuple(said.values())
