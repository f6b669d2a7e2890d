"""How goals and actions stand, in words that don't judge."""

from datetime import date, timedelta

from mentorlog.dates import day_month, long_day_month
from mentorlog.model.entries import Action, Entry, Event, EventType, Goal, Question
from mentorlog.phrases.words import quote_line

GOAL = {"active": "active", "reached": "reached", "paused": "paused", "dropped": "let go"}
OUTCOME = {"worked": "worked", "did-not-work": "did not work"}
TRIED = {"worked": "tried, and it worked", "did-not-work": "tried, and it did not work"}
EVENT_PHRASES = {
    EventType.CREATED: "set",
    EventType.CHECKIN: "checked in",
    EventType.REWORDED: "reworded",
    EventType.PAUSED: "paused",
    EventType.RESUMED: "resumed",
    EventType.REACHED: "reached",
    EventType.DROPPED: "let go",
    EventType.DONE: "done",
    EventType.REOPENED: "reopened",
}


def last_of(entry: Goal | Action, *whats: EventType) -> Event | None:
    """The latest event of one of these sorts."""
    return next((event for event in reversed(entry.events) if event.what in whats), None)


def measured_progress(goal: Goal, *, percent: str = " %") -> str:
    """As "60 %", "2 of 5", "2 so far"; empty where nothing was measured. `percent` is how a percentage is said."""
    return amount(goal.percent, goal.count, goal.target, percent=percent)


def amount(share: int | None, count: int | None, target: int | None, *, percent: str = " %") -> str:
    """A percentage, or a count with what it is to become."""
    if share is not None:
        return f"{share}{percent}"
    if target is not None:
        return f"{count or 0} of {target}"
    return "" if count is None else f"{count} so far"


def share(goal: Goal) -> float | None:
    """How far along, 0 to 1; None where no number says so."""
    if goal.percent is not None:
        return goal.percent / 100
    return min((goal.count or 0) / goal.target, 1) if goal.target else None


def direction(goal: Goal, today: date) -> str:
    """As "a direction, seen 10 Mar" for a goal with signs to notice; empty for others."""
    if not goal.signs:
        return ""
    seen = last_of(goal, EventType.CHECKIN)
    return f"a direction, seen {day_month(seen.on, today)}" if seen else "a direction"


def goal_state(goal: Goal, today: date) -> str:
    """How far a goal is, in the words of a screen: "60 %", "a direction, seen 10 Mar"."""
    return measured_progress(goal) or direction(goal, today)


def goal_state_long(goal: Goal, today: date | None = None) -> str:
    """The same in whole words: "60 percent", "a direction, last noticed on 10 March"."""
    number = measured_progress(goal, percent=" percent")
    if number or not goal.signs:
        return number
    seen = last_of(goal, EventType.CHECKIN)
    return f"a direction, last noticed on {long_day_month(seen.on, today)}" if seen else "a direction"


def due_words(due: date, today: date) -> str:
    """As "due tomorrow", "due 13 Mar", "was due 20 Feb"."""
    verb = "was due" if due < today else "due"
    return f"{verb} {_relative_day(due, today) or day_month(due, today)}"


def due_long(due: date, today: date) -> str:
    """As "due tomorrow", "due on 13 March", "was due on 20 February"."""
    verb = "was due" if due < today else "due"
    near = _relative_day(due, today)
    return f"{verb} {near}" if near else f"{verb} on {long_day_month(due, today)}"


def due_or_since(action: Action, today: date) -> str:
    """What an open action waits for: its due day, or "since 14 Jan"."""
    return due_words(action.due, today) if action.due else f"since {day_month(action.on, today)}"


def due_or_since_long(action: Action, today: date) -> str:
    """The same in whole words: "due tomorrow", "open since 14 January"."""
    return due_long(action.due, today) if action.due else f"open since {long_day_month(action.on, today)}"


def action_state(action: Action, today: date) -> str:
    """As "open", "due 13 Mar", "was due 20 Feb", "done 2 Feb, worked", "let go 3 Feb"."""
    if action.status == "open":
        return due_words(action.due, today) if action.due else "open"
    ended = last_of(action, EventType.DONE, EventType.DROPPED)
    word = "done" if action.status == "done" else "let go"
    day = f" {day_month(ended.on, today)}" if ended else ""
    outcome = OUTCOME.get(action.outcome, "")
    return ", ".join(filter(None, (word + day, outcome)))


def detailed_state(action: Action, today: date) -> str:
    """The same, and whether the mentor has heard of it."""
    return action_state(action, today) + (", and told" if action.told else "")


def question_state(question: Question) -> str:
    """As "open", or "answered in 145"."""
    return f"answered in {question.answered_in}" if question.answered_in else "open"


def state(entry: Entry, today: date) -> str:
    """How an entry stands, where its kind can stand somehow; empty for sessions and reflections."""
    if isinstance(entry, Action):
        return action_state(entry, today)
    if isinstance(entry, Question):
        return question_state(entry)
    if isinstance(entry, Goal):
        return ", ".join(filter(None, (goal_word(entry), goal_state(entry, today))))
    return ""


def goal_word(goal: Goal) -> str:
    """As "paused", "reached", "let go"; an active goal's goes unsaid."""
    return "" if goal.status == "active" else GOAL[goal.status]


def _relative_day(day: date, today: date) -> str:
    names = {today: "today", today + timedelta(days=1): "tomorrow", today - timedelta(days=1): "yesterday"}
    return names.get(day, "")


def outcome_phrase(action: Action) -> str:
    """What became of an action, as one tells it: "tried, and it worked", "set aside, because …", "done"."""
    if action.status == "dropped":
        why = next((event.because for event in reversed(action.events) if event.because), "")
        return f"set aside, because {quote_line(why)}" if why else "set aside"
    return TRIED.get(action.outcome, "done")
