"""Completion: what could stand next, asked as a shell asks, and in real shells."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.cli.app.completion import SCRIPTS
from tests.cli.terminal import PATIENCE
from tests.conftest import Program, need

ASKED = {"_MENTORLOG_COMPLETE": "1"}


def journal_of(program: Program) -> Path:
    return Path(program("info", "--json").json()["journal"])


@pytest.fixture
def asked(lived_in: Program) -> Program:
    """mentorlog as a shell asks it, beside a journal with a person of two words."""
    lived_in("person", "add", "Mei Sample")
    lived_in("area", "pause", "community")
    with closing(sqlite3.connect(journal_of(lived_in))) as connection, connection:
        connection.execute("INSERT INTO mentees (name, digest) VALUES ('Lan', '')")
    return lived_in


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("refl", ["reflect"]),
        ("goal ch", ["checkin"]),
        ("goal checkin ", ["5"]),
        ("action add x --goal ", ["5"]),
        ("reflect x -a ident", ["identity"]),
        ("reflect x -a IDENT", ["identity"]),
        ("reflect x -a identity,co", ["identity,coping"]),
        ("reflect x --area=gr", ["--area=growth"]),
        ("session add x --with m", ["Mie 美恵", "Mei Sample"]),
        ("session add x --with sam", ["Mei Sample"]),
        ('session add x --with "Mei', ["Mei Sample"]),
        ("session add x --with anh", ["Ánh"]),
        ("session add --minu", ["--minutes"]),
        ("session --js", ["--json"]),
        ("--pl", ["--plain"]),
        ("--journal nowhere.db reflect -a i", []),
        ("--journal=nowhere.db reflect -a i", []),
        ("--journal nowhere.db refl", ["reflect"]),
        ("reflect x --visibility m", ["mentor"]),
        ("timeline 2026", ["2026", "2026-Q1", "2026-03", "2026-02", "2026-01"]),
        ("timeline --since last", ["last month", "last quarter", "last year"]),
        ("show ", ["last"]),
        ("config set pl", ["plain"]),
        ("config set plain ", ["true", "false"]),
        ("config completion z", ["zsh"]),
        ("export journal --to i", ["ics"]),
        ("reflect x -- -a i", []),
        ("reflect x -o ", []),
        ("init ", []),
        ("nothing ", []),
        ("session nothing -", ["--journal", "--plain", "--json", "--no-input", "--veil", "--help"]),
        ("person edit m", ["Mie 美恵", "Mei Sample"]),
        ("person merge Mei m", ["Mie 美恵", "Mei Sample"]),
        ("area edit ident", ["identity"]),
        ("area pause com", []),
        ("area resume ", ["community"]),
        ("area merge growth c", ["coping"]),
        ("share allow ", ["mentor", "public"]),
        ("review timeline l", ["Lan"]),
        ("purge --mentee l", ["Lan"]),
        ("reflect --using d", ["driscoll"]),
        ("goal add --using s", ["smart", "steps"]),
        ("review comment Lan 1 --using ", ["sbi"]),
    ],
)
def test_what_could_stand_next(line: str, values: list[str], asked: Program) -> None:
    answer = asked(*line.split(" "), env=ASKED)
    assert (answer.exit, answer.err) == (0, "")
    assert [found.partition("\t")[0] for found in answer.out.splitlines()] == values


def test_a_journal_of_an_older_shape_has_no_mentees(asked: Program) -> None:
    with closing(sqlite3.connect(journal_of(asked))) as connection, connection:
        connection.execute("ALTER TABLE mentees RENAME TO others")
    assert asked("review", "timeline", "", env=ASKED).out == ""
    assert asked("area", "edit", "ident", env=ASKED).out.startswith("identity\t")


def test_each_has_a_word_on_it(asked: Program) -> None:
    assert asked("goal", "reach", "", env=ASKED).out == "5\tLead one project\n"
    assert asked("undo", "-", env=ASKED).out.startswith("--journal\tanother journal\n")
    assert asked(env=ASKED).out.startswith("session\tLog a session")


def test_an_alias_is_offered_as_a_command_is(asked: Program) -> None:
    asked("config", "set", "aliases.week", "timeline --since mon")
    assert asked("we", env=ASKED).out == "week\ttimeline --since mon\n"


@pytest.mark.parametrize("spoilt", [b"", b"no journal at all" * 100])
def test_nothing_that_goes_wrong_is_told(spoilt: bytes, mentorlog: Program, home: Path) -> None:
    broken = home / "x.db"
    broken.write_bytes(spoilt)
    answer = mentorlog("--journal", str(broken), "reflect", "-a", "i", env=ASKED)
    assert (answer.exit, answer.out, answer.err) == (0, "", "")
    assert broken.read_bytes() == spoilt
    config = home / "config" / "mentorlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("= broken")
    assert mentorlog("zz", env=ASKED).exit == 0


def test_looking_makes_no_journal(mentorlog: Program, home: Path) -> None:
    assert mentorlog("reflect", "-a", "i", env=ASKED).out == ""
    assert not (home / "data").exists()


def test_it_waits_for_nobody(asked: Program, home: Path) -> None:
    with closing(sqlite3.connect(home / "data" / "mentorlog" / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        assert asked("reflect", "-a", "i", env=ASKED).out == ""
        assert time.monotonic() - begun < 2


def test_the_lines_for_a_shell(mentorlog: Program) -> None:
    assert mentorlog("config", "completion", "bash").out == SCRIPTS["bash"]
    assert mentorlog("config", "completion", "pwsh", "--json").json()["script"] == SCRIPTS["powershell"]
    assert mentorlog("config", "completion", "tcsh").exit == 2


# ── In real shells ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def shell_env(asked: Program, tmp_path: Path) -> dict[str, str]:
    """An environment in which `mentorlog` is this one."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "mentorlog").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mentorlog "$@"\n')
    (programs / "mentorlog").chmod(0o755)
    for shell in SCRIPTS:
        (tmp_path / shell).write_text(asked("config", "completion", shell).out)
    return {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "TERM": "dumb"}


def shown(*command: str, env: dict[str, str]) -> str:
    done = subprocess.run(command, env=env, capture_output=True, check=False, timeout=PATIENCE * 2, text=True)
    return done.stdout


@pytest.mark.needs("bash")
def test_in_bash(shell_env: dict[str, str], tmp_path: Path) -> None:
    script = f"""
        source {tmp_path}/bash
        ask() {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mentorlog; printf '%s\\n' "${{COMPREPLY[@]}}"; }}
        ask mentorlog reflect x -a ident
        ask mentorlog session add x --with sam
        ask mentorlog goal reach ''
        complete -p mentorlog
    """
    assert shown("bash", "--norc", "-c", script, env=shell_env).splitlines() == [
        "identity",
        "Mei\\ Sample",
        "5",
        "complete -o default -F _mentorlog mentorlog",
    ]


@pytest.mark.needs("fish")
def test_in_fish(shell_env: dict[str, str], tmp_path: Path) -> None:
    script = f"""
        source {tmp_path}/fish
        complete -C 'mentorlog reflect x -a ident'
        complete -C 'mentorlog session add x --with sam'
        complete -C 'mentorlog goal reach '
    """
    assert shown("fish", "--no-config", "-c", script, env=shell_env).splitlines() == [
        "identity\tCultural identity exploration",
        "Mei Sample",
        "5\tLead one project",
    ]


ZSH = """
    zmodload zsh/zpty
    zpty z zsh -f -i
    ask() { zpty -w z "$1"; }
    ask "PS1= ; fpath=({folder} \\$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word"
    ask "print READY"
    zpty -r z line '*READY*READY*'
    zpty -w -n z $'mentorlog reflect x -a ident\\t'
    zpty -r z one '*identity *'
    zpty -w -n z $'--with sam\\t'
    zpty -r z two '*Mei* Sample *'
    zpty -w -n z $'--with m\\t'
    zpty -r z three '*Nora Mei*'
    zpty -w -n z $'ie\\t'
    zpty -r z three '*Mie[\\\\] *'
    print -r -- "$one$two$three"
"""


@pytest.mark.needs("zsh")
def test_in_zsh(asked: Program, shell_env: dict[str, str], tmp_path: Path) -> None:
    asked("person", "add", "Nora Mei")
    folder = tmp_path / "zfunc"
    folder.mkdir()
    (folder / "_mentorlog").write_text(SCRIPTS["zsh"])
    script = ZSH.replace("{folder}", str(folder))
    said = shown("zsh", "-f", "-c", script, env=shell_env)
    assert "-a identity" in said
    assert "Mei\\ Sample" in said
    assert "Mie\\ " in said  # "m" stands for three names, so it stayed


@pytest.mark.needs("zsh")
def test_zsh_reads_the_lines(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(SCRIPTS["zsh"])
    assert subprocess.run([need("zsh"), "-n", tmp_path / "x"], check=False).returncode == 0
