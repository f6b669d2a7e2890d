"""Hostile or odd input: a sentence, the right exit code, nothing written, no byte that a terminal would obey."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.conftest import Answer, Program

SENTINEL = "SENTINELWORDS"
ODD = [
    "[/]",
    "[bold]x[/bold]",
    "[link=file:///etc/passwd]x[/link]",
    ":smile: {0} %s $HOME",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]52;c;eA==\x07",
    "bell\x07 back\x08 return\rline del\x7f",
    "c1 \x9b31m \x85 \u2028 \u2029",
    "bidi \u202eabc\u202c \u2066x\u2069 \u200e",
    "tags \U000e0041\U000e0042 zero\u200bwidth \ufeff",
    "<script>alert(1)</script> ![x](http://example.org/x.png)",
]


def obeyed(text: str) -> list[str]:
    """The characters that a terminal would obey or that hide."""
    codes = map(ord, text.replace("\n", ""))
    return [
        hex(code)
        for code in codes
        if code < 0x20 or 0x7F <= code <= 0x9F or 0x2028 <= code <= 0x202E or 0x2066 <= code <= 0x2069
        if code or 0xE0000 <= code <= 0xE007F
    ]


def check_quiet(answer: Answer) -> None:
    assert obeyed(answer.out) == []
    assert obeyed(answer.err) == []
    assert "Traceback" not in answer.err
    assert answer.exit != 1


@pytest.mark.parametrize("text", ODD)
def test_odd_words_are_kept_as_they_are_and_shown_safely(text: str, mentorlog: Program) -> None:
    for words in (
        ("session", "add", text, "--title", text, "--with", text, "--action", text, "--promised", text, "--json"),
        ("reflect", text, "--feeling", text, "--about", "1"),
        ("goal", "add", text, "--sign", text, "--measure", text),
        ("goal", "drop", "5", text),
        ("ask", text),
        ("area", "add", f"area {text}", "--about", text),
        ("person", "edit", text, "--role", text, "--rhythm", text),
        ("config", "set", "name", text),
        ("remove", "6"),
        ("undo",),
        ("timeline",),
        ("timeline", "--json"),
        ("progress",),
        ("search", text),
        ("goal", "story", "5"),
        ("history",),
        ("history", "1"),
        ("area", "list"),
        ("person", "list"),
        ("config", "list"),
        ("export", "journal"),
        (),
        *(("show", str(number)) for number in range(1, 7)),
    ):
        answer = mentorlog(*words)
        assert answer.exit == 0, (words, answer.err)
        check_quiet(answer)
    for form in ("html", "md", "json", "csv"):
        document = mentorlog("export", "year", "--to", form, "-o", "-")
        check_quiet(replace(document, out=document.out.replace("\r\n", "\n")))
    assert mentorlog("show", "6", "--json").json()["text"] == text.replace("\r", "\n").rstrip()


@pytest.mark.parametrize("text", ODD)
def test_odd_words_in_errors(text: str, mentorlog: Program) -> None:
    mentorlog("reflect", "x", "--with", "Ánh")
    for words in (
        (text,),
        ("reflect", text, text),
        ("reflect", "x", "-a", text),
        ("reflect", "x", "--on", text),
        ("reflect", "x", "--at", text),
        ("reflect", "x", "--visibility", text),
        ("reflect", "x", f"--{text}"),
        ("timeline", text),
        ("timeline", "--with", text),
        ("timeline", "--kind", text),
        ("show", text),
        ("goal", text),
        ("goal", "list", "--status", text),
        ("import", text),
        ("export", "year", "-o", f"nowhere/{text}.html"),
        ("config", "get", text),
        ("config", "set", "plain", text),
        ("--journal", f"nowhere/{text}", "timeline"),
        ("reflect", "x", "--journal", f"nowhere/{text}"),
    ):
        for line in (words, ("--json", *words)):
            answer = mentorlog(*line)
            assert answer.exit in (2, 3, 5), (line, answer.err)
            assert answer.out == ""
            check_quiet(answer)
    assert mentorlog("timeline", "--json").json()["total"] == 1


def test_no_error_repeats_the_words_of_an_entry(mentorlog: Program) -> None:
    mentorlog("reflect", f"{SENTINEL} there")
    for words in (
        ("reflect", SENTINEL, SENTINEL),
        ("reflect", SENTINEL, "-a", "idenity"),
        ("reflect", SENTINEL, "--on", "2062-01-01"),
        ("reflect", SENTINEL, "--about", "9"),
        ("session", "add", SENTINEL, "--minutes", "x"),
        ("session", "add", "x", "--action", f"{SENTINEL}\x00" * 300),
        ("goal", "add", SENTINEL, "--target", "x"),
        ("goal", "checkin", "1", SENTINEL),
        ("action", "done", "1", SENTINEL),
        ("edit", "1", "2", SENTINEL),
        ("edit", "1", SENTINEL, "--minutes", "5"),
        (SENTINEL + " led the meeting",),
        ("session", SENTINEL),
        ("goal", "add", "--journal", "/nowhere.db", SENTINEL),
    ):
        for line in (words, ("--json", *words)):
            answer = mentorlog(*line)
            assert (answer.exit in (2, 3), answer.out) == (True, "")
            assert SENTINEL not in answer.err, line


def test_bytes_that_are_not_utf_8(mentorlog: Program, home: Path) -> None:
    for words, piped in (
        ([b"reflect", b"x", b"--title", b"\xc3\x28"], b""),
        ([b"reflect", b"x", b"-a", b"\xff"], b""),
        ([b"reflect", b"x", b"--with", b"\xff"], b""),
        ([b"reflect", b"x", b"--on", b"\xff"], b""),
        ([b"timeline", b"--with", b"\xff"], b""),
        ([b"search", b"\xff"], b""),
        ([b"show", b"\xff"], b""),
        ([b"\xff"], b""),
        ([b"import", b"-"], b"\xff\xfe"),
        ([b"import", b"\xff"], b""),
        ([b"--json", b"--journal", b"\xff.db", b"timeline"], b""),
        ([b"person", b"add", b"\xed\xa0\x80"], b""),
        ([b"config", b"set", b"name", b"\xff"], b""),
    ):
        done = mentorlog(*map(os.fsdecode, words), input=piped)
        assert done.exit in (0, 2, 3, 4), (words, done.err)
        assert "Traceback" not in done.err
    assert mentorlog("timeline", "--json").json()["entries"] == []
    assert not (home / "config" / "mentorlog").exists()


def test_such_bytes_from_outside(mentorlog: Program) -> None:
    for words, piped in (
        ([b"reflect", b"words \xff\xfe"], b""),
        ([b"reflect", b"-"], b"words \xff\xfe"),
        ([b"--journal", b"\xff.db", b"timeline"], b""),
    ):
        program: list[str | bytes] = [sys.executable, "-m", "mentorlog", *words]
        done = subprocess.run(program, input=piped, capture_output=True, check=False)
        assert done.returncode in (2, 3), (words, done.stderr)
        assert "Traceback" not in done.stdout.decode() + done.stderr.decode()
    assert mentorlog("timeline", "--json").json()["entries"] == []


@pytest.mark.parametrize("text", ["\udcff", "x\udc80y"])
def test_half_characters(text: str, mentorlog: Program) -> None:
    for words in (("reflect", text), ("reflect", "x", "--title", text), ("session", "add", "x", "--with", text)):
        answer = mentorlog(*words)
        assert (answer.exit, answer.out) == (2, "")
        assert "bytes that are not UTF-8" in answer.err
    assert mentorlog("timeline", "--json").json()["entries"] == []


def test_a_megabyte_and_no_more(mentorlog: Program) -> None:
    text = "é" * (512 * 1024)
    assert mentorlog("reflect", "-", input=text).exit == 0
    refused = mentorlog("reflect", "-", input=f"{text}e")
    assert (refused.exit, refused.err.splitlines()[0]) == (2, "The text is longer than 1 MiB.")
    assert mentorlog("edit", "1", "--append", "more").exit == 2
    assert mentorlog("reflect", "x", "--title", "t" * 1001).exit == 2
    assert mentorlog("timeline", "--json").json()["total"] == 1


# ── Files that are no journal ────────────────────────────────────────────────────────────────────


@pytest.fixture
def place(home: Path, mentorlog: Program) -> Path:
    """Where the usual journal is; there is one."""
    mentorlog("reflect", SENTINEL)
    return home / "data" / "mentorlog" / "journal.db"


def crafted(place: Path) -> Iterator[tuple[str, int]]:
    """Puts one file after the other in the place of a journal; what it is, and the exit code."""
    whole = place.read_bytes()
    place.write_bytes(b"")
    yield "nothing in it", 4
    place.write_bytes(b"Dear Rosa, ")
    yield "a letter", 4
    place.write_bytes(whole[:5000])
    yield "cut off", 4
    place.write_bytes(os.urandom(8192))
    yield "noise", 4
    place.unlink()
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()
    yield "another program's", 4
    place.write_bytes(whole)
    with sqlite3.connect(place) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    yield "a newer mentorlog's", 8
    place.unlink()
    place.symlink_to(place.parent / "nowhere")
    yield "a link to nothing", 5


@pytest.mark.parametrize("words", [("reflect", "x"), ("timeline",), ("undo",), ("export", "journal"), ("info",), ()])
def test_what_is_no_journal_stays_as_it_is(words: tuple[str, ...], place: Path, mentorlog: Program) -> None:
    for what, code in crafted(place):
        before = None if place.is_symlink() else place.read_bytes()
        answer = mentorlog(*words)
        assert (answer.exit, answer.out) == (code, ""), (what, answer.err)
        assert len(answer.err.splitlines()) == 3, what
        check_quiet(answer)
        assert (None if place.is_symlink() else place.read_bytes()) == before, what


def test_a_directory(mentorlog: Program, home: Path) -> None:
    for words in (("reflect", "x"), ("timeline",)):
        answer = mentorlog(*words, "--journal", str(home))
        assert (answer.exit, answer.err.splitlines()[0]) == (4, f"{home} is a directory, not a journal.")


@pytest.mark.needs("setpriv")
def test_what_may_not_be_read_or_written(place: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can step down")
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", sys.executable, "-m", "mentorlog"]
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        journal = Path(shutil.copy(place, folder))
        homes = {f"XDG_{kind}_HOME": folder for kind in ("DATA", "CONFIG", "STATE", "CACHE")}

        def program(*words: str) -> subprocess.CompletedProcess[str]:
            env = {**os.environ, **homes, "HOME": folder, "MENTORLOG_JOURNAL": str(journal)}
            return subprocess.run([*nobody, *words], env=env, capture_output=True, check=False, text=True)

        if program("-h").returncode:
            pytest.skip("only root can read the program")
        journal.chmod(0o644)
        reading = program("timeline")
        assert (reading.returncode, SENTINEL in reading.stdout) == (0, True), reading.stderr
        writing = program("reflect", "x")
        assert (writing.returncode, writing.stdout) == (5, "")
        assert writing.stderr.splitlines()[:2] == [f"{journal} is read-only.", "The journal is as it was."]
        journal.chmod(0o600)
        refused = program("timeline")
        assert (refused.returncode, refused.stdout) == (5, "")
        assert SENTINEL not in refused.stderr


def test_the_disk_refuses(mentorlog: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("mentorlog.storage.database.create.create_journal", refused)
    answer = mentorlog("reflect", "x")
    assert (answer.exit, answer.out) == (5, "")
    assert "Read-only file system" in answer.err
