"""A yearly summary as JSON: every entry once in full, and everything else by its number."""

from mentorlog.insights.meetings import Meetings
from mentorlog.insights.year import AreaChapter, YearSummary
from mentorlog.model.json_form import Keys, entry_keys, json_text, period_keys
from mentorlog.views.json import records
from mentorlog.views.json.figures import progress_keys


def render(summary: YearSummary) -> str:
    """The document of `summary`, ended by a line end."""
    return json_text(year_keys(summary)) + "\n"


def year_keys(summary: YearSummary) -> Keys:
    """What a yearly summary says. Chapters, quarters, meetings, actions and questions name entries by number; goals
    stand in full, as they were at the end of the period, with the numbers of the entries behind them as "evidence".
    """
    return {
        "period": period_keys(summary.period),
        "reader": str(summary.frame.rule.reader),
        "names": str(summary.frame.rule.names),
        "name": summary.frame.name,
        "with": [person.name for person in summary.frame.people],
        "made_on": summary.made_on.isoformat(),
        "progress": progress_keys(summary.progress),
        "chapters": [_chapter_keys(chapter) for chapter in summary.chapters],
        "together": [
            {
                "areas": records.slugs(pair.tally.areas),
                "entries": pair.tally.entries,
                "latest": pair.latest.number,
                "with": [person.name for person in pair.people],
            }
            for pair in summary.together
        ],
        "quarters": [
            {"quarter": one.number, "period": period_keys(one.period), "entries": records.entry_numbers(one.entries)}
            for one in summary.quarters
        ],
        "days": [{"on": tally.on.isoformat(), "entries": tally.entries} for tally in summary.progress.days],
        "meetings": [_meetings_keys(met) for met in summary.meetings],
        "goals": [
            {**entry_keys(story.goal), "evidence": records.entry_numbers(story.evidence)} for story in summary.goals
        ],
        "actions": records.entry_numbers(summary.actions),
        "feedback": records.entry_numbers(summary.feedback),
        "questions": records.entry_numbers(summary.questions),
        "entries": records.entries_keys(summary.entries),
    }


def _chapter_keys(chapter: AreaChapter) -> Keys:
    return {
        "area": chapter.tally.area.slug,
        "entries": chapter.tally.entries,
        "first": chapter.words[0].number,
        "latest": chapter.words[-1].number,
        "words": records.entry_numbers(chapter.words),
        "touching": records.entry_numbers(chapter.entries),
        "with": [person.name for person in chapter.people],
        "goals": records.entry_numbers(chapter.goals),
        "months": records.months_keys(chapter.months),
    }


def _meetings_keys(met: Meetings) -> Keys:
    return {
        "name": met.person.name,
        "minutes": met.total_minutes,
        "sessions": records.entry_numbers(met.sessions),
        "entries": records.entry_numbers(met.entries),
        "promised": records.entry_numbers(met.promised),
        "areas": records.slugs(met.areas),
    }
