"""What a yearly summary says in its own words; HTML and Markdown share them.

Words that are the user's stand in them between the marks `FIRST` and `LAST` (Unicode's isolates), so that a
format can set them apart. `text.safe` lets neither through, so no user text can imitate them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from mentorlog.dates import Period, day_month, long_day_month, long_duration
from mentorlog.insights.goal_story import Step
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    EntryWithAnswers,
    EntryWithOwner,
    Event,
    EventType,
    Feedback,
    Goal,
    Kind,
    Question,
    Session,
    Visibility,
)
from mentorlog.model.people import Person
from mentorlog.phrases.periods import Document
from mentorlog.text import one_line

ISOLATE_START, ISOLATE_END = "\u2068", "\u2069"
USER_TEXT = re.compile(f"{ISOLATE_START}(.*?){ISOLATE_END}")
ORDER = (Kind.REFLECTION, Kind.SESSION, Kind.ACTION, Kind.GOAL, Kind.QUESTION, Kind.CHECKIN, Kind.FEEDBACK)
OUTCOME_PHRASES = {"worked": "it worked", "did-not-work": "it did not work"}
VISIBILITY_PHRASES = {Visibility.PRIVATE: "", Visibility.MENTOR: "mentor may read", Visibility.PUBLIC: "public"}
STATUSES = {"active": "active", "reached": "reached", "paused": "paused", "dropped": "let go"}
EVENT_PHRASES = {
    EventType.CREATED: "set",
    EventType.CHECKIN: "checked in",
    EventType.REWORDED: "reworded",
    EventType.PAUSED: "paused",
    EventType.RESUMED: "taken up again",
    EventType.REACHED: "reached",
    EventType.DROPPED: "let go",
    EventType.DONE: "done",
    EventType.REOPENED: "opened again",
}


def isolate(words: str) -> str:
    """The user's words on one line, safe to show, between the marks."""
    return f"{ISOLATE_START}{one_line(words)}{ISOLATE_END}"


def counted(count: int, one: str, many: str = "") -> str:
    """Such as "1 entry", "12 entries"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def entries_words(count: int) -> str:
    """Such as "1 entry", "12 entries"."""
    return counted(count, "entry", "entries")


def listed(words: Iterable[str]) -> str:
    """Such as "a, b and c"."""
    *others, last = [*words] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def names(people: Sequence[Person]) -> str:
    """Names whole, as the user wrote them."""
    return listed(isolate(person.name) for person in people)


def labels(areas: Iterable[Area]) -> str:
    """What areas are called, one after the other."""
    return ", ".join(isolate(area.label) for area in areas)


def is_own(summary: Document) -> bool:
    """Whether the summary is for the one who wrote the journal."""
    return summary.frame.rule.is_own


def kinds_words(entries: Iterable[Entry]) -> str:
    """Such as "22 reflections, 16 sessions and 1 goal"."""
    counts = Counter(entry.kind for entry in entries)
    return listed(counted_kind(counts[kind], kind) for kind in ORDER if counts[kind])


def counted_kind(count: int, kind: Kind) -> str:
    """Such as "1 session", "3 check-ins", "2 pieces of feedback"."""
    if kind is Kind.FEEDBACK:
        return counted(count, "piece of feedback", "pieces of feedback")
    return counted(count, kind.noun)


def empty_phrase(summary: Document, start: date = date.min) -> str:
    """What an empty stretch from `start` on is called; for another reader, only that nothing of it stands here."""
    if start > summary.made_on:
        return "Still to come."
    return "Nothing was written." if is_own(summary) else "Nothing in this document."


def entry_words(entry: Entry, summary: Document) -> str:
    """What an entry is: "Session with Ánh", "Question for Mie 美恵", "Action, yours"."""
    kind = entry.kind.noun.capitalize()
    if isinstance(entry, Action):
        return f"{kind}, {owner_words(entry, summary)}"
    if isinstance(entry, Feedback):
        return f"{kind} from {names([entry.owner])}" if entry.owner else kind
    if not entry.people:
        return kind
    return f"{kind} {'for' if isinstance(entry, Question) else 'with'} {names(entry.people)}"


def owner_words(action: EntryWithOwner, summary: Document) -> str:
    """Whose an action is; the writer's own is "yours" only to the writer."""
    if action.owner:
        return isolate(action.owner.name)
    if is_own(summary):
        return "yours"
    return isolate(summary.frame.name) if summary.frame.name else "the mentee"


def main_text(entry: Entry) -> str:
    """The words that an entry is told by: its text, or its first answer, or its title."""
    answers = [answer.text for answer in entry.answers] if isinstance(entry, EntryWithAnswers) else []
    return next((words for words in (entry.text, *answers, entry.title) if words.strip()), "")


def step_words(step: Step, goal: Goal) -> str:
    """What happened to a goal: "Checked in, 2 of 5", "Paused for 5 weeks, because …", "Reworded from … to …"."""
    event = step.event
    reached = progress_phrase(event.percent, event.count, goal.target)
    is_seen = event.what is EventType.CHECKIN and goal.signs and not reached
    parts = [
        "seen again" if is_seen else EVENT_PHRASES[event.what],
        f" for {days_words(step.days)}" if step.days else "",
        _wording(step, goal),
        f", {reached}" if reached else "",
        f", because “{isolate(event.because)}”" if event.because else "",
    ]
    return capital("".join(parts))


def turn_words(step: Step) -> str:
    """The same in a word: "Paused", "Let go"."""
    return capital(EVENT_PHRASES[step.event.what])


def _wording(step: Step, goal: Goal) -> str:
    now = f"“{isolate(step.event.text)}”"
    if step.event.what is EventType.CREATED and step.event.text not in ("", goal.text):
        return f" as {now}"
    if step.event.what is EventType.REWORDED:
        return (f" from “{isolate(step.before)}”" if step.before else "") + (f" to {now}" if step.event.text else "")
    return ""


def step_text(event: Event) -> str:
    """The words of a check-in or an ending; those of a wording stand in its sentence."""
    return "" if event.what in (EventType.CREATED, EventType.REWORDED) else event.text


def capital(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def progress_phrase(percent: int | None, count: int | None, target: int | None) -> str:
    """How far a goal is: "2 of 5", "20 %", or nothing where no number was named."""
    if count is not None:
        return f"{count} of {target}" if target else str(count)
    return "" if percent is None else f"{percent}\u00a0%"


def share(percent: int | None, count: int | None, target: int | None) -> int | None:
    """The same as a length for a bar, 0 to 100; None where there is nothing to measure by."""
    if count is not None and target:
        return min(100, round(100 * count / target))
    return percent


def days_words(days: int) -> str:
    """Such as "3 days", "5 weeks"."""
    return counted((days + 3) // 7, "week") if days >= 14 else counted(days, "day")


def goal_words(goal: Goal) -> str:
    """Such as "active, 60 %, due 30 June 2026"; a goal with signs is a direction, and has no number."""
    parts = [
        STATUSES[goal.status],
        "a direction" if goal.signs else progress_phrase(goal.percent, goal.count, goal.target),
        f"due {long_day_month(goal.due)}" if goal.due else "",
    ]
    return " · ".join(filter(None, parts))


def action_words(action: Action, end: Event | None, summary: Document) -> str:
    """Such as "yours · due 13 Mar", "Ánh · done 2 Feb, it worked"."""
    days = [
        due_words(action, summary) if action.status == "open" else "",
        f"{EVENT_PHRASES[end.what]} {near_day(end.on, summary.period)}" if end else "",
        OUTCOME_PHRASES.get(action.outcome, ""),
        "told back" if action.told else "",
    ]
    return " · ".join(filter(None, (owner_words(action, summary), ", ".join(filter(None, days)))))


def due_words(entry: Goal | Action, summary: Document) -> str:
    """Such as "due 13 Mar"; nothing where no day was set."""
    return f"due {near_day(entry.due, summary.period)}" if entry.due else ""


def full_words(entry: Entry, summary: Document) -> str:
    """What stands over an entry: what it is, how long it took, who may read it where that isn't only its writer."""
    parts = [entry_words(entry, summary), _own_words(entry)]
    if is_own(summary):
        parts.append(VISIBILITY_PHRASES[entry.visibility])
    return " · ".join(filter(None, parts))


def _own_words(entry: Entry) -> str:
    match entry:
        case Session(minutes=int(minutes)):
            return long_duration(minutes)
        case Goal():
            return goal_words(entry)
        case Action():
            due = f"due {long_day_month(entry.due)}" if entry.due else ""
            return " · ".join(filter(None, (entry.status, due, OUTCOME_PHRASES.get(entry.outcome, ""))))
        case Question():
            return entry.status
        case Checkin(rating=int(rating)):
            return f"{rating} of 5"
        case _:
            return ""


def near_day(day: date, period: Period) -> str:
    """A day as the document writes it: with its year only where the year isn't plain from the period."""
    return day_month(day, period.start if period.start.year == period.until.year else None)
