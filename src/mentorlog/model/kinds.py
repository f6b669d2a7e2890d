"""The few words that stand for what something is, who may read it, and what happened."""

from enum import StrEnum


class Kind(StrEnum):
    """What an entry is."""

    SESSION = "session"
    REFLECTION = "reflection"
    GOAL = "goal"
    ACTION = "action"
    QUESTION = "question"


class Visibility(StrEnum):
    """Who may read an entry, besides its writer; in rising order."""

    PRIVATE = "private"
    MENTOR = "mentor"
    PUBLIC = "public"


class What(StrEnum):
    """What happened to a goal or an action on a day."""

    CREATED = "created"
    CHECKIN = "checkin"
    REWORDED = "reworded"
    PAUSED = "paused"
    RESUMED = "resumed"
    REACHED = "reached"
    DROPPED = "dropped"
    DONE = "done"
    REOPENED = "reopened"
