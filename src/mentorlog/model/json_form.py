"""JSON forms: of an entry, a day, a period; and JSON text that a terminal can't obey.

Text that is missing is "", a list that is empty is [], a number or a day that is missing is null. Days are
ISO days, and both days of a period belong to it. New keys may come; none goes or changes its meaning while
"schema_version" stays 1.
"""

import json
import re
from datetime import date

from mentorlog.dates import Period
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    EntryWithAnswers,
    Event,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
)

Keys = dict[str, object]
# Valid in JSON as they are, but a terminal would obey or hide them: DEL, C1, bidi controls, what has no width, tags;
# and half characters.
UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def json_text(keys: Keys) -> str:
    """`keys` as one JSON object, "schema_version" first; any script as it is, and nothing that a terminal obeys."""
    plain = json.dumps({"schema_version": 1, **keys}, ensure_ascii=False, indent=2, allow_nan=False)
    return escape_unsafe(plain)


def escape_unsafe(plain: str) -> str:
    """JSON text with what a terminal would obey written as escapes."""
    return plain if plain.isprintable() else UNSAFE.sub(_escape, plain)  # a long line is looked at ten times as fast


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass").hex()
    return re.sub("(....)", r"\\u\1", units)


def entry_keys(entry: Entry) -> Keys:
    """An entry: what all kinds share, then what its kind adds."""
    return {
        "number": entry.number,
        "uid": entry.uid,
        "kind": str(entry.kind),
        "on": entry.on.isoformat(),
        "time": entry.time,
        "title": entry.title,
        "text": entry.text,
        "areas": [area.slug for area in entry.areas],
        "with": [person.name for person in entry.people],
        "visibility": str(entry.visibility),
        "tender": entry.is_tender,
        "written_at": entry.written_at,
        **_own_keys(entry),
    }


def _own_keys(entry: Entry) -> Keys:
    match entry:
        case Session():
            keys: Keys = {"minutes": entry.minutes, "goals": list(entry.goals)}
        case Reflection():
            keys = _reflection_keys(entry)
        case Goal():
            keys = _goal_keys(entry)
        case Action():
            keys = _action_keys(entry)
        case Question():
            keys = {"status": entry.status, "answered_in": entry.answered_in}
        case Checkin():
            keys = _checkin_keys(entry)
        case Feedback():
            keys = _feedback_keys(entry)
        case _:
            keys = {}
    return keys


def _reflection_keys(reflection: Reflection) -> Keys:
    return {
        "about": reflection.about,
        "goals": list(reflection.goals),
        **_answer_keys(reflection),
        "feelings": list(reflection.feelings),
    }


def _goal_keys(goal: Goal) -> Keys:
    return {
        "status": goal.status,
        "due": day_key(goal.due),
        "measure": goal.measure,
        "percent": goal.percent,
        "target": goal.target,
        "count": goal.count,
        "signs": list(goal.signs),
        "events": [event_keys(event) for event in goal.events],
        **_answer_keys(goal),
    }


def _answer_keys(entry: EntryWithAnswers) -> Keys:
    return {
        "framework": entry.framework,
        "answers": [
            {"key": answer.key, "question": answer.question, "text": answer.text, "spine": answer.spine}
            for answer in entry.answers
        ],
    }


def _checkin_keys(checkin: Checkin) -> Keys:
    return {
        "about": checkin.about,
        "rating": checkin.rating,
        "then_rating": checkin.then_rating,
        "then_words": checkin.then_words,
    }


def _feedback_keys(feedback: Feedback) -> Keys:
    return {
        "by": feedback.owner.name if feedback.owner else "",
        "about": feedback.about,
        "packet": feedback.packet,
        "asks": feedback.is_question,
        **_answer_keys(feedback),
    }


def _action_keys(action: Action) -> Keys:
    return {
        "owner": action.owner.name if action.owner else "me",
        "due": day_key(action.due),
        "status": action.status,
        "outcome": action.outcome,
        "told": action.told,
        "about": action.about,
        "goals": list(action.goals),
        "events": [event_keys(event) for event in action.events],
    }


def event_keys(event: Event) -> Keys:
    """One happening in the life of a goal or an action."""
    return {
        "on": event.on.isoformat(),
        "what": str(event.what),
        "because": event.because,
        "percent": event.percent,
        "count": event.count,
        "text": event.text,
    }


def day_key(day: date | None) -> str | None:
    """A day in ISO form, or null."""
    return day.isoformat() if day else None


def period_keys(period: Period | None) -> Keys | None:
    """A period with its first and its last day, or null."""
    if period is None:
        return None
    return {"from": period.start.isoformat(), "until": period.until.isoformat()}
