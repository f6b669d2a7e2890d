"""How an action changes."""

from dataclasses import replace

from mentorlog.model.entries import Action, Event, EventType

STATUS_AFTER = {EventType.DONE: "done", EventType.DROPPED: "dropped", EventType.REOPENED: "open"}


def apply_event(action: Action, event: Event, *, outcome: str = "", told: bool = False) -> Action:
    """`action` after `event`. Done once more, it keeps the outcome and the telling that it had."""
    again = event.what is EventType.DONE and action.status == "done"
    return replace(
        action,
        status=STATUS_AFTER[event.what],
        outcome=outcome or (action.outcome if again else ""),
        told=told or (action.told if again else False),
        events=(*action.events, event),
    )
