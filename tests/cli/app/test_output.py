"""Streams: the answer on stdout, everything else on stderr; a picture at a terminal alone."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from mentorlog.cli import main
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import progress_bar
from tests.cli.json_contract import ERROR
from tests.cli.terminal import Terminal
from tests.conftest import Program

SENTINEL = "SENTINELWORDS"


def test_an_error_is_three_short_lines(mentorlog: Program) -> None:
    answer = mentorlog("show", "9")
    assert answer.out == ""
    assert answer.err.splitlines() == [
        "There is no entry 9.",
        "Nothing was changed.",
        "What there is: mentorlog timeline --all",
    ]


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        (("reflect",), 2, "mistyped"),
        (("show", "9"), 3, "not-found"),
        (("nowhere",), 2, "mistyped"),
        (("goal", "nowhere"), 2, "mistyped"),
        (("reflect", "x", "--nowhere"), 2, "mistyped"),
        (("timeline", "--journal", "."), 4, "damaged"),
        (("export", "year", "-o", "/nowhere/at/all.html"), 5, "disk-refused"),
    ],
)
def test_an_error_as_an_object(words: tuple[str, ...], code: int, name: str, mentorlog: Program) -> None:
    for line in (("--json", *words), (*words, "--json")):
        answer = mentorlog(*line)
        assert (answer.exit, answer.out) == (code, "")
        error = json.loads(answer.err)["error"]
        assert (set(error), error["code"], error["exit"]) == (ERROR, name, code)
        assert error["message"]
        assert error["safe"]


def test_where_no_file_can_be_opened_the_error_is_named(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mentorlog.cli.app.messages", None)
    answer = mentorlog("show", "9")
    assert (answer.exit, answer.err) == (3, "not-found: no-entry\n")


def test_a_bug_of_ours_is_a_sentence_too(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(SENTINEL)

    monkeypatch.setattr("mentorlog.cli.app.parsing.areas", broken)
    answer = mentorlog("reflect", SENTINEL)
    assert (answer.exit, answer.out) == (1, "")
    assert answer.err.splitlines()[0] == "mentorlog made a mistake of its own (RuntimeError)."
    assert SENTINEL not in answer.err
    assert json.loads(mentorlog("reflect", SENTINEL, "--json").err)["error"]["code"] == "bug"


def test_interrupted_between_commands(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mentorlog.cli.run", interrupted)
    assert mentorlog("timeline").exit == 130


def test_any_stream_will_do() -> None:
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
        assert main(["timeline", "--json"]) == 0
    assert json.loads(out.getvalue())["entries"] == []


def test_json_is_utf_8_and_not_escaped(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "身份 và Ánh 🌾", "--json")
    assert "身份 và Ánh 🌾" in answer.out
    assert answer.json()["schema_version"] == 1
    assert answer.err == ""


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_utf_8_whatever_the_locale(locale: str, run: Program) -> None:
    assert run("reflect", "身份 và Ánh", "--with", "Mie 美恵", env={"LC_ALL": locale}).exit == 0
    for env in ({"LC_ALL": locale}, {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        assert "Mie 美恵" in run("timeline", env=env).out
        assert "身份 và Ánh" in run("timeline", "--json", env=env).out


@pytest.mark.parametrize(
    "words", ["timeline", "progress", "timeline --json", "export journal", "export year --to md", "-h", "reflect x"]
)
def test_quiet_when_nobody_reads(words: str, run: Program) -> None:
    run("reflect", "-", input="word " * 20_000)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "mentorlog", *words.split()], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_quiet_when_nobody_reads_errors() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "mentorlog", "show", "9"], stdout=subprocess.PIPE, stderr=writing, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stdout) == (3, b"")


def test_an_answer_that_can_t_be_written(run: Program) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mentorlog", "reflect", "x"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 5
    assert done.stderr.splitlines()[1] == b"What was to be kept is kept."
    assert run("timeline", "--json").json()["total"] == 1


def test_streams_that_were_closed_before(run: Program) -> None:
    line = f"'{sys.executable}' -m mentorlog reflect x <&- >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", line], check=False).returncode == 0
    assert run("timeline", "--json").json()["total"] == 1


# ── At a terminal ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def journal(mentorlog: Program) -> Program:
    mentorlog("session", "add", "Compared our grandmothers.", "--with", "Mie 美恵", "-a", "ident,valid")
    mentorlog("goal", "add", "Lead one project end to end", "--due", "2026-06-30", "-a", "growth")
    mentorlog("goal", "checkin", "2", "--percent", "60")
    return mentorlog


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("words", ["", "timeline", "progress", "goal story 2"])
def test_a_picture_fits(words: str, width: int) -> None:
    with Terminal(*words.split(), width=width) as terminal:
        assert terminal.ended() == 0
    assert "\x1b[1m" in terminal.shown
    lines = terminal.plain().splitlines()
    assert any("━" in line for line in lines) or width < 80 or words == "timeline"
    assert [line for line in lines if len(line) > width] == []


@pytest.mark.usefixtures("journal")
def test_no_colour() -> None:
    with Terminal("progress", env={"NO_COLOR": "1"}) as terminal:
        terminal.ended()
    assert "━" in terminal.shown
    assert "\x1b[3" not in terminal.shown


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (("progress",), {"TERM": "dumb"}),
        (("progress", "--plain"), {}),
        (("progress",), {"MENTORLOG_PLAIN": "1"}),
    ],
)
def test_plain(words: tuple[str, ...], env: dict[str, str], journal: Program) -> None:
    with Terminal(*words, env=env) as terminal:
        terminal.ended()
    assert terminal.shown.replace("\r\n", "\n") == journal("progress").out
    assert "━" not in terminal.shown
    assert "\x1b" not in terminal.shown


def test_plain_kept_on(journal: Program) -> None:
    journal("config", "set", "plain", "true")
    with Terminal("progress") as terminal:
        terminal.ended()
    assert "\x1b" not in terminal.shown


@pytest.mark.usefixtures("journal")
def test_a_terminal_without_symbols() -> None:
    with Terminal("progress", env={"LC_ALL": "C"}, anew=True) as terminal:
        terminal.ended()
    assert "━" not in terminal.shown
    assert "#####" in terminal.shown


# ── A bar while something long is done ───────────────────────────────────────────────────────────


class Screen(io.StringIO):
    """A terminal that keeps what was written to it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("size", "call", "term", "is_drawn"),
    [
        (10, Invocation(), "xterm", True),
        (0, Invocation(), "xterm", False),
        (10, Invocation(is_json=True), "xterm", False),
        (10, Invocation(is_plain=True), "xterm", False),
        (10, Invocation(), "dumb", False),
    ],
)
def test_a_bar_is_drawn_on_stderr_alone(
    size: int, call: Invocation, term: str, is_drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    out, err = Screen(), Screen()
    with redirect_stdout(out), redirect_stderr(err), progress_bar(call, "Importing", size) as move:
        move(5)
        move(5)
    assert out.getvalue() == ""
    assert ("Importing" in err.getvalue(), "100%" in err.getvalue()) == (is_drawn, is_drawn)


def test_no_bar_is_drawn_into_a_pipe() -> None:
    err = io.StringIO()
    with redirect_stderr(err), progress_bar(Invocation(), "Importing", 10) as move:
        move(10)
    assert err.getvalue() == ""
