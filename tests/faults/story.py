"""A story told by commands, step after step, and what the journal must hold after each of them.

One cycle: a session with two actions, other words for it, an action put away and brought back by
`undo`, a reflection about it, that one taken back and done again.
"""

from tests.faults.harness import Contents

CYCLE = 7
NEW = 4  # entries in a cycle
LINE: tuple[list[str], ...] = (
    [],
    ["done"],
    ["done", "done"],
    ["done", "done", "done"],
    ["done", "done", "undone"],
    ["done", "done", "dropped", "done"],
    ["done", "done", "dropped", "undone"],
    ["done", "done", "dropped", "done"],
)


def words(step: int) -> list[str]:
    """The command line of a step."""
    cycle, place = divmod(step, CYCLE)
    session = cycle * NEW + 1
    match place:
        case 0:
            promises = ["--action", f"Mine {cycle}", "--promised", f"Theirs {cycle}"]
            return ["session", "add", _first(cycle), "--with", "Mei", "-a", "identity,coping", *promises]
        case 1:
            return ["edit", str(session), _second(cycle), "--drop-area", "coping"]
        case 2:
            return ["remove", str(session + 1)]
        case 4:
            return ["reflect", _thought(cycle), "--about", str(session), "--feeling", "tired"]
        case 6:
            return ["redo"]
    return ["undo"]


def after(steps: int) -> Contents:
    """What is there after so many steps: number → kind, text, whether it was put away; 0 → the states of
    all commands.
    """
    cycles, place = divmod(steps, CYCLE)
    held: Contents = {0: ("line", " ".join(LINE[CYCLE] * cycles + LINE[place]), False)}
    for cycle in range(cycles):
        held |= _cycle(cycle, CYCLE)
    return held | _cycle(cycles, place)


def _cycle(cycle: int, steps: int) -> Contents:
    if not steps:
        return {}
    session = cycle * NEW + 1
    held = {
        session: ("session", _second(cycle) if steps > 1 else _first(cycle), False),
        session + 1: ("action", f"Mine {cycle}", steps == 3),
        session + 2: ("action", f"Theirs {cycle}", False),
    }
    if steps in (5, 7):
        held[session + 3] = ("reflection", _thought(cycle), False)
    return held


def _first(cycle: int) -> str:
    return f"Session {cycle}, as it was." + " We talked." * (cycle * 37 % 300)


def _second(cycle: int) -> str:
    return f"Session {cycle}, in other words." + " She asked." * (cycle * 71 % 900)


def _thought(cycle: int) -> str:
    return f"What {cycle} meant."
