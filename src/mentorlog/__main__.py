"""The program. A command lives for a tenth of a second, so what only a long life needs is left out.

Measured in instructions, of 480 million for `reflect`: collecting garbage 25, taking the interpreter
apart at the end 26.
"""

import gc
import os
import sys
from typing import NoReturn

gc.disable()


def start() -> NoReturn:
    """Run the command line, say all there is to say, and leave at once."""
    from mentorlog.cli import main

    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    start()
