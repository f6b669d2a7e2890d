"""Every figure of a summary, as it stands on the page, is what the SQLite shell counts in the journal."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.storage.journal import open_journal
from mentorlog.text import one_line
from tests.conftest import Program
from tests.entries import NOW
from tests.export.pages import Page
from tests.export.script_samples import WORDS, written
from tests.storage.stored_rows import add

IN_IT = "e.removed_at IS NULL AND e.tender = 0 AND e.day BETWEEN '{}' AND '{}'"
LABELS = {area.slug: area.label for area in DEFAULT_AREAS}
NAMED = "JOIN entry_people x ON x.entry = e.number JOIN people p ON p.id = x.person"


def of_tongue(tongue: str, _mentorlog: Program, file: Path) -> None:
    entries = written(tongue)
    with open_journal(file, create_at=NOW) as journal:
        with journal.write("area add", at=NOW) as writing:
            writing.add_area(entries[0].areas[1])
        add(journal, *entries)


def of_demo(_name: str, mentorlog: Program, file: Path) -> None:
    assert mentorlog("demo", "--keep", str(file)).exit == 0


def of_three(_name: str, mentorlog: Program, file: Path) -> None:
    """Three entries, in a single quarter."""
    here = ("--journal", str(file))
    for words in (
        ("init",),
        ("session", "add", "We met.", "--with", "Ánh", "--minutes", "40", "--on", "2026-02-03", "-a", "identity"),
        ("reflect", "One question next time.", "--about", "last", "--on", "2026-02-04"),
        ("goal", "add", "Ask in every meeting", "--on", "2026-02-10", "-a", "growth"),
    ):
        assert mentorlog(*words, *here).exit == 0


Make = Callable[[str, Program, Path], None]
JOURNALS: dict[str, tuple[Make, str, str]] = dict.fromkeys(WORDS, (of_tongue, "2025-01-01", "2025-12-31"))
JOURNALS |= {"demo": (of_demo, "2025-04-01", "2026-03-31"), "three": (of_three, "2026-01-01", "2026-12-31")}


class Shell:
    """What the SQLite shell counts among the entries of the period."""

    def __init__(self, file: Path, since: str, until: str) -> None:
        self.file, self.where = file, IN_IT.format(since, until)

    def __call__(self, what: str, join: str = "", *, also: str = "1", then: str = "") -> list[list[str]]:
        query = f"SELECT {what} FROM entries e {join} WHERE {self.where} AND {also} {then}"
        done = subprocess.run(
            ["sqlite3", "-readonly", "-separator", "\t", str(self.file), query],
            capture_output=True,
            check=True,
            text=True,
        )
        return [line.split("\t") for line in done.stdout.splitlines()]


@pytest.mark.needs("sqlite3")
@pytest.mark.parametrize("name", JOURNALS)
def test_what_the_page_says_is_what_the_shell_counts(name: str, mentorlog: Program, tmp_path: Path) -> None:
    make, since, until = JOURNALS[name]
    file = tmp_path / f"{name}.db"
    make(name, mentorlog, file)
    out = str(tmp_path / "year.html")
    assert mentorlog("--journal", str(file), "export", "year", f"{since}..{until}", "-o", out).exit == 0
    page, count = Page(Path(out).read_text("utf-8")), Shell(file, since, until)
    _check_opening(page, count)
    _check_tables(page, count)
    _check_parts(page, count)


def _check_opening(page: Page, count: Shell) -> None:
    opening = next(one_line(p.text) for p in page.all("p") if p.attributes.get("class") == "opening")
    [[entries, first, last]] = count("COUNT(*), MIN(e.day), MAX(e.day)")
    times = [time.attributes["datetime"] for time in page.all("time")]
    assert opening.startswith(f"{entries} entries from ")
    assert {first, last} <= set(times)
    [[minutes]] = count("COALESCE(SUM(e.minutes), 0)")
    hours = re.search(r"of (?:(\d+) hours? ?)?(?:(\d+) minutes )?together", opening)
    assert hours
    assert 60 * int(hours[1] or 0) + int(hours[2] or 0) == int(minutes)
    for kind, number in count("e.kind, COUNT(*)", then="GROUP BY e.kind"):
        words = {"checkin": "check-in", "feedback": r"pieces? of feedback"}.get(kind, kind)
        assert re.search(rf"\b{number} {words}", opening), kind


def _check_tables(page: Page, count: Shell) -> None:
    tables = _tables(page)
    months = count("substr(e.day, 1, 7), COUNT(*)", then="GROUP BY 1 ORDER BY 1")
    assert [cell for row in tables["months"] for cell in row if cell != "0"][-len(months) :] == [n for _, n in months]
    days = count("COUNT(*)", then="GROUP BY e.day ORDER BY e.day")
    assert [row[1] for row in tables["Day"]] == [number for [number] in days]
    people = count("p.name, COUNT(*), MAX(e.day)", NAMED, also="e.kind = 'session'", then="GROUP BY p.id")
    assert sorted(row[:2] for row in tables["Person"]) == sorted(row[:2] for row in people)
    areas = count("a.slug, a.name, COUNT(*)", _areas("t", "a"), then="GROUP BY a.slug")
    assert sorted(row[:2] for row in tables["Area"]) == sorted(
        [LABELS.get(slug, name), number] for slug, name, number in areas
    )
    both = count(
        "a.slug, b.slug, COUNT(*)",
        f"{_areas('t', 'a')} {_areas('u', 'b')}",
        also="a.slug < b.slug",
        then="GROUP BY 1, 2",
    )
    if len(both) > 1:
        cells = [int(cell) for row in tables["matrix"] for cell in row[1:]]
        assert sum(cells) == 2 * sum(int(number) for *_, number in both) + sum(int(number) for *_, number in areas)


def _check_parts(page: Page, count: Shell) -> None:
    whole = [article for article in page.all("article") if article.attributes.get("class") == "entry row"]
    assert [article.attributes["id"][1:] for article in whole] == [
        number for [number] in count("e.number", then="ORDER BY e.day, e.time = '', e.time, e.number")
    ]
    quarters = [one_line(a.text) for a in page.all("article") if a.attributes.get("class") == "quarter"]
    found = [int(number[1]) for text in quarters if (number := re.search(r"(?:to \w+|\d{4}, \w+) (\d+) entr", text))]
    told = count("COUNT(*)", then="GROUP BY substr(e.day, 1, 4), (substr(e.day, 6, 2) - 1) / 3 ORDER BY MIN(e.day)")
    assert found == [int(number) for [number] in told]
    actions = count("COUNT(*), SUM(e.told)", also="e.kind = 'action'")
    if actions[0][0] != "0":
        assert one_line(page.by_id("actions").text).startswith(
            f"Actions, and what became of them {actions[0][0]} action"
        )
    [[waiting]] = count("COUNT(*)", also="e.kind = 'question' AND e.status = 'open'")
    asked = [li for li in page.by_id("questions").text.split("\n\n") if li.strip()] if waiting != "0" else []
    assert bool(asked) == (waiting != "0")
    [[feedback]] = count("COUNT(*)", also="e.kind = 'feedback'")
    assert page.html.count('id="feedback"') == int(feedback != "0")


def _areas(link: str, area: str) -> str:
    return f"JOIN entry_areas {link} ON {link}.entry = e.number JOIN areas {area} ON {area}.slug = {link}.area"


def _tables(page: Page) -> dict[str, list[list[str]]]:
    """The rows of each table under its class, or its first heading; cells as they are read."""
    found: dict[str, list[list[str]]] = {}
    for html in re.findall(r"<table.*?</table>", page.html, re.DOTALL):
        table = Page(html)
        name = table.all("table")[0].attributes.get("class", "").split(" ")[0]
        heads = [th.text for th in table.all("th")]
        key = name if name in ("months", "matrix") else heads[0]
        body = html.partition("<tbody>")[2].partition("</tbody>")[0]
        rows = [
            [one_line(cell.text) for cell in Page(f"<table>{row}</table>").elements if cell.tag in ("th", "td")]
            for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
        ]
        found[key] = found.get(key, []) + rows if key == "months" else found.get(key, rows)
    return found
