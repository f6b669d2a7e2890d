"""A yearly summary in Markdown, for reading raw as much as rendered.

It says what the HTML says. Entries and goals have headings that every renderer gives the same anchor, so each
statement links to what it comes from. User texts stand in block quotes, escaped in `escaping`.
"""

from collections.abc import Iterator

from mentorlog.dates import date_with_year, long_day_month, month_name, period_text
from mentorlog.export import (
    layout,
    markdown_ahead,
    markdown_figures,
    markdown_people,
)
from mentorlog.export.escaping import inline, quote
from mentorlog.export.layout import Links
from mentorlog.export.markdown import (
    Blocks,
    day,
    entry_references,
    escape_user_text,
    excerpt,
    refs,
)
from mentorlog.insights.area_chapters import AreaChapter
from mentorlog.insights.goal_story import GoalStory, Step
from mentorlog.insights.year import YearSummary
from mentorlog.model.entries import Action, Entry, EntryWithAnswers, Goal, Question, Reflection
from mentorlog.phrases import days, documents
from mentorlog.phrases import summary as say
from mentorlog.phrases.entries import main_text
from mentorlog.phrases.grammar import plural


def render(summary: YearSummary) -> str:
    """The document of `summary`."""
    links = layout.links(summary)
    sections = (
        _cover,
        markdown_figures.overview,
        _chapters,
        _goals,
        _quarters,
        _actions,
        _feedback,
        markdown_people.people,
        _questions,
        markdown_ahead.what_next,
        _entries,
    )
    blocks = [block for section in sections for block in section(summary, links)]
    return "\n\n".join([*blocks, "---", _made(summary)]) + "\n"


def _cover(year: YearSummary, _links: Links) -> Blocks:
    name, dates, frame = days.period_name(year.period, year.frame.year_starts), period_text(year.period), year.frame
    yield f"# {name}"
    people = f" with {escape_user_text(documents.names(frame.people))}" if frame.people else ""
    yield f"A record of mentorship{people}" + (f" · {inline(frame.name)}" if frame.name else "")
    yield ("" if name == dates else f"{dates}. ") + escape_user_text(say.reader_note(year))
    yield escape_user_text(say.opening(year))


def _made(year: YearSummary) -> str:
    return (
        f"Made with mentorlog on {long_day_month(year.made_on)}. What is quoted stands as it was written; all else "
        "is counted from the entries, and nothing was added."
    )


def _chapters(year: YearSummary, links: Links) -> Blocks:
    if year.chapters:
        yield "## Area by area"
    for chapter in year.chapters:
        area = chapter.tally.area
        yield f"### {inline(area.name)}"
        if area.about and links.is_own:
            yield inline(area.about)
        yield escape_user_text(say.chapter_intro(chapter))
        yield from _chapter_quotes(chapter, year, links)
        yield from _checkins(chapter, year, links)
        yield entry_references(links, chapter.entries)


def _chapter_quotes(chapter: AreaChapter, year: YearSummary, links: Links) -> Blocks:
    for place, entry in enumerate(chapter.words):
        yield f"{say.chapter_place(chapter, place)}, {day(entry.on, year)} ({refs(links, [entry.number])}):"
        yield quote(main_text(entry))
    if chapter.goals:
        yield f"Goals: {'; '.join(f'{excerpt(goal)} ({refs(links, [goal.number])})' for goal in chapter.goals)}"


def _checkins(chapter: AreaChapter, year: YearSummary, links: Links) -> Blocks:
    for each in layout.checkins(chapter):
        when = f"Check-in, {day(each.on, year)} ({refs(links, [each.number])})"
        yield f"{when}. {say.rating_at('At the time', each.rating)}:"
        if each.text:
            yield quote(each.text)
        if each.then_rating or each.then_words:
            yield f"{say.rating_at('Looking back', each.then_rating)}:"
        if each.then_words:
            yield quote(each.then_words)


def _feedback(year: YearSummary, links: Links) -> Blocks:
    if year.feedback:
        yield "## Feedback received"
    for each in year.feedback:
        about = f", about {refs(links, [each.about])}" if each.about and links.may_name(each.about) else ""
        who = escape_user_text(documents.owner(each, year.frame))
        yield f"{who}, {day(each.on, year)} ({refs(links, [each.number])}{about}):"
        yield quote(main_text(each))


def _goals(year: YearSummary, links: Links) -> Blocks:
    if year.goals:
        yield "## Goals"
    for story in year.goals:
        goal = story.goal
        yield f"### Goal {goal.number}"
        yield quote(goal.text)
        yield from _goal_status(goal)
        yield "\n".join(_step(step, goal, year) for step in story.steps)
        yield from _evidence(story, year, links)


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


def _evidence(story: GoalStory, year: YearSummary, links: Links) -> Blocks:
    if story.evidence:
        yield "What stands behind it:"
        yield "\n".join(_entry_line(entry, year, links) for entry in story.evidence)


def _entry_line(entry: Entry, year: YearSummary, links: Links) -> str:
    what = escape_user_text(documents.kind_phrase(entry, year.frame))
    return f"- {day(entry.on, year)}: {excerpt(entry)} ({what}, {refs(links, [entry.number])})"


def _quarters(year: YearSummary, links: Links) -> Blocks:
    yield f"## {say.quarters_title(year)}"
    for quarter in layout.started_quarters(year):
        yield f"### {days.quarter_name(quarter, year.frame.year_starts)}"
        yield (
            say.quarter_intro(quarter, len(layout.moments(quarter)))
            if quarter.entries
            else say.empty_phrase(year, quarter.period.start)
        )
        told = [_highlight_line(moment, year, links) for moment in layout.quarter_highlights(quarter, year.goals)]
        if told:
            yield "\n".join(told)
        if quarter.entries:
            yield entry_references(links, quarter.entries)
    yield from filter(None, [say.upcoming_quarters(year, layout.started_quarters(year))])


def _highlight_line(moment: layout.Moment, year: YearSummary, links: Links) -> str:
    if isinstance(moment.what, Entry):
        return _entry_line(moment.what, year, links)
    goal = moment.what.goal
    turn = documents.turn_phrase(moment.step) if moment.step else ""
    return f"- {day(moment.on, year)}: {excerpt(goal)} ({turn}, goal {refs(links, [goal.number])})"


def _actions(year: YearSummary, links: Links) -> Blocks:
    if year.actions:
        yield "## Actions, and what became of them"
        yield say.actions_note(year.actions)
    for word, group in layout.actions_by_outcome(year.actions):
        yield f"### {word}: {len(group)}"
        yield "\n".join(_action(action, year, links) for action in group)


def _action(action: Action, year: YearSummary, links: Links) -> str:
    end = layout.closing_event(action)
    about = f", from {refs(links, [action.about])}" if action.about and links.may_name(action.about) else ""
    what = escape_user_text(documents.action_phrase(action, end, year.frame, year.period))
    words = "".join(f": “{inline(said)}”" for said in (end.text, end.because) if said) if end else ""
    return f"- {day(action.on, year)}: {excerpt(action)} ({what}, {refs(links, [action.number])}{about}){words}"


def _questions(year: YearSummary, links: Links) -> Blocks:
    if year.questions:
        yield "## Questions still open"
        yield "\n".join(_entry_line(question, year, links) for question in year.questions)


def _entries(year: YearSummary, links: Links) -> Blocks:
    if not year.entries:
        return
    yield "## All entries"
    yield f"{plural('entry', len(year.entries))}, in full, oldest first."
    for month, group in layout.by_month(year.entries):
        yield f"### {month_name(month)}"
        for entry in group:
            yield f"#### Entry {entry.number}"
            yield from _entry(entry, year, links)


def _entry(entry: Entry, year: YearSummary, links: Links) -> Blocks:
    when = date_with_year(entry.on) + (f", {entry.time[:5]}" if entry.time else "")
    yield " · ".join(
        filter(
            None,
            (
                when,
                escape_user_text(documents.heading(entry, year.frame)),
                escape_user_text(documents.labels(entry.areas)),
            ),
        )
    )
    if entry.title:
        yield f"**{inline(entry.title)}**"
    if entry.text:
        yield quote(entry.text)
    if isinstance(entry, EntryWithAnswers):
        yield from _answers(entry)
    tied = "; ".join(_cross_references(entry, links))
    if tied:
        yield f"{tied}."


def _answers(entry: EntryWithAnswers) -> Blocks:
    for answer in entry.answers:
        yield inline(answer.question)
        yield quote(answer.text)
    if isinstance(entry, Reflection) and entry.feelings:
        yield f"Felt: {', '.join(map(inline, entry.feelings))}"


def _cross_references(entry: Entry, links: Links) -> Iterator[str]:
    answered = entry.answered_in if isinstance(entry, Question) else None
    heard = links.feedback.get(entry.number, [])
    ties = (("About", [entry.about]), ("For goal", entry.goals), ("Answered in", [answered]), ("Feedback in", heard))
    told = ((word, links.nameable(numbers)) for word, numbers in ties)
    return (f"{word} {refs(links, numbers)}" for word, numbers in told if numbers)
