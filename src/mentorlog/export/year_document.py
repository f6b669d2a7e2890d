"""What a yearly summary says, and in which order: once, for HTML and for Markdown."""

from collections.abc import Iterable, Iterator

from mentorlog.dates import long_day_month, period_text
from mentorlog.export import layout, year_markdown
from mentorlog.export.document import (
    Bar,
    Bars,
    Block,
    Drawing,
    Group,
    Heading,
    Paragraph,
    Quotation,
    References,
    Row,
    Rows,
    Section,
)
from mentorlog.export.html import page_html
from mentorlog.export.layout import Links
from mentorlog.export.markdown import blocks_text, document_text, escape_user_text
from mentorlog.insights.year import Quarter, YearSummary
from mentorlog.model.entries import Action, Entry, Question
from mentorlog.phrases import periods, readers, summary, wording
from mentorlog.phrases.wording import isolate


def html(year: YearSummary) -> str:
    """The summary as one HTML file; its styles are in it. The same summary gives the same bytes."""
    links = layout.links(year)
    return page_html(
        "year.html",
        kicker=_kicker(year),
        reader=_reader(year),
        made=_made(year),
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
    return document_text(
        [f"# {periods.document_name(year)}", *map(escape_user_text, cover), *parts, "---", _made(year)]
    )


def sections(year: YearSummary, links: Links) -> list[Section]:
    """The parts of the document; without those in which there is nothing."""
    quarters = summary.quarters_title(year)
    parts = (
        ("glance", "At a glance", "At a glance", _glance(year, links)),
        (
            "areas",
            "Area by area",
            "Area by area",
            _drawn("chapters.html", year.chapters, year_markdown.chapters(year, links)),
        ),
        ("goals", "Goals", "Goals", _drawn("goals.html", year.goals, year_markdown.goals(year, links))),
        ("quarters", quarters, quarters, _quarters(year)),
        ("actions", "Actions, and what became of them", "Actions", _actions(year)),
        ("feedback", "Feedback received", "Feedback", _feedback(year)),
        (
            "people",
            "The people to thank",
            "People",
            _drawn("people.html", year.meetings, year_markdown.people(year, links)),
        ),
        ("questions", "Questions still open", "Open questions", _questions(year)),
        ("next", "What next", "What next", _what_next(year)),
        (
            "entries",
            "All entries",
            "All entries",
            _drawn("entries.html", year.entries, year_markdown.entries(year, links)),
        ),
    )
    made = (
        Section(
            anchor=at,
            title=title,
            short=short,
            blocks=[*blocks],
            is_apart=at == "entries" and len(year.entries) > 20,
        )
        for at, title, short, blocks in parts
    )
    return [section for section in made if section.blocks]


def _drawn(template: str, shown: Iterable[object], text: Iterator[str]) -> Iterator[Block]:
    if shown:
        yield Drawing(template=template, text=text)


def _kicker(year: YearSummary) -> str:
    people = f" with {wording.names(year.frame.people)}" if year.frame.people else ""
    return f"A record of mentorship{people}" + (f" · {isolate(year.frame.name)}" if year.frame.name else "")


def _reader(year: YearSummary) -> str:
    days = period_text(year.period)
    return ("" if periods.document_name(year) == days else f"{days}. ") + readers.reader_words(year)


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
    yield Drawing(template="calendar.html", text=year_markdown.calendar_and_months(year))
    met = [(at, each) for at, each in enumerate(year.meetings, start=1) if each.sessions]
    if met:
        bars = [
            Bar(anchor=f"p{at}", label=each.person.name, count=len(each.sessions), latest=each.sessions[-1].on)
            for at, each in met
        ]
        yield Heading(words="Who it was with")
        yield Bars(caption="Sessions with each person", heads=("Person", "Sessions", "Latest"), bars=bars)
    if year.chapters:
        yield from _area_counts(year, links)
    if year.together:
        yield Heading(words="What came together")
        yield Drawing(template="together.html", text=year_markdown.together(year, links))


def _area_counts(year: YearSummary, links: Links) -> Iterator[Block]:
    colours = _colours(year)
    yield Heading(words="What it touched")
    several = f"An entry may touch several areas, so these numbers need not add up to {year.progress.entries}."
    yield Paragraph(words=several)
    bars = [
        Bar(
            anchor=f"a{at}",
            label=tally.area.label,
            note="paused by you" if tally.area.is_paused and links.is_own else "",
            count=tally.entries,
            latest=tally.last,
            colour=colours[tally.area.slug],
        )
        for at, tally in enumerate((chapter.tally for chapter in year.chapters), start=1)
    ]
    yield Bars(caption="Entries that touch each area", heads=("Area", "Entries", "Latest"), bars=bars)
    if summary.areas_without_entries(year):
        yield Paragraph(words=summary.areas_without_entries(year))
    yield Drawing(template="multiples.html", text=year_markdown.areas_by_month(year))


def _quarters(year: YearSummary) -> Iterator[Block]:
    started = layout.started_quarters(year)
    for at, quarter in enumerate(started, start=1):
        yield Group(
            anchor=f"q{at}",
            kind="quarter",
            words=periods.quarter_name(quarter, year),
            blocks=[*_quarter(quarter, year)],
        )
    upcoming = summary.upcoming_quarters(year, started)
    if upcoming:
        yield Paragraph(words=upcoming, kind="note ahead")


def _quarter(quarter: Quarter, year: YearSummary) -> Iterator[Block]:
    if quarter.entries:
        yield Paragraph(words=summary.quarter_words(quarter, len(layout.moments(quarter))))
    else:
        yield Paragraph(words=wording.empty_phrase(year, quarter.period.start))
    told = layout.quarter_highlights(quarter, year.goals)
    if told:
        yield Rows(rows=[_moment(moment, year) for moment in told], is_ordered=True)
    if quarter.entries:
        yield References(entries=quarter.entries)


def _moment(moment: layout.Moment, year: YearSummary) -> Row:
    if isinstance(moment.what, Entry):
        return layout.entry_row(moment.what, year)
    goal, turn = moment.what.goal, wording.turn_words(moment.step) if moment.step else ""
    return Row(on=moment.on, text=wording.main_text(goal), facts=turn, noun="goal ", number=goal.number)


def _actions(year: YearSummary) -> Iterator[Block]:
    if year.actions:
        yield Paragraph(words=summary.actions_words(year.actions))
    for word, group in layout.actions_by_outcome(year.actions):
        yield Heading(words=word, count=len(group))
        yield Rows(rows=[_action(action, year) for action in group])


def _action(action: Action, year: YearSummary) -> Row:
    end = layout.closing_event(action)
    return Row(
        on=action.on,
        text=wording.main_text(action),
        whole=360,
        width=240,
        facts=wording.action_words(action, end, year),
        number=action.number,
        about=action.about,
        said=[words for words in (end.text, end.because) if words] if end else (),
    )


def _feedback(year: YearSummary) -> Iterator[Block]:
    for each in year.feedback:
        text, who = wording.main_text(each), wording.owner_words(each, year)
        yield Quotation(head=who, text=text, on=each.on, number=each.number, about=each.about)


def _questions(year: YearSummary) -> Iterator[Block]:
    if year.questions:
        yield Rows(rows=[_question(question, year) for question in year.questions])


def _question(question: Question, year: YearSummary) -> Row:
    return Row(
        on=question.on,
        text=wording.main_text(question),
        whole=360,
        width=240,
        facts=wording.entry_words(question, year),
        aside=f"For {wording.names(question.people)}" if question.people else "",
        number=question.number,
    )


def _what_next(year: YearSummary) -> Iterator[Block]:
    goals, waiting = layout.open_goals(year.goals), layout.open_actions(year.actions)
    if goals:
        yield Heading(words="Goals that go on")
        yield Rows(
            rows=[
                Row(
                    due=wording.due_words(goal, year),
                    text=wording.main_text(goal),
                    width=0,
                    facts=wording.goal_words(goal),
                    number=goal.number,
                )
                for goal in goals
            ]
        )
    if waiting:
        yield Heading(words="Actions that wait")
        yield Rows(
            rows=[
                Row(
                    due=wording.due_words(action, year),
                    text=wording.main_text(action),
                    facts=wording.action_words(action, None, year),
                    aside=wording.owner_words(action, year),
                    number=action.number,
                )
                for action in waiting
            ]
        )
