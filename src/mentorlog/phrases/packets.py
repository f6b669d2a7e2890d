"""What the page of a packet says in our own words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mentorlog.dates import date_with_year, long_day_month, short_duration
from mentorlog.insights.goal_story import Step
from mentorlog.insights.progress import Progress
from mentorlog.insights.timeline import GoalEvent
from mentorlog.model.entries import Action, Checkin, Entry, Event, EventType, Feedback, Goal, Question, Session
from mentorlog.model.enums import Kind
from mentorlog.model.people import Person
from mentorlog.text import one_line

EVENT_PHRASES = {
    EventType.CREATED: "set",
    EventType.CHECKIN: "checked in",
    EventType.REWORDED: "reworded",
    EventType.PAUSED: "paused",
    EventType.RESUMED: "taken up again",
    EventType.REACHED: "reached",
    EventType.DROPPED: "let go",
    EventType.DONE: "done",
    EventType.REOPENED: "open again",
}
GOAL = {"active": "active", "paused": "paused", "reached": "reached", "dropped": "let go"}
ACTION = {"open": "open", "done": "done", "dropped": "let go"}
NOUNS = {"checkin": "check-in", "feedback": "answer"}
OUTCOME = {"worked": "it worked", "did-not-work": "it did not work"}


def counted(count: int, noun: str) -> str:
    """As "1 entry", "2 entries"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("ry") else f"{count} {noun}s"


def names(people: Iterable[Person]) -> str:
    """As "Ánh and Mie 美恵"; empty where there is nobody."""
    return listed([one_line(person.name) for person in people])


def listed(words: Sequence[str]) -> str:
    """As "Ánh, Kozue and Mie 美恵"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def kind(entry: Entry) -> str:
    """As "Session with Ánh", "Action", "Question for Mie 美恵"."""
    word = entry.kind.noun.capitalize()
    if isinstance(entry, Feedback):
        return f"{word} from {one_line(entry.owner.name)}" if entry.owner else word
    if isinstance(entry, Action):
        return f"{word}, {one_line(entry.owner.name)}" if entry.owner else word
    if not entry.people:
        return word
    return f"{word} {'for' if isinstance(entry, Question) else 'with'} {names(entry.people)}"


def facts(entry: Entry) -> Iterator[str]:
    """What else is to be said of an entry, each in a few words."""
    match entry:
        case Session():
            yield short_duration(entry.minutes) if entry.minutes else ""
        case Goal():
            yield GOAL[entry.status]
            yield progress_phrase(entry)
            yield f"due {date_with_year(entry.due)}" if entry.due else ""
        case Action():
            yield ACTION[entry.status]
            yield OUTCOME.get(entry.outcome, "")
            yield f"due {date_with_year(entry.due)}" if entry.due and entry.status == "open" else ""
        case Question():
            yield "" if entry.answered_in else "open"
        case Checkin():
            yield f"{entry.then_rating} of 5 looking back" if entry.then_rating else ""
            yield f"{entry.rating} of 5" if entry.rating else ""
        case Feedback():
            yield "asks something back" if entry.is_question else ""


def progress_phrase(goal: Goal) -> str:
    """As "60 %", "2 of 5", "a direction"; empty where nobody said."""
    if goal.signs:
        return "a direction"
    return amount_phrase(goal.percent, goal.count, goal.target)


def amount_phrase(percent: int | None, count: int | None, target: int | None) -> str:
    """As "60 %", "2 of 5", "2"; empty where there is no figure."""
    if target and count is not None:
        return f"{count} of {target}"
    if percent is not None:
        return f"{percent} %"
    return str(count) if count is not None else ""


def share(goal: Goal) -> int | None:
    """How far a goal is, 0 to 100; None where no number measures it."""
    if goal.signs:
        return None
    if goal.target and goal.count is not None:
        return min(100, 100 * goal.count // goal.target)
    return goal.percent


def step(told: Step, goal: Goal) -> str:
    """As "checked in at 60 %", "reworded from “Be made team lead”"."""
    event = told.event
    amount = amount_phrase(event.percent, event.count, goal.target)
    words = EVENT_PHRASES[event.what] + (f" at {amount}" if amount else "")
    return words + (f", until then “{one_line(told.before)}”" if told.before else "")


def happening_phrase(what: GoalEvent) -> str:
    """The same for an event between the days."""
    return step(Step(event=what.event), what.goal)


def event_text(event: Event, goal: Goal) -> str:
    """The words of an event that stand nowhere else; the last rewording's are the goal's."""
    return "" if event.what is EventType.CREATED or event.text == goal.text else event.text


def opening(progress: Progress, first: date, last: date) -> str:
    """As "57 entries from 1 March to 9 April 2026: 22 reflections, 16 sessions (13 h 20 min) and 9 actions."."""
    parts = [
        counted(count, NOUNS.get(kind, kind))
        + (f" ({short_duration(progress.minutes)})" if kind == Kind.SESSION and progress.minutes else "")
        for kind, count in progress.kinds.items()
        if count
    ]
    days = (
        f"of {long_day_month(last)}"
        if first == last
        else f"from {long_day_month(first, last)} to {long_day_month(last)}"
    )
    return f"{counted(progress.entries, 'entry')} {days}: {listed(parts)}."
