"""How a goal changes: every change is an event, and what the goal is now follows from them."""

from dataclasses import replace

from mentorlog.model.entries import Event, Goal, What

STATUS_AFTER = {
    What.CREATED: "active",
    What.PAUSED: "paused",
    What.RESUMED: "active",
    What.REACHED: "reached",
    What.DROPPED: "dropped",
}


def replayed(goal: Goal, events: tuple[Event, ...]) -> Goal:
    """`goal` as `events` leave it: wording, status, percent and count. Events stand in order of day."""
    ordered = tuple(sorted(events, key=lambda event: event.on))
    texts = [event.text for event in ordered if event.what in (What.CREATED, What.REWORDED) and event.text]
    statuses = [STATUS_AFTER[event.what] for event in ordered if event.what in STATUS_AFTER]
    percents = [event.percent for event in ordered if event.percent is not None]
    counts = [event.count for event in ordered if event.count is not None]
    return replace(
        goal,
        text=texts[-1] if texts else goal.text,
        status=statuses[-1] if statuses else "active",
        percent=percents[-1] if percents else None,
        count=counts[-1] if counts else None,
        events=ordered,
    )


def happened(goal: Goal, event: Event) -> Goal:
    """`goal` after `event`."""
    return replayed(goal, (*goal.events, event))


def corrected(goal: Goal) -> Goal:
    """`goal` after its text or day was put right by hand: its beginning and its latest wording follow."""
    events = [replace(event, on=goal.on) if event.what is What.CREATED else event for event in goal.events]
    events.sort(key=lambda event: event.on)
    wordings = [place for place, event in enumerate(events) if event.what in (What.CREATED, What.REWORDED)]
    for latest in wordings[-1:]:
        events[latest] = replace(events[latest], text=goal.text)
    return replayed(goal, tuple(events))
