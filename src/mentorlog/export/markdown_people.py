"""The people of a yearly summary in Markdown."""

from mentorlog.export.escaping import inline
from mentorlog.export.layout import Links
from mentorlog.export.markdown import (
    Blocks,
    day,
    entry_references,
    escape_user_text,
    refs,
)
from mentorlog.insights.meetings import Meetings
from mentorlog.insights.year import YearSummary
from mentorlog.phrases import days, summary


def people(year: YearSummary, links: Links) -> Blocks:
    """Everybody who was there, and what stands in the journal of it."""
    if year.meetings:
        yield "## The people to thank"
    for met in year.meetings:
        yield from _person(met, year, links)
    if year.meetings and summary.session_count_notes(year):
        yield summary.session_count_notes(year)


def _person(met: Meetings, year: YearSummary, links: Links) -> Blocks:
    person = met.person
    role = f", {inline(person.role)}" if person.role and links.is_own else ""
    rhythm = f"; rhythm: {inline(days.rhythm(person))}" if person.rhythm and links.is_own else ""
    yield f"### {inline(person.name)}{role}"
    yield f"{summary.meetings_phrase(met)}{rhythm}. {escape_user_text(summary.person_summary(met))}"
    if met.sessions:
        yield ", ".join(f"{day(session.on, year)} ({refs(links, [session.number])})" for session in met.sessions)
    yield entry_references(links, met.entries)
