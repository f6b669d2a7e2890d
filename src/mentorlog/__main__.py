"""The program. A command lives for a tenth of a second, so what only a long life needs is left out.

Measured in instructions, of 480 million for `reflect`: collecting garbage 25, taking the interpreter
apart at the end 26.
"""

import gc
import os
import signal
from typing import NoReturn

gc.disable()
ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
INTERRUPTED = 130


def start() -> NoReturn:
    """Run the command line, say all there is to say, and leave at once."""
    try:
        for one in ENDING:
            if signal.getsignal(one) != signal.SIG_IGN:
                signal.signal(one, _interrupt)
        from mentorlog.cli import main

        code = main()
    except KeyboardInterrupt:
        code = INTERRUPTED
    os._exit(code)


def _interrupt(*_: object) -> NoReturn:
    """What is being done is undone, and is not disturbed in that by a second signal."""
    for one in ENDING:
        signal.signal(one, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    start()
