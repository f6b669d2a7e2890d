"""An entry on one line, its fields always in the same order; days as YYYY-MM-DD, so that they sort."""

from collections.abc import Iterator

from mentorlog.dates import long_duration
from mentorlog.model.entries import Action, Checkin, Entry, EventType, Feedback, Goal, Question, Session
from mentorlog.phrases.goals import (
    GOAL,
    OUTCOME,
    last_of,
    measured_progress,
)
from mentorlog.phrases.words import (
    VISIBILITY,
    headline,
    name,
    names,
    owners,
    plain_areas,
    rating_phrase,
    title_and_text,
)


def line(entry: Entry) -> str:
    """As "2026-03-05, reflection 139, about 138, with Ánh, advocacy growth, private: I heard myself say we."."""
    words = headline(entry) if isinstance(entry, Goal) else title_and_text(entry)
    return f"{', '.join(filter(None, _fields(entry)))}: {words}"


def _fields(entry: Entry) -> Iterator[str]:
    yield entry.on.isoformat()
    yield f"{entry.kind.noun} {entry.number}"
    yield f"about {entry.about}" if entry.about else ""
    yield owners(entry) if isinstance(entry, Action) else ""
    yield with_whom(entry)
    yield long_duration(entry.minutes) if isinstance(entry, Session) and entry.minutes else ""
    yield from status_fields(entry)
    yield plain_areas(entry)
    yield VISIBILITY[entry.visibility]


def with_whom(entry: Entry) -> str:
    """As "with Ánh", "for Mie 美恵" of a question; empty where there is nobody."""
    if isinstance(entry, Feedback) and entry.owner:
        return f"from {name(entry.owner)}"
    if not entry.people:
        return ""
    return f"{'for' if isinstance(entry, Question) else 'with'} {names(entry.people)}"


def status_fields(entry: Entry) -> Iterator[str]:
    """Status, how far, due day and outcome, where the kind has them."""
    if isinstance(entry, Goal):
        yield GOAL[entry.status]
        yield measured_progress(entry, percent=" percent") or ("a direction" if entry.signs else "")
        yield due(entry)
    elif isinstance(entry, Action):
        yield _action_status(entry)
        yield due(entry) if entry.status == "open" else ""
        yield OUTCOME.get(entry.outcome, "")
    elif isinstance(entry, Question):
        yield f"answered in {entry.answered_in}" if entry.answered_in else "open"
    elif isinstance(entry, Checkin):
        yield rating_phrase(entry)


def due(entry: Goal | Action) -> str:
    """As "due 2026-03-13"; empty where nobody set a day."""
    return f"due {entry.due.isoformat()}" if entry.due else ""


def _action_status(action: Action) -> str:
    if action.status == "open":
        return "open"
    ended = last_of(action, EventType.DONE, EventType.DROPPED)
    word = "done" if action.status == "done" else "let go"
    return f"{word} {ended.on.isoformat()}" if ended else word
