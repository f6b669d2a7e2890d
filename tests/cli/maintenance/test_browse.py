"""browse: the journal in Datasette, for this machine alone, read only."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest

from mentorlog.cli.app import datasette
from tests.conftest import Program, need

ROOT = Path(__file__).parents[3]
FAKE = """#!/bin/sh
cat > "{home}/told"
echo "$@" > "{home}/line"
echo "INFO: Started"
echo "http://127.0.0.1:9/-/auth-token?token=abc"
exit {code}
"""


@pytest.fixture
def fake(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called datasette that notes what it was told."""
    program = home / "bin" / "datasette"
    program.parent.mkdir()
    program.write_text(FAKE.format(home=home, code=0))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return program


@pytest.mark.usefixtures("fake")
def test_says_where_it_is(lived_in: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    answer = lived_in("browse", "--port", "8001")
    assert answer.out == "http://127.0.0.1:9/-/auth-token?token=abc\n"
    assert "for this machine alone" in answer.err
    assert opened == ["http://127.0.0.1:9/-/auth-token?token=abc"]
    assert " --host 127.0.0.1 --port 8001 --root " in (home / "line").read_text()
    told = json.loads((home / "told").read_text())
    assert told["allow"] == {"id": "root"}
    assert told["databases"]["journal"]["tables"]["timeline"]["description_html"].count("day__startswith=2026") == 1
    assert lived_in("browse", "--no-open", "--json").json()["address"] == opened[0]
    assert len(opened) == 1


@pytest.mark.usefixtures("fake")
def test_what_can_t_be(lived_in: Program, home: Path) -> None:
    assert lived_in("browse", "--port", "0").exit == 2
    (home / "data" / "mentorlog" / "journal.db").unlink()
    assert "nothing to browse" in lived_in("browse", "--no-open").err


def test_where_it_ends_by_itself(fake: Path, lived_in: Program, home: Path) -> None:
    fake.write_text(FAKE.format(home=home, code=3))
    answer = lived_in("browse", "--no-open")
    assert (answer.exit, answer.err.splitlines()[-1]) == (2, "Is the port free? --port chooses one.")
    fake.write_text("#!/bin/sh\nexec <&-\nsleep 1\nexit 1\n")
    assert lived_in("browse", "--no-open").exit == 2


def test_where_it_is_not_installed(lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    answer = lived_in("browse")
    assert (answer.exit, answer.out) == (2, "")
    assert "pipx install datasette" in answer.err


def test_the_one_beside_this_python_comes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(home / "python"))
    (home / "datasette").touch()
    assert datasette.find_datasette() == str(home / "datasette")


def test_it_ends_with_the_call(fake: Path, lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    fake.write_text("#!/bin/sh\ncat > /dev/null\necho 'http://x/-/auth-token?token=a'\nexec sleep 60\n")
    monkeypatch.setattr("webbrowser.open", interrupt)
    monkeypatch.setattr(datasette, "PATIENCE", 2)
    assert lived_in("browse").exit == 130


# ── The real one ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def real() -> str:
    """Datasette in an environment of its own (.ci/run), or anywhere on this machine."""
    found = ROOT / ".venv-neighbours" / "bin" / "datasette"
    return str(found) if found.exists() else need("datasette")


def test_in_the_real_one(real: str, lived_in: Program) -> None:
    lived_in("reflect", "Put away.", "-a", "growth")
    lived_in("remove", "7")
    running = subprocess.Popen(
        [sys.executable, "-m", "mentorlog", "browse", "--no-open"],
        env={**os.environ, "PATH": f"{Path(real).parent}:{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert running.stdout
        address = running.stdout.readline().strip()
        base = address.partition("/-/")[0]
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"{base}/journal/timeline.json", timeout=30)
        signed_in = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        signed_in.open(address, timeout=30)

        def asked(path: str) -> Any:
            return json.load(signed_in.open(f"{base}/journal/{path}", timeout=30))

        timeline = asked("timeline.json?_shape=objects")
        assert timeline["filtered_table_rows_count"] == 6
        assert {"kind", "areas", "people"} <= set(timeline["facet_results"])
        assert asked("timeline.json?day__startswith=2026-01")["filtered_table_rows_count"] == 3
        by_area = asked("people-by-area.json?_shape=array")
        assert {"person": "Ánh", "area": "identity", "entries": 2, "last": "2026-01-15"} in by_area
        for query in ("areas-by-year", "open", "months", "find"):
            assert asked(f"{query}.json?_shape=array&words=names")
        page = signed_in.open(f"{base}/journal", timeout=30).read().decode()
        assert "Who helps with what" in page
        front = json.load(signed_in.open(f"{base}/.json", timeout=30))
        assert list(front.get("databases", front)) == ["journal"]
        shown = {
            table["name"]
            for table in json.load(signed_in.open(f"{base}/journal.json"))["tables"]
            if not table["hidden"]
        }
        assert shown == {"areas", "people"}
        assert timeline["rows"][0]["day"] == max(row["day"] for row in timeline["rows"])
    finally:
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=30)
    assert running.returncode == 130
