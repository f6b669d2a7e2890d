"""A yearly summary as JSON: every entry once in full, and everything else by its number."""

from mentorlog.insights.goal_story import GoalStory
from mentorlog.insights.meetings import Meetings
from mentorlog.insights.year import AreaChapter, YearSummary
from mentorlog.model.entries import Entry
from mentorlog.model.json_form import Keys, entry_keys, json_text, period_keys
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
                "areas": [area.slug for area in pair.tally.areas],
                "entries": pair.tally.entries,
                "latest": pair.latest.number,
                "with": [person.name for person in pair.people],
            }
            for pair in summary.together
        ],
        "quarters": [
            {
                "quarter": quarter.number,
                "period": period_keys(quarter.period),
                "entries": _numbers(quarter.entries),
            }
            for quarter in summary.quarters
        ],
        "days": [{"on": tally.on.isoformat(), "entries": tally.entries} for tally in summary.progress.days],
        "meetings": [_meetings_keys(met) for met in summary.meetings],
        "goals": [_goal_keys(story) for story in summary.goals],
        "actions": _numbers(summary.actions),
        "feedback": _numbers(summary.feedback),
        "questions": _numbers(summary.questions),
        "entries": [entry_keys(entry) for entry in summary.entries],
    }


def _chapter_keys(chapter: AreaChapter) -> Keys:
    return {
        "area": chapter.tally.area.slug,
        "entries": chapter.tally.entries,
        "first": chapter.words[0].number,
        "latest": chapter.words[-1].number,
        "words": _numbers(chapter.words),
        "touching": _numbers(chapter.entries),
        "with": [person.name for person in chapter.people],
        "goals": _numbers(chapter.goals),
        "months": [{"month": f"{tally.month:%Y-%m}", "entries": tally.entries} for tally in chapter.months],
    }


def _meetings_keys(met: Meetings) -> Keys:
    return {
        "name": met.person.name,
        "minutes": met.total_minutes,
        "sessions": _numbers(met.sessions),
        "entries": _numbers(met.entries),
        "promised": _numbers(met.promised),
        "areas": [area.slug for area in met.areas],
    }


def _goal_keys(story: GoalStory) -> Keys:
    return {**entry_keys(story.goal), "evidence": _numbers(story.evidence)}


def _numbers(entries: tuple[Entry, ...]) -> list[int]:
    return [entry.number for entry in entries]
