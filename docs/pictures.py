"""Makes the pictures in docs/pictures: the demo's terminal and documents, as Chromium shows them.

    just pictures

The demo's journal is made up, and the day is fixed, so the same pictures come out again.
"""

import os
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
TODAY = "2026-03-12"
TERMINAL = {"progress": ("progress",), "timeline": ("timeline", "2026-02-24..2026-03-10")}
PAGES = {
    "year": (900, 1500, "light"),
    "year-dark": (900, 700, "dark"),
    "year-phone": (390, 900, "light"),
}
QUIET = ["--no-sandbox", "--disable-lcd-text", "--disable-background-networking", "--disable-component-update"]
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fdfcf9; color: #211f1b; }}
pre {{ margin: 0; padding: 1.4rem 1.8rem; width: max-content; font: 13px/1.35 "DejaVu Sans Mono", "Noto Sans Mono",
  "Noto Sans Mono CJK JP", monospace; }}
</style><pre>{}</pre>"""


def main() -> None:
    """Make them all."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-lcd-text"]
        )
        for name, words in TERMINAL.items():
            shot(browser, name, PAGE.format(drawn(Path(folder), *words)), 900, None, "light")
        page = (Path(folder) / "year.html").read_text("utf-8")
        for name, (width, height, scheme) in PAGES.items():
            shot(browser, name, page, width, height, scheme)
        browser.close()


def demo(folder: Path) -> None:
    """The demo's journal and its year."""
    mentorlog(folder, "demo", "--keep", "demo.db")
    mentorlog(folder, "--journal", "demo.db", "export", "year", "2025-04..2026-03", "-o", "year.html")


def mentorlog(folder: Path, *words: str) -> None:
    """The program, in a home of its own."""
    line = [sys.executable, "-m", "mentorlog", *words]
    env = {**os.environ, "HOME": str(folder), "MENTORLOG_TODAY": TODAY}
    subprocess.run(line, cwd=folder, env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def drawn(folder: Path, *words: str) -> str:
    """What a terminal of 84 columns shows, as HTML."""
    code = (
        "import os, pty, sys; os.environ['COLUMNS'] = '84'; os.environ['LINES'] = '80'; "
        "sys.exit(os.waitstatus_to_exitcode(pty.spawn([sys.executable, '-m', 'mentorlog', *sys.argv[1:]])))"
    )
    env = {**os.environ, "HOME": str(folder), "MENTORLOG_TODAY": TODAY, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    env |= {"COLORTERM": "truecolor", "MENTORLOG_JOURNAL": str(folder / "demo.db")}
    line = [sys.executable, "-c", code, *words]
    shown = subprocess.run(line, env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout.decode()
    lines = [each for each in shown.replace("\r", "").split("\n") if not each.startswith("In ")]
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=84, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi("\n".join(lines).strip("\n")), soft_wrap=True)
    return console.export_html(inline_styles=True, code_format="{code}")


def shot(browser: Browser, name: str, page: str, width: int, height: int | None, scheme: str) -> None:
    """The page, or its beginning, as a picture."""
    context = browser.new_context(
        viewport={"width": width, "height": height or 600}, color_scheme="dark" if scheme == "dark" else "light"
    )
    tab = context.new_page()
    tab.set_content(page)
    place = PICTURES / f"{name}.png"
    if height is None:
        tab.locator("pre").screenshot(path=place)
    else:
        if scheme == "dark":  # its figures
            tab.evaluate("document.getElementById('glance').scrollIntoView()")
        tab.screenshot(path=place)
    context.close()


if __name__ == "__main__":
    main()
