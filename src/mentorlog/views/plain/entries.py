"""An entry on one line, its fields always in the same order; days as YYYY-MM-DD, so that they sort."""

from collections.abc import Iterator

from mentorlog.model.entries import Action, Checkin, Entry, EventType, Goal, Question
from mentorlog.phrases import entries
from mentorlog.phrases.goals import OUTCOME, last_of, progress_or_direction, question_state
from mentorlog.phrases.grammar import noun


def line(entry: Entry) -> str:
    """As "2026-03-05, reflection 139, about 138, with Ánh, advocacy growth, private: I heard myself say we."."""
    words = entries.headline(entry) if isinstance(entry, Goal) else entries.title_and_text(entry)
    return f"{', '.join(filter(None, _fields(entry)))}: {words}"


def _fields(entry: Entry) -> Iterator[str]:
    yield entry.on.isoformat()
    yield f"{noun(entry.kind)} {entry.number}"
    yield f"about {entry.about}" if entry.about else ""
    yield entries.owners(entry) if isinstance(entry, Action) else ""
    yield entries.with_whom(entry)
    yield entries.length(entry, in_full=True)
    yield from status_fields(entry)
    yield entries.plain_areas(entry)
    yield entries.VISIBILITY[entry.visibility]


def status_fields(entry: Entry) -> Iterator[str]:
    """Status, how far, due day and outcome, where the kind has them."""
    if isinstance(entry, Goal):
        yield entry.status
        yield progress_or_direction(entry, in_full=True)
        yield due(entry)
    elif isinstance(entry, Action):
        ended = last_of(entry, EventType.DONE, EventType.DROPPED) if entry.status != "open" else None
        yield f"{entry.status} {ended.on.isoformat()}" if ended else entry.status
        yield due(entry) if entry.status == "open" else ""
        yield OUTCOME.get(entry.outcome, "")
    elif isinstance(entry, Question):
        yield question_state(entry)
    elif isinstance(entry, Checkin):
        yield entries.rating_phrase(entry)


def due(entry: Goal | Action) -> str:
    """As "due 2026-03-13"; empty where nobody set a day."""
    return f"due {entry.due.isoformat()}" if entry.due else ""


def goal_line(goal: Goal, *facts: str) -> str:
    """As "Goal 61, active, 60 percent: Lead one project end to end"."""
    return f"{', '.join(filter(None, (f'Goal {goal.number}', *facts)))}: {entries.headline(goal)}"
