"""catchup: unfinished writing, then at most three gentle questions; at a terminal each can be answered at once."""

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from mentorlog import config, drafts
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain, print_message, report_invalid_answer, show_sheet
from mentorlog.cli.app.program import run
from mentorlog.cli.interactive.prompts import ask, can_ask
from mentorlog.errors import MentorlogError
from mentorlog.insights.catchup import Catchup, CatchupQuestion, recent_period
from mentorlog.insights.catchup import catchup as missing
from mentorlog.model.entries import Action, Kind, Session
from mentorlog.model.selection import Selection
from mentorlog.model.tallies import LastMeeting
from mentorlog.views.lists import questions as lists

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
HEADING = "Enter leaves a question for another time."
HOW = " (done, drop, or a new day; words may follow done or drop)"


@app.verb("mentorlog catchup", "mentorlog catchup --no-input")
def catchup(call: Invocation) -> None:
    """Unfinished writing, then at most three questions.

    Not about areas and people that are paused. When nothing is missing it says so.
    """
    unfinished = drafts.list_drafts(config.drafts_folder())
    begun = tuple((draft.kind, call.local_time(draft.started_at.isoformat()).date()) for draft in unfinished)
    with call.open_readonly() as journal:
        figure = call.apply_veil(replace(_missing(call, journal), unfinished=begun))
    if not figure.questions or not can_ask(call):
        show_sheet(call, lists.catchup, figure)
        return
    if figure.unfinished:
        show_sheet(call, lists.catchup, replace(figure, questions=()))
        print_message("")
    _ask(call, figure)


def _missing(call: Invocation, journal: "Journal") -> Catchup:
    unreflected = Selection(within=recent_period(call.today), is_unreflected=True)
    return missing(
        chain.from_iterable(journal.iter_newest_first(unreflected)),
        journal.entries(Selection(kinds=(Kind.ACTION,), statuses=("open",))),
        journal.last_met(),
        unfinished=(),
        today=call.today,
    )


def _ask(call: Invocation, figure: Catchup) -> None:
    print_message(HEADING)
    for question in figure.questions:
        print_message("")
        words = question.question + (HOW if isinstance(question.about, Action) else "")
        prompt = f"  {words}: " if is_plain(call) else f"  {words}\n  > "
        try:
            while (answer := ask(prompt)) and not _run_answer(call, question, answer):
                pass
        except EOFError:
            return


def _run_answer(call: Invocation, question: CatchupQuestion, answer: str) -> bool:
    """Run what the answer says; False where it can't be right."""
    line = _answer_call(call, question, answer)
    try:
        run(line)
    except MentorlogError as error:
        report_invalid_answer(error)
        return False
    call.has_written = call.has_written or line.has_written
    return True


def _answer_call(call: Invocation, question: CatchupQuestion, answer: str) -> Invocation:
    """The call that an answer stands for."""
    match question.about:
        case Session(number=session):
            return replace(call.with_args("reflect", "--about", str(session)), resumed_text=answer)
        case LastMeeting(person=person):
            return replace(call.with_args("ask", f"--with={person.name}"), resumed_text=answer)
    number = str(question.about.number)
    verb, _, words = answer.partition(" ")
    if verb.lower() in ("done", "drop"):
        return replace(call.with_args("action", verb.lower(), number), resumed_text=words.strip() or None)
    return call.with_args("edit", number, f"--due={answer}")
