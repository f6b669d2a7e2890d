"""demo: a made-up journal to look around in."""

from pathlib import Path

import pytest

from tests.conftest import Program


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def test_looking_around(mentorlog: Program, here: Path, home: Path) -> None:
    answer = mentorlog("demo")
    assert (answer.exit, answer.err) == (0, "")
    assert answer.out.startswith("Progress from ")
    assert "your own was not touched" in answer.out
    assert [path.name for path in here.iterdir()] == ["mentorlog-demo.html"]
    assert not (home / "data").exists()


def test_kept_and_again(mentorlog: Program, here: Path) -> None:
    kept = here / "demo.db"
    first = mentorlog("demo", "--keep", str(kept), "--json").json()
    assert (first["journal"], first["summary"]) == (str(kept), str(here / "mentorlog-demo.html"))
    assert mentorlog("progress", "--all", "--json", "--journal", str(kept)).json()["entries"] == first["entries"]
    assert mentorlog("demo", "--keep", str(kept)).exit == 2
    second = mentorlog("demo", "--keep", str(here / "other.db"))
    assert "mentorlog --journal" in second.out
    assert (here / "mentorlog-demo-2.html").is_file()
