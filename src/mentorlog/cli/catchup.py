"""catchup: unfinished writing, then at most three gentle questions; at a terminal each can be answered at once."""

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import typer

from mentorlog import config, drafts
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import (
    is_plain,
    prompt,
    show,
    tell,
)
from mentorlog.cli.interactive.interview import can_ask, read_line
from mentorlog.errors import MentorlogError
from mentorlog.insights.catchup import Catchup, Missing, Overdue, Unmet, Unreflected, recent
from mentorlog.insights.catchup import catchup as missing
from mentorlog.model.entries import Kind
from mentorlog.model.selection import Selection

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
HEADING = "Enter leaves a question for another time."
HOW = " (done, drop, or a new day; words may follow done or drop)"


@app.command(
    cls=Command,
    epilog="""
    mentorlog catchup
    mentorlog catchup --no-input
    """,
)
def catchup(ctx: typer.Context) -> None:
    """Say what is unfinished, and ask at most three questions about what is missing.

    Not about areas and people that are paused. When nothing is missing it says so.
    """
    call = call_of(ctx)
    unfinished = drafts.unfinished(config.drafts_folder())
    begun = tuple((draft.kind, call.local(draft.begun.isoformat()).date()) for draft in unfinished)
    with call.reading() as journal:
        figure = call.veiled(replace(_missing(call, journal), unfinished=begun))
    if not figure.questions or not can_ask(call):
        show(call, "catchup", figure)
        return
    if figure.unfinished:
        show(call, "catchup", replace(figure, questions=()))
        tell("")
    _ask(call, figure)


def _missing(call: Call, journal: "Journal") -> Catchup:
    unreflected = Selection(within=recent(call.today), is_unreflected=True)
    return missing(
        chain.from_iterable(journal.found(unreflected)),
        journal.entries(Selection(kinds=(Kind.ACTION,), statuses=("open",))),
        journal.last_met(),
        unfinished=(),
        today=call.today,
    )


def _ask(call: Call, figure: Catchup) -> None:
    tell(HEADING)
    for question in figure.questions:
        tell("")
        try:
            while (answer := _answer(call, question)) and not _is_taken(call, question, answer):
                pass
        except EOFError:
            return


def _answer(call: Call, question: Missing) -> str:
    words = question.words + (HOW if isinstance(question, Overdue) else "")
    prompt(f"  {words}: " if is_plain(call) else f"  {words}\n  > ")
    return read_line()


def _is_taken(call: Call, question: Missing, answer: str) -> bool:
    """Run what the answer says; False where it can't be right."""
    from mentorlog.cli import run

    line = _line(call, question, answer)
    try:
        run(line)
    except MentorlogError as error:
        tell(f"    {error.message} {error.hint}")
        return False
    call.has_written = call.has_written or line.has_written
    return True


def _line(call: Call, question: Missing, answer: str) -> Call:
    """The call that an answer stands for."""
    match question:
        case Unreflected():
            return replace(call.beside("reflect", "--about", str(question.session.number)), resumed=answer)
        case Unmet():
            return replace(call.beside("ask", f"--with={question.person.name}"), resumed=answer)
    number = str(question.action.number)
    verb, _, words = answer.partition(" ")
    if verb.lower() in ("done", "drop"):
        return replace(call.beside("action", verb.lower(), number), resumed=words.strip() or None)
    return call.beside("edit", number, f"--due={answer}")
