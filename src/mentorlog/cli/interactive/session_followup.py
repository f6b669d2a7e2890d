"""What is offered once a session was saved at a terminal: what it meant, and then what is to be done."""

from dataclasses import replace

from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import is_plain, prompt, tell
from mentorlog.cli.interactive.interview import answered, read_line
from mentorlog.cli.interactive.questions import ACTIONS, values

OFFER = "What did it mean? A few questions, now? (y, or Enter for another time)"


def follow(call: Call, session: int) -> None:
    """Offer the reflection about the session of `call`; after it the actions, where the session brought none yet."""
    tell("")
    if not _agrees(call):
        return
    tell("")
    _run(call.beside("reflect", "--about", str(session)))
    if not values(call.argv, ACTIONS.option):
        _note_actions(call, session)


def _agrees(call: Call) -> bool:
    prompt(f"{OFFER}: " if is_plain(call) else f"{OFFER} ")
    try:
        return read_line().lower().startswith("y")
    except EOFError:
        return False


def _note_actions(call: Call, session: int) -> None:
    """Ask what is to be done; each action is saved as soon as it is told."""
    tell("")
    is_first = True
    while action := answered(call, ACTIONS, is_first=is_first):
        _run(replace(call.beside("action", "add", "--about", str(session)), resumed=action))
        is_first = False


def _run(call: Call) -> None:
    from mentorlog.cli import run

    run(call)
