"""The figures of a yearly summary as Markdown tables."""

from mentorlog.dates import month_name
from mentorlog.export import sentences, wording
from mentorlog.export.escaping import inline
from mentorlog.export.markdown_pieces import Blocks, bar, day, first, plain, refs, table
from mentorlog.export.shapes import Links
from mentorlog.insights.year import Together, YearSummary

MONTHS, PAIRS = 12, 8


def glance(year: YearSummary, links: Links) -> Blocks:
    """Entries by month, by area, by both, and the areas that came together."""
    if not year.entries:
        return
    yield "## At a glance"
    yield "### Entries by month"
    yield _months(year)
    if year.chapters:
        yield "### What it touched"
        yield f"An entry may touch several areas, so these numbers need not add up to {year.progress.entries}."
        yield _areas(year, links)
    if sentences.untouched(year):
        yield plain(sentences.untouched(year))
    if year.chapters and 1 < len(year.progress.months) <= MONTHS:
        yield "### When it touched what"
        yield _areas_by_month(year)
    if year.together:
        yield "### What came together"
        yield "\n".join(_pair(pair, year, links) for pair in year.together[:PAIRS])
    if year.together[PAIRS:]:
        yield plain(sentences.also_together(year.together[PAIRS:]))


def _months(year: YearSummary) -> str:
    most = max(tally.entries for tally in year.progress.months)
    lines = [[month_name(tally.month), str(tally.entries), bar(tally.entries, most)] for tally in year.progress.months]
    return table(["Month", "Entries", ""], lines, [1])


def _areas(year: YearSummary, links: Links) -> str:
    most = max(chapter.tally.entries for chapter in year.chapters)
    lines = []
    for tally in (chapter.tally for chapter in year.chapters):
        paused = " (paused by you)" if tally.area.is_paused and links.is_own else ""
        latest = day(tally.last, year) if tally.last else ""
        lines.append([inline(tally.area.label) + paused, str(tally.entries), bar(tally.entries, most), latest])
    return table(["Area", "Entries", "", "Latest"], lines, [1, 3])


def _areas_by_month(year: YearSummary) -> str:
    heads = [month_name(tally.month)[:3] for tally in year.progress.months]
    lines = [
        [inline(chapter.tally.area.label), *(str(tally.entries or "") for tally in chapter.months)]
        for chapter in year.chapters
    ]
    return table(["Area", *heads], lines, range(1, len(heads) + 1))


def _pair(pair: Together, year: YearSummary, links: Links) -> str:
    areas = plain(wording.listed(wording.marked(area.label) for area in pair.tally.areas))
    people = f", with {plain(wording.names(pair.people))}" if pair.people else ""
    latest = f"{first(pair.latest)} ({day(pair.latest.on, year)}, {refs(links, [pair.latest.number])})"
    return f"- {pair.tally.entries}: {areas}{people}. The latest: {latest}"
