"""Several programs at once: eight writers in one journal, and eight first starts in an empty home."""

from pathlib import Path

from tests.faults.harness import LONGEST, PIPES, Count, Home, empty_folder, inspect_journal, variant

AT_ONCE = 8


def writers(tries: int, folder: Path, name: str = "sound") -> Count:
    """Eight programs that write `tries` reflections together."""
    home = Home(empty_folder(folder / "home"))
    assert home.run("reflect", "The first").exit == 0
    count = _run_at_once(home, tries // AT_ONCE, name)
    count.tries = tries
    held, faults = inspect_journal(home.journal)
    count.losses += faults
    said = count.seen["acknowledged"]
    if len(held) != said + 2:
        count.losses.append(f"{said} were acknowledged, {len(held) - 2} are there")
    return count


def first_starts(tries: int, folder: Path, name: str = "sound") -> Count:
    """Eight programs at a time that all find no journal, `tries` in all."""
    count = Count()
    for _ in range(tries // AT_ONCE):
        home = Home(empty_folder(folder / "home"))
        here = _run_at_once(home, 1, name)
        held, faults = inspect_journal(home.journal) if home.journal.exists() else ({}, ["there is no journal"])
        if len(held) != here.seen["acknowledged"] + 1:
            faults.append(f"{here.seen['acknowledged']} were acknowledged, {len(held) - 1} are there")
        faults += [f"left behind: {path.name}" for path in home.journal.parent.glob(".*")]
        count.add(here).losses += faults
        count.tries += AT_ONCE
    return count


def _run_at_once(home: Home, each: int, name: str) -> Count:
    """Start all, let all be ready, let all go; what was acknowledged, and what any of them complained of."""
    count = Count()
    crowd = [home.start(variant(name, "crowd", f"Writer{one}", str(each)), **PIPES) for one in range(AT_ONCE)]
    for process in crowd:
        assert process.stdout
        assert process.stdout.readline() == b"READY\n"
    for process in crowd:
        assert process.stdin
        process.stdin.write(b"\n")
        process.stdin.flush()
    for process in crowd:
        out, err = process.communicate(timeout=10 * LONGEST)
        count.seen["acknowledged"] += out.count(b"\n")
        if process.returncode:
            count.losses.append(f"exit {process.returncode}: {err.decode()[-200:]}")
    return count
