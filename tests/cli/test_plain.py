"""The whole program in words alone: what a screen reader speaks, a pipe takes and a simple terminal shows.

The lines come from the examples in each command's help, so that a new command is here by itself.
"""

import re
import shlex
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command

from docs.generate import lines_typed
from mentorlog.cli.app.dispatch import program
from mentorlog.dates import day_month, long_day_month
from tests.cli.terminal import Terminal
from tests.conftest import Program, Stream

WIDTHS = (40, 80, 200)
DRAWING = re.compile("[\u2500-\u259f\u2190-\u21ff\u25a0-\u25ff·•\x00-\x09\x0b-\x1f\x7f]")
DOCUMENTS = ("export",)  # what goes to standard output is the document itself, with all that is in it
WAITS = ("browse",)  # it serves until it is ended; its own tests see to it
FILES = {"journal.jsonl": '{"type": "mentorlog journal", "version": 1}', "jrnl.json": '{"entries": []}'}


def examples() -> list[str]:
    """Every line that a help gives as an example."""
    root = get_command(program)
    assert isinstance(root, TyperGroup)
    found: list[str] = []
    for name, *verb in lines_typed():
        command = root.get_command(typer.Context(root), name)
        if verb:
            assert isinstance(command, TyperGroup)
            command = command.commands[verb[0]]
        if name not in WAITS and not isinstance(command, TyperGroup):
            assert command
            assert command.epilog, f"{name} has no example"
            found += [line.strip() for line in command.epilog.strip().splitlines()]
    return list(dict.fromkeys(["mentorlog", "mentorlog --help", *found]))


def words_of(example: str) -> list[str]:
    """The words that mentorlog gets of a line that a shell reads."""
    words = shlex.split(example.partition(" > ")[0].partition(" >> ")[0].partition(" | ")[0])
    assert words[0] == "mentorlog", example
    return words[1:]


@pytest.mark.parametrize("example", examples())
def test_words_alone_at_any_width(
    example: str, lived_in: Program, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Stream, "isatty", lambda _: True)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("secrets.choice", min)  # the same passphrase at each width
    monkeypatch.setattr(
        "mentorlog.exchange.encryption.encrypt_with_passphrase", lambda content, _: content
    )  # a second each
    words = words_of(example)
    said = []
    for width in WIDTHS:
        here = tmp_path / f"w{width}"
        shutil.copytree(home, here)
        for name, content in FILES.items():
            (here / name).write_text(content)
        monkeypatch.chdir(here)
        places = {f"XDG_{kind}_HOME": str(here / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        answer = lived_in(*words, "--plain", "--no-input", env={"COLUMNS": str(width), "HOME": str(here), **places})
        assert answer.exit != 1, answer.err
        lines = [*answer.out.splitlines(), *answer.err.splitlines()]
        assert [line for line in lines if "Traceback" in line or re.search(r"\w…", line)] == []
        if words[:1] != [*DOCUMENTS]:
            assert [line for line in lines if DRAWING.search(line)] == []
        said.append(re.sub(r"[\w:+.-]*(?:\d|\b[a-f]{4}\b)[\w:+.-]*", "0", f"{answer.exit}{answer.out}{answer.err}"))
    assert len(set(said)) == 1, "the width shows"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("words", ["timeline --all", "progress", "show 1", ""])
def test_at_a_real_terminal(words: str, width: int, lived_in: Program) -> None:
    with Terminal(*words.split(), "--plain", width=width) as at:
        assert at.ended() == 0
    assert "\x1b" not in at.shown
    assert at.plain() == lived_in(*words.split()).out


def test_what_stands_apart_to_the_eye_stands_apart_to_the_ear(mentorlog: Program) -> None:
    written = mentorlog(
        "session", "add", "Met.", "-a", "coping", "--action", "Call", "--promised", "Wait", "--with", "Ana"
    )
    assert "  2  action, yours  Call\n" in written.err
    assert written.err.endswith("mentorlog undo      What it meant: mentorlog reflect --about last\n")
    spoken = mentorlog(
        *(
            "session",
            "add",
            "Met.",
            "-a",
            "coping",
            "--action",
            "Call",
            "--promised",
            "Wait",
            "--with",
            "Ana",
            "--plain",
        )
    )
    assert spoken.err.splitlines() == [
        *("coping, private", "5, action, yours: Call", "6, action, Ana: Wait"),
        *("Take it back: mentorlog undo", "What it meant: mentorlog reflect --about last"),
    ]


DONE = [
    (
        ["session", "add", "Met.", "--on", "2026-03-12", "--minutes", "90"],
        "Session 7 saved for Thursday 12 March 2026, today, 1 hour 30 minutes.",
    ),
    (["action", "add", "Call", "--due", "2026-04-01"], "today, due Wednesday 1 April 2026."),
    (["goal", "checkin", "5", "30"], "Goal 5 checked in for Thursday 12 March 2026, today. Take it back"),
    (["action", "done", "2", "--on", "2026-03-01"], "Action 2 done on Sunday 1 March 2026."),
    (["edit", "3", "Otherwise."], "Reflection 3, Thursday 15 January 2026, changed. Take it back: mentorlog undo"),
    (["edit", "3", "--on", "2025-12-31"], "Reflection 3 moved from Thursday 15 January to Wednesday 31 December 2025."),
    (["share", "allow", "mentor", "5"], "A mentor may read 1 entry: 5.\n5: goal, Wednesday 11 February 2026: Lead"),
]


@pytest.mark.parametrize(("words", "said"), DONE)
def test_what_was_done_names_days_and_minutes_in_full(words: list[str], said: str, lived_in: Program) -> None:
    answer = lived_in(*words, "--plain")
    assert said in answer.out + answer.err


def test_what_is_taken_back_was_written_on_a_day_in_full(lived_in: Program) -> None:
    long_ago, written = date(2020, 1, 15), datetime.now(UTC).date()
    for flags, named in (((), day_month), (("--plain",), long_day_month)):
        lived_in("reflect", "More.")
        out = lived_in("undo", *flags, env={"MENTORLOG_TODAY": long_ago.isoformat()}).out
        assert f" written on {named(written, long_ago)} at " in out


def test_a_setting_that_is_not_set_says_so(mentorlog: Program) -> None:
    assert "name: not set" in mentorlog("config", "list").out.splitlines()


def test_two_ways_out_are_two_lines(mentorlog: Program) -> None:
    put_away, for_good = "To remove an entry: mentorlog remove N", "For good: mentorlog purge N"
    assert f"{put_away}    {for_good}\n" in mentorlog("delete").err
    assert f"{put_away}\n{for_good}\n" in mentorlog("--plain", "delete").err


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"MENTORLOG_PLAIN": "1"}])
def test_questions_move_no_cursor(env: dict[str, str]) -> None:
    with Terminal("session", "add", env=env) as at:
        at.answer("With whom?", "Ánh")
        at.answer("When? (today)", "")
        at.expect("What was said")
        at.press(b"\x03")
        assert at.ended() == 130
    assert re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", at.shown) == []


def test_the_setting_keeps_it_on(lived_in: Program) -> None:
    lived_in("config", "set", "plain", "true")
    with Terminal("timeline", "--all") as at:
        assert at.ended() == 0
    assert at.plain() == lived_in("timeline", "--all").out
    assert "\x1b" not in at.shown


@pytest.mark.usefixtures("lived_in")
def test_no_colour_where_none_is_wanted() -> None:
    with Terminal("progress", env={"NO_COLOR": "1"}) as at:
        assert at.ended() == 0
    assert re.findall(r"\x1b\[(?:3\d|4\d|9\d)[;m\d]*", at.shown) == []


def test_what_was_written_is_told_even_where_the_settings_are_broken(lived_in: Program, home: Path) -> None:
    file = home / "config" / "mentorlog" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("= broken")
    assert lived_in("remove", "6").exit == 0
    assert lived_in("restore", "6", "--plain").exit == 0
