"""Editors that fail, die, save nothing, or return before their user has written: no text is lost."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.harness import LONGEST, Count, Home, Result, empty_folder, inspect_journal, variant

WORDS = "Words that nobody has twice"
OLD = "What stood there before"
PATIENCE = 60.0  # seconds that a busy machine may take
IS_LOST = 1.0  # the same, before a broken variant has lost a text


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What the editor does (a shell script; its file is "$1"), in which command, and how that may end.
    `then` happens while the editor is open; `saved` are words that must be kept somewhere.
    """

    editor: str
    words: tuple[str, ...] = ("reflect", "-e")
    ends: tuple[int, ...] = (2,)
    saved: str = WORDS
    then: "Callable[[subprocess.Popen[bytes], Home], None] | None" = None
    before: "Callable[[Home], tuple[str, ...]] | None" = None
    text: str = ""


def _signal(one: signal.Signals, *, group: bool) -> "Callable[[subprocess.Popen[bytes], Home], None]":
    def send(process: "subprocess.Popen[bytes]", home: Home) -> None:
        _wait_for(home.folder / "open")
        (os.killpg if group else os.kill)(process.pid, one)
        (home.folder / "sent").touch()

    return send


def _wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.01)


def _no_room(home: Home) -> tuple[str, ...]:
    return ("sh", "-c", f'ulimit -f {home.journal.stat().st_size // 512 // 8}; exec "$@"', "sh")


def _failing(home: Home) -> tuple[str, ...]:
    failing = "inject=pwrite64:error=EIO:when=1+"
    return ("strace", "-f", "-o", "/dev/null", "-P", str(home.journal), "-e", "trace=pwrite64", "-e", failing)


def _damaged(home: Home) -> tuple[str, ...]:
    with closing(sqlite3.connect(home.journal)) as connection:
        connection.execute("DROP TABLE revisions")
        connection.commit()
    return ()


WRITE = f'printf "%s\\n" "{WORDS}" > "$1"'
WAIT = "n=0; while [ ! -e {} ] && [ $n -lt 3000 ]; do sleep 0.02; n=$((n+1)); done"  # a minute at most
SLOWLY = f"touch open; {WAIT.format('sent')}; {WRITE}"
LATER = f"({WAIT.format('ended')}; {WRITE}) > /dev/null 2>&1 < /dev/null &"
SCENES = {
    "saves": Scene(editor=WRITE, ends=(0,)),
    "saves in a session": Scene(editor=WRITE, words=("session", "add", "-e", "--with", "Mei"), ends=(0,)),
    "saves in a goal": Scene(editor=WRITE, words=("goal", "add", "-e"), ends=(0,)),
    "saves in a change": Scene(editor=WRITE, words=("edit", "1", "-e"), ends=(0,)),
    "saves, then fails": Scene(editor=f"{WRITE}; exit 1"),
    "saves, then is killed": Scene(editor=f"{WRITE}; kill -9 $$"),
    "saves, then is ended": Scene(editor=f"{WRITE}; kill -15 $$"),
    "saves a change, then fails": Scene(editor=f"{WRITE}; exit 3", words=("edit", "1", "-e")),
    "puts another file in its place": Scene(editor=f'{WRITE}.new; mv "$1.new" "$1"', ends=(0,)),
    "takes the file away and makes it again": Scene(editor=f'rm "$1"; {WRITE}', ends=(0,)),
    "takes the file away": Scene(editor='rm "$1"', saved=""),
    "saves nothing": Scene(editor="true", saved=""),
    "saves white space": Scene(editor='printf "  \\n\\n" > "$1"', saved=""),
    "changes nothing": Scene(editor="true", words=("edit", "1", "-e"), ends=(0, 2), saved=OLD),
    "empties what was there": Scene(editor=': > "$1"', words=("edit", "1", "-e"), saved=OLD),
    "returns at once, saves later": Scene(editor=LATER),
    "returns at once in a change": Scene(editor=LATER, words=("edit", "1", "-e"), ends=(0, 2)),
    "saves, returns, saves more": Scene(editor=f'echo first > "$1"; {LATER}', ends=(0,)),
    "saves bytes that are no text": Scene(editor=f'{WRITE}; printf "\\377\\376" >> "$1"', ends=(0, 2)),
    "saves control characters": Scene(editor=f'{WRITE}; printf "\\033[2J\\001" >> "$1"', ends=(0, 2)),
    "saves a NUL": Scene(editor=f'{WRITE}; printf "\\000" >> "$1"', ends=(0, 2)),
    "saves far too much": Scene(editor=f'{WRITE}; head -c 3000000 /dev/zero | tr "\\0" a >> "$1"'),
    "isn't there": Scene(editor="", saved=""),
    "is killed with us": Scene(
        editor=f"{WRITE}; touch open; sleep 30", ends=(-9,), then=_signal(signal.SIGKILL, group=True)
    ),
    "outlives us": Scene(editor=SLOWLY, ends=(-9,), then=_signal(signal.SIGKILL, group=False)),
    "goes on after Ctrl-C": Scene(
        editor=f'trap ":" INT; {SLOWLY}',
        ends=(0,),
        then=_signal(signal.SIGINT, group=True),
    ),
    "outlives our end": Scene(editor=SLOWLY, ends=(130,), then=_signal(signal.SIGTERM, group=False)),
    "hears that the terminal is gone": Scene(
        editor=f'file="$1"; save() {{ set "$file"; {WRITE}; exit 1; }}; trap save HUP; touch open; sleep 30 & wait',
        ends=(130,),
        then=_signal(signal.SIGHUP, group=True),
    ),
    "saves, and the disk is full": Scene(editor=WRITE, ends=(5,), before=_no_room),
    "saves, and the disk fails": Scene(editor=WRITE, ends=(5,), before=_failing),
    "saves, and the journal is damaged": Scene(editor=WRITE, ends=(4,), before=_damaged),
    "is asked for with a wrong option": Scene(
        editor="touch opened", words=("reflect", "-e", "--about", "99"), ends=(3,), saved=""
    ),
    "isn't used: text from a pipe, wrong option": Scene(
        editor="", words=("reflect", "-", "--on", "someday"), text=WORDS
    ),
    "isn't used: text from a pipe, disk fails": Scene(
        editor="", words=("reflect", "-"), text=WORDS, ends=(5,), before=_failing
    ),
}


def run(tries: int, folder: Path, name: str = "sound") -> Count:
    """Play the first `tries` scenes, 0 for all."""
    count = Count()
    for what, scene in list(SCENES.items())[: tries or None]:
        home = Home(empty_folder(folder / "home"))
        assert home.run("reflect", OLD).exit == 0
        done = _play(scene, home, name)
        wrong = [fault for fault in done.faults if scene.ends != (-9,)]
        if done.exit not in scene.ends:
            wrong.append(f"exit {done.exit}: {done.err[:300]}")
        if scene.saved and not _is_kept(scene.saved, home, PATIENCE if name == "sound" else IS_LOST):
            wrong.append(f"the text is lost: {done.err[:300]}")
        if (home.folder / "opened").exists():
            wrong.append("the editor opened before the options were checked")
        wrong += _told(scene, home, name)
        count.tries += 1
        count.losses += [f"{what}: {fault}" for fault in wrong]
    return count


def _play(scene: Scene, home: Home, name: str) -> Result:
    script = home.folder / "an editor"
    if scene.editor:
        script.write_text(f"#!/bin/sh\n{scene.editor}\n")
        script.chmod(0o700)
    before = scene.before(home) if scene.before else ()
    command = [*before, *variant(name), *scene.words]
    env = {"VISUAL": f"'{script}'"}
    err = home.folder / "err"
    with err.open("wb") as errors:
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": errors}
        process = home.start(command, env=env, start_new_session=True, **pipes)
        if scene.then:
            scene.then(process, home)
        process.communicate(scene.text.encode(), timeout=LONGEST)
        (home.folder / "ended").touch()
    return Result(exit=process.returncode, out="", err=err.read_text("utf-8", "replace"))


def _is_kept(words: str, home: Home, patience: float) -> bool:
    """Whether the words are in the journal or in a draft, by and by."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        held, _ = inspect_journal(home.journal)
        if home.has_draft(words) or any(words in text for _, text, _ in held.values()):
            return True
        time.sleep(0.05)
    return False


def _told(scene: Scene, home: Home, name: str) -> list[str]:
    """What is wrong with the drafts: who may read them, that they are named, that one can go on."""
    wrong = [f"{path.name} is open to others" for path in home.drafts.glob("*") if path.stat().st_mode & 0o077]
    if scene.before is _damaged or not home.has_draft(WORDS):
        return wrong
    if "edit draft" not in (told := home.run()).out + told.err:
        wrong.append(f"the draft isn't named: {told}")
    (home.folder / "an editor").write_text(f"#!/bin/sh\n{WRITE}\n")
    (home.folder / "an editor").chmod(0o700)
    options = ("--on", "today") if "someday" in scene.words else ()
    env = {"VISUAL": f"'{home.folder / 'an editor'}'"}
    went_on = home.run("edit", "draft", *options, env=env, by=variant(name))
    held, _ = inspect_journal(home.journal)
    if went_on.exit or home.has_draft(WORDS) or not any(WORDS in text for _, text, _ in held.values()):
        wrong.append(f"one can't go on with it: {went_on}")
    return wrong
