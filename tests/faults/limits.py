"""What a call weighs: the seconds of processor time, and how much memory it held at most (Linux)."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@dataclass
class Usage:
    """Seconds, and MB: at most, of which this much `more` than before."""

    seconds: float = 0.0
    peak: int = 0
    more: int = 0


@contextmanager
def measure_usage() -> Iterator[Usage]:
    """Weigh what is done within."""
    weight = Usage()
    FORGET.write_text("5")  # the peak is from now on
    before, began = megabytes("VmRSS"), time.process_time()
    try:
        yield weight
    finally:
        weight.seconds = time.process_time() - began
        weight.peak = megabytes("VmHWM")
        weight.more = weight.peak - before


def megabytes(what: str) -> int:
    """What the system says that this process holds (VmRSS), or held at most (VmHWM)."""
    found = re.search(rf"{what}:\s+(\d+) kB", STATUS.read_text())
    return int(found[1]) // 1024 if found else 0
