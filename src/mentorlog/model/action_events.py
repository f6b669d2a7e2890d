"""How an action changes."""

from dataclasses import replace

from mentorlog.model.entries import Action, Event, What

STATUS_AFTER = {What.DONE: "done", What.DROPPED: "dropped", What.REOPENED: "open"}


def happened(action: Action, event: Event, *, outcome: str = "", told: bool = False) -> Action:
    """`action` after `event`. Done once more, it keeps the outcome and the telling that it had."""
    again = event.what is What.DONE and action.status == "done"
    return replace(
        action,
        status=STATUS_AFTER[event.what],
        outcome=outcome or (action.outcome if again else ""),
        told=told or (action.told if again else False),
        events=(*action.events, event),
    )
