"""What is offered once a session was saved at a terminal: what it meant, and then what is to be done."""

from dataclasses import replace

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain, print_message
from mentorlog.cli.interactive.prompts import ask_or_skip, ask_question
from mentorlog.cli.interactive.questions import ACTIONS, option_values

OFFER = "What did it mean? A few questions, now? (y, or Enter for another time)"


def offer_followup(call: Invocation, session: int) -> None:
    """Offer the reflection about the session of `call`; after it the actions, where the session brought none yet."""
    print_message("")
    if not ask_or_skip(f"{OFFER}: " if is_plain(call) else f"{OFFER} ").lower().startswith("y"):
        return
    print_message("")
    _run(call.with_args("reflect", "--about", str(session)))
    if not option_values(call.argv, ACTIONS.option):
        _note_actions(call, session)


def _note_actions(call: Invocation, session: int) -> None:
    """Ask what is to be done; each action is saved as soon as it is told."""
    print_message("")
    is_first = True
    while action := ask_question(call, ACTIONS, is_first=is_first):
        _run(replace(call.with_args("action", "add", "--about", str(session)), resumed_text=action))
        is_first = False


def _run(call: Invocation) -> None:
    from mentorlog.cli.app.program import run

    run(call)
