"""A crash while one writes: what was written is named afterwards, and gone on with."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the editor is a shell script")
EDITOR = """#!/bin/sh
echo "Half a thought" > "$1"
touch "$0.open"
exec sleep 30
"""


@pytest.fixture
def crashed(lived_in: Program, tmp_path: Path) -> Program:
    """The program and the editor were killed while the user was writing."""
    editor = tmp_path / "editor"
    editor.write_text(EDITOR)
    editor.chmod(0o700)
    words = [sys.executable, "-m", "mentorlog", "reflect", "-e", "-a", "identity"]
    with subprocess.Popen(words, env={**os.environ, "EDITOR": str(editor)}, start_new_session=True) as process:
        end = time.monotonic() + 30
        while not editor.with_name("editor.open").exists() and time.monotonic() < end:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
    return lived_in


def test_catchup_and_the_bare_command_name_it(crashed: Program) -> None:
    for words in (("catchup",), ()):
        answer = crashed(*words)
        assert "a reflection begun " in answer.out
        assert "mentorlog edit draft" in answer.out
    (draft,) = crashed("catchup", "--json").json()["unfinished"]
    assert draft["kind"] == "reflection"


def test_it_is_gone_on_with_where_it_was(crashed: Program) -> None:
    assert crashed("edit", "draft", env={"EDITOR": "true"}).exit == 0
    saved = crashed("show", "last", "--json").json()
    assert (saved["text"].strip(), saved["areas"]) == ("Half a thought", ["identity"])
    assert crashed("catchup", "--json").json()["unfinished"] == []
