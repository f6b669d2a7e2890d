"""How goals, actions and questions stand, in words that don't judge: short for a screen, `in_full` for a sentence."""

from datetime import date, timedelta

from mentorlog.dates import day_month, long_day_month
from mentorlog.model.entries import Action, Entry, Event, EventType, Goal, Question
from mentorlog.phrases.grammar import quote_line

OUTCOME = {"worked": "worked", "did-not-work": "did not work"}
TRIED = {"worked": "tried, and it worked", "did-not-work": "tried, and it did not work"}
TOLD = "reported back"  # of an action whose outcome the mentor has heard


def percent_and_count(percent: int | None, count: int | None, target: int | None, *, in_full: bool = False) -> str:
    """How far a goal is, or a check-in says: "60 %", "2 of 5", "2 so far", "60 %, 2 of 5"; empty if not measured."""
    share = "" if percent is None else f"{percent}{' percent' if in_full else ' %'}"
    counted = "" if count is None else f"{count} of {target}" if target else f"{count} so far"
    return ", ".join(filter(None, (share, counted)))


def measured(goal: Goal, *, in_full: bool = False) -> str:
    """The same of a goal as it stands; empty for a direction, which no number measures."""
    if goal.is_direction:
        return ""
    count = 0 if goal.target and goal.percent is None and goal.count is None else goal.count
    return percent_and_count(goal.percent, count, goal.target, in_full=in_full)


def measured_or_direction(goal: Goal, *, in_full: bool = False) -> str:
    """The same, or "a direction"."""
    return "a direction" if goal.is_direction else measured(goal, in_full=in_full)


def how_far(goal: Goal, today: date | None = None, *, in_full: bool = False) -> str:
    """The same, and when a direction was seen last: "a direction, seen 10 Mar"."""
    seen = last_of(goal, EventType.CHECKIN) if goal.is_direction else None
    if not seen:
        return measured_or_direction(goal, in_full=in_full)
    if in_full:
        return f"a direction, last noticed on {long_day_month(seen.on, today)}"
    return f"a direction, seen {day_month(seen.on, today)}"


def percent_along(percent: int | None, count: int | None, target: int | None) -> int | None:
    """The length of a bar, 0 to 100: the percentage, or the count's part of its target; None where there is neither."""
    return min(100, round(100 * count / target)) if percent is None and count is not None and target else percent


def goal_percent(goal: Goal) -> int | None:
    """The same of a goal as it stands."""
    return None if goal.is_direction else percent_along(goal.percent, goal.count or 0, goal.target)


def goal_word(goal: Goal) -> str:
    """As "paused", "reached", "dropped"; an active goal's goes unsaid."""
    return "" if goal.status == "active" else goal.status


def last_of(entry: Goal | Action, *whats: EventType) -> Event | None:
    """The latest event of one of these sorts."""
    return next((event for event in reversed(entry.events) if event.what in whats), None)


def due(day: date, today: date, *, in_full: bool = False) -> str:
    """As "due tomorrow", "due 13 Mar", "was due 20 Feb"; `in_full`, "was due on 20 February"."""
    verb = "was due" if day < today else "due"
    near = {today - timedelta(1): "yesterday", today: "today", today + timedelta(1): "tomorrow"}.get(day)
    if near:
        return f"{verb} {near}"
    return f"{verb} on {long_day_month(day, today)}" if in_full else f"{verb} {day_month(day, today)}"


def due_or_since(action: Action, today: date, *, in_full: bool = False) -> str:
    """What an open action waits for: its due day, or "since 14 Jan"; `in_full`, "open since 14 January"."""
    if action.due:
        return due(action.due, today, in_full=in_full)
    return f"open since {long_day_month(action.on, today)}" if in_full else f"since {day_month(action.on, today)}"


def action_state(action: Action, today: date) -> str:
    """As "open", "due 13 Mar", "was due 20 Feb", "done 2 Feb, worked", "dropped 3 Feb"."""
    if action.status == "open":
        return due(action.due, today) if action.due else "open"
    ended = last_of(action, EventType.DONE, EventType.DROPPED)
    day = f" {day_month(ended.on, today)}" if ended else ""
    return ", ".join(filter(None, (action.status + day, OUTCOME.get(action.outcome, ""))))


def detailed_state(action: Action, today: date) -> str:
    """The same, and whether the mentor has heard of it."""
    return action_state(action, today) + (f", {TOLD}" if action.told else "")


def outcome_phrase(action: Action) -> str:
    """What became of an action, as one tells it: "tried, and it worked", "dropped, because …", "done"."""
    because = next((event.because for event in reversed(action.events) if event.because), "")
    if action.status == "dropped" and because:
        return f"dropped, because {quote_line(because)}"
    return TRIED.get(action.outcome, action.status)


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
        return ", ".join(filter(None, (goal_word(entry), how_far(entry, today))))
    return ""
