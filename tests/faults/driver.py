"""The program, whole or deliberately broken, driven from outside: python -m tests.faults.driver VARIANT MODE …

once WORDS…          one call
named WORDS…         one call that takes place at MOMENT, whose files all have names that are known beforehand
packet WORDS…        one call, an hour before MOMENT, in which a packet is called 7f3a
story FIRST COUNT    says READY, then tells the steps of story.py, one call each
weighed FILE WORDS…  one call; its seconds and megabytes are in FILE then
crowd NAME COUNT     says READY, waits for a line, then writes so many reflections
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from mentorlog import __main__, config
from mentorlog.cli import main
from tests.faults import story
from tests.faults.harness import TODAY
from tests.faults.limits import megabytes
from tests.faults.variants import VARIANTS

MOMENT = f"{TODAY}T10:00:00+00:00"
BEFORE = f"{TODAY}T09:00:00+00:00"
NAMED = 4  # the bytes of a temporary name
DRAFTED = 3  # and of one of a draft


def ready() -> None:
    sys.stdout.write("READY\n")
    sys.stdout.flush()


def tell(first: int, count: int) -> int:
    ready()
    for step in range(first, first + count):
        if ended := main(story.words(step)):
            return ended
    return 0


def interruptible(row: Callable[[], int]) -> int:
    """A row of calls that ends by a signal as a single one does."""
    for one in __main__.ENDING:
        signal.signal(one, __main__._interrupt)
    try:
        return row()
    except KeyboardInterrupt:
        return __main__.INTERRUPTED


def crowd(name: str, count: int) -> int:
    ready()
    sys.stdin.readline()
    return max(main(["reflect", f"{name} {number}", "--with", f"{name}"]) for number in range(count))


def name_files() -> None:
    """Let the random part of every file's name be zeros, and its time a known one."""
    random = os.urandom
    os.urandom = lambda length: bytes(length) if length in (NAMED, DRAFTED) else random(length)
    take_place(MOMENT)


def take_place(at: str) -> None:
    """Let the whole call be at one moment."""
    config.now = lambda: at


def name_packets() -> None:
    """Let every new packet have a token that begins with 7f3a."""
    from mentorlog.storage.sharing.sent_packets import SentPackets

    SentPackets.new_token = lambda _: f"7f3a{os.urandom(14).hex()}"  # type: ignore[assignment, method-assign]


def weigh_at_the_end(told: str) -> None:
    """Let the process note at its end what it weighed."""
    leave = os._exit

    def note(status: int) -> NoReturn:
        Path(told).write_text(f"{time.process_time()} {megabytes('VmHWM')}")
        leave(status)

    os._exit = note


def drive(variant: str, mode: str, *words: str) -> int:
    import mentorlog.cli.edit
    import mentorlog.cli.reflect
    import mentorlog.cli.remove
    import mentorlog.cli.session
    import mentorlog.cli.undo  # noqa: F401

    VARIANTS[variant]()
    match mode:
        case "story":
            return interruptible(lambda: tell(int(words[0]), int(words[1])))
        case "crowd":
            return crowd(words[0], int(words[1]))
        case "named":
            name_files()
        case "packet":
            take_place(BEFORE)
            name_packets()
        case "weighed":
            weigh_at_the_end(words[0])
            words = words[1:]
    sys.argv = ["mentorlog", *words]
    return __main__.start()


if __name__ == "__main__":
    os._exit(drive(*sys.argv[1:]))  # as the program does
