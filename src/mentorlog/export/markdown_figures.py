"""The figures of a yearly summary as Markdown tables."""

from mentorlog.dates import WEEKDAYS, month_name
from mentorlog.export.escaping import inline
from mentorlog.export.layout import Links, matrix
from mentorlog.export.markdown import (
    Blocks,
    bar,
    day,
    escape_user_text,
    excerpt,
    refs,
    table,
)
from mentorlog.insights import calendar
from mentorlog.insights.area_chapters import AreaOverlap
from mentorlog.insights.year import YearSummary
from mentorlog.phrases import documents, grammar, summary

MONTHS, PAIRS, STRIPS = 12, 5, 6
SHADES = "·░▒▓█"


def overview(year: YearSummary, links: Links) -> Blocks:
    """The calendar, entries by month, sessions by person, entries by area and by both, and what came together."""
    if not year.entries:
        return
    yield "## At a glance"
    yield from _calendar(year)
    yield "### Entries by month"
    yield _months(year)
    if any(met.sessions for met in year.meetings):
        yield "### Who it was with"
        yield _people(year)
    if year.chapters:
        yield from _area_counts(year, links)
    if year.together:
        yield "### What came together"
        yield "Entries that touch both areas. Where an area meets itself stand all its entries."
        yield _matrix(year)
        yield "\n".join(_pair(pair, year, links) for pair in year.together[:PAIRS])


def _area_counts(year: YearSummary, links: Links) -> Blocks:
    yield "### What it touched"
    yield f"An entry may touch several areas, so these numbers need not add up to {year.progress.entries}."
    yield _areas(year, links)
    if summary.areas_without_entries(year):
        yield escape_user_text(summary.areas_without_entries(year))
    if 1 < len(year.progress.months) <= MONTHS:
        yield "### When it touched what"
        yield _areas_by_month(year)


def _calendar(year: YearSummary) -> Blocks:
    drawn = calendar.strips(year.progress.days, year.period)
    if len(drawn) > STRIPS:
        return
    most = max(tally.entries for tally in year.progress.days)
    for strip in drawn:
        yield summary.calendar_note(strip, most, len(drawn))
        yield "\n".join(["```text", *_weekdays(strip, most), "```"])


def _weekdays(strip: calendar.Strip, most: int) -> Blocks:
    names = [" "] * (len(strip.weeks) + 2)
    for week, begins in strip.months:
        names[week] = month_name(begins)[0]
    yield "    " + "".join(names).rstrip()
    for place, name in enumerate(WEEKDAYS):
        days = "".join(
            " " if week[place] is None else SHADES[calendar.level(week[place], most)] for week in strip.weeks
        )
        yield f"{name[:3]} {days}".rstrip()


def _people(year: YearSummary) -> str:
    met = [each for each in year.meetings if each.sessions]
    most = max(len(each.sessions) for each in met)
    lines = [
        [
            inline(each.person.name),
            str(len(each.sessions)),
            bar(len(each.sessions), most),
            day(each.sessions[-1].on, year),
        ]
        for each in met
    ]
    return table(["Person", "Sessions", "", "Latest"], lines, [1, 3])


def _matrix(year: YearSummary) -> str:
    found = matrix(year)
    heads = [inline(area.label) for area in found.areas]
    lines = [[head, *(str(count or "") for count in counts)] for head, counts in zip(heads, found.rows, strict=True)]
    return table(["", *heads], lines, range(1, len(heads) + 1))


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


def _pair(pair: AreaOverlap, year: YearSummary, links: Links) -> str:
    areas = escape_user_text(grammar.join_list(documents.isolate(area.label) for area in pair.tally.areas))
    people = f", with {escape_user_text(documents.names(pair.people))}" if pair.people else ""
    latest = f"{excerpt(pair.latest)} ({day(pair.latest.on, year)}, {refs(links, [pair.latest.number])})"
    return f"- {pair.tally.entries}: {areas}{people}. The latest: {latest}"
