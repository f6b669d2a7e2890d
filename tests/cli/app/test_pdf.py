"""Programs that we start: a browser that prints, where WeasyPrint is not."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mentorlog.cli.app import pdf
from mentorlog.errors import InvalidInput
from tests.conftest import Program, need


@pytest.fixture(autouse=True)
def no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the extra is not installed."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.delitem(sys.modules, "mentorlog.export.pdf", raising=False)


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing but a browser of our own is to be found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder / "chromium"


def make(program: Path, script: str) -> None:
    program.write_text(f"#!{sys.executable}\n{script}")
    program.chmod(0o700)


PRINTS = """
import sys
paper = next(word.partition("=")[2] for word in sys.argv if word.startswith("--print-to-pdf="))
open(paper, "w").write("printed: " + " ".join(word for word in sys.argv if "sandbox" in word))
"""


@pytest.mark.needs("chromium")
def test_a_browser_prints_a_summary(lived_in: Program, tmp_path: Path) -> None:
    need("chromium")
    answer = lived_in("export", "year", "--to", "pdf", "-o", str(tmp_path / "year.pdf"))
    assert answer.exit == 0, answer.err
    assert (tmp_path / "year.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("user", "expected"), [(0, b"printed: --no-sandbox"), (1000, b"printed: ")])
def test_only_root_goes_without_a_sandbox(
    user: int, expected: bytes, browser: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(browser, PRINTS)
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert pdf.render_pdf(b"<p>") == expected


@pytest.mark.parametrize("script", ["raise SystemExit(1)", "pass"])
def test_a_browser_that_prints_nothing_is_said(script: str, browser: Path) -> None:
    make(browser, script)
    with pytest.raises(InvalidInput, match="chromium could not print the page"):
        pdf.render_pdf(b"<p>")


def test_a_browser_that_hangs_is_left_alone(browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_words: object, **_options: object) -> None:
        raise subprocess.TimeoutExpired("chromium", 1)

    make(browser, "pass")
    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(InvalidInput, match="could not print"):
        pdf.render_pdf(b"<p>")


def test_without_either_it_says_how(browser: Path, lived_in: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "BROWSERS", ("chromium",))
    answer = lived_in("export", "year", "--to", "pdf")
    assert not browser.exists()
    assert (answer.exit, answer.out) == (2, "")
    assert "Nothing here can make a PDF." in answer.err
    assert "mentorlog[pdf]" in answer.err


def test_the_extra_prints_where_it_is_there_and_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Html:
        def __init__(self, *, string: str, url_fetcher: object) -> None:
            self.string = string
            assert callable(url_fetcher)
            with pytest.raises(ValueError, match="example"):
                url_fetcher("https://example.org/x.png")

        def write_pdf(self) -> bytes:
            return f"%PDF of {self.string}".encode()

    extra = ModuleType("weasyprint")
    extra.HTML = Html  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "weasyprint", extra)
    assert pdf.render_pdf(b"<p>") == b"%PDF of <p>"
