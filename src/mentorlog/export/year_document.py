"""What a yearly summary says, and in which order: once, for HTML and for Markdown."""

from collections.abc import Iterator, Sequence
from datetime import date

from mentorlog.dates import long_day_month, period_text
from mentorlog.export import document, layout, year_markdown
from mentorlog.export.document import Block, Group, Heading, Paragraph, Row, Rows, Section
from mentorlog.export.html import page_html
from mentorlog.export.layout import Links
from mentorlog.export.markdown import blocks_text, document_text, escape_user_text
from mentorlog.insights.year import Quarter, YearSummary
from mentorlog.model.entries import Action, EventType, Goal, Question
from mentorlog.phrases import days, documents, summary
from mentorlog.phrases.documents import isolate
from mentorlog.phrases.entries import main_text


def html(year: YearSummary) -> str:
    """The summary as one HTML file; its styles are in it. The same summary gives the same bytes."""
    links = layout.links(year)
    return page_html(
        "year.html",
        kicker=_kicker(year),
        reader=_reader(year),
        made=_made(year),
        name=_name(year),
        sections=sections(year, links),
        year=year,
        links=links,
        colours=_colours(year),
        entry_rows=layout.entry_rows,
    )


def markdown(year: YearSummary) -> str:
    """The summary in Markdown, for reading raw as much as rendered."""
    links = layout.links(year)
    cover = (_kicker(year), _reader(year), summary.opening(year))
    parts = (
        part
        for section in sections(year, links)
        for part in (f"## {section.title}", *blocks_text(section.blocks, year, links))
    )
    return document_text([f"# {_name(year)}", *map(escape_user_text, cover), *parts, "---", _made(year)])


def sections(year: YearSummary, links: Links) -> list[Section]:
    """The parts of the document; without those in which there is nothing."""
    quarters = summary.quarters_title(year)
    parts = (
        Section("glance", "At a glance", "At a glance", [*_glance(year, links)]),
        Section("areas", "Area by area", "Area by area", _drawn("chapters", year, links, year.chapters)),
        Section("goals", "Goals", "Goals", _drawn("goals", year, links, year.goals)),
        Section("quarters", quarters, quarters, [*_quarters(year)]),
        Section("actions", "Actions, and what became of them", "Actions", [*_actions(year)]),
        Section("feedback", "Feedback received", "Feedback", [*_feedback(year)]),
        Section("people", "The people to thank", "People", _drawn("people", year, links, year.meetings)),
        Section("questions", "Questions still open", "Open questions", [*_questions(year)]),
        Section("next", "What next", "What next", [*_what_next(year)]),
        Section("entries", "All entries", "All entries", _drawn("entries", year, links, year.entries)),
    )
    return [section for section in parts if section.blocks]


def _drawn(name: str, year: YearSummary, links: Links, shown: Sequence[object]) -> list[document.Drawing]:
    return [document.Drawing(f"{name}.html", year_markdown.STORIES[name](year, links))] if shown else []


def _name(year: YearSummary) -> str:
    return days.period_name(year.period, year.frame.year_starts)


def _kicker(year: YearSummary) -> str:
    people = f" with {documents.names(year.frame.people)}" if year.frame.people else ""
    return f"A record of mentorship{people}" + (f" · {isolate(year.frame.name)}" if year.frame.name else "")


def _reader(year: YearSummary) -> str:
    covered = period_text(year.period)
    return ("" if _name(year) == covered else f"{covered}. ") + summary.reader_note(year)


def _made(year: YearSummary) -> str:
    return (
        f"Made with mentorlog on {long_day_month(year.made_on)}. What is quoted stands as it was written; all else "
        "is counted from the entries, and nothing was added."
    )


def _colours(year: YearSummary) -> dict[str, int]:
    return layout.colours(tally.area for tally in year.progress.areas)


def _glance(year: YearSummary, links: Links) -> Iterator[Block]:
    if not year.entries:
        return
    yield document.Drawing("calendar.html", year_markdown.calendar_and_months(year))
    met = [
        document.Bar(f"p{at}", each.person.name, len(each.sessions), each.sessions[-1].on)
        for at, each in enumerate(year.meetings, start=1)
        if each.sessions
    ]
    if met:
        yield Heading("Who it was with")
        yield document.Bars("Sessions with each person", "Person", "Sessions", met)
    if year.chapters:
        yield from _area_counts(year, links)
    if year.together:
        yield Heading("What came together")
        yield document.Drawing("together.html", year_markdown.together(year, links))


def _area_counts(year: YearSummary, links: Links) -> Iterator[Block]:
    yield Heading("What it touched")
    yield Paragraph(f"An entry may touch several areas, so these numbers need not add up to {year.progress.entries}.")
    colours, bars = _colours(year), []
    for at, tally in enumerate((chapter.tally for chapter in year.chapters), start=1):
        note = "paused by you" if tally.area.is_paused and links.is_own else ""
        bars.append(document.Bar(f"a{at}", tally.area.label, tally.entries, tally.last, colours[tally.area.slug], note))
    yield document.Bars("Entries that touch each area", "Area", "Entries", bars)
    if summary.areas_without_entries(year):
        yield Paragraph(summary.areas_without_entries(year))
    yield document.Drawing("multiples.html", year_markdown.areas_by_month(year))


def _quarters(year: YearSummary) -> Iterator[Block]:
    started = layout.started_quarters(year)
    for at, quarter in enumerate(started, start=1):
        yield Group(f"q{at}", "quarter", days.quarter_name(quarter, year.frame.year_starts), [*_quarter(quarter, year)])
    upcoming = summary.upcoming_quarters(year, started)
    if upcoming:
        yield Paragraph(upcoming, kind="note ahead")


def _quarter(quarter: Quarter, year: YearSummary) -> Iterator[Block]:
    if quarter.entries:
        yield Paragraph(summary.quarter_intro(quarter, len(layout.moments(quarter))))
    else:
        yield Paragraph(summary.empty_phrase(year, quarter.period.start))
    rows = layout.quarter_rows(quarter, year)
    if rows:
        yield Rows(rows, is_ordered=True)
    if quarter.entries:
        yield document.References(quarter.entries)


def _actions(year: YearSummary) -> Iterator[Block]:
    if year.actions:
        yield Paragraph(summary.actions_note(year.actions))
    for word, group in layout.actions_by_outcome(year.actions):
        yield Heading(word, len(group))
        yield Rows([_action(action, year) for action in group])


def _action(action: Action, year: YearSummary) -> Row:
    last = action.events[-1] if action.events else None
    end = last if last and last.what in (EventType.DONE, EventType.DROPPED) else None
    said = [words for words in (end.text, end.because) if words] if end else ()
    facts = documents.action_phrase(action, end, year.frame, year.period)
    return _whole(action, facts)._replace(about=action.about, said=said)


def _whole(entry: Action | Question, facts: str) -> Row:
    return Row(main_text(entry), facts, entry.number, on=entry.on, whole=360, width=240)


def _feedback(year: YearSummary) -> Iterator[Block]:
    for each in year.feedback:
        who = documents.owner(each, year.frame)
        yield document.Quotation(who, main_text(each), each.on, each.number, each.about)


def _questions(year: YearSummary) -> Iterator[Block]:
    rows = [
        _whole(each, documents.kind_phrase(each, year.frame))._replace(
            aside=f"For {documents.names(each.people)}" if each.people else ""
        )
        for each in year.questions
    ]
    if rows:
        yield Rows(rows)


def _what_next(year: YearSummary) -> Iterator[Block]:
    goals = [story.goal for story in year.goals if story.goal.status in ("active", "paused")]
    if goals:
        yield Heading("Goals that go on")
        yield Rows([_goal(goal, year) for goal in goals])
    waiting = [action for action in year.actions if action.status == "open"]
    if waiting:
        waiting.sort(key=lambda action: (action.due or date.max, action.on))
        yield Heading("Actions that wait")
        yield Rows([_open_action(action, year) for action in waiting])


def _goal(goal: Goal, year: YearSummary) -> Row:
    facts, due = documents.goal_phrase(goal), documents.due_phrase(goal.due, year.period)
    return Row(main_text(goal), facts, goal.number, due=due, width=0)


def _open_action(action: Action, year: YearSummary) -> Row:
    facts = documents.action_phrase(action, None, year.frame, year.period)
    due = documents.due_phrase(action.due, year.period)
    return Row(main_text(action), facts, action.number, due=due, aside=documents.owner(action, year.frame))
