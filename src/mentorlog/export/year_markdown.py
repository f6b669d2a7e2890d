"""What only HTML draws or shows in full, as a yearly summary's Markdown has it: figures, and stories one by one.

Entries and goals have headings that every renderer gives the same anchor, so each statement links to what it comes
from. User texts stand in block quotes, escaped in `escaping`.
"""

from mentorlog.dates import WEEKDAYS, date_with_year, month_name
from mentorlog.export import markdown, year_content
from mentorlog.export.escaping import inline, quote
from mentorlog.export.markdown import Blocks, bar, day, escape_user_text, excerpt, refs, table
from mentorlog.export.year_content import Links
from mentorlog.insights import calendar
from mentorlog.insights.goal_story import Step
from mentorlog.insights.meetings import Meetings
from mentorlog.insights.year import AreaChapter, AreaOverlap, YearSummary
from mentorlog.model.entries import Entry, EntryWithAnswers, Goal, Reflection
from mentorlog.phrases import days, documents, grammar, summary
from mentorlog.phrases.entries import main_text
from mentorlog.phrases.grammar import plural

MONTHS, PAIRS, STRIPS = 12, 5, 6
SHADES = "·░▒▓█"


def calendar_and_months(year: YearSummary) -> Blocks:
    """Entries by day and by month."""
    yield from _calendars(year)
    most = max(tally.entries for tally in year.progress.months)
    lines = [[month_name(tally.month), str(tally.entries), bar(tally.entries, most)] for tally in year.progress.months]
    yield "### Entries by month"
    yield table(["Month", "Entries", ""], lines, [1])


def _calendars(year: YearSummary) -> Blocks:
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


def areas_by_month(year: YearSummary) -> Blocks:
    """Entries by area and month, where a page is wide enough."""
    if not 1 < len(year.progress.months) <= MONTHS:
        return
    heads = [month_name(tally.month)[:3] for tally in year.progress.months]
    lines = [
        [inline(chapter.tally.area.label), *(str(tally.entries or "") for tally in chapter.months)]
        for chapter in year.chapters
    ]
    yield "### When it touched what"
    yield table(["Area", *heads], lines, range(1, len(heads) + 1))


def together(year: YearSummary, links: Links) -> Blocks:
    """Entries by both of two areas, and the pairs that are met most."""
    found = year_content.matrix(year)
    heads = [inline(area.label) for area in found.areas]
    lines = [[head, *(str(count or "") for count in counts)] for head, counts in zip(heads, found.rows, strict=True)]
    yield "Entries that touch both areas. Where an area meets itself stand all its entries."
    yield table(["", *heads], lines, range(1, len(heads) + 1))
    yield "\n".join(_pair(pair, year, links) for pair in year.together[:PAIRS])


def _pair(pair: AreaOverlap, year: YearSummary, links: Links) -> str:
    areas = escape_user_text(grammar.join_list(documents.isolate(area.label) for area in pair.tally.areas))
    people = f", with {escape_user_text(documents.names(pair.people))}" if pair.people else ""
    latest = f"{excerpt(main_text(pair.latest))} ({day(pair.latest.on, year)}, {refs(links, [pair.latest.number])})"
    return f"- {pair.tally.entries}: {areas}{people}. The latest: {latest}"


def chapters(year: YearSummary, links: Links) -> Blocks:
    """Area by area."""
    for chapter in year.chapters:
        area = chapter.tally.area
        yield f"### {inline(area.name)}"
        if area.about and links.is_own:
            yield inline(area.about)
        yield escape_user_text(summary.chapter_intro(chapter))
        yield from markdown.blocks_text(year_content.chapter_quotes(chapter), year, links)
        if chapter.goals:
            goals = (f"{excerpt(main_text(goal))} ({refs(links, [goal.number])})" for goal in chapter.goals)
            yield f"Goals: {'; '.join(goals)}"
        yield from _checkins(chapter, year, links)
        yield markdown.entry_references(links, chapter.entries)


def _checkins(chapter: AreaChapter, year: YearSummary, links: Links) -> Blocks:
    for each in year_content.checkins(chapter):
        when = f"Check-in, {day(each.on, year)} ({refs(links, [each.number])})"
        yield f"{when}. {summary.rating_at('At the time', each.now[0])}:"
        if each.text:
            yield quote(each.text)
        number, words = each.then
        if number or words:
            yield f"{summary.rating_at('Looking back', number)}:"
        if words:
            yield quote(words)


def goals(year: YearSummary, links: Links) -> Blocks:
    """Goal by goal."""
    for story in year.goals:
        goal = story.goal
        yield f"### Goal {goal.number}"
        yield quote(goal.text)
        yield from _goal_status(goal)
        yield "\n".join(_step(step, goal, year) for step in story.steps)
        if story.evidence:
            yield "What stands behind it:"
            yield from markdown.block_text(year_content.entry_rows(story.evidence, year), year, links)


def _goal_status(goal: Goal) -> Blocks:
    about = [documents.goal_phrase(goal), documents.labels(goal.areas)]
    yield escape_user_text(" · ".join(filter(None, about)))
    if goal.measure:
        yield f"Measured by: {inline(goal.measure)}"
    if goal.signs:
        yield f"Signs to notice: {'; '.join(map(inline, goal.signs))}"


def _step(step: Step, goal: Goal, year: YearSummary) -> str:
    words = documents.step_text(step.event)
    said = f": “{inline(words)}”" if words else ""
    return f"- {day(step.event.on, year)}: {escape_user_text(documents.step_phrase(step, goal))}{said}"


def people(year: YearSummary, links: Links) -> Blocks:
    """Everybody who was there, and what stands in the journal of it."""
    for met in year.meetings:
        yield from _person(met, year, links)
    if summary.session_count_notes(year):
        yield summary.session_count_notes(year)


def _person(met: Meetings, year: YearSummary, links: Links) -> Blocks:
    person = met.person
    role = f", {inline(person.role)}" if person.role and links.is_own else ""
    rhythm = f"; rhythm: {inline(days.rhythm(person))}" if person.rhythm and links.is_own else ""
    yield f"### {inline(person.name)}{role}"
    yield f"{summary.meetings_phrase(met)}{rhythm}. {escape_user_text(summary.person_summary(met))}"
    if met.sessions:
        yield ", ".join(f"{day(session.on, year)} ({refs(links, [session.number])})" for session in met.sessions)
    yield markdown.entry_references(links, met.entries)


def entries(year: YearSummary, links: Links) -> Blocks:
    """Every entry in full."""
    yield f"{plural('entry', len(year.entries))}, in full, oldest first."
    for month, group in year_content.by_month(year.entries):
        yield f"### {month_name(month)}"
        for entry in group:
            yield f"#### Entry {entry.number}"
            yield from _entry(entry, year, links)


def _entry(entry: Entry, year: YearSummary, links: Links) -> Blocks:
    when = date_with_year(entry.on) + (f", {entry.time[:5]}" if entry.time else "")
    facts = (when, documents.heading(entry, year.frame), documents.labels(entry.areas))
    yield escape_user_text(" · ".join(filter(None, facts)))
    if entry.title:
        yield f"**{inline(entry.title)}**"
    if entry.text:
        yield quote(entry.text)
    if isinstance(entry, EntryWithAnswers):
        yield from _answers(entry)
    ties = [f"{word} {refs(links, at)}" for ties in year_content.cross_references(entry, links) for word, at in ties]
    if ties:
        yield f"{'; '.join(ties)}."


def _answers(entry: EntryWithAnswers) -> Blocks:
    for answer in entry.answers:
        yield inline(answer.question)
        yield quote(answer.text)
    if isinstance(entry, Reflection) and entry.feelings:
        yield f"Felt: {', '.join(map(inline, entry.feelings))}"


STORIES = {"chapters": chapters, "goals": goals, "people": people, "entries": entries}
