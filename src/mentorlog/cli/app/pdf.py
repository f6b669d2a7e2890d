"""Pages on paper: by WeasyPrint, or by a browser that is installed and kept from the network."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from mentorlog.errors import UNCHANGED, InvalidInput

BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"),
    *("brave-browser", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    *("/Applications/Chromium.app/Contents/MacOS/Chromium",),
    *("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",),
)
QUIET = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--disable-extensions", "--proxy-server=127.0.0.1:9", "--no-pdf-header-footer"),
    "--generate-pdf-document-outline",  # its headings, to leap to
)
PATIENCE = 900  # seconds; ten thousand entries are thousands of pages, which takes a busy machine minutes
NO_PRINTER = "Nothing here can make a PDF."
BY_HAND = "open the HTML in any browser and print it: mentorlog export year --to html"
HOW = f"Install Chromium, or the extra: pip install 'mentorlog[pdf]'. Or {BY_HAND}"


def render_pdf(html: bytes) -> bytes:
    """A page as a PDF: by WeasyPrint or a browser; raises InvalidInput where there is neither."""
    try:
        from mentorlog.export.pdf import html_to_pdf
    except (ImportError, OSError):  # not installed, or without the libraries that it draws with
        return _printed(html)
    return html_to_pdf(html)


def _printed(html: bytes) -> bytes:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise InvalidInput(NO_PRINTER, safe=UNCHANGED, hint=HOW)
    with TemporaryDirectory(prefix="mentorlog-") as folder:
        page, paper = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_bytes(html)
        places = (f"--user-data-dir={folder}/profile", f"--print-to-pdf={paper}", page.as_uri())
        as_root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses to work for root
        _run([browser, *QUIET, *as_root, *places])
        if not paper.exists():
            raise InvalidInput(
                f"{Path(browser).name} could not print the page.", safe=UNCHANGED, hint=f"O{BY_HAND[1:]}"
            )
        return paper.read_bytes()


def _run(line: list[str]) -> None:
    """Run it, and let what it says go unheard; what it did not do is seen by what is missing."""
    quiet = subprocess.DEVNULL
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(line, stdin=quiet, stdout=quiet, stderr=quiet, check=False, timeout=PATIENCE)
