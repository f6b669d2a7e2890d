"""The JSON keys that scripts rely on, as they were promised; there may be more."""

from typing import Any

ENTRY = {
    *("number", "uid", "kind", "on", "time", "title", "text", "areas", "with", "visibility", "written_at"),
}
KINDS = {
    "session": ENTRY | {"minutes"},
    "reflection": ENTRY | {"about", "goals", "framework", "answers", "feelings"},
    "goal": ENTRY | {"status", "due", "measure", "percent", "signs", "events"},
    "action": ENTRY | {"owner", "due", "status", "outcome", "about"},
    "question": ENTRY | {"status", "answered_in"},
}
EVENT = {"on", "what", "because", "percent", "text"}
LISTING = ["schema_version", "period", "total", "entries"]
PROGRESS = {
    *("schema_version", "period", "entries", "sessions", "minutes"),
    *("areas", "overlaps", "months", "goals", "people"),
}
ERROR = {"code", "exit", "message", "safe", "hint"}


def numbers(found: dict[str, Any]) -> list[int]:
    """The numbers of the entries in an answer, in its order."""
    return [entry["number"] for entry in found["entries"]]
