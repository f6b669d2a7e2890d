"""How goals and actions change: every change is an event, and what they are now follows from their events."""

from dataclasses import replace

from mentorlog.errors import InvalidInput
from mentorlog.model.entries import Action, Event, EventType, Goal

GOAL_STATUS_AFTER = {
    EventType.CREATED: "active",
    EventType.PAUSED: "paused",
    EventType.RESUMED: "active",
    EventType.REACHED: "reached",
    EventType.DROPPED: "dropped",
}
ACTION_STATUS_AFTER = {EventType.DONE: "done", EventType.DROPPED: "dropped", EventType.REOPENED: "open"}


def check_goal(goal: Goal) -> None:
    """Raise InvalidInput where a goal has signs to notice and a number to count up to."""
    if goal.is_direction and goal.target:
        raise InvalidInput("signs-and-target")


def replay_events(goal: Goal, events: tuple[Event, ...]) -> Goal:
    """`goal` as `events` leave it: wording, status, percent and count. Events stand in order of day. A count puts an
    earlier percentage out of date.
    """
    ordered = tuple(sorted(events, key=lambda event: event.on))
    texts = [event.text for event in ordered if event.what in (EventType.CREATED, EventType.REWORDED) and event.text]
    statuses = [GOAL_STATUS_AFTER[event.what] for event in ordered if event.what in GOAL_STATUS_AFTER]
    measured = [event for event in ordered if (event.percent, event.count) != (None, None)]
    counts = [event.count for event in measured if event.count is not None]
    return replace(
        goal,
        text=texts[-1] if texts else goal.text,
        status=statuses[-1] if statuses else "active",
        percent=measured[-1].percent if measured else None,
        count=counts[-1] if counts else None,
        events=ordered,
    )


def apply_goal_event(goal: Goal, event: Event) -> Goal:
    """`goal` after `event`."""
    return replay_events(goal, (*goal.events, event))


def correct_goal(goal: Goal) -> Goal:
    """`goal` after its text or day was put right by hand: its beginning and its latest wording follow."""
    events = [replace(event, on=goal.on) if event.what is EventType.CREATED else event for event in goal.events]
    events.sort(key=lambda event: event.on)
    wordings = [place for place, event in enumerate(events) if event.what in (EventType.CREATED, EventType.REWORDED)]
    for latest in wordings[-1:]:
        events[latest] = replace(events[latest], text=goal.text)
    return replay_events(goal, tuple(events))


def apply_action_event(action: Action, event: Event, *, outcome: str = "", told: bool = False) -> Action:
    """`action` after `event`. Done once more, it keeps the outcome and the telling that it had."""
    again = event.what is EventType.DONE and action.status == "done"
    return replace(
        action,
        status=ACTION_STATUS_AFTER[event.what],
        outcome=outcome or (action.outcome if again else ""),
        told=told or (action.told if again else False),
        events=(*action.events, event),
    )
