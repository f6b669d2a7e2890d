"""SIGINT, SIGTERM and SIGHUP at random moments, and readers that go away: whole or absent, and no word of Python's."""

import os
import signal
import subprocess
import time
from pathlib import Path
from random import Random

from tests.faults import story
from tests.faults.commands import READS
from tests.faults.harness import LONGEST, PROGRAM, Count, Home, Result, empty_folder, inspect_journal, variant

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WITHIN = 0.3  # seconds from the first of our own instructions over which they come
ENTRIES = 40
BEGUN = "mentorlog/__main__.py"


def run(tries: int, folder: Path, name: str = "sound", *, seed: int = 1) -> Count:
    """Interrupt `tries` commands, and close their pipes for a fifth as many."""
    count, random = Count(), Random(seed)
    home, steps = Home(empty_folder(folder / "home")), 0
    for attempt in range(tries):
        done, one, was_ready = _interrupted(home, steps, random, name)
        count.tries += 1
        count.seen["interrupted"] += done.exit == 130
        expected = (0, 130) if was_ready else (0, 130, -one)
        wrong = [*([] if done.exit in expected else done.faults or [f"exit {done.exit}"])]
        wrong += ["Traceback"] if "Traceback" in done.err else []
        held, faults = inspect_journal(home.journal) if home.journal.exists() else (story.after(0), [])
        said = steps + done.out.replace("READY\n", "").count("\n")
        found = next((said + more for more in (0, 1) if held == story.after(said + more)), None)
        if found is None or faults:
            wrong.append(f"the journal is not as acknowledged: {faults[:1]}")
        count.losses += [f"{one.name}: {line}: {_last(done.err)}" for line in wrong]
        if found is None or faults or attempt % 40 == 39:
            home, found = Home(empty_folder(folder / "home")), 0
        steps = found
    return count.add(pipes(-(-tries // 5), folder, seed=seed)).add(unheard(folder)) if name == "sound" else count


def _interrupted(home: Home, steps: int, random: Random, name: str) -> tuple[Result, signal.Signals, bool]:
    """Send a signal, once the program itself has begun, to one command of the story."""
    one = random.choice(SIGNALS)
    log = empty_folder(home.folder.with_name("out"))
    is_row = name != "sound" or random.random() < 0.4
    command = variant(name, "story", str(steps), "100") if is_row else (*PROGRAM, *story.words(steps))
    with (log / "out").open("wb") as out, (log / "err").open("wb") as err:
        process = home.start(command, anew=not is_row, stdout=out, stderr=err, start_new_session=True)
        was_ready = _has_begun(process.pid)
        time.sleep(random.uniform(0, WITHIN))
        for _ in range(random.choice((1, 1, 2))):
            process.send_signal(one)
        process.wait(timeout=LONGEST)
    return Result(exit=process.returncode, out=(log / "out").read_text(), err=(log / "err").read_text()), one, was_ready


def _has_begun(process: int) -> bool:
    """Wait until the program takes signals itself: before that they are Python's."""
    wanted = 1 << (signal.SIGTERM - 1)
    end = time.monotonic() + 2
    while time.monotonic() < end:
        try:
            caught = Path(f"/proc/{process}/status").read_text().partition("SigCgt:")[2].split()[:1]
        except OSError:
            return False
        if caught and int(caught[0], 16) & wanted:
            return True
        time.sleep(0.002)
    return False


def pipes(tries: int, folder: Path, *, seed: int = 1) -> Count:
    """Let readers go away: after the first line, before it, on both sides; and let the answer find no room."""
    count, random = Count(), Random(seed)
    home = Home(empty_folder(folder / "read"))
    assert home.run(by=variant("sound", "crowd", "Mei", str(ENTRIES)), input=b"\n").exit == 0
    lines = [('"$@" | head -1', 0), ('"$@" | true', 0), ('"$@" 2>&1 | true', 0), ('"$@" >&-', 0), ('"$@" 2>&-', 0)]
    lines += [('"$@" >&- 2>&-', 0), ('"$@" <&-', 0), ('"$@" > /dev/full', 5)]
    usual = {words: home.run(*words).exit for words in READS}
    for _ in range(tries):
        line, expected = random.choice(lines)
        words = random.choice(READS)
        shell = ("bash", "-o", "pipefail", "-c", line, "bash")
        done = home.run(*words, by=[*shell, *PROGRAM])
        count.tries += 1
        count.seen["pipes closed"] += 1
        wrong = done.faults
        if done.exit not in (0, expected, usual[words]):
            wrong.append(f"exit {done.exit}")
        count.losses += [f"{line} {' '.join(words)}: {fault}: {done.err[-400:]}" for fault in wrong]
    return count


def unheard(folder: Path) -> Count:
    """A write whose answer nobody can hear is kept all the same, once, and not denied."""
    count = Count()
    for end in ("pipe", "/dev/full"):
        home = Home(empty_folder(folder / "unheard"))
        for step in range(story.CYCLE):
            reader, writer = os.pipe() if end == "pipe" else (os.open(end, os.O_RDONLY), os.open(end, os.O_WRONLY))
            os.close(reader)
            with home.start([*PROGRAM, *story.words(step)], stdout=writer, stderr=subprocess.PIPE) as process:
                os.close(writer)
                err = process.communicate()[1].decode()
            count.tries += 1
            count.seen["answers unheard"] += 1
            if "Traceback" in err or "Nothing was" in err or inspect_journal(home.journal)[0] != story.after(step + 1):
                count.losses.append(f"step {step}: {err}")
    return count


def _last(err: str) -> str:
    """What Python said, else the end of what was said."""
    place = err.find("Traceback")
    return err[max(0, place - 200) : place + 600] if place >= 0 else err[-300:]
