"""What happened to goals, to actions and to commands, in words."""

from mentorlog.model.entries import Action, Event, EventType, Goal
from mentorlog.phrases.goals import percent_and_count
from mentorlog.phrases.grammar import quote_line

EVENTS = {
    EventType.CREATED: "set",
    EventType.CHECKIN: "checked in",
    EventType.REWORDED: "reworded",
    EventType.PAUSED: "paused",
    EventType.RESUMED: "resumed",
    EventType.REACHED: "reached",
    EventType.DROPPED: "dropped",
    EventType.DONE: "done",
    EventType.REOPENED: "reopened",
}
COMMAND_STATES = {"done": "", "undone": "undone", "dropped": "undone for good"}


def event_word(event: Event, entry: Goal | Action) -> str:
    """What happened: "checked in"; of a direction, which no number measures, "seen again"."""
    is_direction = isinstance(entry, Goal) and entry.is_direction and not reached(event, entry)
    return "seen again" if is_direction and event.what is EventType.CHECKIN else EVENTS[event.what]


def reached(event: Event, entry: Goal | Action, *, in_full: bool = False) -> str:
    """How far it says that a goal is, "60 %", "2 of 5"; empty where no number was named."""
    target = entry.target if isinstance(entry, Goal) else None
    return percent_and_count(event.percent, event.count, target, in_full=in_full)


def because(event: Event) -> str:
    """As ", because "it took too long""; empty where no reason was given."""
    return f", because {quote_line(event.because)}" if event.because else ""
