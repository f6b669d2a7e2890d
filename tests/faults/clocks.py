"""Clocks that go back or leap, time zones that change, hours that come twice or never: nothing is lost,
and what was written is in the order of its days, taken back in the order of its writing.
"""

import json
from pathlib import Path

from tests.faults.harness import Count, Home, Result, empty_folder, inspect_journal, variant

Moment = tuple[str, str, tuple[str, ...]]  # the clock (UTC), the time zone, the words
IMPOSSIBLE = "UTC+25:61"  # where nothing can be written, and is not
ON = ("--on", "yesterday")


def _at(*moments: str, zone: str = "UTC") -> tuple[Moment, ...]:
    """A reflection at each of these moments."""
    return tuple((moment, zone, ()) for moment in moments)


CASES: dict[str, tuple[Moment, ...]] = {
    "an hour back": _at("2026-03-12 12:00:00", "2026-03-12 11:00:00", "2026-03-12 11:30:00"),
    "a day back": _at("2026-03-12 12:00:00", "2026-03-11 12:00:00", "2026-03-12 12:00:01"),
    "a year back": _at("2026-03-12 12:00:00", "2025-03-12 12:00:00", "2026-03-12 13:00:00"),
    "back to 1970": _at("2026-03-12 12:00:00", "1970-01-02 00:00:00", "2026-03-12 13:00:00"),
    "back to 1999": _at("2026-03-12 12:00:00", "1999-12-31 23:59:59", "2000-01-01 00:00:00"),
    "ten years ahead": _at("2026-03-12 12:00:00", "2036-03-12 12:00:00", "2026-03-12 13:00:00"),
    "past 2038": _at("2026-03-12 12:00:00", "2038-01-19 03:14:08", "2045-01-01 00:00:00"),
    "to 2100 and back": _at("2100-02-28 12:00:00", "2026-03-12 12:00:00", "2099-12-31 23:59:59"),
    "the same second": _at(*["2026-03-12 12:00:00"] * 4),
    "a leap day": _at("2028-02-28 23:59:59", "2028-02-29 00:00:00", "2028-03-01 00:00:00"),
    "a leap day back": _at("2028-02-29 12:00:00", "2027-03-01 12:00:00", "2028-02-29 13:00:00"),
    "the turn of a year": _at("2026-12-31 23:59:59", "2027-01-01 00:00:00", "2026-12-31 23:59:58"),
    "an hour that is left out": _at("2026-03-29 00:59:59", "2026-03-29 01:00:00", zone="Europe/Berlin"),
    "an hour that comes twice": _at("2026-10-25 00:30:00", "2026-10-25 01:30:00", zone="Europe/Berlin"),
    "a midnight that is left out": _at("2018-11-04 02:59:59", "2018-11-04 03:00:00", zone="America/Sao_Paulo"),
    "half an hour that comes twice": _at("2026-04-04 14:45:00", "2026-04-04 15:15:00", zone="Australia/Lord_Howe"),
    "a day that is left out": _at("2011-12-30 09:59:59", "2011-12-30 10:00:00", zone="Pacific/Apia"),
    "three quarters of an hour": _at("2026-03-12 18:14:59", "2026-03-12 18:15:00", zone="Asia/Kathmandu"),
    "westward over the date line": (
        ("2026-03-12 00:30:00", "Asia/Tokyo", ()),
        ("2026-03-12 12:00:00", "America/Los_Angeles", ()),
        ("2026-03-12 12:00:01", "Pacific/Niue", ON),
    ),
    "eastward over the date line": (
        ("2026-03-12 10:30:00", "Pacific/Niue", ()),
        ("2026-03-12 10:30:01", "Pacific/Kiritimati", ()),
        ("2026-03-12 10:30:02", "Pacific/Kiritimati", ("--at", "00:15")),
    ),
    "times around the change": (
        ("2026-03-29 12:00:00", "Europe/Berlin", ("--at", "01:30")),
        ("2026-03-29 12:00:00", "Europe/Berlin", ("--at", "02:30")),
        ("2026-03-29 12:00:00", "Europe/Berlin", ("--at", "03:30")),
        ("2026-10-25 12:00:00", "Europe/Berlin", ("--at", "02:30")),
    ),
    "a time zone that there isn't": (
        ("2026-03-12 12:00:00", "Nowhere/Land", ()),
        ("2026-03-12 12:00:00", IMPOSSIBLE, ()),
        ("2026-03-12 12:00:00", "", ()),
    ),
}


def run(tries: int, folder: Path, name: str = "sound") -> Count:
    """The first `tries` cases, 0 for all: write, change, take back, read again."""
    count = Count()
    for what, planned in list(CASES.items())[: tries or None]:
        home = Home(empty_folder(folder / "home"))
        wrong: list[str] = []
        written = 0
        for clock, zone, options in planned:
            done = _at_time(home, name, clock, zone, "reflect", f"Entry {written + 1}", *options)
            wrong += done.faults
            if done.exit != (2 if zone == IMPOSSIBLE else 0):
                wrong.append(f"exit {done.exit}: {done.err}")
            written += done.exit == 0
        moments = tuple(moment for moment in planned if moment[1] != IMPOSSIBLE)
        last, zone, _ = moments[-1]
        wrong += _order(home, name, last, zone, len(moments))
        wrong += _turns(home, name, moments)
        count.tries += 1
        count.seen["writes"] += len(moments)
        count.losses += [f"{what}: {fault}" for fault in wrong]
    return count


def _at_time(home: Home, name: str, clock: str, zone: str, *words: str) -> Result:
    env = {"TZ": zone, "MENTORLOG_TODAY": ""}
    before = ("env", "TZ=UTC", "faketime", "-f", f"@{clock}", "env", f"TZ={zone}")
    return home.run(*words, before=before, by=variant(name), env=env)


def _order(home: Home, name: str, clock: str, zone: str, written: int) -> list[str]:
    """All are there, numbered as they were written, standing by day, time and number."""
    held, faults = inspect_journal(home.journal)
    if [text for number, (_, text, _) in sorted(held.items()) if number] != [f"Entry {n + 1}" for n in range(written)]:
        faults.append("an entry is lost or has another's number")
    shown = json.loads(_at_time(home, name, clock, zone, "timeline", "--all", "--json").out)["entries"]
    keys = [(entry["on"], entry["time"] or "", entry["number"]) for entry in shown]
    if keys != sorted(keys) or len(keys) != written:
        faults.append(f"they stand in another order: {keys}")
    return faults


def _turns(home: Home, name: str, moments: tuple[Moment, ...]) -> list[str]:
    """`undo`, at each of these moments, takes back what was written last; `redo` brings it back."""
    wrong = []
    for place in range(len(moments), 0, -1):
        clock, zone, _ = moments[place % len(moments)]
        _at_time(home, name, clock, zone, "undo")
        held, faults = inspect_journal(home.journal)
        wrong += faults
        if sorted(held) != list(range(place)):
            wrong.append(f"undo left {sorted(held)[1:]}")
    for place in range(1, len(moments) + 1):
        clock, zone, _ = moments[place - 1]
        _at_time(home, name, clock, zone, "redo")
        if sorted(inspect_journal(home.journal)[0]) != list(range(place + 1)):
            wrong.append(f"redo brought {sorted(inspect_journal(home.journal)[0])[1:]}")
    return wrong
