"""The programs that mentorlog starts for others to be looked at with."""

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import IO, cast

from mentorlog.errors import NOTHING_CHANGED, InvalidInput

GET_DATASETTE = (
    "Install it: pipx install datasette, or uv tool install datasette    Without it: docs/howto/datasette.md"
)
SETTINGS = {"allow_download": "off", "suggest_facets": "off", "default_page_size": "50", "num_sql_threads": "1"}
PATIENCE = 100  # tenths of a second
SIGN_IN = re.compile(r"https?://\S+/-/auth-token\?token=\w+")


def find_datasette() -> str:
    """Datasette, beside this Python or anywhere; raises InvalidInput where it isn't installed."""
    beside = Path(sys.executable).with_name("datasette")
    found = str(beside) if beside.exists() else shutil.which("datasette")
    if found is None:
        raise InvalidInput("Browsing needs Datasette, which isn't installed.", safe=NOTHING_CHANGED, hint=GET_DATASETTE)
    return found


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def serve(program: str, journal: Path, metadata: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve a journal to this machine alone, read only, until it is ended; `ready` is given the address to sign in at.

    What Datasette is told goes through a pipe, so that no file is left. Raises InvalidInput where it ends by itself.
    """
    settings = [word for name, value in SETTINGS.items() for word in ("--setting", name, value)]
    line = [program, "serve", str(journal), "--host", "127.0.0.1", "--port", str(port), "--root", "--metadata", "-"]
    with subprocess.Popen(
        [*line, *settings],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as running:
        try:
            _await_address(running, metadata, port, ready)
            code = running.wait()
        except BaseException:
            running.terminate()
            raise
    if code:
        raise InvalidInput(
            "Datasette ended with an error.", safe=NOTHING_CHANGED, hint="Is the port free? --port chooses one."
        )


def _await_address(running: subprocess.Popen[str], metadata: str, port: int, ready: Callable[[str], None]) -> None:
    """Give it what it is told, and wait for the address, and until something answers there."""
    told, says = cast(IO[str], running.stdin), cast(IO[str], running.stdout)
    with suppress(BrokenPipeError):
        told.write(metadata)
        told.close()
    for said in says:
        if found := SIGN_IN.search(said):
            _wait_for(port, running)
            ready(found[0])


def _wait_for(port: int, running: subprocess.Popen[str]) -> None:
    for _ in range(PATIENCE):
        with socket.socket() as one:
            if running.poll() is not None or one.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
